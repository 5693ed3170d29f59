"""Native charts of a workbook, on the cells that stand beside them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from charts.card import Card
from charts.layout import bars as bar_layout
from charts.layout import trend as trend_layout
from charts.layout.axis import months_apart
from charts.layout.trend import Axes
from charts.pictures import Bar, Bars, Scatter, Trend
from charts.tabulate import with_band
from exports.words import spoken
from exports.workbook.axes import DASHES, ends, font, plain_axis
from exports.workbook.book import Book
from exports.workbook.formats import MONTH, number_format
from exports.workbook.place import Place
from exports.workbook.points import scatter

WIDTH, HEIGHT = 820, 420  # pixels
ROW_HEIGHT = 20  # pixels of a bar
HEAD_HEIGHT = 90  # pixels around the bars
LOWEST = 200  # pixels
MOST_BARS = 60
BAND_END = {"width": 1, "dash_type": "square_dot"}  # native charts have no bands


def add_chart(book: Book, sheet: Any, card: Card, place: Place, anchor: tuple[int, int]) -> None:
    """Draws the picture of a card, whose figures stand in `place`, with its left top at a cell."""
    chart = CHARTS[type(card.picture)](book, card.picture, place)
    chart.set_title({"name": card.title, "name_font": font(book, "ink", 13), "overlay": False})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": WIDTH, "height": _height(card)})
    sheet.insert_chart(*anchor, chart, {"description": spoken(card), "object_position": 2})


def _height(card: Card) -> int:
    """Bars need room for each of them."""
    if not isinstance(card.picture, Bars):
        return HEIGHT
    return max(HEAD_HEIGHT + ROW_HEIGHT * min(len(card.picture.bars), MOST_BARS), LOWEST)


def _trend(book: Book, picture: Trend, place: Place) -> Any:
    """Lines over months, or over numbers that need not be equally far apart."""
    is_calendar = all(isinstance(step, date) for step in picture.steps)
    kind = {"type": "line"} if is_calendar else {"type": "scatter", "subtype": "straight"}
    chart, placed = book.file.add_chart(kind), trend_layout.axes(picture)
    unnamed = _add_lines(book, chart, picture, place)
    up = plain_axis(book, picture.unit, number_format(picture.decimals), has_grid=True)
    chart.set_y_axis(up | ends(placed.up))
    chart.set_x_axis(_steps(book, picture, placed, is_calendar=is_calendar))
    names = {"position": "bottom", "font": font(book, "ink"), "delete_series": unnamed}
    chart.set_legend(names)
    return chart


def _steps(book: Book, picture: Trend, placed: Axes, *, is_calendar: bool) -> dict[str, Any]:
    """The horizontal axis: a calendar counts its ticks from its first month."""
    shown = MONTH if is_calendar else "#,##0"
    axis = plain_axis(book, picture.x_title, shown, has_grid=False)
    if not is_calendar:
        return axis | ends(placed.across)
    months = {"date_axis": True, "major_unit_type": "months"}
    return axis | months | {"major_unit": months_apart(picture.steps)}


def _add_lines(book: Book, chart: Any, picture: Trend, place: Place) -> list[int]:
    """Adds the lines and the ends of their bands; the numbers of those without a name."""
    unnamed: list[int] = []
    number = 0
    for line in trend_layout.lines(picture):
        look = {"width": line.width, "dash_type": DASHES[line.stroke]}
        colour = {"color": book.house.colour(line.series.ink)}
        for end, _ in enumerate(with_band(line.series)):
            unnamed += [number] if end or line.series.is_quiet else []
            number += 1
            drawn = {"line": colour | (BAND_END if end else look), "marker": {"type": "none"}}
            chart.add_series(_cells(place, number) | drawn)
    return unnamed


def _cells(place: Place, number: int) -> dict[str, Any]:
    return {
        "name": place.heading(number),
        "categories": place.cells(0),
        "values": place.cells(number),
    }


def _bars(book: Book, picture: Bars, place: Place) -> Any:
    """Horizontal bars, the first at the top."""
    chart, shown = book.file.add_chart({"type": "bar"}), number_format(picture.decimals)
    points = [{"fill": {"color": book.house.colour(bar.ink)}} for bar in picture.bars]
    series = _cells(place, 1) | {"points": points, "gap": 45}
    if bar_layout.has_intervals(picture):
        series["y_error_bars"] = _intervals(picture.bars)
    else:
        series["data_labels"] = {"value": True, "num_format": shown, "font": font(book, "ink")}
    chart.add_series(series)
    amounts = plain_axis(book, picture.unit, shown, has_grid=True)
    chart.set_x_axis(amounts | ends(bar_layout.axis(picture)))
    names = {"reverse": True, "label_position": "low"}
    chart.set_y_axis(plain_axis(book, "", "General", has_grid=False) | names)
    chart.set_legend({"none": True})
    return chart


def _intervals(bars: Sequence[Bar]) -> dict[str, Any]:
    return {
        "type": "custom",
        "plus_values": [_length(bar, bar.high) for bar in bars],
        "minus_values": [_length(bar, bar.low) for bar in bars],
    }


def _length(bar: Bar, end: float | None) -> float:
    return abs(end - bar.value) if end is not None and bar.value is not None else 0.0


CHARTS: Mapping[type[Any], Callable[[Book, Any, Place], Any]] = {
    Trend: _trend,
    Bars: _bars,
    Scatter: scatter,
}
