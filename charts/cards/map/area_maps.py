"""Maps of one indicator: at the peildatum and before, side by side, and as change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from analytics.figures.blur import Blurred, is_certain_change
from analytics.scope import questions
from analytics.scope.moments import Moments, spread_days
from analytics.scope.ranking import Mark
from analytics.scope.sentences import day_words
from analytics.statistics.classes import change_classes
from charts.cards.map.asked import Asked
from charts.cards.words import unit_words
from charts.pictures import AreaMap, MapArea
from charts.theme import AROUND_ZERO
from data.reference.areas import Level

Values = Mapping[str, Sequence[float | Mark]]


def moment_map(asked: Asked) -> AreaMap:
    """The areas at every month up to the peildatum, the last one shown."""
    return _map(asked, asked.moments())


def latest_map(asked: Asked) -> AreaMap:
    """The areas at the peildatum alone."""
    return _map(asked, asked.at((asked.day,)))


def series_map(asked: Asked) -> AreaMap:
    """At most twelve moments beside each other, in the classes of the map that moves."""
    moments = asked.moments()
    kept = [moments.days.index(day) for day in spread_days(moments.days)]
    return replace(_map(asked, moments.kept(kept)), is_series=True)


def change_map(asked: Asked) -> AreaMap:
    """What the peildatum has more or less than the day to compare with."""
    changes = compared(asked, asked.at(change_days(asked)))
    numbers = [change for change in changes.values() if not isinstance(change, Mark)]
    return AreaMap(
        level=_drawn(asked.level),
        areas=_areas(asked, {code: (change,) for code, change in changes.items()}),
        classes=change_classes(numbers, asked.indicator.decimals),
        ramp=AROUND_ZERO,
        unit=f"{unit_words(asked.indicator)}, {against_words(asked)}",
        moments=(change_words(asked),),
        days=(asked.day,),
        around=asked.around,
    )


def compared(asked: Asked, moments: Moments) -> dict[str, float | Mark]:
    """The change of every area, or the mark why there is none that can be told."""
    sharp = moments.differences()
    return {
        code: Mark.TOO_SMALL if _is_unsure(sharp.get(code), asked.threshold) else change
        for code, change in moments.changes().items()
    }


def _is_unsure(figure: Blurred | None, threshold: int) -> bool:
    return figure is not None and not is_certain_change(figure, threshold)


def change_days(asked: Asked) -> tuple[date, date]:
    """The day to compare with, and the peildatum."""
    return questions.compared_with(asked.view, asked.answers.known), asked.day


def change_words(asked: Asked) -> str:
    """Between which days the change is: verschil tussen september 2020 en september 2021."""
    before, day = change_days(asked)
    return f"verschil tussen {day_words(before)} en {day_words(day)}"


def against_words(asked: Asked) -> str:
    """With what the peildatum is compared: verschil met september 2020."""
    return f"verschil met {day_words(change_days(asked)[0])}"


def _map(asked: Asked, moments: Moments) -> AreaMap:
    return AreaMap(
        level=_drawn(asked.level),
        areas=_areas(asked, marked(asked, moments)),
        classes=asked.classes,
        ramp=asked.indicator.ramp,
        unit=unit_words(asked.indicator),
        moments=tuple(map(day_words, moments.days)),
        days=moments.days,
        shown=len(moments.days) - 1,
        around=asked.around,
    )


def _drawn(level: Level) -> Level:
    """The level whose boundaries are coloured: teams are drawn as their wijken."""
    return Level.WIJK if level is Level.TEAM else level


def marked(asked: Asked, moments: Moments) -> Values:
    """The values, with a mark on what rounding could give another colour."""
    if not asked.threshold:
        return moments.values
    return {
        code: [
            Mark.TOO_SMALL if figure and asked.is_small(figure) else value
            for value, figure in zip(row, moments.figures[code], strict=True)
        ]
        for code, row in moments.values.items()
    }


def _areas(asked: Asked, values: Values) -> list[MapArea]:
    known = asked.answers.known
    progress = asked.answers.progress(asked.level, asked.day)
    return [
        MapArea(
            code=code,
            name=known.areas[code].name,
            shapes=progress[code].wijken if asked.level is Level.TEAM else (code,),
            values=row,
            is_chosen=questions.is_inside(code, asked.view, known),
            is_pilot=progress[code].is_pilot,
        )
        for code, row in values.items()
    ]
