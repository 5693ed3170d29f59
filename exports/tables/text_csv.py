"""The figures of a card as CSV that a Dutch Excel opens: semicolons, decimal commas, a BOM.

One row of headings and a line per row; what the figures are stands in a text file beside it.
"""

import csv as text_format
from datetime import date
from io import StringIO

from charts.card import Card, Column, Value
from exports.setting import Setting
from exports.tables.formulas import safe
from exports.tables.keyed import keyed
from exports.tables.rows import audience_word
from exports.words import about

ENCODING = "utf-8-sig"  # with the BOM by which Excel knows UTF-8
# Of whom, of when and for whom the figures are, at every row: a csv has no other place for it.
TOLD = ("Peildatum", "Publiek", "Gegevens")


def csv(card: Card, setting: Setting) -> bytes:
    """The figures with ISO days, and numbers with the decimals of their column.

    A card without figures gives its note.
    """
    out = StringIO(newline="")
    writer = text_format.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows(_rows(card, setting))
    return out.getvalue().encode(ENCODING)


def notes(card: Card, setting: Setting) -> bytes:
    """What the figures are, in lines: the text file beside the csv."""
    lines = [f"{name}: {words}" for name, words in about([card], setting)]
    return "".join(f"{line}\r\n" for line in lines).encode(ENCODING)


def _rows(card: Card, setting: Setting) -> list[list[str]]:
    table = keyed(card, setting)
    if table is None:
        return [[safe(card.note)]]
    kind = "demo" if setting.is_demo else "registratie"
    told = [setting.as_of.isoformat(), audience_word(setting.audience), kind]
    rows = [[*map(_cell, line.cells, table.columns), *told] for line in table.lines]
    return [[*(safe(column.heading) for column in table.columns), *TOLD], *rows]


def _cell(value: Value, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, date):
        return value.isoformat()
    text = f"{value:.{column.decimals}f}" if column.is_number else f"{value:g}"
    return text.replace(".", ",")
