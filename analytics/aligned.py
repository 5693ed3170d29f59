"""Areas side by side on the months since their own start, so that age does not decide who leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

from analytics.catalog import MIN_INHABITANTS, find
from analytics.chance import Ratio, rate_ratio
from analytics.marts import Marts
from analytics.periods import add_months, month_end, months_between
from analytics.rollout import Progress, progress
from data.areas import Level
from data.marts import last_closed_month

SUBJECTS = ("inwoners_bereikt", "scans", "vacatures", "matches")
ENOUGH = 3  # areas; what fewer have in common is no common course
PER = 1000


@dataclass(frozen=True)
class Curve:
    """What an area counted in all at the end of every month since its start.

    `counts[0]` was there before the month of the start, `counts[1]` is the end of that month, and
    so on. `people` are the inhabitants (above 0) that each count is about.
    """

    code: str
    name: str
    counts: tuple[int, ...]
    people: tuple[int, ...]
    is_pilot: bool = False

    @property
    def age(self) -> int:
        """How many whole months the area takes part."""
        return len(self.counts) - 1

    def rate(self, age: int) -> float | None:
        """The count per 1,000 inhabitants at an age; None where the area is not that old."""
        return self.counts[age] / self.people[age] * PER if age <= self.age else None


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

    `shown` counts one subject up to the end of the month of `last`.
    """

    subject: str
    last: date
    pilot: Curve | None
    curves: tuple[Curve, ...]

    @property
    def others(self) -> list[Curve]:
        """The areas outside the pilot that are at least a month old."""
        return [curve for curve in self.curves if not curve.is_pilot and curve.age > 0]


@dataclass(frozen=True)
class Comparison:
    """An area at the age that it has now.

    `pilot` is its rate against that of the pilot at that age, `middle` the median of the others
    at that age, `rank` its place among the `among` others that were ever that old. `behind_since`
    is the first month of the time that it is below the pilot without a break; None when it is not.
    """

    curve: Curve
    rate: float
    pilot: Ratio | None
    middle: float | None
    rank: int
    among: int
    behind_since: date | None


def subject_of(indicator: str) -> str:
    """The subject that belongs to an indicator: of matches_per_1000 the matches."""
    measure = find(indicator).measure
    return next((name for name in SUBJECTS if find(name).measure == measure), SUBJECTS[0])


def field(marts: Marts, subject: str, level: Level, as_of: date) -> Field:
    """The curves of every started area of a level, in whole months up to `as_of`.

    Only wijken have a start of their own: other areas are their wijken taken together.
    """
    last = last_closed_month(as_of)
    wijken = _curves(marts, subject, last)
    pilot = pooled("", "pilot", [curve for curve in wijken.values() if curve.is_pilot])
    names = marts.areas(level).set_index("area_code")["area_name"]
    curves = (
        pooled(code, names[code], [wijken[wijk] for wijk in area.wijken if wijk in wijken])
        for code, area in progress(marts, level, last).items()
    )
    return Field(subject, last, pilot, tuple(curve for curve in curves if curve))


def _curves(marts: Marts, subject: str, last: date) -> dict[str, Curve]:
    """The curve of every started wijk with enough inhabitants for a rate, by code."""
    found = {code: area for code, area in progress(marts, Level.WIJK, last).items() if area.since}
    if not found:
        return {}
    standing = _standing(marts, find(subject).measure, _first(found), last)
    people = (
        marts.areas(Level.WIJK, last).set_index("area_code")["inhabitants"].fillna(0).astype(int)
    )
    return {
        code: _curve(code, since_start(standing[code], area.since), int(people[code]), area)
        for code, area in found.items()
        if area.since and people[code] >= MIN_INHABITANTS
    }


def _curve(code: str, counts: tuple[int, ...], people: int, area: Progress) -> Curve:
    return Curve(code, code, counts, (people,) * len(counts), area.is_pilot)


def _first(found: Mapping[str, Progress]) -> date:
    return min(area.since for area in found.values() if area.since)


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


def pooled(code: str, name: str, curves: Sequence[Curve]) -> Curve | None:
    """Areas as one, each at its own age; None without any.

    At every age only those count that are that old. The curve ends where they hold less than half
    of the people: the few that are older would speak for all.
    """
    total = sum(curve.people[0] for curve in curves)
    counts, people = [], []
    for age in range(max((curve.age for curve in curves), default=-1) + 1):
        old = [curve for curve in curves if curve.age >= age]
        counts.append(sum(curve.counts[age] for curve in old))
        people.append(sum(curve.people[age] for curve in old))
    ages = sum(part * 2 >= total for part in people)
    if not ages:
        return None
    is_pilot = all(curve.is_pilot for curve in curves)
    return Curve(code, name, tuple(counts[:ages]), tuple(people[:ages]), is_pilot)


def band(curves: Sequence[Curve], age: int) -> Band:
    """The middle half of the rates at an age, of the areas that reached it."""
    rates = [rate for curve in curves if (rate := curve.rate(age)) is not None]
    if len(rates) < ENOUGH:
        return Band(len(rates), None, None, None)
    low, middle, high = (float(part) for part in np.quantile(rates, (0.25, 0.5, 0.75)))
    return Band(len(rates), low, middle, high)


def comparisons(found: Field) -> list[Comparison]:
    """Every area outside the pilot at its own age, the one furthest behind the pilot first."""
    compared = [comparison(curve, found) for curve in found.others]
    return sorted(compared, key=_order)


def _order(found: Comparison) -> tuple[float, str]:
    ratio = found.pilot.value if found.pilot else None
    return (float("inf") if ratio is None else ratio, found.curve.name)


def comparison(curve: Curve, found: Field) -> Comparison:
    """One area at its own age against the field, whether it is part of it or not."""
    rate = curve.rate(curve.age) or 0.0
    peers = [other.rate(curve.age) for other in found.others]
    rates = [peer for peer in peers if peer is not None]
    return Comparison(
        curve=curve,
        rate=rate,
        pilot=_against(curve, found.pilot),
        middle=band(found.others, curve.age).middle,
        rank=1 + sum(peer > rate for peer in rates),
        among=len(rates),
        behind_since=_behind_since(curve, found),
    )


def _against(curve: Curve, pilot: Curve | None) -> Ratio | None:
    if pilot is None or pilot.age < curve.age:
        return None
    age = curve.age
    return rate_ratio(curve.counts[age], curve.people[age], pilot.counts[age], pilot.people[age])


def _behind_since(curve: Curve, found: Field) -> date | None:
    """The first month of the last unbroken time below the pilot."""
    behind = 0
    for age in range(curve.age, 0, -1):
        own, first = curve.rate(age), found.pilot.rate(age) if found.pilot else None
        if own is None or first is None or own >= first:
            break
        behind += 1
    return add_months(found.last.replace(day=1), 1 - behind) if behind else None
