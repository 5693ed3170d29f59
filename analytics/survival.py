"""How long things last when some still go on: life tables and the curves that follow from them.

Small and over arrays, because statsmodels (the reference in the tests) takes two seconds to load,
has Greenwood's formula for single records only and no error for weighted competing risks.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.spells import Clock

Floats = NDArray[np.floating[Any]]

CONFIDENCE = 0.95
HALF = 0.5
_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
_ROUNDING = 1e-9  # a product of fractions that ought to be a half may be a trifle more


@dataclass(frozen=True)
class Interval:
    """An estimate with the ends of its 95% interval; an end is None while it is out of sight."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class LifeTable:
    """Who was there at each time and who left, one entry for each time at which anything is seen.

    `times` are the steps at which the exits count, in ascending order; `at_risk` is whom they are
    divided by. `entered` is the number of spells, `seen` up to which time any was followed.
    `exits` has a row of counts for each outcome.
    """

    clock: Clock
    times: Floats
    at_risk: Floats
    exits: dict[str, Floats]
    entered: int
    seen: int

    @property
    def all_exits(self) -> Floats:
        """The exits of every outcome together."""
        return np.asarray(sum(self.exits.values(), np.zeros(len(self.times))))


@dataclass(frozen=True)
class Curve:
    """The part that has left (`share`, rising from 0) at each time, with its 95% band."""

    table: LifeTable
    share: Floats
    low: Floats
    high: Floats

    def at(self, step: float) -> Interval | None:
        """The part that had left by then; None beyond what was followed."""
        index = int(np.searchsorted(self.table.times, step, side="right")) - 1
        if step > self.table.seen and (index < 0 or self._goes_on(index)):
            return None
        if index < 0:
            return Interval(0, 0, 0)
        ends = float(self.low[index]), float(self.high[index])
        return Interval(float(self.share[index]), *ends)

    def half(self) -> Interval | None:
        """The time by which half has left (Brookmeyer and Crowley 1982); None while it has not.

        Exits of a whole step are taken to be spread evenly over it.
        """
        value = self._reaches(self.share)
        if value is None:
            return None
        return Interval(value, self._reaches(self.high), self._reaches(self.low))

    def _goes_on(self, index: int) -> bool:
        """Whether anybody was left after the last time."""
        table = self.table
        left = np.prod(1 - table.all_exits[: index + 1] / table.at_risk[: index + 1])
        return bool(left > _ROUNDING)

    def _reaches(self, rising: Floats) -> float | None:
        reached = np.flatnonzero(rising >= HALF - _ROUNDING)
        if not len(reached):
            return None
        at = int(reached[0])
        time = float(self.table.times[at])
        if not self.table.clock.is_whole:
            return time
        before = float(rising[at - 1]) if at else 0.0
        return time - 1 + (HALF - before) / (float(rising[at]) - before)


def life_table(
    spells: pd.DataFrame, clock: Clock, outcomes: Sequence[str], each: int = 1
) -> LifeTable:
    """The life table of spells (columns lasted, outcome, total).

    A spell with another outcome than `outcomes` is followed up to its end and no further. On a
    clock of whole steps the exits of a step count at its end, and who is followed into a step but
    not through it counts for half (the actuarial estimate: Cutler and Ederer 1958). Where one
    record stands for `each` spells the counts are those of records, so that the bands are as wide
    as so few records make them (the effective sample size of Kish 1965).
    """
    lasted = spells["lasted"].to_numpy(dtype=np.int64)
    ends = spells["outcome"].to_numpy(dtype=object)
    total: Floats = spells["total"].to_numpy(dtype=np.float64) / each
    times, place = np.unique(lasted, return_inverse=True)
    exits = {
        outcome: _sums(place, np.where(ends == outcome, total, 0.0), len(times))
        for outcome in outcomes
    }
    leaving = _sums(place, total, len(times))
    at_risk = leaving[::-1].cumsum()[::-1]
    followed = leaving - sum(exits.values(), np.zeros(len(times)))
    return LifeTable(
        clock=clock,
        times=times + float(clock.is_whole),
        at_risk=at_risk - followed / 2 if clock.is_whole else at_risk,
        exits=exits,
        entered=int(spells["total"].sum()),
        seen=int(times.max(initial=-1)),
    )


