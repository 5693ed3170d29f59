"""Tables that a screen reader, a search in the page and paper understand."""

import unicodedata
from collections.abc import Sequence
from html import escape

from charts.card import Column, Line, Table
from charts.cells import cell_text

PILOT_BADGE = '<span class="bloei-pilot">pilot</span>'


def html_table(table: Table, lines: Sequence[Line]) -> str:
    """The HTML of some lines of a table, scrolling when it is long; all text is escaped here.

    Bars compare with the highest of the whole table.
    """
    head = "".join(
        f'<th scope="col"{_number_class(column)}>{escape(column.heading)}</th>'
        for column in table.columns
    )
    highest = [_highest(table, index) for index in range(len(table.columns))]
    body = "".join(_row(table, line, highest) for line in lines)
    label = escape(table.caption, quote=True)
    return (
        f'<div class="bloei-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="bloei-table"><caption>{escape(table.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def matching(table: Table, text: str) -> list[Line]:
    """The lines with the text in their name, in any case and with or without accents."""
    return [line for line in table.lines if _plain(text) in _plain(_text(table, line, table.head))]


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _highest(table: Table, index: int) -> float:
    values = (line.cells[index] for line in table.lines)
    return max((value for value in values if isinstance(value, int | float)), default=0) or 1


def _row(table: Table, line: Line, highest: Sequence[float]) -> str:
    current = ' aria-current="true"' if line.is_chosen else ""
    cells = [_cell(table, line, index, highest[index]) for index in range(len(table.columns))]
    badge = PILOT_BADGE if line.is_pilot else ""
    name = escape(_text(table, line, table.head))
    cells[table.head] = f'<th scope="row">{name}{badge}</th>'
    return f"<tr{current}>{''.join(cells)}</tr>"


def _cell(table: Table, line: Line, index: int, highest: float) -> str:
    column, value = table.columns[index], line.cells[index]
    mark = _number_class(column) or ' class="mark"'
    bar = ""
    if column.has_bars and isinstance(value, int | float):
        bar = f' style="--bar:{max(value, 0) / highest:.0%}"'  # drawn by the style sheet
    return f"<td{mark}{bar}>{escape(_text(table, line, index))}</td>"


def _text(table: Table, line: Line, index: int) -> str:
    return cell_text(line.cells[index], table.columns[index])


def _number_class(column: Column) -> str:
    return ' class="number"' if column.is_number else ""
