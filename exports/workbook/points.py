"""Native charts of points, with the lines behind them and names beside some."""

from typing import Any

from charts.layout.scatter import Side, axes, keys, named, ordered, stroke
from charts.pictures import Dot, Scatter
from exports.workbook.axes import DASHES, ends, font, plain_axis
from exports.workbook.book import Book
from exports.workbook.formats import number_format
from exports.workbook.place import Place

MARKER = {"type": "circle", "size": 7, "border": {"none": True}}
SMALL = 9  # points


def scatter(book: Book, picture: Scatter, place: Place) -> Any:
    """Points with the curves behind them; a point with a name is once more a series of its own."""
    chart, placed = book.file.add_chart({"type": "scatter"}), axes(picture)
    _add_curves(book, chart, picture, place)
    inks = dict.fromkeys(dot.ink for dot in ordered(picture.dots))
    for ink in inks:
        chart.add_series(_dots(book, picture, ink, place))
    for dot, side in named(picture):
        chart.add_series(_named_dot(book, dot, side, picture.dots.index(dot), place))
    across = plain_axis(book, picture.x_title, "General", has_grid=False)
    up = plain_axis(book, picture.y_title, number_format(picture.decimals), has_grid=True)
    chart.set_x_axis(across | ends(placed.across))
    chart.set_y_axis(up | ends(placed.up))
    chart.set_legend(_legend(book, picture))
    return chart


def _add_curves(book: Book, chart: Any, picture: Scatter, place: Place) -> None:
    for curve, cells in zip(picture.curves, place.curves, strict=True):
        dash, colour = DASHES[stroke(curve)], book.house.colour(curve.ink)
        line = {"color": colour, "width": 1.5, "dash_type": dash}
        found = {"categories": cells.cells(0), "values": cells.cells(1), "name": curve.name}
        chart.add_series(found | {"line": line, "marker": {"type": "none"}})


def _dots(book: Book, picture: Scatter, ink: str, place: Place) -> dict[str, Any]:
    """The points of one colour: a colour per point is not drawn by every program."""
    rows = [row for row, dot in enumerate(picture.dots) if dot.ink == ink]
    return {
        "name": picture.y_title,
        "categories": place.rows(1, rows),
        "values": place.rows(2, rows),
        "marker": MARKER | {"fill": {"color": book.house.colour(ink)}},
    }


def _named_dot(book: Book, dot: Dot, side: Side, row: int, place: Place) -> dict[str, Any]:
    """A point with its name beside it."""
    words = {"series_name": True, "position": side, "font": font(book, "ink", SMALL)}
    return {
        "name": dot.name,
        "categories": place.cell(1, row),
        "values": place.cell(2, row),
        "marker": MARKER | {"fill": {"color": book.house.colour(dot.ink)}},
        "data_labels": words,
    }


def _legend(book: Book, picture: Scatter) -> dict[str, Any]:
    """Every kind of curve once; the points say for themselves what they are."""
    if not picture.curves:
        return {"none": True}
    names = [curve.name for curve in picture.curves]
    shown = {names.index(key.text) for key in keys(picture)}
    points = len({dot.ink for dot in picture.dots}) + len(named(picture))
    left_out = [place for place in range(len(names) + points) if place not in shown]
    return {"position": "bottom", "font": font(book, "ink"), "delete_series": left_out}
