"""How honest forecasts are: made again at earlier moments, and held against what came."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from analytics.forecast import History, drawn

SHARE = 0.8  # of what comes lies in the interval, if it is honest
FIRST = 24  # months of history before the first forecast


class Coverage(NamedTuple):
    """How many forecasts were made, and how many intervals held what came."""

    forecasts: int
    inside: int

    @property
    def share(self) -> float:
        """The part of the intervals that held what came; 0 without forecasts."""
        return self.inside / self.forecasts if self.forecasts else 0.0


def interval(draws: Sequence[int]) -> tuple[int, int]:
    """Between which whole numbers the middle SHARE of draws lies."""
    ends = np.quantile(draws, ((1 - SHARE) / 2, (1 + SHARE) / 2), method="closest_observation")
    return int(ends[0]), int(ends[1])


def backtest(known: History, months: int, groups: Mapping[str, Sequence[str]]) -> Coverage:
    """Forecasts of the total of so many months, from every earlier month with enough history.

    Rolling origin (Tashman, International Journal of Forecasting 16, 2000, 437-450): a forecast
    knows only what came before it. `groups` are the wijken of every area that is forecast; an
    area counts from the moment that one of them has started.
    """
    found = Coverage(0, 0)
    for origin in range(FIRST, known.counts.shape[1] - months + 1):
        past = known.until(origin)
        ahead = drawn(past, months)
        if not ahead.months:
            continue
        for wijken in groups.values():
            started = [code for code in wijken if code in past.codes]
            if started:
                low, high = interval(ahead.totals(started)[-1].tolist())
                inside = low <= _came(known, started, origin, months) <= high
                found = Coverage(found.forecasts + 1, found.inside + inside)
    return found


def _came(known: History, wijken: Sequence[str], origin: int, months: int) -> int:
    rows = [place for place, code in enumerate(known.codes) if code in wijken]
    return int(known.counts[rows, origin : origin + months].sum())
