"""What cards must show, counted once more from the records in plain Python."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import pandas as pd

from analytics.catalog import find
from analytics.figures.selection import Selection
from charts.card import Card, Line
from data.reference.areas import Level, areas
from tests import twin
from tests.twin import Frames

Figure = float | str | None
LEVELS = (Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM)


def lines(card: Card) -> dict[str, Line]:
    """The lines of a card by area code."""
    assert card.table is not None, card.note
    return {line.code: line for line in card.table.lines}


def column(card: Card, heading: str) -> dict[str, Figure]:
    """The cells under a heading by area code."""
    assert card.table is not None, card.note
    at = [found.heading for found in card.table.columns].index(heading)
    return {code: line.cells[at] for code, line in lines(card).items()}  # type: ignore[misc]


_PARENTS: dict[tuple[int, Level], dict[str, str]] = {}


def _parents(frames: Frames, level: Level) -> dict[str, str]:
    """Once for every city: the codes of the areas around places."""
    key = id(frames), level
    if key not in _PARENTS:
        _PARENTS[key] = twin.parents(level, frames)
    return _PARENTS[key]


def wijken_of(frames: Frames, level: Level, code: str) -> list[str]:
    """The wijken inside an area, or around a buurt."""
    wijken = [area.code for area in areas() if area.level is Level.WIJK]
    if level is Level.GEMEENTE:
        return wijken
    if level is Level.BUURT:
        return [area.parent for area in areas() if area.code == code]
    around = _parents(frames, level)
    return [wijk for wijk in wijken if around.get(wijk) == code]


def start_of(frames: Frames, wijk: str, day: date) -> date | None:
    """The day on which a wijk started, when that was known on a day."""
    rollout = frames["rollout"]
    [*found] = rollout[rollout["wijk_code"] == wijk]["started_on"]
    starts = [start.date() for start in found if pd.notna(start) and start.date() <= day]
    return min(starts, default=None)


def has_started(frames: Frames, level: Level, code: str, day: date) -> bool:
    return any(start_of(frames, wijk, day) for wijk in wijken_of(frames, level, code))


def count(
    frames: Frames, indicator: str, level: Level, code: str, start: date | None, day: date
) -> int:
    """A count of the catalogue in one area over a stretch of days (a stock: at its end)."""
    return amounts(frames, indicator, level, start, day)[code]


_AMOUNTS: dict[tuple[object, ...], Counter[str]] = {}


def amounts(
    frames: Frames, indicator: str, level: Level, start: date | None, day: date
) -> Counter[str]:
    """A count in all areas of a level, once for every question."""
    key = id(frames), indicator, level, start, day
    if key not in _AMOUNTS:
        _AMOUNTS[key] = twin.amount(frames, find(indicator).measure, level, start, day)
    return _AMOUNTS[key]


def months(first: date, last: date) -> Iterable[tuple[date, date]]:
    """The first and last day of every whole month between two days."""
    start = first.replace(day=1)
    while (end := (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)) <= last:
        yield start, end
        start = end + timedelta(days=1)


def selection(level: Level, day: date) -> Selection:
    """All areas of a level since the start."""
    return Selection(level, day)


def ends(first: date) -> date:
    """The last day of the month that begins on a day."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def stamp(day: date) -> pd.Timestamp:
    """A day as the records hold it."""
    return pd.Timestamp(day)


def had_month(frames: Frames, level: Level, code: str, day: date) -> bool:
    """Whether a wijk of the area had started by the end of the month of a day."""
    return has_started(frames, level, code, ends(day.replace(day=1)))
