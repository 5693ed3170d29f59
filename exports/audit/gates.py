"""What stops a file before its figures are looked at: secrets, exact figures, two series."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from analytics.disclosure.series.overlap import Told, alarm, overlaps, series_in
from exports.audit.content import AUDIENCE_HEADINGS, Content
from exports.audit.findings import Finding, Kind
from exports.audit.vouching import Vouching

_INTERN = re.compile(r"\bINTERN\b|^(publiek|audience): intern$")
_NAMED = re.compile(r"[_-]intern\.\w+$", re.IGNORECASE)


@dataclass(frozen=True)
class Examined:
    """One file as it was given: its name, bytes, content and the last day that it tells of."""

    name: str
    data: bytes
    content: Content
    last: int | None = None


def at_gate(files: Iterable[Examined], vouching: Vouching) -> list[Finding]:
    """The findings that need no figures, in order of files."""
    given = list(files)
    found = [
        Finding(Kind.SECRET, file.name, what) for file in given for what in file.content.secrets
    ]
    found += [
        Finding(Kind.INTERN, file.name, f"{file.name} is alleen voor intern")
        for file in given
        if is_intern(file)
    ]
    return found + _two_series(given, vouching)


def is_intern(file: Examined) -> bool:
    """Whether a file says that its figures are exact: in a text, a column, or its name."""
    if _NAMED.search(PurePath(file.name).name):
        return True
    texts = (text.text for text in file.content.texts)
    return any(map(_INTERN.search, texts)) or any(map(_INTERN.search, _cells(file.content)))


def _cells(content: Content) -> Iterator[str]:
    """The texts in tables; in a column of audiences the word counts in any case."""
    for table in content.tables:
        places = (
            [n for n, cell in enumerate(table.rows[0]) if cell in AUDIENCE_HEADINGS]
            if table.rows
            else []
        )
        for row in table.rows:
            yield from (cell for cell in row if isinstance(cell, str))
            yield from (str(row[place]).upper() for place in places if place < len(row))


def _two_series(files: list[Examined], vouching: Vouching) -> list[Finding]:
    told = [*vouching.told, *(one for file in files for one in _told(file, vouching))]
    return [Finding(Kind.SERIES, one.file, alarm(one, other)) for one, other in _first_pairs(told)]


def _first_pairs(told: list[Told]) -> list[tuple[Told, Told]]:
    """One pair for every two series."""
    pairs: dict[tuple[str, str], tuple[Told, Told]] = {}
    for one, other in overlaps(dict.fromkeys(told)):
        low, high = sorted((one.series, other.series))
        pairs.setdefault((low, high), (one, other))
    return list(pairs.values())


def _told(file: Examined, vouching: Vouching) -> list[Told]:
    """The series that a file names itself; from which month, only its manifest can tell."""
    last = date.fromordinal(file.last) if file.last else date.max
    named = {series for words in _words(file.content) for series in series_in(words)}
    known = {one.series: one for one in vouching.of_file(file.data)}
    return [
        known.get(series) or Told(file.name, series, date.min, last) for series in sorted(named)
    ]


def _words(content: Content) -> Iterator[str]:
    yield from (text.text for text in content.texts)
    yield from (cell for table in content.tables for row in table.rows for cell in row
                if isinstance(cell, str))  # fmt: skip
