"""`bloei.py import` and `bloei.py demo`: making a data file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answers import WRONG_USAGE, busy, not_written, out, reason, say, stopped, warn
from commands.options import Day, Report, Target, day_of
from commands.paths import refuse_report, refuse_target, save_report

if TYPE_CHECKING:
    from analytics.disclosure.protector import CubeProtector
    from analytics.disclosure.series.place import OpenSeries, Wanted
    from data.delivery.report import ImportReport

SERIES = "De reeks"  # the heading of its options in --help


@dataclass(frozen=True)
class Asked:
    """An import as it was asked on the command line."""

    sources: list[Path]
    to: Path
    day: date | None
    mapping: Path | None
    report: Path | None
    strict: bool
    accept_less: bool
    wanted: "Wanted"


def import_(
    sources: Annotated[list[Path], typer.Argument(help="Bestanden of een map van de levering.")],
    to: Target,
    as_of: Day = None,
    mapping: Annotated[
        Path | None, typer.Option(help="Bestand met eigen kolomkoppen (TOML of JSON).")
    ] = None,
    report: Report = None,
    strict: Annotated[bool, typer.Option(help="Weiger alles bij een geweigerde rij.")] = False,
    accept_less: Annotated[
        bool, typer.Option("--accept-less", help="Ook als er veel minder is dan er staat.")
    ] = False,
    threshold: Annotated[
        int | None,
        typer.Option(
            min=3, max=10, help="Kleinere aantallen komen niet naar buiten (eerste keer: 5).",
            rich_help_panel=SERIES,
        ),
    ] = None,
    series: Annotated[
        Path | None,
        typer.Option(
            envvar="BLOEI_SERIES", help="Map met de reeksen; anders reeksen naast --to.",
            rich_help_panel=SERIES,
        ),
    ] = None,
    new_series: Annotated[
        str, typer.Option(help="Begin met opzet een nieuwe reeks.", rich_help_panel=SERIES)
    ] = "",
    from_month: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m"], help="Eerste maand van een nieuwe reeks, als jjjj-mm.",
            rich_help_panel=SERIES,
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            help="De sleutel die bij de reeks hoort te horen; een andere wordt geweigerd.",
            rich_help_panel=SERIES,
        ),
    ] = None,
) -> None:  # fmt: skip
    """Laad een levering van de registratie in een nieuw gegevensbestand."""
    from analytics.disclosure.series.place import Wanted

    refuse_target(to)
    refuse_report(report, [*sources, mapping])
    wanted = Wanted(threshold, key, series, new_series.strip(), day_of(from_month))
    asked = Asked(sources, to, day_of(as_of), mapping, report, strict, accept_less, wanted)
    try:
        done, opened, protector = _locked(asked)
    except OSError as error:
        raise not_written(to, error) from error
    _tell(asked, done, opened, protector)


def _locked(asked: Asked) -> "tuple[ImportReport, OpenSeries, CubeProtector]":
    """The import, while nobody else writes in the folders that it writes in."""
    from analytics.disclosure.ledger import LedgerRefused
    from data.delivery.importer import DeliveryRefused, StrictRefused
    from data.file.lock import locked
    from data.versions import versioned

    place = asked.wanted.place_for(asked.to)
    folders = (asked.to.parent, versioned(asked.to).parent, place.parent)
    try:
        with locked(*folders), busy("Levering lezen") as progress:
            return _loaded(asked, progress)
    except StrictRefused as refusal:
        _print(refusal.report)
        _save(asked.report, refusal.report, "Er is niets veranderd")
        raise stopped(str(refusal)) from refusal
    except (DeliveryRefused, LedgerRefused) as refusal:
        raise stopped(str(refusal)) from refusal


def _loaded(
    asked: Asked, progress: Callable[[str], None]
) -> "tuple[ImportReport, OpenSeries, CubeProtector]":
    from analytics.disclosure.protector import protector_of
    from analytics.disclosure.series.opening import open_series
    from data.delivery.importer import import_delivery
    from data.delivery.less import refuse_less
    from data.file.standing import standing

    stands = standing(asked.to)
    opened = open_series(asked.to, asked.wanted)
    protector = protector_of(opened)
    done = import_delivery(
        asked.sources,
        asked.to,
        as_of=asked.day,
        mapping=asked.mapping,
        strict=asked.strict,
        progress=progress,
        protector=protector,
        check=lambda frames: None if asked.accept_less else refuse_less(stands, frames),
        accept_less=asked.accept_less,
    )
    return done, opened, protector


def _tell(
    asked: Asked, done: "ImportReport", opened: "OpenSeries", protector: "CubeProtector"
) -> None:
    """What came of an import that succeeded."""
    from exports.terminal import error_table

    _print(done)
    if len(protector.errors):
        out.print(error_table(protector.errors))
    if opened.notice:
        (warn if asked.wanted.name else say)(opened.notice)
    say(f"Klaar: {asked.to} is bijgewerkt.")
    _save(asked.report, done, f"De import staat: {asked.to} is bijgewerkt")


def _print(report: "ImportReport") -> None:
    from rich.console import Console

    from data.delivery.terminal import print_report

    print_report(Console(file=out.file), report)


def _save(path: Path | None, report: "ImportReport", stands: str) -> None:
    try:
        save_report(path, report.as_json())
    except OSError as error:
        raise stopped(
            f"{stands}, maar het verslag {path} kon niet worden bewaard ({reason(error)})."
        ) from error


def demo(
    to: Target,
    seed: Annotated[int, typer.Option(help="Begingetal; hetzelfde getal geeft hetzelfde.")] = 2021,
    scale: Annotated[float, typer.Option(min=0.01, help="Zoveel keer zo groot.")] = 1.0,
) -> None:
    """Maak een bestand met verzonnen gegevens die het gepubliceerde verhaal vertellen."""
    from data.file.lock import locked
    from data.versions import versioned

    refuse_target(to)
    try:
        with locked(to.parent, versioned(to).parent), busy("Demogegevens maken") as progress:
            _refuse_real(to)
            _write_demo(to, seed, scale, progress)
    except ValueError as error:
        raise stopped(str(error), WRONG_USAGE) from error
    except OSError as error:
        raise not_written(to, error) from error
    say(f"Klaar: {to} bevat demogegevens; geen enkele inwoner bestaat echt.")


def _write_demo(to: Path, seed: int, scale: float, progress: Callable[[str], None]) -> None:
    from analytics.disclosure.protector import demo_protector
    from data.demo import write_demo

    write_demo(to, seed=seed, scale=scale, progress=progress, protector=demo_protector())


def _refuse_real(to: Path) -> None:
    """Stops when something else than demo data stands there."""
    from data.file.standing import Kind, standing

    stands = standing(to)
    if stands.kind is Kind.ABSENT or stands.is_demo:
        return
    what = "bevat echte gegevens" if stands.kind is Kind.OURS else stands.kind
    raise stopped(
        f"{to} {what}: daar komen geen demogegevens overheen. Kies een andere naam voor --to, of"
        " haal het bestand eerst zelf weg."
    )
