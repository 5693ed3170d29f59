"""What is left of a whole in a row of a table: 23 of whom 20 are told tell of 3, and so do 87%.

A column is a part of another when its heading goes on where that of the other stops (`inwoners`,
`inwoners met een match`); beside a column `totaal` all other counts of residents are its parts.
"""

from collections.abc import Iterator

from exports.audit.content import Row
from exports.audit.extraction.columns import Column, figure_columns
from exports.audit.extraction.labels import Labels
from exports.audit.extraction.roles import TOTALS
from exports.audit.extraction.wholes import counts_people, shares_in
from exports.audit.findings import Finding, Kind
from exports.audit.words.meaning import Subject, plain, subject
from exports.audit.words.numerals import printed

Parts = tuple[Column, list[Column]]


def in_rests(labels: Labels, threshold: int) -> Iterator[Finding]:
    """The findings in a table in which a small part of a whole is left out."""
    for whole, pairs in shares_in(labels):
        for row, pair in pairs:
            low, high = pair.rest()
            if pair.whole >= threshold:
                yield from _small(labels, row, whole, (low, high), threshold)
    for whole, parts in _wholes(labels) if not labels.grid.source.guessed else ():
        for row in labels.grid.rows:
            if (rest := _rest(labels, row, whole, parts)) is not None:
                yield from _small(labels, row, whole, (rest, rest), threshold)


def _small(
    labels: Labels, row: Row, whole: Column, rest: tuple[int, int], threshold: int
) -> Iterator[Finding]:
    low, high = rest
    if 1 <= low <= high < threshold:
        what = f"wat overblijft van {row[whole.place]} in '{whole.heading}' is {low}"
        yield Finding(Kind.SMALL, labels.grid.source.where, what, low, high)


def _wholes(labels: Labels) -> Iterator[Parts]:
    """The columns that are wholes, each with the columns of its parts."""
    columns = [column for column in figure_columns(labels) if _is_count(column)]
    for whole in columns:
        name = plain(whole.heading)
        others = [column for column in columns if column is not whole]
        if set(name.split()) & TOTALS:
            people = [c for c in others if _counts(c, whole)]
            yield from [(whole, people)] if people and people == others else []
        else:
            parts = [c for c in others if name and _is_part(plain(c.heading), name)]
            yield from ((whole, [part]) for part in parts)


def _counts(column: Column, whole: Column) -> bool:
    """Whether a column counts residents, by its own heading or that of the whole."""
    own, told = subject(column.heading), subject(whole.heading)
    return Subject.RESIDENTS is (told if own is Subject.UNKNOWN else own)


def _is_part(heading: str, whole: str) -> bool:
    """Whether a heading goes on where that of the whole stops, or says that it is a part."""
    return heading.startswith(f"{whole} met ") or heading.startswith("waarvan ")


def _is_count(column: Column) -> bool:
    return not (column.fractional or column.apart)


def _rest(labels: Labels, row: Row, whole: Column, parts: list[Column]) -> int | None:
    """The whole less its parts; None when they are not told or count no residents.

    One of several parts may be left out: it is what is left of the whole.
    """
    read = [printed(row[column.place], labels.grid.source.decimal) for column in (whole, *parts)]
    told = [number.value for number in read if number and number.is_whole]
    is_known = read[0] is not None and len(told) >= max(2, len(read) - 1)
    is_of_people = any(counts_people(labels, column, row) for column in (whole, *parts))
    return int(told[0] - sum(told[1:])) if is_known and is_of_people else None
