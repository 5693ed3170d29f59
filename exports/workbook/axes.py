"""Axes and strokes of native charts, as xlsxwriter wants them."""

from typing import Any

from charts.layout.axis import Axis
from charts.layout.strokes import Stroke
from exports.workbook.book import FONT, Book

DASHES = {
    Stroke.SOLID: "solid",
    Stroke.LONG: "long_dash",
    Stroke.LONG_DOT: "long_dash_dot",
    Stroke.DASH: "dash",
    Stroke.DOT: "round_dot",
    Stroke.DASH_DOT: "dash_dot",
}


def font(book: Book, ink: str, size: int = 10) -> dict[str, Any]:
    """The letters of a chart."""
    return {"name": FONT, "size": size, "bold": False, "color": book.house.colour(ink)}


def plain_axis(book: Book, name: str, number_format: str, *, has_grid: bool) -> dict[str, Any]:
    """A quiet axis with its name, of names or of months."""
    return {
        "name": name,
        "name_font": font(book, "muted"),
        "num_font": font(book, "muted"),
        "num_format": number_format,
        "line": {"color": book.house.colour("line")},
        "major_tick_mark": "none",
        "major_gridlines": {
            "visible": has_grid,
            "line": {"color": book.house.colour("grid"), "width": 0.75},
        },
    }


def ends(axis: Axis) -> dict[str, Any]:
    """The ends of an axis of numbers, and how far its ticks are apart."""
    found = {"min": axis.low, "max": axis.high}
    return found | {"major_unit": axis.apart} if axis.apart else found
