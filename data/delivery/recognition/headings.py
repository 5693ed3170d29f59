"""Recognising a sheet: which table it is, where its headings stand and what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from data.contract.columns import Kind, Table
from data.contract.tables import TABLES
from data.delivery.files.raw import Cell, Origin, RawSheet
from data.delivery.reading.dates import USUAL, is_date
from data.delivery.reading.nothing import is_nothing, is_open_end
from data.delivery.recognition.blocks import HEADING_ROWS, blocks, unmerged
from data.delivery.recognition.likeness import likeness
from data.delivery.recognition.sheet_names import tables_named
from data.delivery.recognition.summaries import is_summary
from data.delivery.recognition.vocabulary import Heading, Vocabulary

RECOGNISED = 2  # so many headings make a row the row of headings
_DAYS = (Kind.DATE, Kind.PLANNED_DATE)
_ROWS_BELOW = 5
_LOOKED_AT = 1000  # cells of a column that tell what it holds


@dataclass(frozen=True)
class LocatedSheet:
    """A sheet with the table that it is (None: unknown) and the row index of its headings.

    `guessed` holds the headings that are no known ones, but are certainly meant for a column.
    """

    raw: RawSheet
    table: Table | None = None
    header: int = 0
    columns: dict[str, tuple[Heading, ...]] = field(default_factory=dict)
    guessed: dict[str, Heading] = field(default_factory=dict)

    def headings(self) -> list[Heading]:
        """All headings of the sheet that are filled in, recognised or not."""
        row = self.raw.rows[self.header] if self.raw.rows else []
        return [Heading(str(cell), i) for i, cell in enumerate(row) if cell is not None]

    def unknown_headings(self) -> list[Heading]:
        """The headings whose columns are left out; a filled column without one by its letter."""
        used = {heading.position for found in self.columns.values() for heading in found}
        texts = {heading.position: heading.text for heading in self.headings()}
        return [
            Heading(texts.get(position) or f"kolom {self.raw.letters(position)}", position)
            for position in range(self.raw.width())
            if position not in used and (position in texts or self.is_filled(position))
        ]

    def is_filled(self, position: int) -> bool:
        """True when any cell under the headings has a value."""
        return bool(self.raw.column(position, self.header + 1).distinct)

    def missing(self) -> list[str]:
        """The names of the required columns that the sheet does not have."""
        required = [c.name for c in self.table.columns if c.required] if self.table else []
        return [name for name in required if name not in self.columns]


def locate(raw: RawSheet, vocabulary: Vocabulary) -> list[LocatedSheet]:
    """Recognises a sheet, or the blocks on it that stand side by side.

    As the mapping file says; else by its name when that fits, else by the best fit of its
    headings. A sheet of no known table comes back without a table, its fullest row as the headings.
    """
    if raw.is_hidden or vocabulary.is_unread(raw):
        return [LocatedSheet(raw)]
    table = vocabulary.chosen_table(raw)
    if table and raw.rows:
        return [_as_table(unmerged(raw), table, vocabulary)]
    return [_located(block, vocabulary) for block in blocks(unmerged(raw), vocabulary)]


def _located(raw: RawSheet, vocabulary: Vocabulary) -> LocatedSheet:
    named = _named(raw, exactly=False)
    fits = [fit for table in TABLES if (fit := _fit(raw, table, vocabulary))]
    best = max(fits, key=lambda fit: _quality(fit, named), default=None)
    if best and _is_plausible(best):
        return _with_guesses(best, vocabulary)
    if _is_unimportant(raw):
        return LocatedSheet(raw, None, _fullest_row(raw))
    if best and _all_differ(raw, best):
        return _with_guesses(best, vocabulary)
    return _by_name(raw, named, vocabulary)


def _as_table(raw: RawSheet, table: Table, vocabulary: Vocabulary) -> LocatedSheet:
    fit = _fit(raw, table, vocabulary)
    if fit is None:
        header = _fullest_row(raw)
        fit = LocatedSheet(raw, table, header, vocabulary.columns(raw.rows[header], table))
    return _with_guesses(fit, vocabulary)


def _is_unimportant(raw: RawSheet) -> bool:
    return not raw.rows.filled().any() or is_summary(raw)


def _by_name(raw: RawSheet, named: Sequence[Table], vocabulary: Vocabulary) -> LocatedSheet:
    # What has the name of a table is that table: without its headings the delivery is refused.
    header = _fullest_row(raw)
    exact = _named(raw, exactly=True)
    is_table = exact or (named and (raw.alone or _filled(raw.rows[header]) >= RECOGNISED))
    if raw.left or not is_table:
        return LocatedSheet(raw, None, header)
    return _with_guesses(LocatedSheet(raw, (*exact, *named)[0], header), vocabulary)


def _fit(raw: RawSheet, table: Table, vocabulary: Vocabulary) -> LocatedSheet | None:
    rows = raw.rows[:HEADING_ROWS]
    found = [(index, vocabulary.columns(row, table)) for index, row in enumerate(rows)]
    fits = [
        LocatedSheet(raw, table, index, columns)
        for index, columns in found
        if len(columns) >= RECOGNISED
    ]
    return max(fits, key=lambda fit: (len(fit.columns), _suiting(fit)), default=None)


def _suiting(fit: LocatedSheet) -> int:
    # So many date columns have a date below: it tells headings from a line that looks like them.
    assert fit.table
    below = fit.raw.rows[fit.header + 1 : fit.header + 1 + _ROWS_BELOW]
    days = [
        fit.columns[c.name][0]
        for c in fit.table.columns
        if c.kind in _DAYS
        if c.name in fit.columns
    ]
    return sum(
        any(heading.position < len(row) and is_date(row[heading.position]) for row in below)
        for heading in days
    )


def _quality(fit: LocatedSheet, named: Sequence[Table]) -> tuple[bool, bool, int, int]:
    return _is_plausible(fit), fit.table in named, len(fit.columns), -len(fit.missing())


def _named(raw: RawSheet, *, exactly: bool) -> tuple[Table, ...]:
    exactly = exactly or raw.origin is Origin.DATABASE
    by_sheet = tables_named(raw.name, exactly=exactly)
    if by_sheet or not raw.alone:
        return by_sheet
    return tables_named(raw.stem(), exactly=exactly)


def _all_differ(raw: RawSheet, fit: LocatedSheet) -> bool:
    return fit.table in _named(raw, exactly=not raw.alone)


def _is_plausible(fit: LocatedSheet) -> bool:
    # A summary in the same workbook may share a few headings with a table; a table has its key.
    assert fit.table
    required = sum(column.required for column in fit.table.columns)
    has_key = all(name in fit.columns for name in fit.table.key) or (
        fit.table in _named(fit.raw, exactly=True)
    )
    return has_key and 2 * (required - len(fit.missing())) >= required


def _fullest_row(raw: RawSheet) -> int:
    rows = raw.rows[:HEADING_ROWS]
    return max(range(len(rows)), key=lambda index: _filled(rows[index]), default=0)


def _filled(row: Sequence[Cell]) -> int:
    return sum(cell is not None for cell in row)


def _with_guesses(sheet: LocatedSheet, vocabulary: Vocabulary) -> LocatedSheet:
    # A misspelt heading counts when it is like one missing column only and its cells suit it.
    assert sheet.table
    guessed: dict[str, list[Heading]] = {}
    for heading in sheet.headings():
        is_used = any(heading in found for found in sheet.columns.values())
        if (
            is_used
            or vocabulary.is_known(heading.text)
            or vocabulary.is_skipped(sheet.table, heading.text)
        ):
            continue
        missing = [c.name for c in sheet.table.columns if c.name not in sheet.columns]
        like = likeness(heading.text, sheet.table, missing)
        if like and like.all_differ and suits(sheet, heading, sheet.table.column(like.column).kind):
            guessed.setdefault(like.column, []).append(heading)
    single = {column: found[0] for column, found in guessed.items() if len(found) == 1}
    columns = sheet.columns | {column: (heading,) for column, heading in single.items()}
    return replace(sheet, columns=columns, guessed=single)


def suits(sheet: LocatedSheet, heading: Heading, kind: Kind) -> bool:
    """True when the cells under a heading may be of a kind: half of the dates are dates."""
    cells = filled_cells(sheet, heading)
    return kind not in _DAYS or 2 * sum(is_date(cell) for cell in cells) >= len(cells)


def filled_cells(sheet: LocatedSheet, heading: Heading) -> list[Cell]:
    """The first cells under a heading that say something."""
    cells = sheet.raw.column(heading.position, sheet.header + 1)
    said = (c for c in cells if c is not None and not is_nothing(c) and not is_open_end(c, USUAL))
    return list(islice(said, _LOOKED_AT))
