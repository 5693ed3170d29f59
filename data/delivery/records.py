"""The rows of one table after reading: typed values, and for each bad row its first problem."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from data.columns import Column, Table
from data.delivery.cells import Reader, Typed, read_column
from data.delivery.headings import LocatedSheet
from data.delivery.raw import Cell, Origin

TOO_WIDE = (
    "De rij heeft meer cellen dan er koppen zijn. Staat er een scheidingsteken in een tekst?"
    " Zet die tekst tussen aanhalingstekens."
)


@dataclass(frozen=True)
class Problem:
    """Why a row is refused, and the contract's name of the column where it shows."""

    column: str
    reason: str


@dataclass
class Records:
    """Rows of one table as columns; `places` says per row its sheet and its row number."""

    table: Table
    places: list[tuple[LocatedSheet, int]]
    cells: dict[str, list[Cell]]
    values: dict[str, list[Typed]] = field(default_factory=dict)
    problems: dict[int, Problem] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.places)

    def refuse(self, row: int, column: str, reason: str) -> None:
        """Notes a problem of a row (index); the first problem of a row is the one that counts."""
        self.problems.setdefault(row, Problem(column, reason))

    def sound(self) -> Iterable[int]:
        """The indexes of the rows without a problem so far."""
        return (row for row in range(len(self)) if row not in self.problems)

    def key(self, row: int) -> tuple[Typed, ...]:
        """The typed key of a row."""
        return tuple(self.values[name][row] for name in self.table.key)

    def content(self, row: int) -> tuple[object, ...]:
        """Everything that the row says, so that two notations of the same row are equal."""
        typed = (self.values[column.name][row] for column in self.table.columns)
        return tuple(frozenset(v) if isinstance(v, tuple) else v for v in typed)


def read_records(
    table: Table, sheets: Sequence[LocatedSheet], reader: Callable[[Column], Reader]
) -> Records:
    """Reads the sheets of one table, in order; empty rows are no rows.

    Cells that cannot be read and required cells that are empty are noted as problems.
    """
    places: list[tuple[LocatedSheet, int]] = []
    cells: dict[str, list[Cell]] = {column.name: [] for column in table.columns}
    for sheet in sheets:
        rows = _filled_rows(sheet)
        places += [(sheet, row + 1) for row in rows]
        for column in table.columns:
            cells[column.name] += _column_cells(sheet, column.name, rows)
    records = Records(table, places, cells)
    _note_wide_rows(records)
    for column in table.columns:
        _read_values(records, column, reader(column))
    return records


def _filled_rows(sheet: LocatedSheet) -> list[int]:
    first = sheet.header + 1
    rows = sheet.raw.rows
    return [
        index for index in range(first, len(rows)) if any(cell is not None for cell in rows[index])
    ]


def _column_cells(sheet: LocatedSheet, column: str, rows: list[int]) -> list[Cell]:
    found: list[Cell] = [None] * len(rows)
    for heading in sheet.columns.get(column, ()):
        delivered = sheet.raw.column(heading.position)
        found = [
            delivered[row] if cell is None else cell for cell, row in zip(found, rows, strict=True)
        ]
    return found


def _note_wide_rows(records: Records) -> None:
    # In a text file a cell too many means that the cells of the row have shifted.
    for row, (sheet, number) in enumerate(records.places):
        if sheet.raw.origin is Origin.TEXT:
            cells, width = sheet.raw.rows[number - 1], len(sheet.raw.rows[sheet.header])
            if len(cells) > width and any(cell is not None for cell in cells[width:]):
                records.refuse(row, records.table.columns[-1].name, TOO_WIDE)


def _read_values(records: Records, column: Column, read: Reader) -> None:
    cells = records.cells[column.name]
    values, wrong = read_column(cells, read)
    records.values[column.name] = values
    for row, reason in wrong.items():
        records.refuse(row, column.name, reason)
    if column.required:
        for row, cell in enumerate(cells):
            if cell is None:
                records.refuse(
                    row, column.name, f"De cel voor {column.label} is leeg. Vul haar in."
                )
