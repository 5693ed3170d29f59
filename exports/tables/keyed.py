"""The table of a card for other programs: cells of one type a column, and the area of every row.

One rule for csv and workbooks: behind the columns of the card stand the code, name and level of
the area, and a remark with the words that a reader sees in the place of a number or a day; where
figures count from a day on, that day.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from charts.card import Card, Column, Kind, Line, Table, Value
from charts.tabulate import table_of
from data.periods import Period, label
from exports.setting import Setting

AREA = (Column("Gebiedscode"), Column("Gebiedsnaam"), Column("Gebiedsniveau"))
REMARK = Column("Opmerking")
SINCE = Column("Vanaf", kind=Kind.DAY)  # only where something counts from a day on
_NUMBER = re.compile(r"[-−+]?\d{1,3}((\.\d{3})*|\d*)(,\d+)?")
_POINTS = str.maketrans({"−": "-", ".": None, ",": "."})


def keyed(card: Card, setting: Setting) -> Table | None:
    """The table of a card with those columns; None when the card has no figures."""
    table = table_of(card)
    if table is None:
        return None
    own = list(map(_written, table.columns, _down(table)))
    since = [SINCE] if any(line.since for line in table.lines) else []
    columns = _distinct([*own, *AREA, REMARK, *since])
    around = _around(table, setting)
    lines = [_line(line, table.columns, around, setting) for line in table.lines]
    if since:
        lines = [replace(line, cells=[*line.cells, line.since]) for line in lines]
    return replace(table, columns=columns, lines=lines)


def _line(line: Line, columns: Sequence[Column], around: str, setting: Setting) -> Line:
    pairs = list(zip(columns, line.cells, strict=True))
    plain = [_plain(column, cell) for column, cell in pairs]
    remarks = [
        f"{column.heading}: {cell}"
        for (column, cell), kept in zip(pairs, plain, strict=True)
        if cell and kept is None
    ]
    return replace(
        line, cells=[*plain, *_area(line.code or around, setting), "; ".join(remarks) or None]
    )


def _plain(column: Column, cell: Value) -> Value:
    """No words in a column of numbers or days; a number that was written out is one again.

    A quarter is 2021-Q3, in workbooks too: no program shows a day as its quarter.
    """
    if column.kind is Kind.QUARTER and isinstance(cell, date):
        return label(cell, Period.QUARTER)
    if not isinstance(cell, str) or not (column.is_number or column.kind is not Kind.PLAIN):
        return cell
    if not (column.is_number and _NUMBER.fullmatch(cell)):
        return None
    return float(cell.translate(_POINTS))


def _written(column: Column, cells: Sequence[Value]) -> Column:
    """The column, with the decimals of the numbers that were written out in it."""
    if column.decimals is None:
        return column
    texts = (cell for cell in cells if isinstance(cell, str) and _NUMBER.fullmatch(cell))
    most = max((len(text.partition(",")[2]) for text in texts), default=0)
    return replace(column, decimals=max(column.decimals, most))


def _down(table: Table) -> list[list[Value]]:
    """The cells column by column."""
    return [[line.cells[place] for line in table.lines] for place in range(len(table.columns))]


def _around(table: Table, setting: Setting) -> str:
    """The code of the area that rows without one are about: the chosen area.

    "" where the other rows, or columns, are areas: then such a row is about none (a rest) or about
    several.
    """
    if setting.area is None or any(line.code for line in table.lines):
        return ""
    others = {area.name for area in setting.areas.values()} - {setting.area.name}
    is_beside = any(column.is_number and column.heading in others for column in table.columns)
    return "" if is_beside else setting.area.code


def _area(code: str, setting: Setting) -> list[Value]:
    area = setting.areas.get(code)
    return [code or None, None, None] if area is None else [area.code, area.name, str(area.level)]


def _distinct(columns: Sequence[Column]) -> list[Column]:
    """The columns with headings in one line that differ, as a table of Excel wants them."""
    taken, found = set[str](), list[Column]()
    for column in columns:
        words = column.iso or column.heading
        heading = "".join(sign if sign.isprintable() else " " for sign in words).strip()
        names = (heading if number == 1 else f"{heading} {number}".strip() for number in count(1))
        free = next(name for name in names if name and name.casefold() not in taken)
        taken.add(free.casefold())
        found.append(replace(column, heading=free))
    return found
