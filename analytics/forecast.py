"""A forecast of counts per month, in which young wijken learn from those that started before them.

Every wijk has a rate of its own around a common curve over the months since its start. The curve
is a Poisson regression on the logarithm of the age (statsmodels GLM). The rate is gamma
distributed around it: the counts of a wijk and what wijken have in common are weighed, which is
partial pooling (gamma-Poisson; Clayton and Kaldor, Biometrics 43, 1987, 671-681). Months vary more
than chance (quasi-Poisson), and the city as a whole drifts, by as much as its own earlier forecasts
were off. Whole counts are then drawn month by month; docs/voorspelling.md tells how well it did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from analytics.catalog import find
from analytics.figures import figures
from analytics.marts import Marts
from analytics.periods import Period, add_months, months_between
from analytics.rollout import progress
from analytics.selection import Selection
from data.areas import Level
from data.marts import last_closed_month

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WINDOW = 24  # months that the curve is drawn through: older ones were another programme
RECENT = 6  # months that tell the rate of a wijk
ORIGINS = 12  # earlier forecasts that tell how much the city drifts
DRAWS = 1000
FARTHEST = 12  # months ahead
LEAST_MONTHS, LEAST_COUNT = 6, 20  # under which there is nothing to learn from
LEAST_VARIANCE = 0.001


@dataclass(frozen=True, eq=False)
class History:
    """Counts of started wijken (rows) in whole months (columns) up to the month of `last`.

    `started` is the column of the month of their start, `people` their inhabitants.
    """

    codes: tuple[str, ...]
    counts: Ints
    started: Ints
    people: Floats
    last: date

    def until(self, months: int) -> "History":
        """What was known after so many months: earlier columns, and the wijken started by then."""
        known = self.started < months
        return History(
            tuple(code for code, is_known in zip(self.codes, known, strict=True) if is_known),
            self.counts[known, :months],
            self.started[known],
            self.people[known],
            add_months(self.last, months - self.counts.shape[1]),
        )

    @property
    def is_enough(self) -> bool:
        """Whether there is something to learn from."""
        months = self.counts.shape[1]
        if not self.codes or months - self.started.min() < LEAST_MONTHS:
            return False
        return int(self.counts[:, -WINDOW:].sum()) >= LEAST_COUNT


class Model(NamedTuple):
    """What a history says of the months to come.

    The rate of a wijk is gamma distributed with `shape` and `rate` (per wijk) around `means`
    (wijken x months); months vary `spread` times as much as chance.
    """

    shape: Floats
    rate: Floats
    means: Floats
    spread: float


@dataclass(frozen=True, eq=False)
class Forecast:
    """Drawn counts of wijken (rows) in months to come (columns), DRAWS times.

    `months` are their first days. Without enough history there are no months.
    """

    codes: tuple[str, ...]
    months: tuple[date, ...]
    draws: Ints

    def totals(self, wijken: Sequence[str]) -> Ints:
        """The running total of some wijken together: months x draws."""
        rows = [place for place, code in enumerate(self.codes) if code in wijken]
        totals: Ints = self.draws[rows].sum(axis=0).cumsum(axis=0)
        return totals


def history(marts: Marts, subject: str, as_of: date) -> History:
    """The monthly counts of every wijk that is at least a whole month old."""
    last = last_closed_month(as_of)
    since = {code: area.since for code, area in progress(marts, Level.WIJK, last).items()}
    people = marts.areas(Level.WIJK, last).set_index("area_code")["inhabitants"].fillna(0)
    started = {code: day for code, day in since.items() if day and people[code] > 0}
    first = min([marts.beginning, *started.values()])
    selection = Selection(Level.WIJK, last, start=first, period=Period.MONTH)
    frame = figures(marts, find(subject), selection).frame
    table = frame.pivot_table(index="area_code", columns="period", values="numerator")
    codes = tuple(started)
    return History(
        codes,
        table.reindex(codes).fillna(0).to_numpy().astype(np.int64),
        np.array([months_between(first, started[code]) for code in codes], dtype=np.int64),
        np.array([float(people[code]) for code in codes]),
        last,
    )


def forecast(marts: Marts, subject: str, as_of: date, months: int) -> Forecast:
    """The wijken in the months (at most FARTHEST) after the last whole one up to `as_of`."""
    return drawn(history(marts, subject, as_of), min(months, FARTHEST))


def drawn(known: History, months: int) -> Forecast:
    """The months to come, drawn from what is known; the same counts give the same draws."""
    if not known.is_enough or months < 1:
        return Forecast(known.codes, (), np.zeros((len(known.codes), 0, DRAWS), np.int64))
    rng = np.random.default_rng(crc32(known.counts.tobytes()))
    model, variance = fitted(known, months), drift(known, months)
    rates = rng.gamma(model.shape[:, None], 1 / model.rate[:, None], (len(known.codes), DRAWS))
    width = np.log1p(variance)
    city = np.exp(rng.normal(-width / 2, np.sqrt(width), DRAWS))
    means = rates[:, None, :] * model.means[:, :, None] * city
    first = add_months(known.last.replace(day=1), 1)
    ahead = tuple(add_months(first, step) for step in range(months))
    return Forecast(known.codes, ahead, _counts(rng, means, model.spread))


def _counts(rng: np.random.Generator, means: Floats, spread: float) -> Ints:
    """Whole counts around the means, negative binomial where they spread more than chance."""
    if spread > 1:
        means = rng.gamma(means / (spread - 1), spread - 1)
    return rng.poisson(means)


def fitted(known: History, months: int) -> Model:
    """The common curve, and how far every wijk is from it."""
    ages = np.arange(known.counts.shape[1] + months) - known.started[:, None] + 1
    past, coming = ages[:, :-months], ages[:, -months:]
    used = (past >= 1) & (np.arange(past.shape[1]) >= past.shape[1] - WINDOW)
    curve = _curve(known, past, used)
    expected = curve[0] * _power(past, curve[1]) * known.people[:, None]
    spread = _spread(known.counts, expected, used)
    recent = used & (np.arange(past.shape[1]) >= past.shape[1] - RECENT)
    counted = np.where(recent, known.counts, 0).sum(axis=1)
    awaited = np.where(recent, expected, 0).sum(axis=1)
    between = float(((counted - awaited) ** 2 - spread * awaited).sum() / (awaited**2).sum())
    weight = 1 / max(between, LEAST_VARIANCE)
    means = curve[0] * _power(coming, curve[1]) * known.people[:, None]
    return Model(weight + counted / spread, weight + awaited / spread, means, spread)


def _power(ages: Ints, exponent: float) -> Floats:
    """The shape of the curve at every age, 0 before the start."""
    shape: Floats = np.where(ages >= 1, np.maximum(ages, 1.0) ** exponent, 0.0)
    return shape


def _curve(known: History, ages: Ints, used: NDArray[np.bool_]) -> tuple[float, float]:
    """The rate per inhabitant in the first month, and the power of the age by which it grows."""
    # statsmodels takes seconds to load: only who forecasts pays for it.
    from statsmodels.genmod.families import Poisson  # noqa: PLC0415
    from statsmodels.genmod.generalized_linear_model import GLM  # noqa: PLC0415

    people = np.broadcast_to(known.people[:, None], ages.shape)[used]
    logs = np.log(ages[used])
    terms = np.column_stack([np.ones(len(logs)), logs])
    found = GLM(known.counts[used], terms, family=Poisson(), offset=np.log(people)).fit()
    return float(np.exp(found.params[0])), float(found.params[1])


def _spread(counts: Ints, expected: Floats, used: NDArray[np.bool_]) -> float:
    """How many times more than chance months vary around the level of their own wijk, at least 1.

    Pearson's chi-square over its degrees of freedom.
    """
    levels = np.where(used, counts, 0).sum(axis=1) / np.where(used, expected, 1e-9).sum(axis=1)
    own = expected * levels[:, None]
    cells = used & (own > 0)
    freedom = int(cells.sum()) - len(counts) - 1
    if freedom < 1:
        return 1.0
    return max(float(((counts - own)[cells] ** 2 / own[cells]).sum()) / freedom, 1.0)


def drift(known: History, months: int) -> float:
    """How much the city drifts in so many months: the variance of its level, relative.

    That is by how much earlier forecasts of the city were off, beyond what they expected to be.
    """
    length = known.counts.shape[1]
    origins = range(length - months, length - months - ORIGINS, -1)
    earlier = [(origin, known.until(origin)) for origin in origins if origin > 0]
    errors = [_error(known, past, origin, months) for origin, past in earlier if past.is_enough]
    return max(float(np.mean(errors)), 0.0) if errors else 0.0


def _error(known: History, past: History, origin: int, months: int) -> float:
    """The squared error of an earlier forecast beyond its own variance, relative to it squared."""
    model = fitted(past, months)
    levels, ahead = model.shape / model.rate, model.means.sum(axis=1)
    expected = float((levels * ahead).sum())
    variance = model.spread * expected + float((model.shape / model.rate**2 * ahead**2).sum())
    rows = [place for place, code in enumerate(known.codes) if code in past.codes]
    real = known.counts[rows, origin : origin + months].sum()
    return float(((real - expected) ** 2 - variance) / expected**2)
