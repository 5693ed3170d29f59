"""Tables that a screen reader, a search in the page and paper understand."""

from collections.abc import Sequence
from datetime import date
from html import escape

from charts.card import Column, Kind, Line, Table
from charts.cells import cell_text
from pages._parts.drawing.sorting import Order, next_order

PILOT_BADGE = '<span class="bloei-pilot">pilot</span>'
LONG = 25  # rows: a longer table gets a field to search in
NO_NAME = "Geen naam met deze letters. Maak het zoekveld leeg om alles te zien."
SHOWN = 10  # rows of a folded table (style.css)
FOLDED = 50  # lines of text: a longer table shows its first ten rows
SHORT, PHRASE = 19, 60  # letters: a shorter text stays on its line, a longer one is prose
WIDE = 160  # letters that stand beside each other in all columns together


def html_table(
    table: Table, lines: Sequence[Line], card: str = "", order: Order | None = None
) -> str:
    """The HTML of some lines of a table, the first ten when it is long; all text is escaped here.

    Bars compare with the highest of the whole table. With the id of its card the headings are
    buttons that order it, and a long one has a field to search in, which frame/lists.js hears.
    """
    found = _rows(table, lines, card, order)
    return _searched(found, card) if card and len(lines) > LONG else found


def _searched(found: str, card: str) -> str:
    return (
        f'<div class="bloei-searched"><input type="search" id="search-{escape(card)}"'
        ' aria-label="Zoek in de tabel" placeholder="Zoek op naam" autocomplete="off">'
        f'{found}<p class="bloei-note" hidden>{NO_NAME}</p></div>'
    )


def _rows(table: Table, lines: Sequence[Line], card: str, order: Order | None) -> str:
    head = "".join(_heading(table, index, card, order) for index in range(len(table.columns)))
    highest = [_highest(table, index) for index in range(len(table.columns))]
    body = "".join(_row(table, line, highest) for line in lines)
    label = escape(table.caption, quote=True)
    is_long = len(lines) > SHOWN and sum(_height(line) for line in lines) > FOLDED
    more = f'<button type="button" data-unfold>Toon alle {len(lines)} rijen</button>'
    return (
        f'<div class="bloei-scroll{" folded" if is_long else ""}" tabindex="0" role="group"'
        f' aria-label="{label}">'
        f'<table class="bloei-table"><caption>{escape(table.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"{more if is_long else ''}{_sorted_words(table, order)}"
    )


def _height(line: Line) -> int:
    """Over about how many lines of text the longest cell of a row runs."""
    longest = max((len(cell) for cell in line.cells if isinstance(cell, str)), default=0)
    return 1 + longest * len(line.cells) // WIDE


def _heading(table: Table, index: int, card: str, order: Order | None) -> str:
    """A heading: a button that orders the table, when it is known which table this is."""
    column = table.columns[index]
    text, kind = escape(column.heading), _number_class(column)
    if not card:
        return f'<th scope="col"{kind}>{text}</th>'
    asked = next_order(order, card, index, is_number=column.is_number)
    state = ""
    if order is not None and order.column == index:
        state = f' aria-sort="{"descending" if order.is_down else "ascending"}"'
    return (
        f'<th scope="col"{kind}{state}><button type="button" id="{escape(card)}-{index}"'
        f' data-choose="sorteer" data-text="{escape(asked.code)}">{text}</button></th>'
    )


def _sorted_words(table: Table, order: Order | None) -> str:
    """How the table is ordered, for who listens."""
    if order is None or order.column >= len(table.columns):
        return ""
    way = "van hoog naar laag" if order.is_down else "van laag naar hoog"
    if not table.columns[order.column].is_number:
        way = "van Z naar A" if order.is_down else "van A naar Z"
    heading = escape(table.columns[order.column].heading)
    return f'<p class="bloei-sorted">{escape(table.caption)}: op {heading}, {way}</p>'


def _highest(table: Table, index: int) -> float:
    values = (line.cells[index] for line in table.lines)
    return max((value for value in values if isinstance(value, int | float)), default=0) or 1


def _row(table: Table, line: Line, highest: Sequence[float]) -> str:
    current = ' aria-current="true"' if line.is_chosen else ""
    cells = [_cell(table, line, index, highest[index]) for index in range(len(table.columns))]
    badge = PILOT_BADGE if line.is_pilot else ""
    name = escape(_text(table, line, table.head))
    day = ' class="day"' if isinstance(line.cells[table.head], date) else ""
    cells[table.head] = f'<th scope="row"{day}>{name}{badge}</th>'
    return f"<tr{current}>{''.join(cells)}</tr>"


def _cell(table: Table, line: Line, index: int, highest: float) -> str:
    column, value = table.columns[index], line.cells[index]
    text = _text(table, line, index)
    mark = _number_class(column) or f' class="mark{_length_class(text)}"'
    if column.is_number and isinstance(value, str) and " " in value:
        mark = ' class="number phrase"'  # why there is no number may take two lines
    bar = ""
    if column.has_bars and isinstance(value, int | float):
        bar = f' style="--bar:{max(value, 0) / highest:.0%}"'  # drawn by the style sheet
    return f"<td{mark}{bar}>{escape(text)}</td>"


def _length_class(text: str) -> str:
    """What the style sheet needs to know of a text, which a column of two letters would break."""
    if len(text) <= SHORT:
        return ""
    return " phrase" if len(text) <= PHRASE else " prose"


def _text(table: Table, line: Line, index: int) -> str:
    return cell_text(line.cells[index], table.columns[index])


def _number_class(column: Column) -> str:
    if column.kind is Kind.RANK:
        return ' class="number rank"'
    return ' class="number"' if column.is_number else ""
