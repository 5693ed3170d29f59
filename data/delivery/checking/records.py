"""The rows of one table after reading: typed values, and for each bad row its first problem."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from data.contract.columns import Column, Kind, Table
from data.delivery.checking.places import Places
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


@dataclass(frozen=True)
class Problem:
    """Why a row is refused, and the contract's name of the column where it shows."""

    column: str
    reason: str


@dataclass
class Records:
    """Rows of one table as columns; `places` says per row its sheet and its row number.

    `replaced` are rows of which a newer export has another edition: they count as duplicates.
    `postcodes`: of the rows that have one, also beside a buurt; they are read and not kept.
    `shares`: of the rows whose postcode fits badly, how much of it lies in the buurt at most.
    """

    table: Table
    places: Places = field(default_factory=Places)
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    values: dict[str, list[Typed]] = field(default_factory=dict)
    problems: dict[int, Problem] = field(default_factory=dict)
    replaced: set[int] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)
    postcodes: dict[int, str] = field(default_factory=dict)
    shares: dict[int, float] = field(default_factory=dict)

    def __len__(self) -> int:
        """The number of rows that were read."""
        return len(self.places)

    def refuse(self, row: int, column: str, reason: str) -> None:
        """Notes a problem of a row (index); the first problem of a row is the one that counts."""
        if row not in self.replaced:
            self.problems.setdefault(row, Problem(column, reason))

    def replace(self, row: int) -> None:
        """Notes that a newer export has this row (index): it is neither taken nor refused."""
        self.replaced.add(row)
        self.problems.pop(row, None)

    def sound(self) -> Iterable[int]:
        """The indexes of the rows without a problem so far."""
        return (
            row for row in range(len(self)) if row not in self.problems and row not in self.replaced
        )

    def key(self, row: int) -> tuple[Typed, ...]:
        """The typed key of a row."""
        return tuple(self.values[name][row] for name in self.table.key)

    def keys(self) -> list[tuple[Typed, ...]]:
        """The typed keys of all rows."""
        return list(zip(*(self.values[name] for name in self.table.key), strict=True))

    def let_go(self) -> None:
        """Forgets the rows: what became of them stands elsewhere."""
        self.places = Places()
        self.cells.clear()
        self.values.clear()

    def content(self, row: int) -> tuple[object, ...]:
        """Everything that the row says, so that two notations of the same row are equal."""
        typed = (self.values[column.name][row] for column in self.table.columns)
        return tuple(frozenset(v) if isinstance(v, tuple) else v for v in typed)


NO_SIGNS = Signs()


def signs_of(sheets: Iterable[LocatedSheet]) -> Signs:
    """How the dates of a delivery are written, as far as they show it."""
    signs = Signs()
    for sheet in sheets:
        for column in sheet.table.columns if sheet.table else ():
            for heading in sheet.columns.get(column.name, ()) if column.kind in _DAYS else ():
                signs.look_at(set(sheet.raw.column(heading.position, sheet.header + 1)))
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
    empty = [column.name for column in table.columns]
    records = Records(table, Places(), {name: [] for name in empty}, {name: [] for name in empty})
    for sheet in sheets:
        _read_sheet(records, sheet, make, signs)
        sheet.raw.rows.clear()
    return records


def _read_sheet(records: Records, sheet: LocatedSheet, make: MakeReader, signs: Signs) -> None:
    rows, start = _filled_rows(sheet), len(records)
    records.places.add(sheet, (row + 1 for row in rows))
    cells = {c.name: _column_cells(sheet, c.name, rows) for c in records.table.columns}
    _note_wide_rows(records, start)
    _note_postcodes(records, sheet, rows, start)
    notations = _notations(records, sheet, cells, signs)
    for column in records.table.columns:
        delivered = cells[column.name]
        style = notations[column.name]
        filled = _without_fillers(records, sheet, column, delivered, style)
        values, wrong = read_column(filled, make(column, style))
        records.cells[column.name] += delivered
        records.values[column.name] += values
        for row, reason in wrong.items():
            records.refuse(start + row, column.name, reason)
        if column.required:
            _note_empty(records, column, filled, start)


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


