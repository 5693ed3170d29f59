"""The monthly counts that a forecast learns from, with the starts that are planned."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.catalog import find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Marts
from analytics.figures.selection import Selection
from data.models.marts import last_closed_month
from data.periods import Period, add_months, months_between
from data.reference.areas import Level

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FARTHEST = 12  # months ahead
LEAST_MONTHS, LEAST_COUNT = 9, 20  # under which there is nothing to learn from
WINDOW = 24  # months that are learned from: older ones were another programme


@dataclass(frozen=True, eq=False)
class History:
    """Counts of wijken (rows) in whole months (columns) up to the month of `last`.

    `started` is the column of the month of their start; a start that is planned lies past the last
    column. `people` are their inhabitants, above 0.
    """

    codes: tuple[str, ...]
    counts: Ints
    started: Ints
    people: Floats
    last: date

    @property
    def months(self) -> int:
        """How many months were counted."""
        return int(self.counts.shape[1])

    @property
    def age(self) -> int:
        """How many whole months the first wijk takes part; 0 before its start."""
        return max(self.months - int(self.started.min(initial=self.months)), 0)

    @property
    def is_enough(self) -> bool:
        """Whether there is something to learn from."""
        return self.age >= LEAST_MONTHS and int(self.counts[:, -WINDOW:].sum()) >= LEAST_COUNT

    def until(self, months: int) -> "History":
        """What was known after so many months."""
        last = add_months(self.last, months - self.months)
        return History(self.codes, self.counts[:, :months], self.started, self.people, last)

    def rows(self, wijken: tuple[str, ...]) -> list[int]:
        """The rows of some wijken; those without a start have none."""
        return [row for row, code in enumerate(self.codes) if code in wijken]


def history(marts: Marts, subject: str, as_of: date) -> History:
    """The monthly counts of every wijk that has started, or will within FARTHEST months."""
    last = last_closed_month(as_of)
    found = marts.starts(add_months(last, FARTHEST)).set_index("area_code")
    found = found[found["started_on"].notna() & (found["inhabitants"].fillna(0) > 0)]
    first = min([marts.beginning, *(day.date() for day in found["started_on"])]).replace(day=1)
    started = [months_between(first, day.date()) for day in found["started_on"]]
    codes = tuple(found.index)
    return History(
        codes,
        _counts(marts, subject, first, last).reindex(codes).fillna(0).to_numpy().astype(np.int64),
        np.array(started, dtype=np.int64),
        found["inhabitants"].to_numpy(dtype=np.float64),
        last,
    )


def _counts(marts: Marts, subject: str, first: date, last: date) -> pd.DataFrame:
    """What was counted per wijk (rows) in each month (columns, in order)."""
    selection = Selection(Level.WIJK, last, start=first, period=Period.MONTH)
    frame = figures(marts, find(subject), selection).frame
    return frame.pivot_table(index="area_code", columns="period", values="numerator")
