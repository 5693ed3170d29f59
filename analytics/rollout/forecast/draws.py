"""A forecast: whole counts of wijken, drawn month by month from what is expected.

Stadsdelen, teams and the city are the sum of their wijken in every draw (bottom-up reconciliation
of sampled paths; Panagiotelis et al., European Journal of Operational Research 306, 2023, 693-706),
so that all levels agree with each other, and so do the numbers that a reader sees.
"""

from dataclasses import dataclass
from datetime import date
from zlib import crc32

import numpy as np

from analytics.figures.doors.marts import Marts
from analytics.rollout.forecast.curve import Expected
from analytics.rollout.forecast.drift import Drift, Earlier, chosen, drift, earlier
from analytics.rollout.forecast.history import FARTHEST, Floats, History, Ints, history
from analytics.thresholds import share
from data.periods import add_months

DRAWS = 1000
SHARE = share("forecast_share")  # of what comes lies in the interval, if it is honest
TINY = 1e-9  # instead of no mean at all


@dataclass(frozen=True, eq=False)
class Forecast:
    """Drawn counts of wijken (rows) in the FARTHEST months to come (columns), DRAWS times.

    `months` are their first days. Without enough history there are no months. `expected` are
    whole running totals of the wijken: wijken x months. `last` is the last day that was known.
    """

    codes: tuple[str, ...]
    last: date
    months: tuple[date, ...]
    draws: Ints
    expected: Ints

    def rows(self, wijken: tuple[str, ...]) -> list[int]:
        """The rows of some wijken."""
        return [row for row, code in enumerate(self.codes) if code in wijken]

    def totals(self, wijken: tuple[str, ...]) -> Ints:
        """The running total of some wijken together: months x draws."""
        totals: Ints = self.draws[self.rows(wijken)].sum(axis=0).cumsum(axis=0)
        return totals

    def middle(self, wijken: tuple[str, ...]) -> Ints:
        """The running total that is expected of some wijken: the sum of what each expects."""
        middle: Ints = self.expected[self.rows(wijken)].sum(axis=0)
        return middle


def forecast(marts: Marts, subject: str, as_of: date) -> Forecast:
    """The wijken in the FARTHEST months after the last whole one up to `as_of`."""
    return drawn(history(marts, subject, as_of))


def drawn(known: History, before: Earlier | None = None, draws: int = DRAWS) -> Forecast:
    """The months to come, drawn from what is known; the same counts give the same draws.

    `before` holds what `earlier` finds, where that is at hand.
    """
    if not known.is_enough:
        nothing = np.zeros((len(known.codes), 0), np.int64)
        return Forecast(known.codes, known.last, (), nothing[:, :, None], nothing)
    before = earlier(known) if before is None else before
    choice = chosen(known, before)
    ahead, spread = before[known.months, choice], drift(known, before, choice)
    rng = np.random.default_rng(crc32(known.counts.tobytes()))
    first = add_months(known.last.replace(day=1), 1)
    months = tuple(add_months(first, step) for step in range(FARTHEST))
    counts = _counts(rng, _means(rng, ahead, spread, draws), ahead.spread)
    return Forecast(known.codes, known.last, months, counts, whole(ahead.totals))


def _means(rng: np.random.Generator, ahead: Expected, spread: Drift, draws: int) -> Floats:
    """Means around which to draw: wijken x months x draws."""
    shape, scale = ahead.level / ahead.width, ahead.width
    levels = rng.gamma(shape[:, None], scale[:, None], (len(shape), draws))
    city = _walk(rng, spread.city, (1, draws)) + np.sqrt(spread.level) * rng.normal(size=draws)
    walks = city + _walk(rng, spread.wijk, (len(shape), draws))
    means: Floats = levels[:, None] * ahead.means[:, :, None] * np.exp(walks)
    return means


def _walk(rng: np.random.Generator, variance: float, shape: tuple[int, int]) -> Floats:
    """Random walks of FARTHEST steps: rows x months x draws."""
    steps = rng.normal(0, np.sqrt(variance), (shape[0], FARTHEST, shape[1]))
    walk: Floats = steps.cumsum(axis=1)
    return walk


def _counts(rng: np.random.Generator, means: Floats, spread: float) -> Ints:
    """Whole counts around the means, negative binomial where they spread more than chance."""
    if spread > 1:
        means = rng.gamma(means / (spread - 1) + TINY, spread - 1)
    return rng.poisson(means)


def whole(totals: Floats) -> Ints:
    """Whole running totals that do not fall and whose sum stays close to that of the exact ones.

    Each row is rounded at a place of its own, evenly spread between up and down, so that many
    small parts do not all become 0.

    >>> whole(np.full((4, 1), 0.5)).sum()
    np.int64(2)
    """
    places = (np.arange(len(totals)) + 0.5) / max(len(totals), 1)
    rounded: Ints = np.floor(totals + places[:, None]).astype(np.int64)
    return rounded


def interval(draws: Ints) -> tuple[int, int]:
    """Between which whole numbers about the middle SHARE of draws lies, as near as can be.

    Small counts are coarse: an end moves inwards by 1 where that brings the part nearer to SHARE.

    >>> interval(np.arange(1, 101))
    (10, 89)
    """
    tail = (1 - SHARE) / 2
    low, high = np.quantile(draws, (tail, 1 - tail), method="closest_observation").astype(int)
    ends = [(a, b) for a in (low, low + 1) for b in (high, high - 1) if a <= b]
    parts = [abs(float(((draws >= a) & (draws <= b)).mean()) - SHARE) for a, b in ends]
    found = ends[int(np.argmin(parts))]
    return int(found[0]), int(found[1])
