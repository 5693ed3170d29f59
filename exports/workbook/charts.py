"""Native charts of a workbook, on the cells that stand beside them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from charts.card import Card
from charts.pictures import Bar, Bars, Scatter, Trend
from charts.tabulate import with_band
from charts.trend import FEW_MONTHS
from exports.words import spoken
from exports.workbook.book import FONT, Book
from exports.workbook.formats import MONTH, number_format

SIZE = {"width": 820, "height": 420}
ROW_HEIGHT = 20  # pixels of a bar
HEAD_HEIGHT = 90  # pixels around the bars
MOST_BARS = 60


@dataclass(frozen=True)
class Place:
    """Where figures stand: the sheet, the row of the headings, the last row and the columns.

    The first of the columns names the rows.
    """

    sheet: str
    first: int
    last: int
    columns: tuple[int, ...] = ()

    def cells(self, number: int) -> list[str | int]:
        """The cells of a column, as xlsxwriter wants them."""
        column = self.columns[number]
        return [self.sheet, self.first + 1, column, self.last, column]

    def heading(self, number: int) -> list[str | int]:
        """The heading of a column."""
        return [self.sheet, self.first, self.columns[number]]


def add_chart(book: Book, sheet: Any, card: Card, place: Place, anchor: tuple[int, int]) -> None:
    """Draws the picture of a card, whose figures stand in `place`, with its left top at a cell."""
    chart = CHARTS[type(card.picture)](book, card.picture, place)
    chart.set_title({"name": card.title, "name_font": _font(book, "ink", 13), "overlay": False})
    chart.set_chartarea({"border": {"none": True}})
    sheet.insert_chart(*anchor, chart, {"description": spoken(card), "object_position": 2})


def _font(book: Book, ink: str, size: int = 10) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": False, "color": book.house.colour(ink)}


def _axis(book: Book, name: str, number_format: str, *, has_grid: bool) -> dict[str, Any]:
    return {
        "name": name,
        "name_font": _font(book, "muted"),
        "num_font": _font(book, "muted"),
        "num_format": number_format,
        "line": {"color": book.house.colour("line")},
        "major_tick_mark": "none",
        "major_gridlines": {
            "visible": has_grid,
            "line": {"color": book.house.colour("grid"), "width": 0.75},
        },
    }


def _trend(book: Book, picture: Trend, place: Place) -> Any:
    """Lines over months, or over numbers that need not be equally far apart."""
    is_calendar = all(isinstance(step, date) for step in picture.steps)
    kind = {"type": "line"} if is_calendar else {"type": "scatter", "subtype": "straight"}
    chart = book.file.add_chart(kind)
    number = 0
    for series in picture.series:
        for end, _ in enumerate(with_band(series)):
            number += 1
            line = {
                "color": book.house.colour(series.ink),
                "width": 1 if end or series.is_quiet else 2.25,
                "dash_type": "round_dot" if end else "dash" if series.is_dashed else "solid",
            }
            chart.add_series(_cells(place, number) | {"line": line, "marker": {"type": "none"}})
    shown = number_format(picture.decimals)
    chart.set_y_axis(_axis(book, picture.unit, shown, has_grid=True) | {"min": 0})
    months = {
        "date_axis": True,
        "major_unit": 3 if len(picture.steps) <= FEW_MONTHS else 12,
        "major_unit_type": "months",
    }
    steps = _axis(book, picture.x_title, MONTH if is_calendar else "#,##0", has_grid=False)
    chart.set_x_axis(steps | (months if is_calendar else {}))
    chart.set_legend({"position": "bottom", "font": _font(book, "ink")})
    chart.set_size(SIZE)
    return chart


def _cells(place: Place, number: int) -> dict[str, Any]:
    return {
        "name": place.heading(number),
        "categories": place.cells(0),
        "values": place.cells(number),
    }


def _bars(book: Book, picture: Bars, place: Place) -> Any:
    """Horizontal bars, the first at the top."""
    chart = book.file.add_chart({"type": "bar"})
    shown = number_format(picture.decimals)
    points = [{"fill": {"color": book.house.colour(bar.ink)}} for bar in picture.bars]
    series = _cells(place, 1) | {"points": points, "gap": 45}
    if any(bar.low is not None for bar in picture.bars):
        series["y_error_bars"] = _intervals(picture.bars)
    else:
        series["data_labels"] = {"value": True, "num_format": shown, "font": _font(book, "ink")}
    chart.add_series(series)
    chart.set_x_axis(_axis(book, picture.unit, shown, has_grid=True) | {"min": 0})
    chart.set_y_axis(_axis(book, "", "General", has_grid=False) | {"reverse": True})
    chart.set_legend({"none": True})
    height = HEAD_HEIGHT + ROW_HEIGHT * min(len(picture.bars), MOST_BARS)
    chart.set_size({"width": SIZE["width"], "height": max(height, 200)})
    return chart


def _intervals(bars: Any) -> dict[str, Any]:
    return {
        "type": "custom",
        "plus_values": [_length(bar, bar.high) for bar in bars],
        "minus_values": [_length(bar, bar.low) for bar in bars],
    }


def _length(bar: Bar, end: float | None) -> float:
    return abs(end - bar.value) if end is not None and bar.value is not None else 0.0


def _scatter(book: Book, picture: Scatter, place: Place) -> Any:
    """Points; the curves behind them stand in no table and are left out."""
    chart = book.file.add_chart({"type": "scatter"})
    colours = [{"fill": {"color": book.house.colour(dot.ink)}} for dot in picture.dots]
    marker = {"type": "circle", "size": 7, "border": {"none": True}}
    cells = {"categories": place.cells(1), "values": place.cells(2), "name": picture.y_title}
    chart.add_series(cells | {"marker": marker, "points": colours})
    shown = number_format(picture.decimals)
    chart.set_x_axis(_axis(book, picture.x_title, "General", has_grid=False))
    chart.set_y_axis(_axis(book, picture.y_title, shown, has_grid=True))
    chart.set_legend({"none": True})
    chart.set_size(SIZE)
    return chart


CHARTS: Mapping[type[Any], Callable[[Book, Any, Place], Any]] = {
    Trend: _trend,
    Bars: _bars,
    Scatter: _scatter,
}
