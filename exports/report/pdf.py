"""A report as PDF/UA and PDF/A: real text, bookmarks, text alternatives, Dutch as its language."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import typst

from charts.card import Card
from charts.cells import cell_text
from charts.pictures import AreaMap, Trend
from charts.tabulate import table_of
from exports.glyphs import drawable
from exports.house import House
from exports.paper.documents import STANDARDS
from exports.paper.elements import letters
from exports.report.colophon import with_colophon
from exports.report.drawing import WIDTH, Drawing, drawing, drawing_within, drawn_width
from exports.report.report import Piece, Report, Shape, Text
from exports.tables.widths import widths
from exports.words import spoken

TEMPLATE = Path(__file__).with_name("report.typ")
INKS = ("ink", "muted", "grid", "line", "accent", "pilot", "empty")
# In points, as in the template.
ROOM, COVER_HEIGHT = 470.0, 300.0  # between the margins, and of the map on the cover
LETTERS, AROUND = letters.Style(9.5, 9.5, is_bold=True), 9.0  # in tables; beside a text


def pdf(report: Report, house: House) -> bytes:
    """The bytes of the document: the same report gives the same bytes."""
    told = json.dumps(_told(drawable(report, house), house), ensure_ascii=False)
    compile_: Any = typst.compile  # its types depend on what goes in
    made: bytes = compile_(
        TEMPLATE.read_bytes(),
        font_paths=sorted({str(file.parent.resolve()) for file in house.fonts}),
        ignore_system_fonts=True,
        sys_inputs={"report": told},
        pdf_standards=STANDARDS,
    )
    return made


def _told(report: Report, house: House) -> dict[str, Any]:
    """The report as plain values, for the template."""
    width = drawn_width(report.shape)
    is_sheet = report.shape is Shape.SHEET
    # One or two sides are full: there the foot and the head say of when and from whom it is.
    told = with_colophon(report, house) if report.shape is Shape.REPORT else report.pieces
    pieces = [_piece(_plain(one) if is_sheet else one, house, width) for one in told]
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "audience": report.setting.audience_words,
        "day": report.setting.as_of.isoformat(),
        "marks": list(report.setting.marks),
        "family": house.family,
        "footer": house.footer,
        "colours": {ink: house.colour(ink) for ink in INKS},
        "logo": _logo(house),
        "pieces": pieces,
        "shape": report.shape,
        "lead": list(report.lead),
        "is_dense": report.cover is not None or report.shape is Shape.BRIEF,
        "cover": None if report.cover is None else _cover(report.cover, house),
    }


def _logo(house: House) -> dict[str, Any]:
    if house.logo.is_svg:
        return {"format": "svg", "data": house.logo.data.decode("utf-8")}
    return {"format": "png", "data": list(house.logo.data)}


def _plain(piece: Piece) -> Piece:
    """A piece for half of a sheet, on which the words of events do not fit."""
    if isinstance(piece, Card) and isinstance(piece.picture, Trend):
        return replace(piece, picture=replace(piece.picture, events=()))
    return piece


def _piece(piece: Piece, house: House, width: float = WIDTH) -> dict[str, Any]:
    if isinstance(piece, Text):
        terms = [list(term) for term in piece.terms]
        return {
            "kind": "text",
            "title": piece.title,
            "paragraphs": list(piece.paragraphs),
            "terms": terms,
        }
    return _card(piece, house, drawing(piece, house, width))


def _cover(card: Card, house: House) -> dict[str, Any]:
    """The map on the first page."""
    return _card(card, house, drawing_within(card, house, ROOM, COVER_HEIGHT))


def _card(piece: Card, house: House, picture: Drawing | None) -> dict[str, Any]:
    return {
        "kind": "card",
        "title": piece.title,
        "subtitle": piece.subtitle,
        "note": piece.note,
        "sentence": piece.sentence,
        "source": piece.source,
        "alt": spoken(piece),
        "picture": picture.svg if picture else "",
        "share": picture.share if picture else 1,
        "table": None if piece.note else _table(piece, house, has_picture=picture is not None),
    }


def _table(card: Card, house: House, *, has_picture: bool) -> dict[str, Any] | None:
    """The figures of a card; a trend shows them in its picture, and they fill pages."""
    table = table_of(card)
    if table is None or (has_picture and not isinstance(card.picture, AreaMap)):
        return None
    rows = [
        [cell_text(value, column) for value, column in zip(line.cells, table.columns, strict=True)]
        for line in table.lines
    ]
    return {
        "head": [column.heading for column in table.columns],
        "sides": ["right" if column.is_number else "left" for column in table.columns],
        "widths": widths(table, ROOM, AROUND, lambda text: letters.width(text, LETTERS, house)),
        "rows": rows,
        "chosen": [row for row, line in enumerate(table.lines) if line.is_chosen],
        "pilot": [row for row, line in enumerate(table.lines) if line.is_pilot],
        "name": table.head,
    }
