"""What the catalogue says of one area, beside its parent, the city and the areas most like it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from analytics import questions
from analytics.answers import Answers
from analytics.areas import NamedArea
from analytics.catalog import INDICATORS, Indicator
from analytics.figures import INHABITANTS, figures
from analytics.hierarchy import path
from analytics.ranking import Mark, mark_of
from analytics.result import Row
from analytics.rollout import Progress
from analytics.similar import Similar, similar_areas
from analytics.view import View
from data.areas import Level

PER_1000 = 1000

Figure = float | Mark | None  # a mark says why there is no number, None that there is none to have


@dataclass(frozen=True)
class Comparison:
    """One indicator in one area and around it.

    `amount` is the count in the area, None for a rate. The others can be compared: a count per
    1.000 inhabitants, a rate as it is. `parent` is None when that is the city itself, `similar`
    is the median of the most similar areas that have a figure, and `expected` the count that the
    area would have at that rate.
    """

    indicator: Indicator
    amount: Figure
    own: Figure
    parent: Figure
    city: Figure
    similar: Figure
    expected: float | None = None


def comparisons(answers: Answers, view: View) -> list[Comparison]:
    """Every indicator of the level, in the order of the catalogue, over the view's window."""
    place = questions.area(view, answers.known)
    near = [area.code for area in similar(answers, place).nearest]
    around = parent(answers, place)
    return [
        _comparison(answers, view, indicator, around, near)
        for indicator in told_apart()
        if place.level in indicator.levels
    ]


def similar(answers: Answers, place: NamedArea) -> Similar:
    """The areas of its level that are most like an area."""
    return answers.of(similar_areas, place.level, place.code)


def parent(answers: Answers, place: NamedArea) -> NamedArea | None:
    """The area around an area, None when that is the city or when it is the city."""
    around = path(answers.known, place)[1:-1]
    return around[-1] if around else None


def told_apart() -> list[Indicator]:
    """The indicators without the rates per inhabitant of a count that is there as well.

    A count is compared per 1.000 inhabitants, so that such a rate would stand there twice.
    """
    counted = {(i.measure, i.time) for i in INDICATORS if not i.is_rate}
    return [
        indicator
        for indicator in INDICATORS
        if indicator.denominator != INHABITANTS
        or (indicator.measure, indicator.time) not in counted
    ]


def comparable(indicator: Indicator) -> Indicator | None:
    """The indicator as areas of any size can be compared on it; None when they cannot.

    A count becomes a rate per 1.000 inhabitants, unless it counts something larger than a buurt.
    """
    if indicator.is_rate:
        return indicator
    if Level.BUURT not in indicator.levels:
        return None
    return replace(indicator, denominator=INHABITANTS, per=PER_1000, decimals=1)


def _comparison(
    answers: Answers,
    view: View,
    indicator: Indicator,
    around: NamedArea | None,
    near: Sequence[str],
) -> Comparison:
    place, rate = questions.area(view, answers.known), comparable(indicator)
    level = _figures(answers, view, place.level, rate or indicator)
    own = level[place.code]
    amount = None if indicator.is_rate else own.amount
    if rate is None:
        return Comparison(indicator, amount, None, None, None, None)
    typical = _median([level[code].value for code in near])
    return Comparison(
        indicator,
        amount,
        own.value,
        _figures(answers, view, around.level, rate)[around.code].value if around else None,
        _figures(answers, view, Level.GEMEENTE, rate)[answers.known.city.code].value,
        typical,
        None if indicator.is_rate else _expected(own.inhabitants, typical),
    )


@dataclass(frozen=True)
class _Figures:
    amount: Figure
    value: Figure
    inhabitants: float | None


def _figures(
    answers: Answers, view: View, level: Level, indicator: Indicator
) -> Mapping[str, _Figures]:
    """Count and value of every area of a level, by code."""
    day = questions.as_of(view, answers.known)
    progress = answers.progress(level, day)
    asked = questions.all_areas(replace(view, level=level), day)
    rows = answers.of(figures, indicator, asked).rows()
    return {row.area_code: _marked(row, indicator, progress[row.area_code]) for row in rows}


def _marked(row: Row, indicator: Indicator, progress: Progress) -> _Figures:
    mark = mark_of(row, indicator, progress)
    is_hidden = mark in (Mark.WITHHELD, Mark.NOT_STARTED)
    return _Figures(mark if is_hidden else row.numerator, mark or row.value, row.denominator)


def _expected(inhabitants: float | None, rate: Figure) -> float | None:
    if inhabitants is None or not isinstance(rate, float):
        return None
    return rate * inhabitants / PER_1000


def _median(found: Sequence[Figure]) -> Figure:
    """The median of what is a number; without one the mark of the nearest area."""
    shown = [value for value in found if isinstance(value, float)]
    if shown:
        return median(shown)
    return found[0] if found else None
