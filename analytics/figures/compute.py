"""From an indicator and a selection to a result: the one way to a figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from analytics.catalog.indicator import MIN_INHABITANTS, Indicator, Time
from analytics.figures.doors.marts import Marts
from analytics.figures.duration_columns import Columns, duration_columns
from analytics.figures.result import RESULT_COLUMNS, Door, Result, Status
from analytics.figures.selection import Selection
from data.periods import Slice
from data.reference.areas import Level

INHABITANTS = "inhabitants"
Table = np.ndarray[Any, Any]


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
    areas = marts.areas(level)
    if indicator.duration:
        codes = areas["area_code"].tolist()
        columns = duration_columns(marts, indicator, level, codes, asked)
    else:
        cells = _Cells(marts, level, asked, pd.Index(areas["area_code"]))
        columns = _counted(indicator, cells)
    each = np.tile(np.arange(len(areas)), len(asked))
    labels = pd.array([part.label for part in asked], dtype="str")
    named = {name: areas[name].array.take(each) for name in ("area_code", "area_name")}
    told = {"period": labels.repeat(len(areas)), **named, **columns}
    frame = pd.DataFrame({name: told[name] for name in RESULT_COLUMNS})
    return _withheld(marts, indicator, level, asked, frame)


def _inside(marts: Marts, selection: Selection, areas: pd.DataFrame) -> pd.DataFrame:
    """The rows of areas in the area of the selection."""
    if not selection.area:
        return areas
    return areas[areas["area_code"].isin(marts.inside(selection.level, selection.area))]


@dataclass(frozen=True)
class _Cells:
    """What is asked as a table: a row per slice of time, a column per area of a level."""

    marts: Marts
    level: Level
    asked: Sequence[Slice]
    codes: "pd.Index[str]"

    def amounts(self, measure: str, time: Time) -> Table:
        """What a measure amounts to: the standing at the end, or what came in the slice."""
        ends = [part.end for part in self.asked]
        if time is Time.STOCK:
            return self._standing(measure, ends)
        eves = [part.start - timedelta(days=1) for part in self.asked]
        totals = self._standing(measure, [*ends, *eves])
        return totals[: len(ends)] - totals[len(ends) :]

    def inhabitants(self) -> Table:
        """Who lived there in the year of the end of each slice; missing where nobody is counted."""
        years = [self.marts.population_year(part.end) for part in self.asked]
        found = self.marts.population(self.level, sorted(set(years)))
        return self._table(pd.Index(years), found.set_index("year"), "inhabitants")

    def _standing(self, measure: str, days: list[date]) -> Table:
        """The running total of a measure on the evening of each day; missing if it is not told."""
        found = self.marts.standing(measure, self.level, sorted(set(days)))
        return self._table(pd.DatetimeIndex(days).as_unit("us"), found.set_index("day"), "total")

    def _table(self, asked: "pd.Index[Any]", found: pd.DataFrame, value: str) -> Table:
        """The values of long rows as a row for each of `asked`; missing where there is none."""
        names = found.index.unique()
        table = np.full((len(names) + 1, len(self.codes)), np.nan)  # the last row: not there
        at = names.get_indexer(found.index), self.codes.get_indexer(pd.Index(found["area_code"]))
        table[at] = found[value].to_numpy("float64", na_value=np.nan)
        rows: Table = table[names.get_indexer(asked)]
        return rows


def _counted(indicator: Indicator, cells: _Cells) -> Columns:
    """Numerator, denominator, value and status of a count or a rate, slice by slice."""
    numerators = cells.amounts(indicator.measure, indicator.time)
    denominators = _denominators(indicator, cells, numerators)
    applies = _applies(indicator, cells.level, denominators)
    status = np.where(applies, Status.SHOWN.value, Status.NOT_APPLICABLE.value)
    return {
        "numerator": _whole(numerators.ravel()),
        "denominator": denominators.ravel(),
        "value": _values(indicator, numerators, denominators, applies).ravel(),
        "status": pd.array(status.ravel(), dtype="str"),
    }


def _denominators(indicator: Indicator, cells: _Cells, numerators: Table) -> Table:
    """What a rate divides by, as large a table as its numerators; missing for a count."""
    if not indicator.is_rate:
        return np.full_like(numerators, np.nan)
    if indicator.denominator == INHABITANTS:
        return cells.inhabitants()
    return cells.amounts(indicator.denominator, indicator.time)


def _applies(indicator: Indicator, level: Level, denominators: Table) -> Table:
    """Where there is a figure: a rate needs something to divide by and enough inhabitants."""
    applies = np.full(denominators.shape, level in indicator.levels)
    if indicator.is_rate:
        least = MIN_INHABITANTS if indicator.denominator == INHABITANTS else 1
        applies &= denominators >= least
    return applies


def _values(indicator: Indicator, numerators: Table, denominators: Table, applies: Table) -> Table:
    """A count itself, a rate per so many of its denominator; missing where there is no figure."""
    if not indicator.is_rate:
        return np.where(applies, numerators, np.nan)
    nothing = np.full_like(numerators, np.nan)
    return np.divide(numerators, denominators, out=nothing, where=applies) * indicator.per


def _whole(amounts: Table) -> Table:
    """Counts as whole numbers, unless one of them is not told."""
    return amounts if np.isnan(amounts).any() else amounts.astype("int64")


def _withheld(
    marts: Marts, indicator: Indicator, level: Level, asked: Sequence[Slice], frame: pd.DataFrame
) -> pd.DataFrame:
    """The figures without those that the audience does not get: no numbers, and a status."""
    days = [marts.withholds(indicator, level, part.end) for part in asked]
    if not any(days):
        return frame
    hidden = np.repeat(days, len(frame) // len(days))
    return frame.assign(
        numerator=frame["numerator"].astype("Int64").mask(hidden),
        denominator=frame["denominator"].mask(hidden),
        value=frame["value"].mask(hidden),
        status=frame["status"].mask(hidden, Status.WITHHELD.value),
    )
