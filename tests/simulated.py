"""Cities that are made up by a rule, to see whether forecasts of them are honest."""

from collections.abc import Callable, Mapping
from datetime import date

import numpy as np

from analytics.rollout.forecast.backtest import Groups
from analytics.rollout.forecast.history import Floats, History

WIJKEN, STADSDELEN, MONTHS = 18, 7, 60
LAST = date(2021, 9, 30)
A_MONTH = 60  # counts of the whole city, when all wijken take part
STEEP, SWING, STEP, CLUMP = 0.025, 0.5, 0.06, 3.0

Rng = np.random.Generator
Months = Floats


def _flat(rng: Rng, months: Months) -> Floats:
    return np.ones(len(months))


def _growth(rng: Rng, months: Months) -> Floats:
    return np.exp(STEEP * (months - MONTHS / 2))


def _decline(rng: Rng, months: Months) -> Floats:
    return np.exp(-STEEP * (months - MONTHS / 2))


def _season(rng: Rng, months: Months) -> Floats:
    return 1 + SWING * np.sin(2 * np.pi * (months + rng.integers(12)) / 12)


def _drift(rng: Rng, months: Months) -> Floats:
    return np.exp(np.cumsum(rng.normal(0, STEP, len(months))))


KINDS: Mapping[str, Callable[[Rng, Months], Floats]] = {
    "flat": _flat,
    "growth": _growth,
    "decline": _decline,
    "season": _season,
    "clumped": _flat,
    "drift": _drift,
}


def simulated(kind: str, seed: int, months: int = MONTHS) -> History:
    """A city of that kind; of odd seeds wijken start one after another, else all at once.

    A wijk has a rate of its own, and needs half a year to come to it. In the kind "clumped" months
    spread four times as much as chance.
    """
    rng = np.random.default_rng(seed)
    people = rng.integers(5_000, 20_000, WIJKEN).astype(float)
    started = np.zeros(WIJKEN, np.int64)
    if seed % 2:
        started[4:] = np.sort(rng.integers(3, 42, WIJKEN - 4))
    rates = rng.gamma(6, 1 / 6, WIJKEN) * people
    city = KINDS[kind](rng, np.arange(months, dtype=float))
    ages = np.arange(months) - started[:, None] + 1
    means = rates[:, None] * np.clip(ages / 6, 0, 1) * city * A_MONTH / rates.sum()
    if kind == "clumped":
        means = rng.gamma(means / CLUMP + 1e-12, CLUMP)
    return History(_codes(), rng.poisson(means), started, people, LAST)


def _codes() -> tuple[str, ...]:
    return tuple(f"W{number}" for number in range(WIJKEN))


def simulated_groups() -> Groups:
    """The areas of such a city: its wijken, stadsdelen of two or three of them, and itself."""
    codes = _codes()
    parts = {f"S{number}": codes[number::STADSDELEN] for number in range(STADSDELEN)}
    return {"wijk": {code: (code,) for code in codes}, "stadsdeel": parts, "gemeente": {"": codes}}
