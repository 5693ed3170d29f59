"""How honest forecasts are: made again at earlier moments, and held against what came."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analytics.rollout.forecast.draws import Forecast, drawn, interval
from analytics.rollout.forecast.drift import earlier
from analytics.rollout.forecast.history import History

FIRST = 24  # months of history before the first forecast
HORIZONS = (3, 6, 12)  # months ahead
ENOUGH_DRAWS = 400  # to see whether an interval holds what came

Groups = Mapping[str, Mapping[str, tuple[str, ...]]]  # the wijken of every area, by level


class Cell(NamedTuple):
    """What is counted apart: a level of areas, and how many months ahead."""

    level: str
    months: int


class Coverage(NamedTuple):
    """How many forecasts were made, and how many intervals held what came."""

    forecasts: int = 0
    inside: int = 0

    @property
    def share(self) -> float:
        """The part of the intervals that held what came; 0 without forecasts."""
        return self.inside / self.forecasts if self.forecasts else 0.0

    def plus(self, other: "Coverage") -> "Coverage":
        """Both together."""
        return Coverage(self.forecasts + other.forecasts, self.inside + other.inside)


def backtest(known: History, groups: Groups, first: int = FIRST) -> dict[Cell, Coverage]:
    """Forecasts of running totals from every earlier month with enough history, per level.

    Each is held against all that came in the area, planned starts and all. An area counts from the
    moment that one of its wijken has started.
    """
    before = earlier(known)
    found: dict[Cell, Coverage] = {}
    for origin in range(first, known.months - min(HORIZONS) + 1):
        ahead = drawn(known.until(origin), before, ENOUGH_DRAWS)
        for level, areas in groups.items():
            for wijken in areas.values():
                for months, is_inside in _scored(known, ahead, wijken, origin):
                    cell = Cell(level, months)
                    found[cell] = found.get(cell, Coverage()).plus(Coverage(1, int(is_inside)))
    return found


def _scored(
    known: History, ahead: Forecast, wijken: tuple[str, ...], origin: int
) -> Iterator[tuple[int, bool]]:
    """For each horizon whether what came in an area lay in the interval."""
    rows = known.rows(wijken)
    if not ahead.months or not rows or known.started[rows].min() >= origin:
        return
    totals = ahead.totals(wijken)
    for months in HORIZONS:
        if origin + months <= known.months:
            low, high = interval(totals[months - 1])
            yield months, low <= known.counts[rows, origin : origin + months].sum() <= high
