"""Areas against the pilot: every wijk at the age that it has now, observed against expected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import numpy as np

from analytics.figures.certainty import Rate, claimable, comparable
from analytics.rollout.aligned import ENOUGH, PER, Curve, Field, bands
from analytics.statistics.chance import LIMIT, Ratio, discoveries, expected_ratio
from data.periods import add_months
from data.reference.areas import Level

EQUAL = 1e-9  # what counts differ by computing only
KEPT_FIELDS = 200  # whose comparisons are remembered: a page asks the same ones several times


@dataclass(frozen=True)
class Comparison:
    """An area now, each of its wijken at the age that it has now.

    `rate` is what it counted per 1,000 inhabitants, `pilot` that against what it would have at the
    rates of the pilot, `middle` what it would have at those of the middle of the others (per 1,000
    inhabitants), `rank` its place among the `among` that were ever that old (None where rounding
    may have made it). `behind_since` is the first month of the time that it is below the pilot
    without a break; None when it is not.
    `expected` is the count that it would have at the rates of the pilot. `is_settled` says that
    rounding cannot have made the difference with it, `is_real` that chance cannot either, given
    how many areas are compared.
    """

    curve: Curve
    rate: float
    expected: float | None
    pilot: Ratio | None
    middle: float | None
    rank: int | None
    among: int
    behind_since: date | None
    is_settled: bool = True
    is_real: bool = False

    @property
    def is_behind(self) -> bool:
        """Whether it counted less than the pilot had at the same age, for sure."""
        return self.behind_since is not None and self.is_settled


@lru_cache(maxsize=KEPT_FIELDS)
def comparisons(found: Field) -> tuple[Comparison, ...]:
    """Every area outside the pilot, the one furthest behind the pilot first, equals by name.

    Of the areas that are called really different, one in twenty may be so by chance.
    """
    middles = _middles(found)
    compared = [_comparison(curve, found, middles) for curve in found.others]
    chances = discoveries([area.pilot.probability if area.pilot else 1.0 for area in compared])
    judged = (
        replace(area, is_real=chance < LIMIT and area.is_settled)
        for area, chance in zip(compared, chances, strict=True)
    )
    return tuple(sorted(judged, key=_order))


def _order(found: Comparison) -> tuple[float, str]:
    ratio = found.pilot.value if found.pilot else None
    return (float("inf") if ratio is None else ratio, found.curve.name)


def _middles(found: Field) -> list[float]:
    """The middle of the areas outside the pilot by age, as far as there are enough."""
    oldest = max((curve.age for curve in found.others), default=0)
    middles = [band.middle for band in bands(found.others, range(oldest + 1))]
    return [rate for rate in middles if rate is not None]


def _comparison(curve: Curve, found: Field, middles: Sequence[float]) -> Comparison:
    """One area against the field that it is part of, and its middle by age."""
    count = curve.count()
    others = [
        other
        for other in found.others
        if other != curve and claimable(other.count(), found.threshold)
    ]
    peers = [_as_peer(curve, other, found) for other in others]
    known = [peer for peer in peers if peer is not None]
    middle = _middle(curve, known, found, middles)
    expected = _expected(curve, found.pilot.rates) if found.pilot else None
    return Comparison(
        curve=curve,
        rate=count / curve.people * PER,
        expected=expected,
        pilot=_against(curve, found.pilot),
        middle=None if middle is None else middle / curve.people * PER,
        rank=_rank(count, known) if claimable(count, found.threshold) else None,
        among=1 + len(known),
        behind_since=_behind_since(curve, found),
        is_settled=_is_settled(count, expected, found.threshold),
    )


def _rank(count: int, peers: Sequence[float]) -> int:
    return 1 + sum(peer > count + EQUAL for peer in peers)


def _is_settled(count: int, expected: float | None, threshold: int) -> bool:
    if expected is None:
        return claimable(count, threshold)
    return comparable(Rate(count), Rate(expected), threshold)


def _as_peer(curve: Curve, other: Curve, found: Field) -> float | None:
    """What an area would have counted if it did as another; None when that is not known.

    A wijk would have the rate of the other at its own age. Of larger areas the wijken differ in
    age: these would be as far from the pilot as the other.
    """
    if found.level is Level.WIJK:
        return _expected(curve, other.rates)
    if found.pilot is None:
        return None
    theirs = _expected(other, found.pilot.rates)
    wanted = _expected(curve, found.pilot.rates)
    return other.count() / theirs * wanted if theirs and wanted is not None else None


def _middle(
    curve: Curve, peers: Sequence[float], found: Field, middles: Sequence[float]
) -> float | None:
    """What an area would have counted as the middle of the others, itself among them."""
    if found.level is Level.WIJK:
        return _expected(curve, middles)
    counts = [*peers, curve.count()]
    return float(np.median(counts)) if len(counts) >= ENOUGH else None


def _expected(curve: Curve, rates: Sequence[float], back: int = 0) -> float | None:
    """What an area would count at rates by age, each wijk at its own; None beyond the rates."""
    old = [(part.people, part.age - back) for part in curve.old(back)]
    if any(age >= len(rates) for _, age in old):
        return None
    return sum(people * rates[age] for people, age in old) / PER


def _against(curve: Curve, pilot: Curve | None) -> Ratio | None:
    """What an area counted against what it would have at the rates of the pilot."""
    if pilot is None or _expected(curve, pilot.rates) is None:
        return None
    steps = np.diff(_totals(pilot), prepend=0)
    people = [
        sum(part.people for part in curve.parts if part.age >= age) for age in range(len(steps))
    ]
    return expected_ratio(curve.count(), steps, np.array(people) / pilot.people)


def _totals(pilot: Curve) -> list[int]:
    """What the wijken of the pilot counted together; they are all as old."""
    return [sum(counts) for counts in zip(*(part.counts for part in pilot.parts), strict=True)]


def _behind_since(curve: Curve, found: Field) -> date | None:
    """The first month of the last unbroken time below the pilot."""
    behind = 0
    for back in range(curve.ages[1]):
        wanted = _expected(curve, found.pilot.rates, back) if found.pilot else None
        if wanted is None or curve.count(back) > wanted - EQUAL:
            break
        behind += 1
    return add_months(found.last.replace(day=1), 1 - behind) if behind else None
