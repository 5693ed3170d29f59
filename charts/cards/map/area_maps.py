"""Maps of one indicator: at the peildatum and before, side by side, and as change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from analytics.figures.blur import Blurred, is_certain_change
from analytics.scope.indicator.indicator_scope import IndicatorScope
from analytics.scope.indicator.moments import Moments, spread_days
from analytics.scope.indicator.ranking import Mark
from analytics.scope.sentences import day_words
from analytics.scope.windows import counted_since
from analytics.statistics.classes import change_classes
from charts.pictures import AreaMap, MapArea
from charts.theme import AROUND_ZERO
from data.reference.areas import Level

Values = Mapping[str, Sequence[float | Mark]]


def moment_map(scope: IndicatorScope) -> AreaMap:
    """The areas at every month up to the peildatum, the last one shown."""
    return _map(scope, scope.moments())


def latest_map(scope: IndicatorScope) -> AreaMap:
    """The areas at the peildatum alone."""
    return _map(scope, scope.moments_at((scope.day,)))


def series_map(scope: IndicatorScope) -> AreaMap:
    """At most twelve moments beside each other, in the classes of the map that moves."""
    moments = scope.moments()
    kept = [moments.days.index(day) for day in spread_days(moments.days)]
    return replace(_map(scope, moments.kept(kept)), is_series=True)


def change_map(scope: IndicatorScope) -> AreaMap:
    """What the peildatum has more or less than the day to compare with."""
    changes = compared(scope, scope.moments_at(change_days(scope)))
    numbers = [change for change in changes.values() if not isinstance(change, Mark)]
    return AreaMap(
        level=_drawn(scope.level),
        areas=_areas(scope, {code: (change,) for code, change in changes.items()}),
        classes=change_classes(numbers, scope.indicator.decimals),
        ramp=AROUND_ZERO,
        unit=f"{scope.indicator.unit_words}, {against_words(scope)}",
        moments=(change_words(scope),),
        days=(scope.day,),
        around=scope.around,
    )


def compared(scope: IndicatorScope, moments: Moments) -> dict[str, float | Mark]:
    """The change of every area, or the mark why there is none that can be told."""
    sharp = moments.differences()
    return {
        code: Mark.TOO_SMALL if _is_unsure(sharp.get(code), scope.threshold) else change
        for code, change in moments.changes().items()
    }


def _is_unsure(figure: Blurred | None, threshold: int) -> bool:
    return figure is not None and not is_certain_change(figure, threshold)


def change_days(scope: IndicatorScope) -> tuple[date, date]:
    """The day to compare with, and the peildatum."""
    return scope.compared_day, scope.day


def change_words(scope: IndicatorScope) -> str:
    """Between which days the change is: verschil tussen september 2020 en september 2021."""
    before, day = change_days(scope)
    return f"verschil tussen {day_words(before)} en {day_words(day)}"


def against_words(scope: IndicatorScope) -> str:
    """With what the peildatum is compared: verschil met september 2020."""
    return f"verschil met {day_words(change_days(scope)[0])}"


def _map(scope: IndicatorScope, moments: Moments) -> AreaMap:
    return AreaMap(
        level=_drawn(scope.level),
        areas=_areas(scope, marked(scope, moments)),
        classes=scope.classes,
        ramp=scope.indicator.ramp,
        unit=scope.indicator.unit_words,
        moments=tuple(map(day_words, moments.days)),
        days=moments.days,
        starts=tuple(_start(scope, day) for day in moments.days),
        shown=len(moments.days) - 1,
        around=scope.around,
    )


def _start(scope: IndicatorScope, day: date) -> date | None:
    """From which day the figure of a moment counts; None for a stock, or since the beginning."""
    return counted_since(scope.window, day, scope.indicator)


def _drawn(level: Level) -> Level:
    """The level whose boundaries are coloured: teams are drawn as their wijken."""
    return Level.WIJK if level is Level.TEAM else level


def marked(scope: IndicatorScope, moments: Moments) -> Values:
    """The values, with a mark on what rounding could give another colour."""
    if not scope.threshold:
        return moments.values
    return {
        code: [
            Mark.TOO_SMALL if figure and scope.is_small(figure) else value
            for value, figure in zip(row, moments.figures[code], strict=True)
        ]
        for code, row in moments.values.items()
    }


def _areas(scope: IndicatorScope, values: Values) -> list[MapArea]:
    progress = scope.progress(scope.level)
    return [
        MapArea(
            code=code,
            name=scope.known.areas[code].name,
            shapes=progress[code].wijken if scope.level is Level.TEAM else (code,),
            values=row,
            is_chosen=scope.is_inside(code),
            is_pilot=progress[code].is_pilot,
        )
        for code, row in values.items()
    ]
