"""The headings that are recognised, and what a mapping file adds: headings and sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from data.contract.columns import Table
from data.contract.tables import TABLES
from data.delivery.files.raw import Cell, RawSheet
from data.delivery.recognition.mapping import NO_TABLE, SHEETS, SKIPPED, OwnHeadings
from data.delivery.recognition.sheet_names import sheet_key, sheet_name
from data.delivery.text import squash


@dataclass(frozen=True)
class Heading:
    """A delivered heading: its text and its position in the row (0 is column A)."""

    text: str
    position: int


@dataclass(frozen=True)
class _Meaning:
    column: str
    rank: int  # the lower, the more this heading is meant for the column
    is_own: bool  # from the mapping file


class Vocabulary:
    """Which heading means which column, per table."""

    def __init__(self, own: OwnHeadings) -> None:
        """The headings of the contract and those of a mapping file."""
        self._meanings = {table.name: _meanings(table, own) for table in TABLES}
        self._contract = {table.name: frozenset(_meanings(table, {})) for table in TABLES}
        self._skipped = {
            table.name: {squash(text) for text in own.get((table.name, SKIPPED), ())}
            for table in TABLES
        }
        self._sheets = {
            sheet_key(text): table
            for (table, column), texts in own.items()
            for text in texts
            if column == SHEETS
        }
        self.headings = frozenset(heading for known in self._meanings.values() for heading in known)

    def columns(self, row: Sequence[Cell], table: Table) -> dict[str, tuple[Heading, ...]]:
        """The columns of a table that a row of headings names, each with its headings, best first.

        When the mapping file names a heading of a column, only such headings count for it.
        """
        found: dict[str, list[tuple[_Meaning, Heading]]] = {}
        for position, cell in enumerate(row):
            meaning = self._meaning(table, cell)
            if meaning:
                heading = Heading(str(cell), position)
                found.setdefault(meaning.column, []).append((meaning, heading))
        return {column: _best_first(pairs) for column, pairs in found.items()}

    def _meaning(self, table: Table, cell: Cell) -> _Meaning | None:
        if not isinstance(cell, str) or self.is_skipped(table, cell):
            return None
        known = self._meanings[table.name]
        return next((known[text] for text in readings(cell) if text in known), None)

    def chosen_table(self, raw: RawSheet) -> Table | None:
        """The table that the mapping file says a sheet is."""
        chosen = self._sheets.get(sheet_key(sheet_name(raw)))
        return next((table for table in TABLES if table.name == chosen), None)

    def is_unread(self, raw: RawSheet) -> bool:
        """True when the mapping file says that a sheet is not read."""
        return self._sheets.get(sheet_key(sheet_name(raw))) == NO_TABLE

    def is_skipped(self, table: Table, heading: str) -> bool:
        """True when the mapping file says that the column of this heading is left out."""
        return squash(heading) in self._skipped[table.name]

    def is_known(self, heading: str) -> bool:
        """True when the heading means a column of any table."""
        return not self.headings.isdisjoint(readings(heading))

    def in_contract(self, table: Table, heading: str) -> bool:
        """True when the contract itself names the heading for this table."""
        return not self._contract[table.name].isdisjoint(readings(heading))


def readings(heading: str) -> tuple[str, str]:
    """A heading as it is compared: whole, and without an explanation between brackets.

    >>> readings("Datum scan (dd-mm-jjjj)")
    ('datumscanddmmjjjj', 'datumscan')
    """
    text = unescape(heading)
    return squash(text), squash(text.partition("(")[0])


def _meanings(table: Table, own: OwnHeadings) -> dict[str, _Meaning]:
    meanings: dict[str, _Meaning] = {}
    for column in table.columns:
        mapped = own.get((table.name, column.name), ())
        for rank, heading in enumerate((*mapped, *column.headings, column.name)):
            is_own = rank < len(mapped)
            known = meanings.get(squash(heading))
            if known is None or (is_own and not known.is_own):
                meanings[squash(heading)] = _Meaning(column.name, rank, is_own)
    return meanings


def _best_first(pairs: list[tuple[_Meaning, Heading]]) -> tuple[Heading, ...]:
    ordered = sorted(pairs, key=lambda pair: pair[0].rank)
    own = [heading for meaning, heading in ordered if meaning.is_own]
    return tuple(own or [heading for _, heading in ordered])
