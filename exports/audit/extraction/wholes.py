"""A share of residents beside its whole: 25% of 12 are 3, in a sentence or in a row of a table.

In a table the number beside a share can be its part too (20 of 133 is 15%). It is a part when one
whole would give all shares of the table; else, and in a row by itself, it can be the whole.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.audit.content import Row, Text
from exports.audit.extraction.columns import Column, figure_columns, meaning_of
from exports.audit.extraction.labels import Labels
from exports.audit.extraction.roles import Role
from exports.audit.findings import Finding, Kind
from exports.audit.words.meaning import (
    FOLLOWED,
    Subject,
    counted,
    residents_of,
    subject,
)
from exports.audit.words.numerals import Printed, counts_of, printed

_SHARE = (
    r"(?P<share>\d{1,2}(?:,\d+)?)\s?(?:%|procent)(?! (?:zekerheid|meer|minder|hoger|lager|van))"
)
_FIRST = r"(?P<share>\d{1,2}(?:,\d+)?)\s?(?:%|procent)"
_FRACTIONS = {"de helft": 1 / 2, "een derde": 1 / 3, "een kwart": 1 / 4, "een vijfde": 1 / 5,
              "een tiende": 1 / 10, "twee derde": 2 / 3, "driekwart": 3 / 4}  # fmt: skip
_FRACTION = rf"(?P<part>{'|'.join(_FRACTIONS)})"
_OF = r"(?:van|op) (?:de |alle )?(?P<whole>\d+) (?P<words>[^\W\d]+)"
_WHOLE = r"\bvan (?:de|alle) (?P<whole>\d+) (?P<words>[^.;:(%]{1,90}?)\s"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        _WHOLE + _SHARE,
        _WHOLE + _FRACTION,
        rf"{_FIRST} {_OF}",
        rf"{_FRACTION} {_OF}",
        rf"(?<![\d.,-])(?P<whole>\d+) (?P<words>[^\W\d]+)[^.;:%\d]{{0,40}}"
        rf"(?:\(|waarvan |waaronder |van wie ){_SHARE}",
    )
)
_HEADING = re.compile(r"%|procent|percent|aandeel|\bshare", re.IGNORECASE)
_OTHER = re.compile(
    r"verschil|verander|verscho|groei|\bdoel|verwacht|ten opzichte|minst|hoogst|zeker|marge|kans",
    re.IGNORECASE,
)  # a percentage of another kind than a part of those who are counted
_FOLLOWED = re.compile(r"gevolgd|followed", re.IGNORECASE)
_OF_ELSE = Subject.ORGANISATIONS
_ALL = 100.0


@dataclass(frozen=True)
class Pair:
    """A share in percent with the number of residents beside it."""

    share: Printed
    whole: int

    def counts(self) -> tuple[int, int]:
        """From how many to how many residents the share is of the whole."""
        return counts_of(self.share, self.whole / _ALL)

    def rest(self) -> tuple[int, int]:
        """From how many to how many residents are left."""
        low, high = self.counts()
        return self.whole - high, self.whole - low

    def wholes(self) -> tuple[float, float]:
        """Between which wholes the number is this share of them."""
        low = self.share.value - self.share.margin
        most = self.whole * _ALL / low if low > 0 else math.inf
        return self.whole * _ALL / (self.share.value + self.share.margin), most


def in_sentences(text: Text, threshold: int) -> Iterator[Finding]:
    """The findings in a text that names a share of residents and how many they all are."""
    for words, pair in _told(text):
        yield from _small(text, words, pair.counts(), threshold)


def left_in_sentences(text: Text, threshold: int) -> Iterator[Finding]:
    """The findings in a text of which a small part is left out: 92% of 25 leaves 2."""
    for words, pair in _told(text):
        yield from _small(text, f"{words} laat over", pair.rest(), threshold)


def _told(text: Text) -> Iterator[tuple[str, Pair]]:
    """The shares of residents with their wholes, and the words that tell them."""
    for form in _FORMS:
        for found in form.finditer(text.text):
            if counted(found["words"]) is Subject.RESIDENTS:
                yield found[0], Pair(_share(found), int(found["whole"]))


def _small(text: Text, words: str, counts: tuple[int, int], threshold: int) -> Iterator[Finding]:
    low, high = counts
    if 1 <= low <= high < threshold:
        yield Finding(Kind.SMALL, text.where, f"'{words}' is {low} tot {high}", low, high)


def _share(found: re.Match[str]) -> Printed:
    named = found.groupdict()
    if part := named.get("part"):
        return Printed(_ALL * _FRACTIONS[part.lower()], 9)
    whole, _, decimals = named["share"].partition(",")
    return Printed(float(f"{whole}.{decimals or 0}"), len(decimals))


def in_rows(labels: Labels, threshold: int) -> Iterator[Finding]:
    """The findings in a table with a column of shares beside one of numbers of residents."""
    for whole, pairs in shares_in(labels):
        yield from _of_rows(labels, whole, pairs, threshold)


def shares_in(labels: Labels) -> Iterator[tuple[Column, list[tuple[Row, Pair]]]]:
    """The columns of numbers of whom others are shares, with the two of every row."""
    columns = figure_columns(labels)
    shares = [column for column in columns if _is_share(labels, column)]
    for share in shares:
        for whole in (column for column in columns if column not in shares):
            pairs = list(_pairs(labels, share, whole))
            if not _are_parts([pair for _, pair in pairs]):
                yield whole, pairs


def _is_share(labels: Labels, column: Column) -> bool:
    """Whether a column is in percent: its heading or all its cells say so.

    On paper all cells must: a heading can stand above another column.
    """
    cells = [row[column.place] for row in labels.grid.rows]
    told = [str(cell) for cell in cells if cell not in (None, "")]
    if _OTHER.search(column.heading):
        return False
    is_headed = bool(_HEADING.search(column.heading)) and not labels.grid.source.guessed
    return is_headed or all(cell.endswith("%") for cell in told)


def _pairs(labels: Labels, share: Column, whole: Column) -> Iterator[tuple[Row, Pair]]:
    """The rows in which a share stands beside how many residents there are."""
    decimal = labels.grid.source.decimal
    read = [printed(row[share.place], decimal) for row in labels.grid.rows]
    of_one = all(part.value <= 1 for part in read if part)  # 0,15 for 15%
    for row, part in zip(labels.grid.rows, read, strict=True):
        count = printed(row[whole.place], decimal)
        if not (part and count and count.is_whole and count.value > 0):
            continue
        percent = _in_percent(part) if of_one else part
        if 0 < percent.value < _ALL and counts_people(labels, whole, row):
            yield row, Pair(percent, int(count.value))


def _in_percent(part: Printed) -> Printed:
    return Printed(_ALL * part.value, part.decimals - 2)


def counts_people(labels: Labels, column: Column, row: Row) -> bool:
    """Whether a number is one of residents; those who are followed in time are no such whole.

    A number that nothing tells of is, beside an area, as `judged` has it.
    """
    if column.fractional or column.apart or column.role is Role.DELTA:
        return False
    if _FOLLOWED.search(column.heading):
        return False
    meaning = meaning_of(labels, column, row)
    if meaning is None:
        told = subject(column.heading)
        is_open = told is Subject.UNKNOWN and labels.area(row) is not None
        return told is Subject.RESIDENTS or (is_open and counted(labels.grid.topic) is not _OF_ELSE)
    if column.role is Role.DENOMINATOR:
        over = meaning.denominator
        return not over.endswith(FOLLOWED) and residents_of().get(over, False)
    return meaning.residents and not meaning.denominator


def _are_parts(pairs: Sequence[Pair]) -> bool:
    """Whether the numbers are the parts: one whole gives all shares, of different numbers."""
    if len({pair.whole for pair in pairs}) < 2:  # noqa: PLR2004 - one number fits any whole
        return False
    wholes = [pair.wholes() for pair in pairs]
    return max(low for low, _ in wholes) <= min(high for _, high in wholes)


def _of_rows(
    labels: Labels, whole: Column, pairs: Sequence[tuple[Row, Pair]], threshold: int
) -> Iterator[Finding]:
    for row, pair in pairs:
        low, high = pair.counts()
        if 1 <= low <= high < threshold and pair.whole >= threshold:
            named = " ".join(str(row[place]) for place in labels.columns(Role.AREA))
            what = f"{named} {pair.share.value:g}% van {pair.whole} in '{whole.heading}'"
            yield Finding(
                Kind.SMALL, labels.grid.source.where, f"{what.strip()}: is {low}", low, high
            )
