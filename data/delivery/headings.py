"""Recognising a sheet: which table it is, where its headings stand and what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.columns import Kind, Table
from data.contract import SCAN_TALENTS, SCANS, TABLES
from data.delivery.raw import Cell, Origin, RawSheet, column_letters
from data.delivery.refusal import DeliveryRefused
from data.delivery.text import listed
from data.delivery.vocabulary import Heading, Vocabulary, tables_named

HEADING_ROWS = 20  # hand-kept workbooks have title lines above the headings
RECOGNISED = 2  # so many headings make a row the row of headings

# More than one heading may give these: a buurt by name and by postcode, a key and its old number.
_SEVERAL_SOURCES = (Kind.BUURT, Kind.WIJK, Kind.AREA, Kind.KEY, Kind.REFERENCE)


@dataclass(frozen=True)
class LocatedSheet:
    """A sheet with the table that it is (None: unknown) and the row index of its headings."""

    raw: RawSheet
    table: Table | None = None
    header: int = 0
    columns: dict[str, tuple[Heading, ...]] = field(default_factory=dict)

    def headings(self) -> list[Heading]:
        """All headings of the sheet that are filled in, recognised or not."""
        row = self.raw.rows[self.header] if self.raw.rows else []
        return [Heading(str(cell), i) for i, cell in enumerate(row) if cell is not None]

    def unknown_headings(self) -> list[str]:
        """The headings whose columns are left out; a filled column without one by its letter."""
        used = {heading.position for found in self.columns.values() for heading in found}
        texts = {heading.position: heading.text for heading in self.headings()}
        return [
            texts.get(position) or f"kolom {column_letters(position)}"
            for position in range(self.raw.width())
            if position not in used and (position in texts or self._is_filled(position))
        ]

    def _is_filled(self, position: int) -> bool:
        return any(cell is not None for cell in self.raw.column(position, self.header + 1))

    def missing(self) -> list[str]:
        """The names of the required columns that the sheet does not have."""
        required = [c.name for c in self.table.columns if c.required] if self.table else []
        return [name for name in required if name not in self.columns]


def locate(raw: RawSheet, vocabulary: Vocabulary) -> LocatedSheet:
    """Recognises a sheet: by its name when that fits, else by the best fit of its headings.

    A sheet of no known table comes back without a table, its fullest row as the headings.
    """
    fits = [fit for table in TABLES if (fit := _fit(raw, table, vocabulary))]
    named = _named(raw, exactly=False)
    best = max([fit for fit in fits if fit.table in named] or fits, key=_quality, default=None)
    if best and (_is_certain(raw, best) or _is_plausible(best)):
        return best
    certain = _named(raw, exactly=True) or (named if raw.alone else ())
    header = _fullest_row(raw)
    is_filled = bool(raw.rows) and _filled(raw.rows[header]) >= RECOGNISED
    table = certain[0] if certain and is_filled else None
    return LocatedSheet(raw, table, header)


def _fit(raw: RawSheet, table: Table, vocabulary: Vocabulary) -> LocatedSheet | None:
    for index, row in enumerate(raw.rows[:HEADING_ROWS]):
        columns = vocabulary.columns(row, table)
        if len(columns) >= RECOGNISED:
            return LocatedSheet(raw, table, index, columns)
    return None


def _quality(fit: LocatedSheet) -> tuple[int, int]:
    return len(fit.columns), -len(fit.missing())


def _named(raw: RawSheet, *, exactly: bool) -> tuple[Table, ...]:
    exactly = exactly or raw.origin is Origin.DATABASE
    by_sheet = tables_named(raw.name, exactly=exactly)
    if by_sheet or not raw.alone:
        return by_sheet
    return tables_named(raw.file.rpartition(".")[0], exactly=exactly)


def _is_certain(raw: RawSheet, fit: LocatedSheet) -> bool:
    return fit.table in _named(raw, exactly=not raw.alone)


def _is_plausible(fit: LocatedSheet) -> bool:
    # A summary in the same workbook may share a few headings with a table; a table has its key.
    assert fit.table
    required = sum(column.required for column in fit.table.columns)
    has_key = all(name in fit.columns for name in fit.table.key)
    return has_key and 2 * (required - len(fit.missing())) >= required


def _fullest_row(raw: RawSheet) -> int:
    rows = raw.rows[:HEADING_ROWS]
    return max(range(len(rows)), key=lambda index: _filled(rows[index]), default=0)


def _filled(row: Sequence[Cell]) -> int:
    return sum(cell is not None for cell in row)


def check_complete(sheets: Sequence[LocatedSheet]) -> None:
    """Raises DeliveryRefused when no sheet is recognised, or a recognised one cannot be used."""
    if not any(sheet.table for sheet in sheets):
        names = listed([sheet.raw.title() for sheet in sheets])
        raise DeliveryRefused(
            f"Geen enkel blad is herkend (gelezen: {names}). Verwacht worden bladen of bestanden"
            f" met de naam {listed([table.sheets[0] for table in TABLES], 'of')}."
        )
    has_talents = any(sheet.table is SCAN_TALENTS for sheet in sheets)
    for sheet in sheets:
        if sheet.table:
            _check_columns(sheet, sheet.table, has_talents)
            _check_single(sheet, sheet.table)


def _check_columns(sheet: LocatedSheet, table: Table, has_talents: bool) -> None:
    elsewhere = "talents" if has_talents and table is SCANS else ""
    missing = [name for name in sheet.missing() if name != elsewhere]
    if missing:
        found = listed([heading.text for heading in sheet.headings()]) or "geen"
        expected = [table.column(name).headings[0] for name in missing]
        raise DeliveryRefused(
            f"{sheet.raw.title()} is gelezen als {table.label}, maar mist: {listed(expected)}."
            f" Gevonden koppen: {found}."
            f" Verwachte koppen: {listed([c.headings[0] for c in table.columns if c.required])}."
            " Verbeter de koppen of geef ze op in een bestand bij --mapping."
        )


def _check_single(sheet: LocatedSheet, table: Table) -> None:
    for name, found in sheet.columns.items():
        if len(found) > 1 and table.column(name).kind not in _SEVERAL_SOURCES:
            texts = listed([heading.text for heading in found])
            raise DeliveryRefused(
                f"{sheet.raw.title()} heeft meer dan een kolom voor {table.column(name).label}:"
                f" {texts}. Haal er een weg of kies de kop in een bestand bij --mapping."
            )
