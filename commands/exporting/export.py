"""`bloei.py export`: cards, reports and all figures as files, as the dashboard makes them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from commands.answers import WRONG_USAGE, busy, reason, say, stopped, warn
from commands.exporting.options import (
    Area,
    AtLevel,
    Chart,
    Day,
    Explanation,
    ForAudience,
    Formats,
    InWindow,
    MapIndicator,
    OutFolder,
    Parts,
    Periods,
    Refresh,
    Report,
    ShowList,
    Template,
    Verify,
)
from commands.options import DataFile, data_file, day_of
from commands.refusals import making, writing

if TYPE_CHECKING:
    from commands.exporting.asked import Asked


def export(
    report: Report = "",
    chart: Chart = "",
    area: Area = "",
    level: AtLevel = "",
    indicator: MapIndicator = "",
    as_of: Day = None,
    window: InWindow = "alles",
    audience: ForAudience = "gemeente",
    period: Periods = "",
    formats: Formats = "",
    parts: Parts = "",
    explanation: Explanation = None,
    template: Template = "",
    to: OutFolder = None,
    file: DataFile = None,
    verify: Verify = None,
    refresh: Refresh = None,
    list_: ShowList = False,
) -> None:
    """Maak rapporten, losse kaartjes of alle cijfers als bestanden, om mee te nemen."""
    from commands.exporting.asked import Asked, choices

    if list_:
        say(choices())
    elif verify is not None:
        _verify(verify)
    else:
        asked = Asked(
            report=report,
            chart=chart,
            area=area,
            level=level,
            indicator=indicator,
            as_of=day_of(as_of),
            window=window,
            formats=formats,
            parts=parts,
            explanation=explanation,
            period=period,
            template=template,
            refresh=refresh.name if refresh else "",
        )
        make = partial(_refresh, refresh) if refresh else _export
        make(asked, to, data_file(file), audience)


def _export(asked: "Asked", to: Path | None, file: Path, audience: str) -> None:
    """Makes the files, whole or not at all."""
    from commands.exporting.exporting import Exporting

    if to is None:
        raise stopped("Noem met --out de map voor de bestanden.", WRONG_USAGE)
    with writing(to, "Gestopt; er is niets geschreven."), making():
        exporting = Exporting(file, audience, asked)
        for note in exporting.notes:
            warn(note)
        with busy("Bestanden maken"):
            names = exporting.deliver(to)
    say(f"Klaar: {len(names)} bestanden in {to}.")


def _refresh(deck: Path, asked: "Asked", to: Path | None, file: Path, audience: str) -> None:
    """Makes a presentation with newer figures beside the one that was given."""
    from commands.exporting.refresh import refresh

    if to is None:
        raise stopped("Noem met --out de map voor de vernieuwde presentatie.", WRONG_USAGE)
    stopped_words = "Gestopt; er is niets geschreven."
    with writing(to, stopped_words), making(), busy("Presentatie vernieuwen"):
        told = refresh(deck, to, file, audience, asked)
    for line in told:
        say(line)
    say(f"Klaar: de vernieuwde presentatie staat in {to}.")


def _verify(folder: Path) -> None:
    """Says whether every file of an export is there as it was made."""
    from exports.manifest import SUMS, verify

    try:
        found = verify(folder)
    except OSError as error:
        raise stopped(f"{folder / SUMS} kan niet worden gelezen ({reason(error)}).") from error
    except ValueError as error:
        raise stopped(f"{folder}: {error} Maak de export opnieuw.") from error
    for name in found.unknown:
        warn(f"Niet nagekeken, want niet van deze export: {name}")
    if not found.is_good:
        told = [f"Veranderd: {name}" for name in found.changed]
        told += [f"Weg: {name}" for name in found.gone]
        raise stopped("\n".join([*told, "Maak de export opnieuw, of haal de map uit een back-up."]))
    say(f"Alle {len(found.good)} bestanden in {folder} zijn zoals ze zijn gemaakt.")
