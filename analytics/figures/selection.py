"""What is asked: which areas, up to which day, over which days."""

from dataclasses import dataclass
from datetime import date

from data.periods import Period, Slice, slices
from data.reference.areas import Level


@dataclass(frozen=True)
class Selection:
    """The areas, the peildatum and the days that a figure is asked for.

    `area` is the code of an area whose parts at `level` are asked; "" means all of Eindhoven.
    Without `start`, a flow is counted from the beginning; without `end`, up to the peildatum;
    without `period`, the whole span is one slice.
    """

    level: Level
    as_of: date
    area: str = ""
    start: date | None = None
    end: date | None = None
    period: Period | None = None

    @property
    def last_day(self) -> date:
        """The last day that counts: the end of the span, never after the peildatum."""
        return min(self.end, self.as_of) if self.end else self.as_of

    def slices(self, counted_from: date) -> list[Slice]:
        """The slices of time asked for; `counted_from` is the first one with any record."""
        first = self.start or min(counted_from, self.last_day)
        if self.period:
            return slices(first, self.last_day, self.period)
        if first > self.last_day:
            return []
        label = f"{self.start}/{self.last_day}" if self.start else str(self.last_day)
        return [Slice(label, first, self.last_day)]
