"""The figures of a card as CSV that a Dutch Excel opens: semicolons, decimal commas, a BOM."""

import csv as text_format
from collections.abc import Sequence
from datetime import date
from io import StringIO

from charts.card import Card, Column, Value
from charts.cells import cell_text
from charts.tabulate import table_of
from exports.setting import Setting

ENCODING = "utf-8-sig"  # with the BOM by which Excel knows UTF-8
# What makes a spreadsheet take a text for a formula (OWASP, CSV Injection), full-width ones too.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv(card: Card, setting: Setting) -> bytes:
    """A heading and a line per row; below them, after an empty line, what the figures are.

    Numbers have the decimals of their column and no thousands separator.
    """
    out = StringIO(newline="")
    writer = text_format.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([*_rows(card), [], *([safe(note)] for note in _notes(card, setting))])
    return out.getvalue().encode(ENCODING)


def _rows(card: Card) -> list[list[str]]:
    table = table_of(card)
    if table is None:
        return [[safe(card.note)]]
    lines = [[_cell(*pair) for pair in _pairs(line.cells, table.columns)] for line in table.lines]
    return [[safe(column.heading) for column in table.columns], *lines]


def _notes(card: Card, setting: Setting) -> list[str]:
    """Title, unit, selection, source, how exact it is, and the marks of the export."""
    words = (card.title, card.subtitle, setting.selection, card.source, setting.audience_words)
    return [text for text in (*words, *setting.marks) if text]


def _pairs(cells: Sequence[Value], columns: Sequence[Column]) -> list[tuple[Value, Column]]:
    return list(zip(cells, columns, strict=True))


def _cell(value: Value, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, date):
        return cell_text(value, column)
    text = f"{value:.{column.decimals}f}" if column.is_number else f"{value:g}"
    return text.replace(".", ",")


def safe(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would take it for a formula."""
    is_formula = text.startswith(FORMULA_SIGNS) or text.lstrip().startswith(FORMULA_SIGNS)
    return f"'{text}" if is_formula else text
