"""What the catalogue says of one area, beside its parent, the city and the areas most like it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TypeGuard

from analytics.catalog import INDICATORS, Indicator, Time
from analytics.figures.compute import INHABITANTS, figures
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import Progress, progress
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.profile.similar import Similar, similar_areas
from analytics.scope.areas import NamedArea, path_to
from analytics.scope.indicator.ranking import Mark, mark_of
from analytics.scope.scope import Scope
from data.reference.areas import Level

PER_1000 = 1000

Figure = float | Mark | None  # a mark says why there is no number, None that there is none to have


@dataclass(frozen=True)
class Comparison:
    """One indicator in one area and around it.

    `amount` is the count in the area, None for a rate. The others can be compared: a count per
    1.000 inhabitants, a rate as it is. `parent` is None when that is the city itself, `similar`
    is the median of the most similar areas that have a figure, and `expected` the count that the
    area would have at their rate: of what comes in by their rate a month, as areas that started
    earlier had longer for it.
    """

    indicator: Indicator
    amount: Figure
    own: Figure
    parent: Figure
    city: Figure
    similar: Figure
    expected: float | None = None


@dataclass(frozen=True)
class Figures:
    """One indicator in one area: its count and what can be compared, or why there is none.

    `months` is over how many months since its start the count came in; None for what stands.
    """

    amount: Figure
    value: Figure
    inhabitants: float | None
    months: int | None = None

    @property
    def pace(self) -> Figure:
        """What can be compared where areas had not as long: of what comes in the value a month."""
        return self.value / self.months if self.months and _is_figure(self.value) else self.value


@dataclass(frozen=True)
class _Beside:
    """The figures of an area's level, of the areas around it, and the codes of those like it."""

    place: NamedArea
    level: Mapping[str, Mapping[str, Figures]]
    parent: Mapping[str, Figures]
    city: Mapping[str, Figures]
    near: Sequence[str]


def comparisons(scope: Scope) -> list[Comparison]:
    """Every indicator of the level, in the order of the catalogue, over the view's window."""
    place = scope.area
    around = parent(scope, place)
    beside = _Beside(
        place,
        _asked(scope, place.level),
        _of_one(scope, around) if around else {},
        _of_one(scope, scope.known.city),
        [area.code for area in similar(scope, place).nearest],
    )
    told = [indicator for indicator in told_apart() if place.level in indicator.levels]
    return [_comparison(indicator, beside) for indicator in told]


def _asked(scope: Scope, level: Level) -> dict[str, dict[str, Figures]]:
    return scope.of(level_figures, scope.per(level).all_areas())


def _of_one(scope: Scope, area: NamedArea) -> dict[str, Figures]:
    """The figures of one area by indicator, of those that its level has."""
    found = _asked(scope, area.level)
    return {indicator: areas[area.code] for indicator, areas in found.items() if areas}


def similar(scope: Scope, place: NamedArea) -> Similar:
    """The areas of its level that are most like an area."""
    return scope.of(similar_areas, place.level, place.code)


def parent(scope: Scope, place: NamedArea) -> NamedArea | None:
    """The area around an area; None when that is the city, and when it is the same area.

    The wijk Centrum is all of the stadsdeel Centrum.
    """
    around = [area for area in path_to(place, scope.known.areas)[1:-1] if area.name != place.name]
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


def level_figures(marts: Marts, asked: Selection) -> dict[str, dict[str, Figures]]:
    """Every indicator in every area of a level, by the id of the one and the code of the other.

    All areas at once: the next area of the level that is looked at has its answer ready.
    """
    rollout = progress(marts, asked.level, asked.as_of)
    found: dict[str, dict[str, Figures]] = {}
    for indicator in told_apart():
        rate = comparable(indicator) or indicator
        rows = figures(marts, rate, asked).rows() if asked.level in indicator.levels else []
        found[indicator.id] = {
            row.area_code: replace(
                _marked(row, rate, rollout[row.area_code]),
                months=_months(asked, rollout[row.area_code], indicator),
            )
            for row in rows
        }
    return found


def _months(asked: Selection, rollout: Progress, indicator: Indicator) -> int | None:
    """Over how many months of what is asked an area took part; None where that is no matter."""
    if indicator.time is Time.STOCK or rollout.since is None:
        return None
    return rollout.months_within(asked.start or rollout.since, asked.last_day)


def _marked(row: Row, indicator: Indicator, rollout: Progress) -> Figures:
    mark = mark_of(row, indicator, has_started=rollout.has_started)
    is_hidden = mark in (Mark.WITHHELD, Mark.BETWEEN_QUARTERS, Mark.NOT_STARTED)
    return Figures(mark if is_hidden else row.numerator, mark or row.value, row.denominator)


def _comparison(indicator: Indicator, beside: _Beside) -> Comparison:
    own = beside.level[indicator.id][beside.place.code]
    amount = None if indicator.is_rate else own.amount
    if comparable(indicator) is None:
        return Comparison(indicator, amount, None, None, None, None)
    near = [beside.level[indicator.id][code] for code in beside.near]
    return Comparison(
        indicator,
        amount,
        own.value,
        beside.parent[indicator.id].value if beside.parent else None,
        beside.city[indicator.id].value,
        _median([figures.value for figures in near]),
        None if indicator.is_rate else _expected(own, _median([figures.pace for figures in near])),
    )


def _expected(own: Figures, pace: Figure) -> float | None:
    if own.inhabitants is None or not _is_figure(pace):
        return None
    return pace * (own.months or 1) * own.inhabitants / PER_1000


def _is_figure(found: Figure) -> TypeGuard[float]:
    return isinstance(found, float)


def _median(found: Sequence[Figure]) -> Figure:
    """The median of what is a number; without one the mark of the nearest area."""
    shown = [value for value in found if _is_figure(value)]
    if shown:
        return median(shown)
    return found[0] if found else None
