"""What a chart says to who cannot see it: what its card tells, and how its lines run."""

from collections.abc import Sequence
from datetime import date

from charts.card import Card
from charts.pictures import Series, Step, Trend
from data.dutch import month, number, quarter
from data.grammar import capital
from data.periods import MONTHS_IN_QUARTER, add_months

PERCENT = "%"
FEW = 2  # points between which there is nothing to run


def alternative(card: Card, *, is_exact: bool) -> str:
    """The text of a card's picture; of lines over time also their beginning, end and peak.

    A peak is told of exact figures alone: rounding can make another month the highest.
    """
    picture = card.picture
    if not isinstance(picture, Trend) or not card.alt:
        return card.alt
    lines = [line for line in picture.series if not line.is_quiet]
    told = [words for line in lines if (words := _course(picture, line, is_exact=is_exact))]
    return " ".join([card.alt, *told])


def _course(trend: Trend, line: Series, *, is_exact: bool) -> str:
    """From where to where a line goes; "" when it is no line over months."""
    found = _points(trend.steps, line.values)
    if len(found) <= FEW or len({value for _, value in found}) == 1:
        return ""
    named = _quarter if found[1][0] >= add_months(found[0][0], MONTHS_IN_QUARTER) else month
    ends, peak = (found[0], found[-1]), max(found, key=lambda point: point[1])
    first, last, most = (f"{_told(trend, value)} in {named(day)}" for day, value in (*ends, peak))
    words = f"{capital(line.name)}: van {first} naar {last}"
    is_told = is_exact and peak not in ends
    return f"{words}, het meest {most}." if is_told else f"{words}."


def _told(trend: Trend, value: float) -> str:
    """A value with its sign; a percentage without one would be a count."""
    return number(value, trend.decimals) + (PERCENT if trend.unit == PERCENT else "")


def _quarter(day: date) -> str:
    return f"het {quarter(day)}"


def _points(steps: Sequence[Step], values: Sequence[float | None]) -> list[tuple[date, float]]:
    return [
        (step, value)
        for step, value in zip(steps, values, strict=True)
        if isinstance(step, date) and value is not None
    ]
