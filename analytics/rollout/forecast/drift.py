"""How far earlier forecasts were off: which curve is best, and how much city and wijken drift.

A forecast is made again at every earlier month with what was known then (rolling origin; Tashman,
International Journal of Forecasting 16, 2000, 437-450).
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from analytics.rollout.forecast.curve import Choice, Expected, expected
from analytics.rollout.forecast.history import FARTHEST, LEAST_MONTHS, Floats, History

PLAIN = Choice()
CHOICES = (PLAIN, Choice(trend=True), Choice(season=True), Choice(season=True, trend=True))
TREND_MONTHS, SEASON_MONTHS = 12, 20  # of history before a trend and a season are tried
TWO_YEARS = 24  # of history before a season is believed
TREND_GAIN, SEASON_GAIN = 0.88, 0.7  # of the error is left, or the simpler curve stays
TREND_FORECASTS, SEASON_FORECASTS = 6, 8  # earlier ones that a curve is judged by
FORGOTTEN = 12  # months after which an error weighs half as much

AHEAD = np.arange(1, FARTHEST + 1)
# The variance of the mean of the first h values of a random walk with steps of variance 1.
WALK = (AHEAD + 1) * (2 * AHEAD + 1) / (6 * AHEAD)
TINY = 1e-9
LEAST_RATIO = 0.1
PRIOR_STEP = 0.0025  # what one earlier forecast would say: 5% a month

Earlier = Mapping[tuple[int, Choice], Expected]


class Drift(NamedTuple):
    """Variances, relative: of the level of the city, and of monthly steps of city and wijken."""

    level: float
    city: float
    wijk: float


def earlier(known: History) -> Earlier:
    """What was expected at every earlier month (after so many months) and is now, per choice."""
    return {
        (months, choice): expected(known.until(months), choice)
        for months in range(known.months - known.age + LEAST_MONTHS, known.months + 1)
        for choice in CHOICES
        if known.age - known.months + months >= _least(choice)
    }


def _least(choice: Choice) -> int:
    if choice.season:
        return SEASON_MONTHS
    return TREND_MONTHS if choice.trend else LEAST_MONTHS


def chosen(known: History, before: Earlier) -> Choice:
    """The curve whose earlier forecasts of the city were clearly better than those of simpler ones.

    A season needs two years of history.
    """
    best = PLAIN
    for choice in CHOICES[1:]:
        is_possible = not choice.season or known.age >= TWO_YEARS
        if is_possible and _is_better(known, before, choice, best):
            best = choice
    return best


def _is_better(known: History, before: Earlier, choice: Choice, best: Choice) -> bool:
    is_new = choice.season and not best.season
    gain, least = (SEASON_GAIN, SEASON_FORECASTS) if is_new else (TREND_GAIN, TREND_FORECASTS)
    made = _made(known, before, choice)
    if len(made) < least:
        return False
    errors = [
        np.concatenate([_log_error(known, before[months, kind], months) for months in made])
        for kind in (choice, best)
    ]
    return bool((errors[0] ** 2).mean() < gain**2 * (errors[1] ** 2).mean())


def _made(known: History, before: Earlier, choice: Choice) -> list[int]:
    """After how many months an earlier forecast of that choice was made."""
    return [months for months, kind in before if kind == choice and months < known.months]


def _came(known: History, months: int) -> Floats:
    """The running totals that came after so many months: wijken x months."""
    came: Floats = known.counts[:, months : months + FARTHEST].cumsum(axis=1).astype(np.float64)
    return came


def _log_error(known: History, found: Expected, months: int) -> Floats:
    came = _came(known, months).sum(axis=0)
    error: Floats = np.log((came + 1) / (found.totals.sum(axis=0)[: len(came)] + 1))
    return error


def drift(known: History, before: Earlier, choice: Choice) -> Drift:
    """How much more than expected earlier forecasts of that choice were off.

    Errors of the city give the drift that all wijken share, what is left of the errors of wijken
    their own. Late errors weigh more; a prior forecast keeps a calm beginning from promising calm.
    """
    made = _made(known, before, choice)
    if not made:
        return Drift(0.0, PRIOR_STEP, 0.0)
    late = np.array([0.5 ** ((known.months - months) / FORGOTTEN) for months in made])
    parts = zip(*(_errors(known, before[months, choice], months) for months in made), strict=True)
    weights, city, wijk, scale = (late @ np.array(part) for part in parts)
    wijk, city = wijk / np.maximum(scale, 1.0), city / np.maximum(weights, TINY)
    step = float((weights * WALK * wijk).sum() / max(float((weights * WALK**2).sum()), TINY))
    return Drift(*_level_and_walk(city, weights / WALK**2), max(step, 0.0))


class _Errors(NamedTuple):
    """Squared errors beyond their variance per month ahead, 0 where nothing came yet.

    Of the city relative to its square; of wijken inside it, with the `scale` to divide them by.
    """

    made: Floats
    city: Floats
    wijk: Floats
    scale: Floats


def _errors(known: History, found: Expected, months: int) -> _Errors:
    came = _came(known, months)
    ahead = came.shape[1]
    totals, variances = found.totals[:, :ahead], found.variances[:, :ahead]
    city = np.maximum(totals.sum(axis=0), 1.0)
    ratio = came.sum(axis=0) / city
    shared = totals * ratio
    beyond = (came - shared) ** 2 - variances * np.maximum(ratio, LEAST_RATIO)
    return _Errors(
        _to_the_end(np.ones(ahead)),
        _to_the_end(((came.sum(axis=0) - city) ** 2 - variances.sum(axis=0)) / city**2),
        _to_the_end(beyond.sum(axis=0)),
        _to_the_end((shared**2).sum(axis=0)),
    )


def _to_the_end(values: Floats) -> Floats:
    padded = np.zeros(FARTHEST)
    padded[: len(values)] = values
    return padded


def _level_and_walk(variances: Floats, weights: Floats) -> tuple[float, float]:
    """The variances of a level and of a monthly step that explain those per month ahead.

    Least squares with none below 0 (Lawson and Hanson, 1974), with PRIOR_STEP as one more forecast.
    """
    roots = np.sqrt(weights)
    prior = np.sqrt(len(WALK))
    terms = np.vstack([np.column_stack([roots, roots * WALK]), [0.0, prior]])
    level, step = _least_squares(terms, np.append(roots * variances, prior * PRIOR_STEP))
    farthest = max(level + step * WALK[-1], TINY)
    of_logs = np.log1p(farthest) / farthest  # draws are lognormal
    return float(level * of_logs), float(step * of_logs)


def _least_squares(terms: Floats, goal: Floats) -> tuple[float, float]:
    """The two factors, none below 0, with which the terms (n x 2) come closest to the goal.

    The free solution where that is allowed, else the better of either factor alone. SciPy has it
    for any number of factors (`nnls`, with which the tests compare this), but 25 MB of it would
    stay in every dashboard that is running.
    """
    free = np.linalg.lstsq(terms, goal, rcond=None)[0]
    alone = np.diag(np.maximum(terms.T @ goal, 0) / np.maximum((terms**2).sum(axis=0), TINY))
    allowed = [free] if (free >= 0).all() else list(alone)
    level, step = min(allowed, key=lambda factors: float(((terms @ factors - goal) ** 2).sum()))
    return float(level), float(step)
