"""How much counts differ from month to month, against chance alone."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.figures.progress import progress
from analytics.thresholds import whole
from data.periods import add_months, month_end, months_between
from data.reference.areas import Level

ENOUGH = whole("months_of_spread")


def monthly_spread(areas: Iterable[Sequence[int]]) -> float | None:
    """How many times the variance of a monthly count is its mean: 1 for chance alone, never less.

    None where too few months are known to say so.

    From the squared differences of months that follow each other (J. von Neumann, Annals of
    Mathematical Statistics 12, 1941, 367-395), so that growth over the years does not count as
    spread; of all areas together. Areas share good and bad months, so few months can show too
    little spread: their number over one less makes up for that.

    >>> monthly_spread([[4, 4, 4]]), monthly_spread([[0, 6, 0], [3]]), monthly_spread([[3, 4]])
    (1.0, 9.0, None)
    """
    months = [np.asarray(area, dtype=float) for area in areas]
    squares = sum(float((np.diff(area) ** 2).sum()) for area in months)
    means = sum(float((area[1:] + area[:-1]).sum()) for area in months)
    longest = max((len(area) for area in months), default=0)
    if longest < ENOUGH:
        return None
    if not means:
        return 1.0
    return max(squares / means * longest / (longest - 1), 1.0)


def monthly_counts(marts: Marts, measure: str, level: Level, last: date) -> list[tuple[int, ...]]:
    """What every started area of a level counted in each whole month that it takes part.

    Up to the month of `last`, without the month of the start, which is seldom whole.
    """
    since = {code: area.since for code, area in progress(marts, level, last).items() if area.since}
    if not since:
        return []
    first = min(since.values())
    days = [month_end(add_months(first, n)) for n in range(months_between(first, last) + 1)]
    found = marts.standing(measure, level, days)
    totals = found.pivot_table(index="day", columns="area_code", values="total", aggfunc="sum")
    gains = totals.sort_index().diff()
    return [
        tuple(int(gain) for gain in gains[code][gains.index > pd.Timestamp(month_end(day))])
        for code, day in since.items()
    ]
