"""The headings and sheet names that are recognised: the contract's and those of a mapping file."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.columns import Table
from data.contract import TABLES
from data.delivery.mapping import OwnHeadings
from data.delivery.raw import Cell
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
        self._meanings = {table.name: _meanings(table, own) for table in TABLES}
        self._contract = {table.name: frozenset(_meanings(table, {})) for table in TABLES}
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
        if not isinstance(cell, str):
            return None
        # People add an explanation: "Datum scan (dd-mm-jjjj)".
        known = self._meanings[table.name]
        return known.get(squash(cell)) or known.get(squash(cell.partition("(")[0]))

    def in_contract(self, table: Table, heading: str) -> bool:
        """True when the contract itself names the heading for this table."""
        known = self._contract[table.name]
        return squash(heading) in known or squash(heading.partition("(")[0]) in known


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


def tables_named(name: str, *, exactly: bool) -> tuple[Table, ...]:
    """The tables whose sheet name occurs in `name`, or is all of it but for digits (`exactly`).

    A name inside a longer one does not count: `scan_talents` is not a sheet of scans.
    """
    plain = squash(name)
    bare = "".join(sign for sign in plain if not sign.isdigit())
    names = {squash(alias): table for table in TABLES for alias in (table.name, *table.sheets)}
    found = [alias for alias in names if (alias == bare if exactly else alias in plain)]
    longest = [
        names[alias]
        for alias in found
        if not any(alias in other and names[other] is not names[alias] for other in found)
    ]
    return tuple(dict.fromkeys(longest, None))
