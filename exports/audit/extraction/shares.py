"""Shares that together are all, as 33,3 and 66,7 percent of 3.

Shares of many residents fit no small whole; shares with a decimal that fit one are suspect,
whatever else they could be. Shares without decimals fit so many wholes that they say nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from exports.audit.content import Row, Text
from exports.audit.extraction.columns import figure_columns
from exports.audit.extraction.labels import Labels
from exports.audit.extraction.roles import Role
from exports.audit.findings import Finding, Kind
from exports.audit.words.meaning import Subject, counted
from exports.audit.words.numerals import Printed, printed

Group = tuple[Printed, ...]
_SHARE = re.compile(r"(?<![\d.,])\d{1,2},\d+(?![\d.,]*\d)")
_PERCENT = re.compile(r"%|procent|percent|aandeel|\bshare", re.IGNORECASE)
_ALL = 100.0
_SLACK = 0.11  # what rounding takes from or adds to the sum


def in_shares(text: Text, threshold: int) -> list[Finding]:
    """The findings in a text about residents that names shares."""
    if not _PERCENT.search(text.text) or counted(text.text) is Subject.ORGANISATIONS:
        return []
    shares = _shown(printed(found, ",") for found in _SHARE.findall(text.text))
    return list(_judged([shares, *pairwise(shares)], text.where, threshold))


def in_grid(labels: Labels, threshold: int) -> list[Finding]:
    """The findings in a table: shares beside each other, or below each other in percent."""
    grid = labels.grid
    if labels.columns(Role.DENOMINATOR):
        return []  # of how many they are a share stands beside them
    places = [column.place for column in figure_columns(labels) if column.fractional]
    decimal = grid.source.decimal
    about = " ".join([grid.topic, *grid.headings])
    if counted(about) is Subject.ORGANISATIONS:
        return []
    lines = [[printed(row[place], decimal) for place in places] for row in grid.rows]
    if _PERCENT.search(about):
        of_one = groupby(grid.rows, key=lambda row: _of_one(labels, row))
        groups = [list(rows) for _, rows in of_one]
        lines += [
            [printed(row[place], decimal) for row in rows] for rows in groups for place in places
        ]
    return list(_judged(dict.fromkeys(map(_shown, lines)), grid.source.where, threshold))


def _of_one(labels: Labels, row: Row) -> tuple[object, object]:
    """The area and the days of a row: only shares of one whole are held against each other."""
    return labels.area(row), labels.moment(row)


def _shown(shares: Iterable[Printed | None]) -> Group:
    return tuple(one for one in shares if one and one.value > 0)


def _judged(groups: Iterable[Group], where: str, threshold: int) -> Iterator[Finding]:
    for group in groups:
        if len(group) > 1 and _is_all(group):
            yield from _small(group, where, threshold)


def _is_all(group: Group) -> bool:
    total = sum(share.value for share in group)
    return abs(total - _ALL) < _SLACK and all(share.decimals for share in group)


def _small(group: Group, where: str, threshold: int) -> Iterator[Finding]:
    whole = smallest_whole(group, 2 * threshold)
    if whole is None:
        return
    counts = [_of(share, whole) for share in group]
    if min(counts) < threshold:
        named = " en ".join(f"{share.value:g}%".replace(".", ",") for share in group)
        what = f"{named} kunnen {' en '.join(map(str, counts))} van {whole} zijn"
        yield Finding(Kind.SMALL, where, what, min(counts), max(counts))


def smallest_whole(shares: Sequence[Printed], most: int) -> int | None:
    """The least number of residents that has these shares; None when it is `most` or more.

    >>> smallest_whole([Printed(33.3, 1), Printed(66.7, 1)], 10)
    3
    """
    wholes = range(2, most)
    return next((n for n in wholes if all(_fits(share, n) for share in shares)), None)


def _fits(share: Printed, whole: int) -> bool:
    count = _of(share, whole)
    return count > 0 and abs(count * _ALL / whole - share.value) <= share.margin * (1 + 1e-9)


def _of(share: Printed, whole: int) -> int:
    return round(share.value * whole / _ALL)
