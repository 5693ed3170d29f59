"""The headings and sheet names that are recognised: the contract's and those of a mapping file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape

from data.contract.columns import Table
from data.contract.tables import TABLES
from data.delivery.raw import Cell
from data.delivery.recognition.mapping import SKIPPED, OwnHeadings
from data.delivery.text import squash, words

# Words in the name of a file that say nothing about what is in it.
_NEUTRAL = frozenset(
    (
        *("kopie", "copy", "copie", "van", "of", "de", "het", "def", "definitief", "definitieve"),
        *("final", "export", "exports", "versie", "version", "v", "nieuw", "nieuwe", "new", "oud"),
        *("oude", "old", "levering", "registratie", "alle", "blad", "sheet", "tabel", "table"),
        *("backup", "reservekopie", "maand", "januari", "februari", "maart", "april", "mei"),
        *("juni", "juli", "augustus", "september", "oktober", "november", "december", "jan"),
        *("feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"),
    )
)


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


def tables_named(name: str, *, exactly: bool) -> tuple[Table, ...]:
    """The tables whose sheet name occurs in `name`, or is all that it says (`exactly`).

    A name inside a longer one does not count: `scan_talents` is not a sheet of scans. Digits and
    words such as `kopie` and `oktober` say nothing.

    >>> [table.name for table in tables_named("Kopie van matches (2) okt 2021", exactly=True)]
    ['matches']
    """
    names = _aliases()
    plain = squash(name)
    bare = {_letters(plain), "".join(word for word in words(name) if word not in _NEUTRAL)}
    found = [alias for alias in names if (alias in bare if exactly else alias in plain)]
    return _longest(found)


@cache
def _aliases() -> dict[str, Table]:
    return {squash(alias): table for table in TABLES for alias in (table.name, *table.sheets)}


def _letters(plain: str) -> str:
    return "".join(sign for sign in plain if not sign.isdigit())


def _longest(found: Iterable[str]) -> tuple[Table, ...]:
    names, found = _aliases(), list(found)
    longest = [
        names[alias]
        for alias in found
        if not any(alias in other and names[other] is not names[alias] for other in found)
    ]
    return tuple(dict.fromkeys(longest, None))
