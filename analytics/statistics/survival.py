"""How long things last when some still go on: life tables and the curves that follow from them.

Small and over arrays, because statsmodels (the reference in the tests) takes two seconds to load,
has Greenwood's formula for single records only and no error for weighted competing risks.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.statistics.spells import Clock
from analytics.thresholds import share

Floats = NDArray[np.floating[Any]]
Steps = NDArray[np.int64]

CONFIDENCE = share("confidence")
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
    """Who was there in each step of time and who left: an entry for each step from 0 on.

    `followed` are the spells that were followed from the beginning of a step on, `at_risk` the
    records that its exits are divided by; `exits` has a row of records for each outcome. `spells`
    is how many there were. Of a step for which fewer than `fewest` were followed (or of one
    after it) the curves of the table say nothing.
    """

    clock: Clock
    followed: Floats
    at_risk: Floats
    exits: Mapping[str, Floats]
    spells: int
    fewest: int
    each: int

    @property
    def all_exits(self) -> Floats:
        """The exits of every outcome together."""
        return np.asarray(sum(self.exits.values(), np.zeros(len(self.at_risk))))

    @property
    def known(self) -> int:
        """The last step up to which enough were followed to say something; -1 when none is."""
        few = np.flatnonzero(self.followed < self.fewest)
        return (int(few[0]) if len(few) else len(self.followed)) - 1

    def records(self, step: int) -> float:
        """The number of records that a share after so many steps rests on.

        The effective sample size of Dorey and Korn (1987): who were followed so long, over the
        part that stays. Where spells came in late it is the least of that on the way.
        """
        staying = np.concatenate([[1.0], np.cumprod(1 - _over(self.all_exits, self.at_risk))])
        stays = staying[: step + 1]
        return float(np.min(self.followed[: step + 1][stays > 0] / stays[stays > 0])) / self.each


@dataclass(frozen=True)
class Curve:
    """The part that has left (`share`, rising from 0) in each step, with its 95% band.

    What may be said of it comes from `at` and `half`; of fewer than `table.fewest` they are None.
    """

    table: LifeTable
    share: Floats
    low: Floats
    high: Floats

    def at(self, step: int) -> Interval | None:
        """The part that had left by then; None where too few were followed for so long.

        Of nobody and of everybody the band is that of a share of as many records (Wilson 1927).
        """
        if step > self.table.known:
            return None
        index = step - self.table.clock.is_whole
        share = float(self.share[index]) if index >= 0 else 0.0
        if _ROUNDING < share < 1 - _ROUNDING:
            return Interval(share, float(self.low[index]), float(self.high[index]))
        return _score(float(round(share)), self.table.records(step))

    def half(self) -> Interval | None:
        """The step by which half has left (Brookmeyer and Crowley 1982); None while it has not.

        Where the curve lies flat at a half it is the middle of that, as R's survfit has it; where
        it reaches all, the upper end is out of sight. Exits of a whole step are taken to be spread
        evenly over it.
        """
        value = self._reaches(self.share)
        if value is None:
            return None
        low = np.where(self.share > _ROUNDING, self.high, 0)
        high = np.where(self.share < 1 - _ROUNDING, self.low, 0)
        return Interval(value, self._reaches(low), self._reaches(high))

    def _reaches(self, rising: Floats) -> float | None:
        reached = np.flatnonzero(rising >= HALF - _ROUNDING)
        if not len(reached) or reached[0] > self.table.known:
            return None
        at = int(reached[0])
        if rising[at] > HALF + _ROUNDING:
            return self._within(rising, at)
        beyond = np.flatnonzero(rising > HALF + _ROUNDING)
        begin = at + self.table.clock.is_whole
        end = int(beyond[0]) if len(beyond) else max(len(rising) - 1, begin)
        return (begin + end) / 2

    def _within(self, rising: Floats, step: int) -> float:
        """Where in a step the half is reached: at its very beginning on a clock of days."""
        if not self.table.clock.is_whole:
            return float(step)
        before = float(rising[step - 1]) if step else 0.0
        return step + (HALF - before) / (float(rising[step]) - before)


def life_table(
    spells: pd.DataFrame, clock: Clock, outcomes: Sequence[str], *, fewest: int, each: int = 1
) -> LifeTable:
    """The life table of spells (columns entered, lasted, outcome, total).

    `entered` is the first step through which a spell was followed from its beginning: 0, or later
    where it had begun before the days that are asked for (delayed entry: Klein and Moeschberger
    2003, 4.6). A spell with another outcome than `outcomes` is followed up to its end and no
    further. On a clock of whole steps the exits of a step count at its end, and who is followed
    through a part of a step counts for half (the actuarial estimate: Cutler and Ederer 1958).
    Where one record stands for `each` spells the counts are those of records, so that the bands
    are as wide as so few records make them (the effective sample size of Kish 1965).
    """
    lasted = spells["lasted"].to_numpy(dtype=np.int64)
    ends = spells["outcome"].to_numpy(dtype=object)
    total: Floats = spells["total"].to_numpy(dtype=np.float64)
    entered = np.minimum(spells["entered"].to_numpy(dtype=np.int64), lasted + clock.is_whole)
    size = int(lasted.max(initial=-1)) + 1
    exits = {
        outcome: _sums(lasted, np.where(ends == outcome, total, 0.0), size) / each
        for outcome in outcomes
    }
    followed = _followed(entered, lasted, total, size)
    there = followed / each
    if clock.is_whole:
        parts = _sums(lasted, np.where(np.isin(ends, outcomes), 0.0, -total), size)
        parts += _sums(np.maximum(entered - 1, 0), np.where(entered > 0, total, 0.0), size)
        there = np.maximum(there + parts / each / 2, sum(exits.values()))
    return LifeTable(clock, followed, there, exits, int(total.sum()), fewest, each)


def _followed(entered: Steps, lasted: Steps, total: Floats, size: int) -> Floats:
    """How many were followed from the beginning of each step on: who came, less who has gone."""
    came, went = (_sums(step, total, size + 1) for step in (entered, lasted + 1))
    return np.cumsum(came - went)[:size]


def _sums(step: Steps, amounts: Floats, size: int) -> Floats:
    return np.bincount(step, amounts, size).astype(np.float64)


def _over(part: Floats, whole: Floats) -> Floats:
    """A part of a whole, 0 of nothing."""
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)


def kaplan_meier(table: LifeTable, outcome: str) -> Curve:
    """The part that has left by one outcome, if nobody left by another.

    One minus the product-limit estimate (Kaplan and Meier 1958) with Greenwood's variance (1926)
    and the band on the scale of log(-log) (Kalbfleisch and Prentice 1980), as R's survfit has it
    with conf.type "log-log".
    """
    exits, number = table.exits[outcome], table.at_risk
    staying = np.cumprod(1 - _over(exits, number))
    error = staying * np.sqrt(np.cumsum(_over(exits, number * (number - exits))))
    low, high = _band(staying, error)
    return Curve(table, 1 - staying, 1 - high, 1 - low)


def aalen_johansen(table: LifeTable, outcome: str) -> Curve:
    """The part that has left by one outcome while others leave by another.

    The estimate of Aalen and Johansen (1978) with the variance of Marubini and Valsecchi (1995,
    formula 10.12) and the band on the scale of log(-log) (Choudhury 2002).
    """
    number, exits, every = table.at_risk, table.exits[outcome], table.all_exits
    before = np.concatenate([[1.0], np.cumprod(1 - _over(every, number))[:-1]])[: len(number)]
    share = np.minimum(np.cumsum(before * _over(exits, number)), 1)  # may be a trifle more
    low, high = _band(share, np.sqrt(_incidence_variance(table, exits, before, share)))
    return Curve(table, share, low, high)


def _incidence_variance(table: LifeTable, exits: Floats, before: Floats, share: Floats) -> Floats:
    """The sum over earlier times s of what makes share(t) uncertain, multiplied out."""
    number, every = table.at_risk, table.all_exits
    risk = _over(every, number * (number - every))
    step = before * _over(exits, number**2)
    variance = share**2 * np.cumsum(risk) - 2 * share * np.cumsum(share * risk)
    variance += np.cumsum(share**2 * risk)
    variance += np.cumsum(before**2 * _over(exits * (number - exits), number**3))
    variance -= 2 * (share * np.cumsum(step) - np.cumsum(share * step))
    clipped: Floats = np.maximum(variance, 0)
    return clipped


def share_of(part: int, whole: int, *, fewest: int, each: int = 1) -> Interval | None:
    """A part of a whole that is known of everybody, with its score interval (Wilson 1927).

    None of fewer than `fewest`. One record stands for `each` of them.

    >>> share_of(0, 4, fewest=5)
    >>> share_of(0, 5, fewest=5)
    Interval(value=0.0, low=0.0, high=0.43448246478317465)
    """
    return _score(part / whole, whole / each) if whole >= max(fewest, 1) else None


def _score(share: float, records: float) -> Interval:
    doubt = _Z**2 / records
    middle = (share + doubt / 2) / (1 + doubt)
    reach = math.sqrt(share * (1 - share) * doubt + doubt**2 / 4) / (1 + doubt)
    low, high = max(middle - reach, 0.0), min(middle + reach, 1.0)
    return Interval(share, min(low, share), max(high, share))  # of all it may be a trifle less


def _band(share: Floats, error: Floats) -> tuple[Floats, Floats]:
    """The ends of the band of shares; a share of 0 or 1 has none but itself."""
    inside = (share > _ROUNDING) & (share < 1 - _ROUNDING)
    within = share[inside]
    spread = np.exp(_Z * error[inside] / (within * np.abs(np.log(within))))
    low, high = share.copy(), share.copy()
    low[inside], high[inside] = within**spread, within ** (1 / spread)
    return low, high