def _sums(place: NDArray[np.int64], amounts: Floats, count: int) -> Floats:
    return np.bincount(place, amounts, count).astype(np.float64)


def at_risk(spells: pd.DataFrame, step: int) -> int:
    """How many of the spells (columns lasted, total) were followed for at least so long."""
    return int(spells["total"][spells["lasted"] >= step].sum())


def kaplan_meier(table: LifeTable, outcome: str) -> Curve:
    """The part that has left by one outcome, if nobody left by another.

    One minus the product-limit estimate (Kaplan and Meier 1958) with Greenwood's variance (1926)
    and the band on the scale of log(-log) (Kalbfleisch and Prentice 1980), as R's survfit has it
    with conf.type "log-log".
    """
    exits, number = table.exits[outcome], table.at_risk
    staying = np.cumprod(1 - exits / number)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = staying * np.sqrt(np.cumsum(exits / (number * (number - exits))))
    low, high = _band(staying, error)
    return Curve(table, 1 - staying, 1 - high, 1 - low)


def aalen_johansen(table: LifeTable, outcome: str) -> Curve:
    """The part that has left by one outcome while others leave by another.

    The estimate of Aalen and Johansen (1978) with the variance of Marubini and Valsecchi (1995,
    formula 10.12) and the band on the scale of log(-log) (Choudhury 2002).
    """
    number, exits, every = table.at_risk, table.exits[outcome], table.all_exits
    before = np.concatenate([[1.0], np.cumprod(1 - every / number)[:-1]])
    steps = before * exits / number
    share = np.minimum(np.cumsum(steps), 1)  # fractions may add up to a trifle more
    low, high = _band(share, np.sqrt(_incidence_variance(table, exits, before, share)))
    return Curve(table, share, low, high)


def _incidence_variance(table: LifeTable, exits: Floats, before: Floats, share: Floats) -> Floats:
    """The sum over earlier times s of what makes share(t) uncertain, multiplied out."""
    number, every = table.at_risk, table.all_exits
    with np.errstate(divide="ignore", invalid="ignore"):
        risk = np.where(number > every, every / (number * (number - every)), 0.0)
    step = before * exits / number**2
    variance = share**2 * np.cumsum(risk) - 2 * share * np.cumsum(share * risk)
    variance += np.cumsum(share**2 * risk)
    variance += np.cumsum(before**2 * exits * (number - exits) / number**3)
    variance -= 2 * (share * np.cumsum(step) - np.cumsum(share * step))
    clipped: Floats = np.maximum(variance, 0)
    return clipped


def share_of(part: float, whole: float) -> Interval:
    """A part of a whole that is known of everybody, with its score interval (Wilson 1927)."""
    share, doubt = part / whole, _Z**2 / whole
    middle = (share + doubt / 2) / (1 + doubt)
    reach = math.sqrt(share * (1 - share) * doubt + doubt**2 / 4) / (1 + doubt)
    return Interval(share, max(middle - reach, 0.0), min(middle + reach, 1.0))


def _band(share: Floats, error: Floats) -> tuple[Floats, Floats]:
    """The ends of the band of shares; a share of 0 or 1 has none but itself."""
    inside = (share > _ROUNDING) & (share < 1 - _ROUNDING)
    within = share[inside]
    spread = np.exp(_Z * error[inside] / (within * np.abs(np.log(within))))
    low, high = share.copy(), share.copy()
    low[inside], high[inside] = within**spread, within ** (1 / spread)
    return low, high
