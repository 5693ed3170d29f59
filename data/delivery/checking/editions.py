"""Two exports of the same table in one delivery: last month's beside this month's.

They name the same keys. The newest counts, as its own dates or else its name tell; when that is
not to be seen the delivery is refused with the question which one counts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from data.contract.columns import Kind
from data.delivery.checking.records import Records
from data.delivery.reading.cells import Typed
from data.delivery.recognition.headings import LocatedSheet
from data.dutch import month_numbers
from data.grammar import counted, plural
from data.problems import DeliveryRefused

_IN_NAME = re.compile(r"(20\d{2})[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?([0-3]\d))?(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(?:(\d{1,2})[-_. ])?(\d{1,2})[-_. ](20\d{2})(?!\d)")
Key = tuple[Typed, ...]


@dataclass(frozen=True)
class _Edition:
    """The rows of one sheet, by their key."""

    sheet: LocatedSheet
    rows: dict[Key, int]


def settle_editions(records: Records) -> None:
    """Marks the rows of older exports that a newer one has too, and says so in the remarks.

    Raises DeliveryRefused when two exports disagree and nothing tells which is the newest.
    """
    if len(records.places.sheets) < 2:  # noqa: PLR2004
        return
    for one, other in combinations(_editions(records), 2):
        shared = one.rows.keys() & other.rows.keys()
        changed = [key for key in shared if _differs(records, one.rows[key], other.rows[key])]
        if changed and 2 * len(shared) >= min(len(one.rows), len(other.rows)):
            newer = _newest(records, one, other, changed)
            _replace(records, other if newer is one else one, newer, shared)


def _editions(records: Records) -> list[_Edition]:
    found: dict[int, _Edition] = {}
    for row, ((sheet, _), key) in enumerate(zip(records.places, records.keys(), strict=True)):
        if None not in key:
            found.setdefault(id(sheet), _Edition(sheet, {})).rows.setdefault(key, row)
    return list(found.values())


def _differs(records: Records, row: int, other: int) -> bool:
    return records.content(row) != records.content(other)


def _newest(records: Records, one: _Edition, other: _Edition, changed: Sequence[Key]) -> _Edition:
    votes = {
        _later(_last_day(records, one), _last_day(records, other)),
        _later(_named_day(one), _named_day(other)),
    } - {0}
    if not votes:
        votes = {_fuller(records, one, other, changed)} - {0}
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
        records.values[column.name][row]
        for column in records.table.columns
        if column.kind is Kind.DATE
        for row in edition.rows.values()
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


def _fuller(records: Records, one: _Edition, other: _Edition, changed: Sequence[Key]) -> int:
    pairs = [(one.rows[key], other.rows[key]) for key in changed]
    if all(_adds_to(records, row, than) for row, than in pairs):
        return 1
    return -1 if all(_adds_to(records, than, row) for row, than in pairs) else 0


def _adds_to(records: Records, row: int, than: int) -> bool:
    older, newer = records.content(than), records.content(row)
    return all(a is None or a == b for a, b in zip(older, newer, strict=True))


def _replace(records: Records, older: _Edition, newer: _Edition, shared: set[Key]) -> None:
    rows = {row for row, (sheet, _) in enumerate(records.places) if sheet is older.sheet}
    replaced = [row for row in rows if records.key(row) in shared]
    for row in replaced:
        records.replace(row)
    count = counted(len(replaced), "rij", "rijen")
    text = (
        f"{older.sheet.raw.title()} is ouder dan {newer.sheet.raw.title()}: {count} die ook in het"
        f" nieuwe bestand {plural(len(replaced), 'staat, telt', 'staan, tellen')} niet mee."
    )
    alone = len(rows) - len(replaced)
    if alone:
        more = counted(alone, "rij staat", "rijen staan")
        text += f" {more} alleen in het oude bestand en {plural(alone, 'telt', 'tellen')} wel mee."
    records.remarks.append(text)
