"""Two exports of the same table in one delivery: last month's beside this month's.

They name the same keys. The newest counts, as its own dates or else its name tell; when that is
not to be seen the delivery is refused with the question which one counts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from data.contract.columns import Kind
from data.delivery.checking.records import Records
from data.delivery.files.coded import EMPTY, Indexes
from data.delivery.recognition.headings import LocatedSheet
from data.dutch import month_numbers
from data.grammar import counted, plural
from data.problems import DeliveryRefused

_IN_NAME = re.compile(r"(20\d{2})[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?([0-3]\d))?(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(?:(\d{1,2})[-_. ])?(\d{1,2})[-_. ](20\d{2})(?!\d)")


@dataclass(frozen=True)
class _Edition:
    """The rows of one sheet: all, and of every key (see `Records.keys`) the first."""

    sheet: LocatedSheet
    all_rows: Indexes
    keys: Indexes
    rows: Indexes


def settle_editions(records: Records) -> None:
    """Marks the rows of older exports that a newer one has too, and says so in the remarks.

    Raises DeliveryRefused when two exports disagree and nothing tells which is the newest.
    """
    if len(records.places.sheets) < 2:  # noqa: PLR2004
        return
    keys = records.keys()
    editions = [_edition(records, index, keys) for index in range(len(records.places.sheets))]
    for one, other in combinations(editions, 2):
        shared, mine, theirs = np.intersect1d(
            one.keys, other.keys, assume_unique=True, return_indices=True
        )
        rows, others = one.rows[mine], other.rows[theirs]
        is_changed = records.differ(rows, others)
        if is_changed.any() and 2 * len(shared) >= min(len(one.rows), len(other.rows)):
            changed = list(zip(rows[is_changed].tolist(), others[is_changed].tolist(), strict=True))
            newer = _newest(records, one, other, changed)
            older = other if newer is one else one
            again = older.all_rows[np.isin(keys[older.all_rows], shared)]
            _replace(records, older, newer, again.tolist())


def _edition(records: Records, index: int, keys: Indexes) -> _Edition:
    all_rows = np.flatnonzero(records.places.on(index))
    keyed = all_rows[keys[all_rows] != EMPTY]
    first, at = np.unique(keys[keyed], return_index=True)
    return _Edition(records.places.sheets[index], all_rows, first, keyed[at])


def _newest(
    records: Records, one: _Edition, other: _Edition, changed: Sequence[tuple[int, int]]
) -> _Edition:
    votes = {
        _later(_last_day(records, one), _last_day(records, other)),
        _later(_named_day(one), _named_day(other)),
    } - {0}
    if not votes:
        votes = {_fuller(records, changed)} - {0}
    if len(votes) != 1:
        keys = counted(len(changed), "nummer", "nummers")
        raise DeliveryRefused(
            f"{one.sheet.raw.title()} en {other.sheet.raw.title()} hebben {keys} gemeen met"
            " andere inhoud, en niet is te zien welke nieuwer is. Welke telt? Lever alleen die aan."
        )
    return one if votes == {1} else other


def _later(one: object, other: object) -> int:
    if one is None or other is None or one == other:
        return 0
    return 1 if one > other else -1  # type: ignore[operator]


def _last_day(records: Records, edition: _Edition) -> date | None:
    today = date.today()
    days = (
        day
        for column in records.table.columns
        if column.kind is Kind.DATE
        for day in records.values[column.name].at(edition.rows).distinct
    )
    return max((day for day in days if isinstance(day, date) and day <= today), default=None)


def _named_day(edition: _Edition) -> tuple[int, int, int] | None:
    name = f"{edition.sheet.raw.stem()} {edition.sheet.raw.name}".lower()
    for month, figure in sorted(month_numbers().items(), key=lambda pair: -len(pair[0])):
        name = re.sub(rf"\b{month}\b", str(figure), name)
    found = _IN_NAME.search(name)
    if found:
        return int(found[1]), int(found[2]), int(found[3] or 0)
    found = _DAY_FIRST.search(name)
    return (int(found[3]), int(found[2]), int(found[1] or 0)) if found else None


def _fuller(records: Records, changed: Sequence[tuple[int, int]]) -> int:
    if all(_adds_to(records, row, than) for row, than in changed):
        return 1
    return -1 if all(_adds_to(records, than, row) for row, than in changed) else 0


def _adds_to(records: Records, row: int, than: int) -> bool:
    older, newer = records.content(than), records.content(row)
    return all(a is None or a == b for a, b in zip(older, newer, strict=True))


def _replace(records: Records, older: _Edition, newer: _Edition, replaced: Sequence[int]) -> None:
    for row in replaced:
        records.replace(row)
    count = counted(len(replaced), "rij", "rijen")
    text = (
        f"{older.sheet.raw.title()} is ouder dan {newer.sheet.raw.title()}: {count} die ook in het"
        f" nieuwe bestand {plural(len(replaced), 'staat, telt', 'staan, tellen')} niet mee."
    )
    alone = len(older.all_rows) - len(replaced)
    if alone:
        more = counted(alone, "rij staat", "rijen staan")
        text += f" {more} alleen in het oude bestand en {plural(alone, 'telt', 'tellen')} wel mee."
    records.remarks.append(text)
