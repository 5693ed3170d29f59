"""What areas counted month by month, for as long as they take part."""

from datetime import date

import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.figures.progress import progress
from data.periods import add_months, month_end, months_between
from data.reference.areas import Level


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
