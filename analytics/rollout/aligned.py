"""Areas side by side on the months since their own start, so that age does not decide who leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

from analytics.catalog import MIN_INHABITANTS, find
from analytics.figures.blur import threshold_of
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import Progress, progress
from analytics.thresholds import whole
from data.models.marts import last_closed_month
from data.periods import add_months, month_end, months_between
from data.reference.areas import Level

SUBJECTS = ("inwoners_bereikt", "scans", "vacatures", "matches")
ENOUGH = whole("areas_of_course")
PER = 1000


class Part(NamedTuple):
    """A wijk: what it counted in all at the end of every month since its start.

    `counts[0]` was there before the month of the start, `counts[1]` is the end of that month, and
    so on. `people` are its inhabitants (above 0).
    """

    counts: tuple[int, ...]
    people: int

    @property
    def age(self) -> int:
        """How many whole months the wijk takes part."""
        return len(self.counts) - 1


@dataclass(frozen=True)
class Curve:
    """An area as its started wijken together, each at its own age (see `curve_of`).

    `rates` is the line: per 1,000 inhabitants at every age. It never falls: at every age it grows
    by what the wijken gained that are so old, per inhabitant of theirs, and it ends where they
    hold less than half of the people. `is_new` says that the area takes part for less than a full
    month.
    """

    code: str
    name: str
    parts: tuple[Part, ...]
    rates: tuple[float, ...]
    is_pilot: bool = False
    is_new: bool = False

    @property
    def age(self) -> int:
        """How many whole months the line is long; of a wijk, how many it takes part."""
        return len(self.rates) - 1

    @property
    def ages(self) -> tuple[int, int]:
        """The age of the youngest and of the oldest wijk."""
        return min(part.age for part in self.parts), max(part.age for part in self.parts)

    @property
    def people(self) -> int:
        """The inhabitants of all its started wijken."""
        return sum(part.people for part in self.parts)

    def count(self, back: int = 0) -> int:
        """What its wijken counted in all, `back` months ago."""
        return sum(part.counts[part.age - back] for part in self.old(back))

    def old(self, back: int) -> list[Part]:
        """The wijken that took part `back` months ago."""
        return [part for part in self.parts if part.age >= back]

    def rate(self, age: int) -> float | None:
        """The line at an age; None where the area is not that old."""
        return self.rates[age] if age <= self.age else None


class Band(NamedTuple):
    """What areas of one age have: how many are that old, and the quartiles of their rates.

    The quartiles are None under ENOUGH areas.
    """

    areas: int
    low: float | None
    middle: float | None
    high: float | None


@dataclass(frozen=True)
class Field:
    """The curves of a level: the pilot as one area (None before others follow), and each area.

    They count one subject up to the end of the month of `last`; counts under `threshold` are
    rounded.
    """

    subject: str
    last: date
    pilot: Curve | None
    curves: tuple[Curve, ...]
    level: Level = Level.WIJK
    threshold: int = 0

    @property
    def others(self) -> list[Curve]:
        """The areas outside the pilot that are at least a full month old."""
        old = [curve for curve in self.curves if curve.age > 0 and not curve.is_new]
        return [curve for curve in old if not curve.is_pilot]


def subject_of(indicator: str) -> str:
    """The subject that belongs to an indicator: of matches_per_1000 the matches."""
    measure = find(indicator).measure
    return next((name for name in SUBJECTS if find(name).measure == measure), SUBJECTS[0])


def field(marts: Marts, subject: str, level: Level, as_of: date) -> Field:
    """The curves of every started area of a level, in whole months up to `as_of`.

    Only wijken have a start of their own, and larger areas are their wijken taken together. A buurt
    and an own area have no curve: what their wijken counted is not theirs.
    """
    last = last_closed_month(as_of)
    rollout = progress(marts, Level.WIJK, last)
    parts = _parts(marts, subject, rollout, last)
    pilots = [part for code, part in parts.items() if rollout[code].is_pilot]
    names = marts.areas(level).set_index("area_code")["area_name"]
    areas = {} if level in (Level.BUURT, Level.OWN) else progress(marts, level, last)
    curves = (
        curve_of(
            [parts[wijk] for wijk in area.wijken if wijk in parts],
            code,
            names[code],
            is_pilot=area.is_pilot,
            is_new=area.is_new(last),
        )
        for code, area in areas.items()
    )
    found = tuple(curve for curve in curves if curve)
    threshold = threshold_of(find(subject).measure, marts.threshold)
    pilot = curve_of(pilots, "", "pilot", is_pilot=True)
    return Field(subject, last, pilot, found, level, threshold)


def _parts(
    marts: Marts, subject: str, rollout: Mapping[str, Progress], last: date
) -> dict[str, Part]:
    """Every started wijk with enough inhabitants for a rate, by code."""
    since = {code: area.since for code, area in rollout.items() if area.since}
    if not since:
        return {}
    standing = _standing(marts, find(subject).measure, min(since.values()), last)
    people = (
        marts.areas(Level.WIJK, last).set_index("area_code")["inhabitants"].fillna(0).astype(int)
    )
    return {
        code: Part(since_start(standing[code], day), int(people[code]))
        for code, day in since.items()
        if people[code] >= MIN_INHABITANTS
    }


def _standing(marts: Marts, measure: str, first: date, last: date) -> pd.DataFrame:
    """The running total at the end of every month (rows, in order) per wijk (columns)."""
    before = add_months(first, -1)
    days = [month_end(add_months(before, n)) for n in range(months_between(before, last) + 1)]
    found = marts.standing(measure, Level.WIJK, days)
    table = found.pivot_table(index="day", columns="area_code", values="total", aggfunc="sum")
    return table.sort_index()


def since_start(totals: "pd.Series[int]", since: date) -> tuple[int, ...]:
    """The totals at month ends (index: days, in order) from the month before a start."""
    first = pd.Timestamp(since) - pd.Timedelta(days=1)
    return tuple(int(total) for total in totals[totals.index >= first])


def curve_of(
    parts: Sequence[Part], code: str, name: str, *, is_pilot: bool = False, is_new: bool = False
) -> Curve | None:
    """Wijken as one area, each at its own age; None without any."""
    if not parts:
        return None
    return Curve(code, name, tuple(parts), tuple(_chained(parts)), is_pilot, is_new)


def _chained(parts: Sequence[Part]) -> list[float]:
    """The line of wijken together: at every age the gain of those that are so old.

    That is the rate of those wijken, moved to where the line was before others dropped out.
    """
    total, before, offset = sum(part.people for part in parts), list(parts), 0.0
    line: list[float] = []
    for age in range(max(part.age for part in parts) + 1):
        old = [part for part in parts if part.age >= age]
        if sum(part.people for part in old) * 2 < total:
            break
        if len(old) < len(before):
            offset += _rate(before, age - 1) - _rate(old, age - 1)
        line.append(max(offset + _rate(old, age), *line[-1:], 0.0))
        before = old
    return line


def _rate(parts: Sequence[Part], age: int) -> float:
    return sum(part.counts[age] for part in parts) / sum(part.people for part in parts) * PER


def bands(curves: Sequence[Curve], ages: Sequence[int]) -> list[Band]:
    """The middle half of areas at ages from 0 up.

    Its lines do not fall where the oldest areas are few: at every age they grow as the quartiles
    of the areas that are so old did.
    """
    found: list[Band] = []
    for age in ages:
        rates = [curve.rates[: age + 1] for curve in curves if curve.age >= age]
        if len(rates) < ENOUGH:
            found.append(Band(len(rates), None, None, None))
        elif age == 0:
            found.append(Band(len(rates), *_quartiles([line[0] for line in rates])))
        else:
            found.append(Band(len(rates), *_grown(found[-1], rates)))
    return found


def _grown(before: Band, lines: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    """The quartiles a month on, of lines that all reach that month, in their order."""
    gains = np.subtract(
        _quartiles([line[-1] for line in lines]), _quartiles([line[-2] for line in lines])
    )
    starts = (before.low or 0.0, before.middle or 0.0, before.high or 0.0)
    low, middle, high = (float(start + gain) for start, gain in zip(starts, gains, strict=True))
    return min(low, middle), middle, max(middle, high)


def _quartiles(rates: Sequence[float]) -> tuple[float, float, float]:
    low, middle, high = (float(part) for part in np.quantile(rates, (0.25, 0.5, 0.75)))
    return low, middle, high
