"""From an indicator and a selection to a result: the one way to a figure."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from analytics.catalog.indicator import MIN_INHABITANTS, Indicator, Time
from analytics.figures.doors.marts import Marts
from analytics.figures.durations import duration_columns
from analytics.figures.result import RESULT_COLUMNS, Door, Result, Status
from analytics.figures.selection import Selection
from data.periods import Slice
from data.reference.areas import Level

INHABITANTS = "inhabitants"


def figures(marts: Door, indicator: Indicator, selection: Selection) -> Result[Door]:
    """The figures of one indicator for every area and slice of time of the selection.

    A peildatum after the last day that the audience sees is brought back to it. NotPublished
    when the audience does not get what was asked.
    """
    known = marts.allowed(selection)
    return figures_over(marts, indicator, known, known.slices(marts.counted_from))


def figures_over(
    marts: Door, indicator: Indicator, known: Selection, asked: Sequence[Slice]
) -> Result[Door]:
    """The figures for slices of time of the asker's own, which may overlap.

    `known` and the slices hold what the audience sees only (see `Marts.allowed`).
    """
    years: tuple[int, ...] = ()
    if indicator.denominator == INHABITANTS:
        years = tuple(sorted({marts.population_year(part.end) for part in asked}))
    # The whole indicator: a profile asks one per inhabitant too, under the same name.
    key = (indicator, known.level, tuple(asked))
    whole = marts.once(key, lambda: _told(marts, indicator, known.level, asked), known.level)
    frame = _inside(marts, known, whole).reset_index(drop=True)
    return Result(indicator, known, frame, marts.audience, years)


def _told(marts: Marts, indicator: Indicator, level: Level, asked: Sequence[Slice]) -> pd.DataFrame:
    """The figures of all areas of a level: who chooses another area has its figures already."""
    frame = _grid(marts.areas(level), asked)
    if indicator.duration:
        frame = frame.join(duration_columns(marts, indicator.duration, level, frame))
    else:
        frame = _counted(marts, indicator, level, frame)
    return _withheld(marts, indicator, level, frame)[list(RESULT_COLUMNS)]


def _counted(marts: Marts, indicator: Indicator, level: Level, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with numerator, denominator, value and status of a count or a rate."""
    if indicator.denominator == INHABITANTS:
        frame["year"] = [marts.population_year(day) for day in frame["until"]]
    amounts = _amounts(marts, indicator.measure, indicator.time, level, frame)
    frame["numerator"] = amounts if amounts.hasnans else amounts.astype("int64")
    frame["denominator"] = _denominators(marts, indicator, level, frame)
    frame["value"], frame["status"] = _values(indicator, level, frame)
    return frame


def _inside(marts: Marts, selection: Selection, areas: pd.DataFrame) -> pd.DataFrame:
    """The rows of areas in the area of the selection."""
    if not selection.area:
        return areas
    return areas[areas["area_code"].isin(marts.inside(selection.level, selection.area))]


def _grid(areas: pd.DataFrame, asked: Sequence[Slice]) -> pd.DataFrame:
    """A row per slice and area, slices in order of time."""
    rows = areas.take(np.tile(np.arange(len(areas)), len(asked)))
    return rows.set_axis(pd.RangeIndex(len(rows))).assign(
        period=pd.array([part.label for part in asked], dtype="str").repeat(len(areas)),
        before=np.repeat(_moments(part.start - timedelta(days=1) for part in asked), len(areas)),
        until=np.repeat(_moments(part.end for part in asked), len(areas)),
    )


def _moments(days: Iterable[date]) -> "np.ndarray[Any, Any]":
    return np.array(list(days), dtype="datetime64[us]")


def _amounts(
    marts: Marts, measure: str, time: Time, level: Level, frame: pd.DataFrame
) -> "pd.Series[float]":
    """What the measure amounts to per row: the standing at its end, or what came during it."""
    moments = ["until"] if time is Time.STOCK else ["until", "before"]
    standing = _standing(marts, measure, level, frame[moments])
    amounts = _look_up(standing, frame["until"], frame["area_code"])
    if time is not Time.STOCK:
        amounts -= _look_up(standing, frame["before"], frame["area_code"])
    return amounts


def _standing(marts: Marts, measure: str, level: Level, moments: pd.DataFrame) -> pd.DataFrame:
    """The running total of a measure: a row per day, a column per area."""
    days = sorted({day.date() for column in moments for day in moments[column].unique()})
    found = marts.standing(measure, level, days)
    return _crossed(found.astype({"day": moments["until"].dtype}), "day", "total")


def _crossed(found: pd.DataFrame, by: str, value: str) -> pd.DataFrame:
    """The values of long rows as a table, a column per area; missing where there is no row."""
    (rows, row_names), (columns, areas) = pd.factorize(found[by]), pd.factorize(found["area_code"])
    numbers = np.full((len(row_names), len(areas)), np.nan)
    numbers[rows, columns] = found[value].to_numpy("float64", na_value=np.nan)
    return pd.DataFrame(numbers, row_names, areas)


def _look_up(
    table: pd.DataFrame, rows: "pd.Series[Any]", areas: "pd.Series[str]"
) -> "pd.Series[float]":
    """What the table holds of each row and area; missing where it knows one of them not."""
    numbers = np.pad(table.to_numpy(), (0, 1), constant_values=np.nan)  # the last of all: unknown
    found = numbers[table.index.get_indexer(rows), table.columns.get_indexer(areas)]
    return pd.Series(found, rows.index)


def _denominators(
    marts: Marts, indicator: Indicator, level: Level, frame: pd.DataFrame
) -> pd.Series:
    if not indicator.is_rate:
        return pd.Series(np.nan, index=frame.index)
    if indicator.denominator == INHABITANTS:
        return _inhabitants(marts, level, frame)
    return _amounts(marts, indicator.denominator, indicator.time, level, frame)


def _inhabitants(marts: Marts, level: Level, frame: pd.DataFrame) -> pd.Series:
    """The inhabitants per row, in its column `year`; missing where nobody is counted."""
    found = marts.population(level, sorted(set(frame["year"])))
    people = _crossed(found, "year", "inhabitants")
    return _look_up(people, frame["year"], frame["area_code"])


def _values(indicator: Indicator, level: Level, frame: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Value and status per row; a rate needs something to divide by and enough inhabitants."""
    applies = pd.Series(level in indicator.levels, index=frame.index)
    values = frame["numerator"].astype("float64")
    if indicator.is_rate:
        least = MIN_INHABITANTS if indicator.denominator == INHABITANTS else 1
        applies &= frame["denominator"] >= least
        values = values / frame["denominator"] * indicator.per
    status = np.where(applies, Status.SHOWN.value, Status.NOT_APPLICABLE.value)
    return values.where(applies), pd.Series(status, frame.index, "str")


def _withheld(
    marts: Marts, indicator: Indicator, level: Level, frame: pd.DataFrame
) -> pd.DataFrame:
    """The figures without those that the audience does not get: no numbers, and a status."""
    days = {day: marts.withholds(indicator, level, day.date()) for day in frame["until"].unique()}
    if not any(days.values()):
        return frame
    hidden = frame["until"].map(days).astype("bool")
    return frame.assign(
        numerator=frame["numerator"].astype("Int64").mask(hidden),
        denominator=frame["denominator"].mask(hidden),
        value=frame["value"].mask(hidden),
        status=frame["status"].mask(hidden, Status.WITHHELD.value),
    )
