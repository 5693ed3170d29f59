"""What is expected of every wijk: a common curve, and how far the wijk itself is from it.

The curve is a Poisson regression on the age of wijken, by iteratively reweighted least squares
(McCullagh and Nelder, Generalized Linear Models, 1989, 2.5); the tests hold it against
statsmodels, which takes seconds to load. The rate of a wijk is gamma distributed around it: its own
counts and what wijken have in common are weighed (gamma-Poisson; Clayton and Kaldor, Biometrics 43,
1987, 671-681). Late months weigh more than early ones.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analytics.rollout.forecast.history import FARTHEST, WINDOW, Floats, History, Ints
from data.periods import MONTHS_IN_YEAR

HALF_LIFE = 12  # months after which a month weighs half as much for the curve
KEEP = 0.85  # of the weight of a month is left a month later, for the level of now
DAMPED = 0.9  # a trend goes on with so much of its slope every next month
HARMONICS = 2  # waves that a season is made of
AGE_PENALTY, TREND_PENALTY, SEASON_PENALTY = 1.0, 10.0, 20.0  # as prior precisions
ROUNDS, CLOSE = 25, 1e-5
LEAST_VARIANCE = 0.02  # between wijken


class Choice(NamedTuple):
    """What a curve has besides the age of a wijk: a season, a trend over the calendar."""

    season: bool = False
    trend: bool = False


class Expected(NamedTuple):
    """What is expected of wijken in the FARTHEST months to come.

    The rate of a wijk is gamma distributed around `level`, with the variance `level * width`;
    `means` (wijken x months) are for a level of 1. Months vary `spread` times as much as chance.
    """

    level: Floats
    width: Floats
    means: Floats
    spread: float

    @property
    def totals(self) -> Floats:
        """The running totals that are expected: wijken x months."""
        totals: Floats = (self.level[:, None] * self.means).cumsum(axis=1)
        return totals

    @property
    def variances(self) -> Floats:
        """The variance of those totals while nothing drifts."""
        own = (self.level * self.width)[:, None] * self.means.cumsum(axis=1) ** 2
        variances: Floats = self.spread * self.totals + own
        return variances


def expected(known: History, choice: Choice) -> Expected:
    """What a history lets expect, with a curve of that kind."""
    past = np.arange(max(known.months - WINDOW, 0), known.months)
    coming = np.arange(known.months, known.months + FARTHEST)
    terms = _fitted(known, choice, past)
    counts, curve = known.counts[:, past], _curve(known, choice, past, terms)
    counts, weights = np.where(curve > 0, counts, 0), KEEP ** (known.months - 1 - past)
    scale = ((weights * counts).sum() + 1) / ((weights * curve).sum() + 1)
    curve, means = curve * scale, _curve(known, choice, coming, terms) * scale
    spread = _spread(counts, curve)
    counted, awaited = (weights * counts).sum(axis=1), (weights * curve).sum(axis=1)
    chance = spread * (weights**2 * curve).sum(axis=1)
    between = ((counted - awaited) ** 2 - chance).sum() / (awaited**2).sum()
    prior = 1 / max(float(between), LEAST_VARIANCE)
    rate = prior + awaited / spread
    return Expected((prior + counted / spread) / rate, 1 / rate, means, spread)


def _ages(known: History, months: Ints) -> Ints:
    """How old every wijk is in some months: 1 in the month of its start, less before it."""
    ages: Ints = months - known.started[:, None] + 1
    return ages


def _terms(known: History, choice: Choice, months: Ints) -> Floats:
    """What the regression is on: wijken x months x terms."""
    ages = _ages(known, months)
    found = [np.ones(ages.shape), np.log(np.maximum(ages, 1))]
    common = [*_trend(known, months)] if choice.trend else []
    common += _season(known, months) if choice.season else []
    return np.stack([*found, *(np.broadcast_to(term, ages.shape) for term in common)], axis=-1)


def _trend(known: History, months: Ints) -> list[Floats]:
    """Years since the last month; what is to come grows by less and less."""
    ahead = months - (known.months - 1)
    damped = DAMPED * (1 - DAMPED ** np.maximum(ahead, 0)) / (1 - DAMPED)
    return [np.where(ahead <= 0, ahead, damped) / MONTHS_IN_YEAR]


def _season(known: History, months: Ints) -> list[Floats]:
    """Waves over the year."""
    first = known.last.month - known.months  # the calendar month of column 0
    turns = 2 * np.pi * (months + first) / MONTHS_IN_YEAR
    waves = [(np.cos(n * turns), np.sin(n * turns)) for n in range(1, HARMONICS + 1)]
    return [wave for pair in waves for wave in pair]


def _curve(known: History, choice: Choice, months: Ints, terms: Floats) -> Floats:
    """The counts that the curve expects: wijken x months, 0 before a start."""
    logs = _terms(known, choice, months) @ terms + np.log(known.people)[:, None]
    curve: Floats = np.where(_ages(known, months) >= 1, np.exp(np.clip(logs, -30, 15)), 0.0)
    return curve


def _fitted(known: History, choice: Choice, months: Ints) -> Floats:
    """The terms of the curve, each but the first drawn towards 0 by its penalty."""
    used = _ages(known, months) >= 1
    terms, counts = _terms(known, choice, months)[used], known.counts[:, months][used]
    people = np.broadcast_to(known.people[:, None], used.shape)[used]
    weights = np.broadcast_to(0.5 ** ((known.months - 1 - months) / HALF_LIFE), used.shape)[used]
    return penalised(terms, counts, np.log(people), weights, _penalties(choice))


def _penalties(choice: Choice) -> Floats:
    trend = [TREND_PENALTY] * choice.trend
    season = [SEASON_PENALTY] * (2 * HARMONICS * choice.season)
    return np.array([0.0, AGE_PENALTY, *trend, *season])


def penalised(
    terms: Floats, counts: Ints, offset: Floats, weights: Floats, penalties: Floats
) -> Floats:
    """The coefficients of a weighted Poisson regression with a ridge penalty.

    Penalties are precisions of a normal prior around 0. Without counts the first term (the
    constant) stands for half a count.
    """
    found = np.zeros(terms.shape[1])
    found[0] = np.log(max((weights * counts).sum(), 0.5) / (weights * np.exp(offset)).sum())
    for _ in range(ROUNDS):
        means = np.exp(np.clip(terms @ found + offset, -30, 15))
        slope = terms.T @ (weights * (counts - means)) - penalties * found
        bend = (terms * (weights * means)[:, None]).T @ terms + np.diag(penalties + 1e-9)
        step = np.clip(np.linalg.solve(bend, slope), -1, 1)
        found = found + step
        if np.abs(step).max() < CLOSE:
            break
    return found


def _spread(counts: Ints, curve: Floats) -> float:
    """How many times more than chance months vary around the level of their own wijk, at least 1.

    Pearson's chi-square over its degrees of freedom.
    """
    levels = counts.sum(axis=1) / np.maximum(curve.sum(axis=1), 1e-9)
    own = curve * levels[:, None]
    cells: NDArray[np.bool_] = own > 0
    freedom = int(cells.sum()) - len(counts) - 1
    if freedom < 1:
        return 1.0
    return max(float(((counts - own)[cells] ** 2 / own[cells]).sum()) / freedom, 1.0)
