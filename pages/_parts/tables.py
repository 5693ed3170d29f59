"""Tables that a screen reader, a search in the page and paper understand."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

PILOT_BADGE = '<span class="bloei-pilot">pilot</span>'


@dataclass(frozen=True)
class Cell:
    """A cell: its text, and for numbers the length of its bar (0 to 1, None for no bar)."""

    text: str
    is_number: bool = False
    share: float | None = None


@dataclass(frozen=True)
class TableRow:
    """A row: the name at its head, cells before and after it, and how it is marked."""

    name: str
    cells: Sequence[Cell]
    before: Sequence[Cell] = field(default=())
    is_chosen: bool = False
    is_pilot: bool = False


@dataclass(frozen=True)
class Heading:
    """The heading of a column."""

    text: str
    is_number: bool = False


def table(caption: str, headings: Sequence[Heading], rows: Sequence[TableRow]) -> str:
    """The HTML of a table that scrolls when it is long; all text is escaped here."""
    head = "".join(
        f'<th scope="col"{_number_class(heading.is_number)}>{escape(heading.text)}</th>'
        for heading in headings
    )
    body = "".join(_row(row) for row in rows)
    label = escape(caption, quote=True)
    return (
        f'<div class="bloei-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="bloei-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def matching(rows: Sequence[TableRow], text: str) -> list[TableRow]:
    """The rows with the text in their name, in any case and with or without accents."""
    return [row for row in rows if _plain(text) in _plain(row.name)]


def numbers(values: Sequence[float | None], texts: Sequence[str]) -> list[Cell]:
    """Number cells with bars against the highest; a value of None has only its text."""
    highest = max((value for value in values if value is not None), default=0) or 1
    return [
        Cell(text, True, None if value is None else max(value, 0) / highest)
        for value, text in zip(values, texts, strict=True)
    ]


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _row(row: TableRow) -> str:
    current = ' aria-current="true"' if row.is_chosen else ""
    badge = PILOT_BADGE if row.is_pilot else ""
    before = "".join(map(_cell, row.before))
    after = "".join(map(_cell, row.cells))
    return f'<tr{current}>{before}<th scope="row">{escape(row.name)}{badge}</th>{after}</tr>'


def _cell(cell: Cell) -> str:
    mark = ' class="mark"' if not cell.is_number else _number_class(is_number=True)
    bar = ""
    if cell.share is not None:
        bar = f'<span class="bar"><i style="width:{cell.share:.0%}"></i></span>'
    return f"<td{mark}>{escape(cell.text)}{bar}</td>"


def _number_class(is_number: bool) -> str:
    return ' class="number"' if is_number else ""
