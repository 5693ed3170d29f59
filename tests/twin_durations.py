"""The naive twin of durations: person by person, from the records as they were known on a day.

A spell is a tuple of the age at which it was first followed (0: from its first day), the days that
it lasted, and how it ended.
"""

from collections import defaultdict
from datetime import date
from typing import Any

import pandas as pd

from analytics.catalog import Duration
from data.reference.areas import Level
from tests import twin

Spell = tuple[str, pd.Timestamp, pd.Timestamp, str]  # buurt, first day, last day, how it ended
Ended = tuple[int, int, str]

DAYS = {3: 91, 6: 183, 12: 365}
FEWEST = 5


def waits(known: twin.Frames, day: pd.Timestamp) -> list[Spell]:
    """The wait of every resident from the first scan."""
    owner = dict(zip(known["scans"]["scan_id"], known["scans"]["resident_id"], strict=True))
    ways = defaultdict(list)
    for scan, matched in columns(known["matches"], "scan_id", "matched_on"):
        ways[owner[scan]].append((matched, 0, "match"))
    visits: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    home: dict[str, str] = {}
    ordered = known["scans"].sort_values(["scanned_on", "scan_id"])
    for resident, *visit, buurt in columns(
        ordered, "resident_id", "scanned_on", "left_on", "buurt_code"
    ):
        home.setdefault(resident, buurt)
        visits[resident].append(tuple(visit))
    found = []
    for resident, days in visits.items():
        left = first_day_away(days)
        away = [] if left is None else [(left, 1, "left")]
        end, _, outcome = min(ways[resident] + away, default=(day, 2, ""))
        found.append((home[resident], days[0][0], end, outcome))
    return found


def columns(frame: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    """The values of some columns, row by row."""
    return list(zip(*(frame[name] for name in names), strict=True))


def first_day_away(visits: list[tuple[Any, ...]]) -> pd.Timestamp | None:
    """The first day on which a resident has been scanned and no scan is still open."""
    for left in sorted(left for _, left in visits if not pd.isna(left)):
        if all(other <= left for begun, other in visits if begun <= left):  # NaT is never earlier
            return pd.Timestamp(left)
    return None


def stays(known: twin.Frames, day: pd.Timestamp) -> list[Spell]:
    """How long every match that has started has run."""
    found = []
    matches = twin.with_buurt(known, "matches")
    for buurt, matched, started, ended in columns(
        matches, "buurt_code", "matched_on", "started_on", "ended_on"
    ):
        start = matched if pd.isna(started) else started
        if start <= day:
            end, how = (day, "") if pd.isna(ended) else (ended, "ended")
            found.append((buurt, start, end, how))
    return found


def followed(spell: Spell, since: pd.Timestamp) -> Ended | None:
    """A spell as it is followed from the evening of a day on; None if it was over by then."""
    _, first, last, how = spell
    if first >= since:
        return 0, (last - first).days, how
    if how and last <= since:
        return None
    return (since - first).days + 1, (last - first).days, how


def there(rows: list[Ended], time: int) -> int:
    """How many were followed for so long and were not over before."""
    return sum(came <= time <= lasted for came, lasted, _ in rows)


def chances(rows: list[Ended], outcome: str) -> list[tuple[int, float]]:
    """Each day on which anything ended, with the chance to have ended by the outcome by then."""
    going_on, chance, found = 1.0, 0.0, []
    for time in sorted({lasted for _, lasted, how in rows if how}):
        ends = [how for _, lasted, how in rows if lasted == time and how]
        chance += going_on * ends.count(outcome) / there(rows, time)
        going_on *= 1 - len(ends) / there(rows, time)
        found.append((time, chance))
    return found


def half(steps: list[tuple[int, float]], last: int) -> tuple[int | None, float]:
    """The day on which half is reached, and the middle of the step where that is exactly a half."""
    for time, chance in steps:
        if chance > 0.5 + 1e-9:
            return time, time
        if chance >= 0.5 - 1e-9:
            beyond = [later for later, more in steps if more > 0.5 + 1e-9]
            return time, (time + (beyond[0] if beyond else last)) / 2
    return None, 0


def value(rows: list[Ended], duration: Duration) -> float | None:
    """The figure of one area; None where it cannot be told."""
    steps, last = chances(rows, str(duration.outcome)), max(lasted for _, lasted, _ in rows)
    if duration.months is None:
        reached, middle = half(steps, last)
        return middle if reached is not None and is_told(rows, reached) else None
    moment = DAYS[duration.months]
    if not is_told(rows, moment):
        return None
    chance = max((chance for time, chance in steps if time <= moment), default=0.0)
    return 100 * (1 - chance if duration.is_lasting else chance)


def is_told(rows: list[Ended], moment: int) -> bool:
    """Whether enough were followed on every day until then."""
    return min(there(rows, time) for time in range(moment + 1)) >= FEWEST


def durations(
    frames: twin.Frames, duration: Duration, level: Level, start: date | None, day: date
) -> dict[str, float | None]:
    """The figure by area code; areas without any spell are absent."""
    known = twin.known_on(frames, day)
    around = twin.parents(level, frames)
    since = pd.Timestamp(start or date(1900, 1, 2)) - pd.Timedelta(days=1)
    by_area: dict[str, list[Ended]] = defaultdict(list)
    listed = {"wait": waits, "stay": stays}[duration.spell]
    for spell in listed(known, pd.Timestamp(day)):
        if ended := followed(spell, since):
            by_area[around[spell[0]]].append(ended)
    return {area: value(rows, duration) for area, rows in by_area.items()}
