"""`bloei.py import` and `bloei.py demo`: making a data file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.answers import (
    WRONG_USAGE,
    busy,
    not_written,
    out,
    reason,
    say,
    say_json,
    say_refused_json,
    stopped,
    warn,
)
from commands.options import Day, Report, Target, day_of
from commands.paths import (
    refuse_report,
    refuse_target,
    refuse_workbook,
    save_refused,
    save_report,
)

if TYPE_CHECKING:
    from analytics.difference.rehearsal import Rehearsal
    from analytics.disclosure.protector import CubeProtector
    from analytics.disclosure.series.place import OpenSeries, Wanted
    from data.delivery.importer import Taking
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
    add: bool
    rehearse: bool
    refused: Path | None
    keep: int
    is_json: bool
    wanted: "Wanted"

    @property
    def taking(self) -> "Taking":
        """How the delivery is to be taken."""
        from data.delivery.importer import Taking

        return Taking(self.day, self.mapping, self.strict, self.add)


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
    add: Annotated[
        bool, typer.Option("--add", help="Voeg toe aan wat er is; gelijke nummers vervangen.")
    ] = False,
    rehearse: Annotated[
        bool, typer.Option("--rehearse", help="Proef: toon wat er verandert, verander niets.")
    ] = False,
    refused: Annotated[
        Path | None, typer.Option(help="Bewaar de geweigerde rijen als werkmap (.xlsx).")
    ] = None,
    keep: Annotated[
        int,
        typer.Option(min=2, envvar="BLOEI_VERSIONS", help="Zoveel versies blijven bewaard."),
    ] = 24,
    progress_json: Annotated[
        bool, typer.Option("--progress-json", help="Meld elke stap als een regel JSON.")
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
    mapping = mapping or _kept(to)
    refuse_report(report, [*sources, mapping])
    refuse_workbook(refused, sources)
    wanted = Wanted(threshold, key, series, new_series.strip(), day_of(from_month))
    asked = Asked(
        sources, to, day_of(as_of), mapping, report, strict, accept_less,
        add, rehearse, refused, keep, progress_json, wanted,
    )  # fmt: skip
    try:
        if rehearse:
            rehearsed(asked)
            return
        done, opened, protector = _locked(asked)
    except OSError as error:
        raise not_written(to, error) from error
    _tell(asked, done, opened, protector)


def _kept(to: Path) -> Path | None:
    """The own headings that are kept beside the data file, if they are."""
    from data.delivery.recognition.mapping import kept_mapping

    kept = kept_mapping(to)
    return kept if kept.exists() else None


def _locked(asked: Asked) -> "tuple[ImportReport, OpenSeries, CubeProtector]":
    """The import, while nobody else writes in the folders that it writes in."""
    from analytics.disclosure.ledger import LedgerRefused
    from data.delivery.importer import DeliveryRefused, StrictRefused
    from data.file.lock import locked
    from data.versions import versioned

    place = asked.wanted.place_for(asked.to)
    folders = (asked.to.parent, versioned(asked.to).parent, place.parent)
    try:
        with locked(*folders), busy("Levering lezen", is_json=asked.is_json) as progress:
            return _loaded(asked, progress)
    except StrictRefused as refusal:
        if asked.is_json:
            say_refused_json()
        _print(asked, refusal.report)
        save_outcome(asked, refusal.report, refusal.report.as_json(), "Er is niets veranderd")
        raise stopped(str(refusal)) from refusal
    except (DeliveryRefused, LedgerRefused) as refusal:
        if asked.is_json and isinstance(refusal, DeliveryRefused):
            say_refused_json()
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
        add=asked.add,
        accept_less=asked.accept_less,
        keep=asked.keep,
    )
    return done, opened, protector


def _tell(
    asked: Asked, done: "ImportReport", opened: "OpenSeries", protector: "CubeProtector"
) -> None:
    """What came of an import that succeeded."""
    from exports.terminal import error_table

    _print(asked, done)
    if len(protector.errors) and not asked.is_json:
        out.print(error_table(protector.errors))
    tell = say_json if asked.is_json else say
    if opened.notice:
        (warn if asked.wanted.name else tell)(opened.notice)
    tell(f"Klaar: {asked.to} is bijgewerkt.")
    save_outcome(asked, done, done.as_json(), f"De import staat: {asked.to} is bijgewerkt")


def rehearsed(asked: Asked) -> None:
    """Shows what a load would do; OSError when there is no room for the scratch file."""
    from analytics.difference.rehearsal import rehearse
    from data.delivery.refusal import DeliveryRefused

    try:
        with busy("Levering lezen", is_json=asked.is_json) as progress:
            found = rehearse(
                asked.sources,
                asked.to,
                asked.taking,
                accept_less=asked.accept_less,
                progress=progress,
            )
    except DeliveryRefused as refusal:
        raise stopped(str(refusal)) from refusal
    refusals = (*found.refusals, *_of_the_series(asked))
    if not asked.is_json:
        print_rehearsal(found, refusals)
    plain = {**found.as_json(), "refusals": list(refusals)}
    save_outcome(asked, found.report, plain, "Dit was een proef: er is niets veranderd")


def _of_the_series(asked: Asked) -> list[str]:
    """Why the load would be refused for its series; nothing is written."""
    from analytics.disclosure.ledger import LedgerRefused
    from analytics.disclosure.series.opening import open_series

    try:
        open_series(asked.to, asked.wanted)
    except LedgerRefused as refusal:
        return [str(refusal)]
    return []


def print_rehearsal(found: "Rehearsal", refusals: Sequence[str]) -> None:
    """The report of the delivery and of what would change, on the terminal."""
    from rich.console import Console

    from analytics.difference.words import lines
    from data.delivery.terminal import print_report

    print_report(Console(file=out.file), found.report)
    say("\nWat er zou veranderen")
    for line in lines(found.changes):
        say(line)
    for refusal in refusals:
        say(f"\nZo wordt het laden geweigerd: {refusal}")
    say("\nDit was een proef: er is niets veranderd.")


def _print(asked: Asked, report: "ImportReport") -> None:
    from rich.console import Console

    from data.delivery.terminal import print_report

    if not asked.is_json:
        print_report(Console(file=out.file), report)


def save_outcome(
    asked: Asked, report: "ImportReport", plain: Mapping[str, object], stands: str
) -> None:
    """Saves the report and the refused rows where that was asked; `stands` is said on failure."""
    try:
        save_report(asked.report, plain)
        if asked.refused:
            save_refused(asked.refused, report, asked.sources, asked.mapping)
    except OSError as error:
        raise stopped(
            f"{stands}, maar het verslag of de werkmap kon niet worden bewaard ({reason(error)})."
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
