"""How sharp a figure is: between which values the true one lies when counts were rounded.

What of it may be claimed is decided in `analytics.figures.certainty`; here stands which counts of
an indicator were rounded, and what that does to its value.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from analytics.catalog import Indicator
from analytics.figures.certainty import claimable, rounding_margin
from analytics.figures.compute import INHABITANTS
from analytics.figures.result import Row
from analytics.statistics.classes import Classes

# About organisations and the programme: public, so never rounded.
OPEN_MEASURES = frozenset({"vacancies", "open_vacancies", "active_places", "started_wijken"})


@dataclass(frozen=True)
class Blurred:
    """A value as it is shown, and the ends between which the true one lies.

    `least` is the smallest count behind it that was rounded, infinite when none was.
    """

    value: float
    low: float
    high: float
    least: float = inf

    def minus(self, other: "Blurred") -> "Blurred":
        """The difference with another value."""
        return Blurred(
            self.value - other.value,
            self.low - other.high,
            self.high - other.low,
            min(self.least, other.least),
        )


def blurred(row: Row, indicator: Indicator, threshold: int) -> Blurred | None:
    """How sharp a figure is; None when it has no value. A threshold of 0: counts are exact."""
    if row.value is None:
        return None
    if not threshold:
        return Blurred(row.value, row.value, row.value)
    if indicator.duration:  # a curve over the rounded spells of which the denominator is the number
        return Blurred(row.value, -inf, inf, row.denominator or 0)
    above = _margin(indicator.measure, threshold)
    below = _margin(indicator.denominator, threshold) if indicator.is_rate else 0
    per = row.denominator or 1.0
    rounded = [count for count, margin in ((row.numerator, above), (per, below)) if margin]
    return Blurred(
        row.value,
        max(row.numerator - above, 0) / (per + below) * indicator.per,
        (row.numerator + above) / (per - below) * indicator.per if per > below else inf,
        min(rounded, default=inf),
    )


def threshold_of(measure: str, threshold: int) -> int:
    """The threshold under which counts of a measure were rounded; 0 for what is public."""
    return 0 if measure in OPEN_MEASURES else threshold


def _margin(measure: str, threshold: int) -> int:
    is_open = measure in OPEN_MEASURES or measure == INHABITANTS
    return 0 if is_open else rounding_margin(threshold)


def is_above(one: Blurred, other: Blurred, threshold: int) -> bool:
    """Whether a value is above another, whatever rounding did to both."""
    if one.value <= other.value:
        return False
    return claimable(min(one.least, other.least), threshold) or one.low > other.high


def stand_out(some: Sequence[Blurred], others: Iterable[Blurred], threshold: int) -> bool:
    """Whether each of some values is above each of the others, whatever rounding did."""
    return all(is_above(one, other, threshold) for other in others for one in some)


def may_move(figure: Blurred, classes: Classes) -> bool:
    """Whether rounding could move a value by more than one class of a map."""
    highest = classes.borders[-1] if classes.borders else 0.0
    low, here, high = (
        classes.index(min(value, highest)) for value in (figure.low, figure.value, figure.high)
    )
    return max(here - low, high - here) > 1


def is_certain_change(difference: Blurred, threshold: int) -> bool:
    """Whether a difference (or that there is none) may be told, whatever rounding did."""
    return claimable(difference.least, threshold) or difference.low > 0 or difference.high < 0


def is_placed(figure: Blurred, others: Iterable[Blurred], threshold: int) -> bool:
    """Whether a figure may have a rank: it is certain above, below or beside each of the others."""
    return all(
        claimable(min(figure.least, other.least), threshold)
        or is_above(figure, other, threshold)
        or is_above(other, figure, threshold)
        for other in others
    )
