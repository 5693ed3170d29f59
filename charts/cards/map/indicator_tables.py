"""The tables of one indicator: the area itself, and its parts from high to low."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from analytics.catalog import Indicator
from analytics.figures.blur import blurred, is_placed
from analytics.scope.indicator.indicator_scope import IndicatorScope
from analytics.scope.indicator.ranking import Ranked
from analytics.scope.windows import counted_since
from charts.card import Column, Kind, Line, Table, Value
from charts.cards.map import area_maps
from charts.cards.map.indicator_words import own_change, own_values
from charts.pictures import AreaMap, MapArea
from data.grammar import capital


def ranking_table(scope: IndicatorScope, ranked: Sequence[Ranked]) -> Table:
    """The areas with their place; no place where rounding could have made it."""
    places = _places(scope, ranked)
    lines = [
        _line(scope, area.row.area_code, [place, area.row.area_name, area.mark or area.row.value])
        for area, place in zip(ranked, places, strict=True)
    ]
    columns = [
        Column("Nr.", 0, kind=Kind.RANK),
        Column(capital(scope.level)),
        _figures(scope.indicator),
    ]
    caption = f"{scope.indicator.label} per {scope.level}"
    own = _own_line(scope, ["", scope.area.name, *own_values(scope, (scope.day,))])
    return Table(caption, columns, _since(scope, [*own, *lines]), head=1)


def _figures(indicator: Indicator) -> Column:
    """The column of an indicator by its unit; other programs do not see what the table is about."""
    told = capital(indicator.unit_words)
    return Column(capital(indicator.unit), indicator.decimals, has_bars=True, iso=told)


def _places(scope: IndicatorScope, ranked: Sequence[Ranked]) -> list[str]:
    figures = [
        None if area.mark else blurred(area.row, scope.indicator, scope.threshold)
        for area in ranked
    ]
    shown = [figure for figure in figures if figure]
    return [
        str(area.rank)
        if figure
        and is_placed(figure, (other for other in shown if other is not figure), scope.threshold)
        else ""
        for area, figure in zip(ranked, figures, strict=True)
    ]


def moments_table(caption: str, scope: IndicatorScope, picture: AreaMap) -> Table:
    """The figures behind a map: an area a line, the moment shown or all of a series in columns."""
    shown = range(len(picture.moments)) if picture.is_series else [picture.shown]
    columns = [Column(capital(scope.level)), *(_moment(scope, picture, at) for at in shown)]
    lines = [
        _line(scope, area.code, [area.name, *(area.values[at] for at in shown)])
        for area in sorted(picture.areas, key=_from_high_to_low)
    ]
    own = _own_figures(scope, picture, shown)
    lines = [*_own_line(scope, [scope.area.name, *own]), *lines]
    is_of_days = picture.is_series or _is_change(scope, picture)
    return Table(caption, columns, lines if is_of_days else _since(scope, lines))


def _since(scope: IndicatorScope, lines: Sequence[Line]) -> list[Line]:
    """The lines with the day from which their figures count."""
    since = counted_since(scope.window, scope.day, scope.indicator)
    return [replace(line, since=since) for line in lines]


def _moment(scope: IndicatorScope, picture: AreaMap, at: int) -> Column:
    """The column of one moment; alone it is called by what it counts."""
    decimals = scope.indicator.decimals
    if picture.is_series:
        return Column(picture.moments[at], decimals, iso=_interval(picture, at))
    kind = Kind.CHANGE if _is_change(scope, picture) else Kind.PLAIN
    return Column(capital(picture.unit), decimals, kind=kind)


def _interval(picture: AreaMap, at: int) -> str:
    """The days that a moment counts, as ISO 8601 writes them: a day, or from one to another."""
    start, day = picture.starts[at], picture.days[at]
    return f"{start}/{day}" if start else f"{day}"


def _is_change(scope: IndicatorScope, picture: AreaMap) -> bool:
    """Whether the map shows differences between two days."""
    return picture.moments == (area_maps.change_words(scope),)


def _own_figures(scope: IndicatorScope, picture: AreaMap, shown: Sequence[int]) -> list[Value]:
    if _is_change(scope, picture):
        return [own_change(scope)]
    return list(own_values(scope, tuple(picture.days[at] for at in shown)))


def _own_line(scope: IndicatorScope, cells: Sequence[Value]) -> list[Line]:
    """A line for the chosen area, above those of its parts; none when it stands among them."""
    if not scope.view.area or scope.around != scope.area.code:
        return []
    return [Line(cells, scope.area.code, is_chosen=True)]


def _line(scope: IndicatorScope, code: str, cells: Sequence[Value]) -> Line:
    return Line(
        cells=cells,
        code=code,
        is_chosen=scope.is_inside(code),
        is_pilot=scope.progress(scope.level)[code].is_pilot,
    )


def _from_high_to_low(area: MapArea) -> tuple[float, str]:
    """By the last value; areas without one at the end, by name."""
    last = area.values[-1]
    return (inf if isinstance(last, str) else -last, area.name)
