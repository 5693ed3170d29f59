"""Rows with the same key: the same content is a duplicate, other content is refused."""

from collections.abc import Iterable

from data.delivery.checking.records import Records
from data.delivery.reading.cells import Typed

Key = tuple[Typed, ...]


def keep_first(records: Records, taken: Iterable[Key] = ()) -> list[int]:
    """The indexes of the rows to accept: of every key the first row without a problem.

    Later rows with that key and other content are noted as problems; what is then neither
    accepted nor refused is a duplicate. `taken` holds keys that other tables brought in.
    """
    earlier = set(taken)
    first: dict[Key, int] = {}
    keys = records.keys()
    for row in list(records.sound()):
        key = keys[row]
        if key in earlier:
            continue
        kept = first.setdefault(key, row)
        if kept != row and records.content(kept) != records.content(row):
            _refuse_conflict(records, row, kept)
    return list(first.values())


def _refuse_conflict(records: Records, row: int, kept: int) -> None:
    sheet, number = records.places[kept]
    label = records.table.column(records.table.key[0]).label
    reason = (
        f"De sleutel ({label}) staat ook op rij {number} van {sheet.raw.title()}, met andere"
        " inhoud. Die eerste rij telt. Haal een van de twee weg of geef deze rij een eigen sleutel."
    )
    records.refuse(row, records.table.key[0], reason)
