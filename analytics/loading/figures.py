"""The change of every figure of the catalogue, for the city and the wijken that change most."""

from collections.abc import Iterator

from analytics.catalog import INDICATORS, Indicator
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts
from analytics.figures.selection import Selection
from analytics.loading.report import FigureChange, Subject
from data.reference.areas import Level

MOST_WIJKEN = 3
Values = dict[str, tuple[str, float | None]]  # name and value by area code


def subjects(before: ExactMarts | None, now: ExactMarts) -> tuple[Subject, ...]:
    """Every indicator of the catalogue, in its order."""
    return tuple(_subject(before, now, indicator) for indicator in INDICATORS)


def _subject(before: ExactMarts | None, now: ExactMarts, indicator: Indicator) -> Subject:
    city = next(_changes(before, now, indicator, Level.GEMEENTE))
    if before is None:
        return Subject(city)
    wijken = [one for one in _changes(before, now, indicator, Level.WIJK) if one.is_changed]
    wijken.sort(key=lambda one: (-_size(one), one.area_name))
    return Subject(city, tuple(wijken[:MOST_WIJKEN]))


def _changes(
    before: ExactMarts | None, now: ExactMarts, indicator: Indicator, level: Level
) -> Iterator[FigureChange]:
    old = _values(before, indicator, level)
    new = _values(now, indicator, level)
    is_later = before is not None and now.as_of > before.as_of
    then = _values(now, indicator, level, before) if is_later else old
    for code, (name, value) in new.items():
        yield FigureChange(
            indicator.id,
            indicator.label,
            indicator.unit,
            indicator.decimals,
            code,
            name,
            before=old.get(code, ("", None))[1],
            now=value,
            same_day=then.get(code, ("", None))[1],
        )


def _values(
    marts: ExactMarts | None, indicator: Indicator, level: Level, day_of: ExactMarts | None = None
) -> Values:
    """The values at the peildatum of a file, or at that of another one."""
    if marts is None:
        return {}
    rows = figures(marts, indicator, Selection(level, (day_of or marts).as_of)).rows()
    return {row.area_code: (row.area_name, row.value) for row in rows}


def _size(change: FigureChange) -> float:
    """How much a reader sees a figure change; a figure that comes or goes counts whole."""
    first = change.before if change.before is not None else 0.0
    last = change.now if change.now is not None else 0.0
    same = change.same_day if change.same_day is not None else first
    return max(abs(last - first), abs(same - first))
