"""The one shape that every analysis hands on."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

import pandas as pd

from analytics.catalog.indicator import Indicator
from analytics.figures.doors.marts import Audience, Marts
from analytics.figures.selection import Selection


class Status(StrEnum):
    """Whether a value may be shown. A withheld value is not a zero, nor is one before a start."""

    SHOWN = "shown"
    WITHHELD = "withheld"
    NOT_APPLICABLE = "not applicable"
    NOT_STARTED = "not started"


STATUSES = {status.value: status for status in Status}


class Row(NamedTuple):
    """One figure: a period, an area and what is known of it."""

    period: str
    area_code: str
    area_name: str
    numerator: float
    denominator: float | None
    value: float | None
    status: Status


RESULT_COLUMNS = Row._fields


Door = TypeVar("Door", bound=Marts)
Door_co = TypeVar("Door_co", bound=Marts, covariant=True)


@dataclass(frozen=True)
class Result(Generic[Door_co]):
    """Figures of one indicator: a row per period and area, in time order, areas in code order.

    Columns: RESULT_COLUMNS. `value` is missing unless `status` is *shown*, or *not started*
    (the nothing that was counted: see `analytics.figures.started`); `denominator` is missing for
    counts. Numerators of records are whole numbers. `years` are those of the
    inhabitants that a rate divides by, in order. A `Result[ProtectedMarts]` may leave the
    building, no other.
    """

    indicator: Indicator
    selection: Selection
    frame: pd.DataFrame
    audience: Audience
    years: tuple[int, ...] = ()

    def rows(self) -> list[Row]:
        """The figures one by one, missing numbers as None."""
        return list(self._rows)

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        *columns, statuses = (self.frame[name] for name in RESULT_COLUMNS)
        plain = [_plain(column) for column in columns]
        shown = [STATUSES[status] for status in statuses.tolist()]
        return tuple(Row._make(values) for values in zip(*plain, shown, strict=True))


def _plain(column: "pd.Series[Any]") -> list[Any]:
    """The values of a column, a missing number as None."""
    # Only NaN differs from itself.
    return [None if value is pd.NA or value != value else value for value in column.tolist()]  # noqa: PLR0124
