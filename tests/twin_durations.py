"""The naive twin of durations: person by person, from the records as they were known on a day."""

from collections import defaultdict
from datetime import date
from typing import Any

import pandas as pd

from analytics.catalog import Duration
from data.areas import Level
from tests import twin

Ended = tuple[int, str]  # days that it lasted, and how it ended ("" when it goes on)

DAYS = {3: 91, 6: 183, 12: 365}
FEWEST = 5


def waits(known: twin.Frames, day: pd.Timestamp) -> list[tuple[str, Ended]]:
    """The buurt of every resident, and the wait from the first scan."""
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
        found.append((home[resident], ((end - days[0][0]).days, outcome)))
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


def stays(known: twin.Frames, day: pd.Timestamp) -> list[tuple[str, Ended]]:
    """The buurt of every match that has started, and how long it has run."""
    found = []
    matches = twin.with_buurt(known, "matches")
    for buurt, matched, started, ended in columns(
        matches, "buurt_code", "matched_on", "started_on", "ended_on"
    ):
        start = matched if pd.isna(started) else started
        if start <= day:
            end, how = (day, "") if pd.isna(ended) else (ended, "ended")
            found.append((buurt, ((end - start).days, how)))
    return found


def chances(rows: list[Ended], outcome: str) -> list[tuple[int, float]]:
    """Each day on which anything ended, with the chance to have ended by the outcome by then."""
    going_on, chance, found = 1.0, 0.0, []
    for time in sorted({lasted for lasted, how in rows if how}):
        there = sum(lasted >= time for lasted, _ in rows)
        ends = [how for lasted, how in rows if lasted == time and how]
        chance += going_on * ends.count(outcome) / there
        going_on *= 1 - len(ends) / there
        found.append((time, chance))
    return found


def value(rows: list[Ended], duration: Duration) -> float | None:
    """The figure of one area; None where it cannot be told."""
    if len(rows) < FEWEST:
        return None
    steps = chances(rows, str(duration.outcome))
    if duration.months is None:
        return next((time for time, chance in steps if chance >= 0.5 - 1e-9), None)
    moment, last = DAYS[duration.months], max(rows)[0]
    if moment > last and (last, "") in rows:
        return None
    chance = max((chance for time, chance in steps if time <= moment), default=0.0)
    return 100 * (1 - chance if duration.is_lasting else chance)


def durations(
    frames: twin.Frames, duration: Duration, level: Level, day: date
) -> dict[str, float | None]:
    """The figure by area code; areas without any spell are absent."""
    known = twin.known_on(frames, day)
    around = twin.parents(level, frames)
    by_area: dict[str, list[Ended]] = defaultdict(list)
    listed = {"wait": waits, "stay": stays}[duration.spell]
    for buurt, ended in listed(known, pd.Timestamp(day)):
        by_area[around[buurt]].append(ended)
    return {area: value(rows, duration) for area, rows in by_area.items()}
