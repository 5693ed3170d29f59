"""The one shape that every analysis hands on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from analytics.catalog.indicator import Indicator
from analytics.selection import Selection


class Status(StrEnum):
    """Whether a value may be shown. A withheld value is not a zero."""

    SHOWN = "shown"
    WITHHELD = "withheld"
    NOT_APPLICABLE = "not applicable"


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


@dataclass(frozen=True)
class Result:
    """Figures of one indicator: a row per period and area, in time order, areas in code order.

    Columns: RESULT_COLUMNS. `value` is missing unless `status` is *shown*; `denominator` is
    missing for counts. Numerators of records are whole numbers.
    """

    indicator: Indicator
    selection: Selection
    frame: pd.DataFrame

    def rows(self) -> list[Row]:
        """The figures one by one, missing numbers as None."""
        frame = self.frame.astype(object).where(self.frame.notna(), None)
        return [Row(*values) for values in frame.itertuples(index=False)]