def _note_postcodes(records: Records, sheet: LocatedSheet, rows: list[int], start: int) -> None:
    for column in records.table.columns:
        for heading in sheet.columns.get(column.name, ()) if column.kind is Kind.BUURT else ():
            delivered = sheet.raw.column(heading.position)
            codes = {cell: code for cell in set(delivered) if (code := as_postcode(cell))}
            for index, row in enumerate(rows if codes else ()):
                if delivered[row] in codes:
                    records.postcodes.setdefault(start + index, codes[delivered[row]])


def settle_postcodes(records: Records, postcodes: Postcodes) -> None:
    """Keeps of the postcodes only which fit their buurt badly, once the buurten are read."""
    for column in records.table.columns if records.postcodes else ():
        if column.kind is Kind.BUURT:
            buurten = records.values[column.name]
            shares = {
                row: postcodes.share(code, str(buurten[row]))
                for row, code in records.postcodes.items()
            }
            records.shares = {row: part for row, part in shares.items() if part < LEAST_SHARE}
    records.postcodes.clear()


def _notations(
    records: Records, sheet: LocatedSheet, cells: dict[str, list[Cell]], signs: Signs
) -> dict[str, Notations]:
    days = {
        column.name: (column, _heading(sheet, column), cells[column.name])
        for column in records.table.columns
        if column.kind in _DAYS and column.name in sheet.columns
    }
    found, remarks = styles(sheet.raw, days, signs)
    records.remarks += remarks
    notations = {name: Notations(dates=style) for name, style in found.items()}
    for column in records.table.columns:
        if column.kind is Kind.NUMBER:
            notations[column.name] = Notations(numbers=notation_of(cells[column.name]))
    return {name: notations.get(name, Notations()) for name in cells}


def _heading(sheet: LocatedSheet, column: Column) -> str:
    headings = sheet.columns.get(column.name)
    return headings[0].text if headings else column.label


def _without_fillers(
    records: Records, sheet: LocatedSheet, column: Column, cells: list[Cell], style: Notations
) -> list[Cell]:
    # Words for nothing are empty everywhere, a date that means "no end" where it may be empty.
    has_ends = column.kind in _DAYS and not column.required
    fillers = {
        cell
        for cell in set(cells) - {None}
        if is_nothing(cell) or (has_ends and is_open_end(cell, style.dates))
    }
    if not fillers:
        return cells
    counts = Counter(cell for cell in cells if cell in fillers)
    times = counted(counts.total(), "cel", "cellen")
    seen = listed([_shown(cell) for cell, _ in counts.most_common(_EXAMPLES)])
    records.remarks.append(
        f"{sheet.raw.title()}, kolom {_heading(sheet, column)}: {times} met {seen}"
        f" {plural(counts.total(), 'is', 'zijn')} gelezen als leeg."
    )
    return [None if cell in fillers else cell for cell in cells]


def _shown(cell: Cell) -> str:
    return f"{cell:%d-%m-%Y}" if hasattr(cell, "strftime") else str(cell)


def _note_wide_rows(records: Records, start: int) -> None:
    # In a text file a cell too many means that the cells of the row have shifted.
    for row in range(start, len(records)):
        sheet, number = records.places[row]
        if sheet.raw.origin is Origin.TEXT:
            cells, width = sheet.raw.rows[number - 1], len(sheet.raw.rows[sheet.header])
            if len(cells) > width and any(cell is not None for cell in cells[width:]):
                records.refuse(row, records.table.columns[-1].name, TOO_WIDE)


def _note_empty(records: Records, column: Column, cells: Sequence[Cell], start: int) -> None:
    reason = f"De cel voor {column.label} is leeg. Vul haar in."
    for row, cell in enumerate(cells, start=start):
        if cell is None:
            records.refuse(row, column.name, reason)
