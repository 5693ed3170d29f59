"""From the sheets of one table to its records: the cells of every column, read once a value."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeVar

import numpy as np

from data.contract.columns import Column, Kind, Table
from data.delivery.checking.records import Records
from data.delivery.files.coded import Coded, Indexes
from data.delivery.files.raw import Cell, Origin
from data.delivery.postcodes import LEAST_SHARE, Postcodes, as_postcode
from data.delivery.reading.cells import Notations, Reader, Typed, read_column
from data.delivery.reading.date_columns import Signs, styles
from data.delivery.reading.nothing import is_nothing, is_open_end
from data.delivery.reading.numbers import notation_of
from data.delivery.recognition.headings import LocatedSheet
from data.grammar import counted, listed, plural

TOO_WIDE = (
    "De rij heeft meer cellen dan er koppen zijn. Staat er een scheidingsteken in een tekst?"
    " Zet die tekst tussen aanhalingstekens."
)
_DAYS = (Kind.DATE, Kind.PLANNED_DATE)
_EXAMPLES = 3
V = TypeVar("V")
NO_SIGNS = Signs()


def signs_of(sheets: Iterable[LocatedSheet]) -> Signs:
    """How the dates of a delivery are written, as far as they show it."""
    signs = Signs()
    for sheet in sheets:
        for column in sheet.table.columns if sheet.table else ():
            for heading in sheet.columns.get(column.name, ()) if column.kind in _DAYS else ():
                signs.look_at(sheet.raw.column(heading.position, sheet.header + 1).distinct)
    return signs


MakeReader = Callable[[Column, Notations], Reader]


def read_records(
    table: Table, sheets: Sequence[LocatedSheet], make: MakeReader, signs: Signs = NO_SIGNS
) -> Records:
    """Reads the sheets of one table, in order; empty rows are no rows.

    Cells that cannot be read and required cells that are empty are noted as problems; `signs` says
    how dates are written elsewhere in the delivery. The rows of a sheet are let go when they have
    been read: a large delivery is not held twice.
    """
    records = Records(table)
    for sheet in sheets:
        _read_sheet(records, sheet, make, signs)
        sheet.raw.rows.clear()
    return records


def _read_sheet(records: Records, sheet: LocatedSheet, make: MakeReader, signs: Signs) -> None:
    rows, start = _filled_rows(sheet), len(records)
    records.places.add(sheet, rows + 1)
    cells = {c.name: _column_cells(sheet, c.name, rows) for c in records.table.columns}
    _note_wide_rows(records, sheet, rows, start)
    _note_postcodes(records, sheet, rows)
    notations = _notations(records, sheet, cells, signs)
    for column in records.table.columns:
        delivered = cells[column.name]
        style = notations[column.name]
        filled = _without_fillers(records, sheet, column, delivered, style)
        values, wrong = read_column(filled, make(column, style))
        _add(records.cells, column.name, delivered)
        _add(records.values, column.name, values)
        for row, reason in wrong.items():
            records.refuse([start + row], column.name, reason)
        if column.required:
            empty = (start + row for row in filled.empty_rows())
            records.refuse(empty, column.name, f"De cel voor {column.label} is leeg. Vul haar in.")


def _add(columns: dict[str, Coded[V]], name: str, more: Coded[V]) -> None:
    columns[name] = columns[name].followed_by(more) if name in columns else more


def _filled_rows(sheet: LocatedSheet) -> Indexes:
    rows = np.flatnonzero(sheet.raw.rows.filled())
    return rows[rows > sheet.header]


def _column_cells(sheet: LocatedSheet, column: str, rows: Indexes) -> Coded[Cell]:
    positions = [heading.position for heading in sheet.columns.get(column, ())]
    if not positions:
        return Coded.empty(len(rows))
    first, *further = (sheet.raw.rows.column(position, rows) for position in positions)
    for other in further:
        first = first.or_else(other)
    return first


def _note_postcodes(records: Records, sheet: LocatedSheet, rows: Indexes) -> None:
    found: Coded[str | None] = Coded.empty(len(rows))
    for column in records.table.columns:
        for heading in sheet.columns.get(column.name, ()) if column.kind is Kind.BUURT else ():
            delivered = sheet.raw.rows.column(heading.position, rows)
            found = found.or_else(delivered.mapped(as_postcode))
    records.postcodes = records.postcodes.followed_by(found)


def settle_postcodes(records: Records, postcodes: Postcodes) -> None:
    """Keeps of the postcodes only which fit their buurt badly, once the buurten are read."""
    for column in records.table.columns if records.postcodes.distinct else ():
        if column.kind is Kind.BUURT:
            records.shares = _bad_shares(records.postcodes, records.values[column.name], postcodes)
    records.postcodes = Coded.empty(0)


def _bad_shares(
    codes: Coded[str | None], buurten: Coded[Typed], postcodes: Postcodes
) -> dict[int, float]:
    share = cache(lambda code, buurt: postcodes.share(code, str(buurt)))
    rows = np.flatnonzero(codes.filled).tolist()
    found = ((row, share(codes[row], buurten[row])) for row in rows)
    return {row: part for row, part in found if part < LEAST_SHARE}


def _notations(
    records: Records, sheet: LocatedSheet, cells: dict[str, Coded[Cell]], signs: Signs
) -> dict[str, Notations]:
    days = {
        column.name: (column, _heading(sheet, column), cells[column.name].distinct)
        for column in records.table.columns
        if column.kind in _DAYS and column.name in sheet.columns
    }
    found, remarks = styles(sheet.raw, days, signs)
    records.remarks += remarks
    notations = {name: Notations(dates=style) for name, style in found.items()}
    for column in records.table.columns:
        if column.kind is Kind.NUMBER:
            notations[column.name] = Notations(numbers=notation_of(cells[column.name].distinct))
    return {name: notations.get(name, Notations()) for name in cells}


def _heading(sheet: LocatedSheet, column: Column) -> str:
    headings = sheet.columns.get(column.name)
    return headings[0].text if headings else column.label


def _without_fillers(
    records: Records, sheet: LocatedSheet, column: Column, cells: Coded[Cell], style: Notations
) -> Coded[Cell]:
    # Words for nothing are empty everywhere, a date that means "no end" where it may be empty.
    has_ends = column.kind in _DAYS and not column.required
    fillers = {
        cell
        for cell in cells.distinct
        if is_nothing(cell) or (has_ends and is_open_end(cell, style.dates))
    }
    if not fillers:
        return cells
    counts = Counter[Cell]()
    for cell, count in zip(cells.distinct, cells.counts(), strict=True):
        if cell in fillers:
            counts[cell] += count
    times = counted(counts.total(), "cel", "cellen")
    seen = listed([_shown(cell) for cell, _ in counts.most_common(_EXAMPLES)])
    records.remarks.append(
        f"{sheet.raw.title()}, kolom {_heading(sheet, column)}: {times} met {seen}"
        f" {plural(counts.total(), 'is', 'zijn')} gelezen als leeg."
    )
    return cells.mapped(lambda cell: None if cell in fillers else cell)


def _shown(cell: Cell) -> str:
    return f"{cell:%d-%m-%Y}" if hasattr(cell, "strftime") else str(cell)


def _note_wide_rows(records: Records, sheet: LocatedSheet, rows: Indexes, start: int) -> None:
    # In a text file a cell too many means that the cells of the row have shifted.
    if sheet.raw.origin is Origin.TEXT and len(rows):
        width = len(sheet.raw.rows[sheet.header])
        wide = np.flatnonzero(sheet.raw.rows.filled(width)[rows]) + start
        records.refuse(wide.tolist(), records.table.columns[-1].name, TOO_WIDE)
