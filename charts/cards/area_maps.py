"""Maps of one indicator: at the peildatum and before, side by side, and as change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from analytics import questions
from analytics.classes import Classes, change_classes, round_classes
from analytics.moments import Moments, spread_days
from analytics.periods import month_end
from analytics.ranking import Mark
from charts.cards.asked import Asked
from charts.pictures import AreaMap, MapArea
from charts.theme import AROUND_ZERO
from data.areas import Level
from data.dutch import long_date, month


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
    values = {code: tuple(row[at] for at in kept) for code, row in moments.values.items()}
    days = tuple(moments.days[at] for at in kept)
    return replace(_map(asked, Moments(days, values)), is_series=True)


def change_map(asked: Asked) -> AreaMap:
    """What the peildatum has more or less than the day to compare with."""
    changes = asked.at((_since(asked), asked.day)).changes()
    numbers = [change for change in changes.values() if not isinstance(change, Mark)]
    return replace(
        _map(asked, Moments((asked.day,), {code: (change,) for code, change in changes.items()})),
        classes=change_classes(numbers, asked.indicator.decimals),
        ramp=AROUND_ZERO,
        moments=(change_words(asked),),
    )


def change_words(asked: Asked) -> str:
    """Between which days the change is: van september 2020 tot en met september 2021."""
    return f"verschil tussen {moment_words(_since(asked))} en {moment_words(asked.day)}"


def _since(asked: Asked) -> date:
    return questions.compared_with(asked.view, asked.answers.known)


def moment_words(day: date) -> str:
    """A moment of a map: the month that ends on that day, else the day."""
    return month(day) if day == month_end(day) else long_date(day)


def _map(asked: Asked, moments: Moments) -> AreaMap:
    return AreaMap(
        level=Level.WIJK if asked.level is Level.TEAM else asked.level,
        areas=_areas(asked, moments.values),
        classes=_classes(asked),
        ramp=asked.indicator.ramp,
        unit=asked.indicator.unit,
        moments=tuple(map(moment_words, moments.days)),
        days=moments.days,
        shown=len(moments.days) - 1,
        around=asked.around,
    )


def _classes(asked: Asked) -> Classes:
    """Classes over all moments up to the file's last day, so that they stay as the day moves."""
    whole = replace(asked, view=replace(asked.view, as_of=None))
    scheme = asked.view.scheme or asked.indicator.scheme
    return round_classes(whole.moments().shown(), asked.indicator.decimals, scheme)


def _areas(asked: Asked, values: Mapping[str, tuple[float | Mark, ...]]) -> list[MapArea]:
    progress = asked.answers.progress(asked.level, asked.day)
    return [
        MapArea(
            code=code,
            name=asked.answers.known.areas[code].name,
            shapes=progress[code].wijken if asked.level is Level.TEAM else (code,),
            values=row,
            is_chosen=code == asked.view.area,
            is_pilot=progress[code].is_pilot,
        )
        for code, row in values.items()
    ]
