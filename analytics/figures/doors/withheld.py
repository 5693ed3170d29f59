"""What is not given to the protected audience: parts of months, small groups, small areas."""

from datetime import date

import pandas as pd

from analytics.figures.selection import Selection
from analytics.thresholds import whole
from data.dutch import month
from data.periods import Period, is_quarter_end, month_end
from data.reference.areas import Level

# Where the protected audience gets durations: below it they rest on too few people.
DURATION_LEVELS = (Level.GEMEENTE, Level.STADSDEEL)
FEWEST_RECORDS = whole("records_of_duration")
# What stands on residents and is told of the smallest areas at the ends of quarters only.
STOCKS_OF_RESIDENTS = ("running_matches", "waiting", "free_positions")
SMALLEST_LEVELS = (Level.BUURT, Level.OWN)


class NotPublished(Exception):
    """What was asked is not given to this audience; the message says in Dutch what is."""


def refuse_parts(selection: Selection, as_of: date, first: date | None) -> None:
    """NotPublished for a part of a month, or a month before `first`, with which a series begins."""
    if first and min(as_of, selection.start or as_of) < first:
        raise NotPublished(
            f"Naar buiten gaan alleen cijfers vanaf {month(first)}: daarmee begint de reeks."
        )
    starts_whole = selection.start is None or selection.start.day == 1
    ends_whole = selection.end is None or selection.end == month_end(selection.end)
    if selection.period is Period.WEEK or not starts_whole or not ends_whole:
        raise NotPublished(
            "Naar buiten gaan alleen cijfers over hele maanden: kies een eerste dag die een"
            " maand begint, een laatste dag die een maand eindigt, en geen weken."
        )


def told(found: pd.DataFrame, level: Level, fewest: int, by: list[str]) -> pd.DataFrame:
    """The rows of a group that may be told, without their column `records`.

    A group (of equal values in the columns `by`) that seems to be at least `fewest` must rest on
    that many weighted records; below a stadsdeel nothing is told.
    """
    group = [found[column] for column in by] or [pd.Series(0, index=found.index)]
    sums = found.groupby(group)[["records", "total"]].transform("sum")
    is_told = (sums["total"] < fewest) | (sums["records"] >= FEWEST_RECORDS)
    kept = found[is_told & (level in DURATION_LEVELS)]
    return kept.drop(columns="records").reset_index(drop=True)


def is_between_quarters(measure: str, level: Level, day: date) -> bool:
    """Whether a small area would show who stands in it between two ends of quarters."""
    is_followed = measure in STOCKS_OF_RESIDENTS and level in SMALLEST_LEVELS
    return is_followed and not is_quarter_end(day)
