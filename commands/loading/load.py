"""`bloei.py import`: a data file from a delivery."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from commands.answers import (
    busy,
    not_written,
    out,
    say,
    say_json,
    say_refused_json,
    stopped,
    warn,
)
from commands.loading import options
from commands.loading.asked import Asked
from commands.loading.rehearsal import rehearsed, save_outcome
from commands.options import Day, Report, Target, day_of
from commands.paths import (
    refuse_report,
    refuse_target,
    refuse_workbook,
)

if TYPE_CHECKING:
    from analytics.disclosure.protector import CubeProtector
    from analytics.disclosure.series.place import OpenSeries
    from data.delivery.report import ImportReport


def import_(
    sources: options.Sources,
    to: Target,
    as_of: Day = None,
    mapping: options.Mapping = None,
    report: Report = None,
    strict: options.Strict = False,
    accept_less: options.AcceptLess = False,
    add: options.Add = False,
    rehearse: options.Rehearse = False,
    refused: options.Refused = None,
    keep: options.Keep = 24,
    progress_json: options.ProgressJson = False,
    threshold: options.Threshold = None,
    series: options.SeriesPlace = None,
    new_series: options.NewSeries = "",
    from_month: options.FromMonth = None,
    key: options.SeriesKey = None,
) -> None:
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
    from data.file.versions import versioned

    place = asked.wanted.place_for(asked.to)
    folders = (asked.to.parent, versioned(asked.to).parent, place.parent)
    try:
        with (
            locked(*folders),
            _uncollected(),
            busy("Levering lezen", is_json=asked.is_json) as progress,
        ):
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


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nobody walks past the millions of cells of a delivery to look for garbage: they all live."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _loaded(
    asked: Asked, progress: Callable[[str], None]
) -> "tuple[ImportReport, OpenSeries, CubeProtector]":
    from analytics.disclosure.protector import protector_of
    from analytics.disclosure.series.opening import open_series
    from data.delivery.importer import import_delivery

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


def _print(asked: Asked, report: "ImportReport") -> None:
    from rich.console import Console

    from data.delivery.terminal import print_report

    if not asked.is_json:
        print_report(Console(file=out.file), report)
