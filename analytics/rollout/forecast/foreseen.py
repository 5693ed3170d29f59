"""Whether the last months were as foreseen: after a break in level a forecast says little."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from analytics.rollout.forecast.draws import Forecast, forecast
from analytics.rollout.forecast.history import History, history
from analytics.scope.answers import Answers
from data.models.marts import last_closed_month
from data.periods import add_months

FORESEEN = (3, 6)  # months that are held against what was foreseen before them
CERTAIN = 0.99  # of what was foreseen lies inside: both together are then seldom false


@dataclass(frozen=True)
class Departure:
    """The last `months` brought `came`, where between `low` and `high` had been foreseen."""

    months: int
    came: int
    low: int
    high: int


def departure(
    answers: Answers, wijken: tuple[str, ...], subject: str, as_of: date, least: int = 0
) -> Departure | None:
    """How the last months were not as foreseen; None when they were, or nothing was foreseen.

    Counts up to `least` on both sides are left alone: rounding alone can move them.
    """
    known, last = answers.of(history, subject, as_of), last_closed_month(as_of)
    befores = ((n, answers.of(forecast, subject, add_months(last, -n))) for n in FORESEEN)
    found = (departed(known, before, n, wijken) for n, before in befores)
    return next((one for one in found if one and max(one.came, one.low) >= least), None)


def departed(
    known: History, before: Forecast, months: int, wijken: tuple[str, ...]
) -> Departure | None:
    """How the last months of wijken were not as foreseen by a forecast from before them."""
    if not before.months or not before.rows(wijken):
        return None
    came = int(known.counts[known.rows(wijken), -months:].sum())
    low, high = outside(before.totals(wijken)[months - 1].tolist())
    return None if low <= came <= high else Departure(months, came, low, high)


def outside(totals: list[int]) -> tuple[int, int]:
    """Between which whole numbers the CERTAIN part of draws lies; beyond them is a departure.

    >>> outside(list(range(1001)))
    (4, 995)
    """
    tail = (1 - CERTAIN) / 2
    low, high = np.quantile(totals, (tail, 1 - tail), method="closest_observation")
    return int(low), int(high)
