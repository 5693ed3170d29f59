"""The figures of a picture as a table, for who reads rather than looks."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from charts.card import Card, Column, Kind, Line, Table, Value
from charts.pictures import (
    AreaMap,
    Bars,
    Heat,
    Panels,
    Picture,
    Scatter,
    Series,
    TimeStrip,
    Trend,
)
from data.grammar import capital


def table_of(card: Card) -> Table | None:
    """The table of a card: its own, else the figures of its picture; None when it has neither."""
    if card.table is not None or card.picture is None:
        return card.table
    columns, lines = columns_and_lines(card.picture)
    return Table(card.title, columns, lines)


def columns_and_lines(picture: Picture) -> tuple[list[Column], list[Line]]:
    """The figures of a picture, in the order in which they are drawn."""
    return _TABULATORS[type(picture)](picture)


def _trend(picture: Trend) -> tuple[list[Column], list[Line]]:
    series = [line for one in picture.series for line in with_band(one)]
    columns = [_steps(picture)]
    columns += [Column(capital(name), picture.decimals) for name, _ in series]
    rows = zip(picture.steps, *(values for _, values in series), strict=True)
    return columns, [Line(list(row)) for row in rows]


def with_band(series: Series) -> list[tuple[str, Sequence[float | None]]]:
    """The name and values of a line, and those of the ends of its band when it has one."""
    lines: list[tuple[str, Sequence[float | None]]] = [(series.name, series.values)]
    if series.low:
        lines += [(f"{series.name}, van", series.low), (f"{series.name}, tot", series.high)]
    return lines


def _steps(picture: Trend) -> Column:
    """The column of what runs along the axis: months, days, or numbers of something."""
    days = [step for step in picture.steps if isinstance(step, date)]
    kind = Kind.PLAIN if not days else Kind.MONTH if _are_months(days) else Kind.DAY
    return Column(capital(picture.x_title) or "Maand", kind=kind)


def _are_months(days: Sequence[date]) -> bool:
    return all(day.day == 1 for day in days)


def _bars(picture: Bars) -> tuple[list[Column], list[Line]]:
    columns = [Column("Naam"), Column(capital(picture.unit), picture.decimals, has_bars=True)]
    has_ends = any(bar.low is not None for bar in picture.bars)
    if has_ends:
        columns += [Column("Van", picture.decimals), Column("Tot", picture.decimals)]
    lines = []
    for bar in picture.bars:
        value = bar.mark or None if bar.value is None else bar.value
        ends: list[Value] = [bar.low, bar.high] if has_ends else []
        lines.append(Line([bar.name, value, *ends], code=bar.code, is_pilot=bar.ink == "pilot"))
    return columns, lines


def _scatter(picture: Scatter) -> tuple[list[Column], list[Line]]:
    columns = [
        Column("Naam"),
        Column(capital(picture.x_title), picture.decimals),
        Column(capital(picture.y_title), picture.decimals),
    ]
    return columns, [Line([dot.name, dot.x, dot.y]) for dot in picture.dots]


def _heat(picture: Heat) -> tuple[list[Column], list[Line]]:
    columns = [Column("Naam"), *(Column(name, picture.decimals) for name in picture.columns)]
    rows = zip(picture.rows, picture.values, strict=True)
    return columns, [Line([name, *values]) for name, values in rows]


def _time_strip(picture: TimeStrip) -> tuple[list[Column], list[Line]]:
    columns = [Column("Naam"), Column("Van", kind=Kind.DAY), Column("Tot", kind=Kind.DAY)]
    columns.append(Column("Toelichting"))
    strips = picture.stretches
    return columns, [Line([s.name, s.start, s.end, s.detail or None]) for s in strips]


def _panels(picture: Panels) -> tuple[list[Column], list[Line]]:
    """The lines of every panel under each other, with the name of the panel before them."""
    columns: list[Column] = []
    lines: list[Line] = []
    for name, trend in picture.panels.items():
        columns, own = _trend(trend)
        lines += [Line([name, *line.cells]) for line in own]
    return [Column("Naam"), *columns], lines


def _area_map(picture: AreaMap) -> tuple[list[Column], list[Line]]:
    decimals = picture.classes.decimals
    headings = picture.moments if len(picture.moments) > 1 else [capital(picture.unit)]
    columns = [Column(capital(picture.level)), *(Column(text, decimals) for text in headings)]
    return columns, [
        Line(
            [area.name, *area.values],
            code=area.code,
            is_chosen=area.is_chosen,
            is_pilot=area.is_pilot,
        )
        for area in picture.areas
    ]


_TABULATORS: dict[type[Any], Callable[[Any], tuple[list[Column], list[Line]]]] = {
    Trend: _trend,
    Bars: _bars,
    Scatter: _scatter,
    Heat: _heat,
    TimeStrip: _time_strip,
    Panels: _panels,
    AreaMap: _area_map,
}
