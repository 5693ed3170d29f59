"""The counts of one area by month, from where it started."""

from datetime import date

from analytics.figures.progress import Progress
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.scope.answers import Answers
from data.periods import month_end


def monthly_counts(
    answers: Answers, indicator: str, monthly: Selection
) -> dict[date, float | None]:
    """The count of every month by its first day; before the start, nothing is not zero: None.

    `monthly` asks for one area, cut into months.
    """
    progress = answers.progress(monthly.level, monthly.last_day)[monthly.area]
    rows = answers.get(indicator, monthly).rows()
    return {month: _count(row, progress, month) for row in rows for month in [_month(row)]}


def _count(row: Row, progress: Progress, month: date) -> float | None:
    value = row.value or 0.0
    return value if value or progress.had_started(month_end(month)) else None


def _month(row: Row) -> date:
    return date.fromisoformat(f"{row.period}-01")
