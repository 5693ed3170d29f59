"""Rows with the same key: the same content is a duplicate, other content is refused."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from data.delivery.checking.records import Records
from data.delivery.files.coded import Indexes


def keep_first(records: Records, besides: Collection[int] = ()) -> Indexes:
    """The indexes of the rows to accept: of every key the first row without a problem.

    Later rows with that key and other content are noted as problems; what is then neither
    accepted nor refused is a duplicate. So are the rows `besides`, that other tables brought in.
    """
    rows = np.setdiff1d(records.sound(), [*besides], assume_unique=True)
    keys, _ = pd.factorize(records.keys()[rows])
    is_later = pd.Series(keys).duplicated().to_numpy()
    first, later = rows[~is_later], rows[is_later]
    kept = first[keys[is_later]]  # the keys are numbered as their first rows come
    conflicts = records.differ(later, kept) if len(later) else is_later[:0]
    for row, other in zip(later[conflicts].tolist(), kept[conflicts].tolist(), strict=True):
        _refuse_conflict(records, row, other)
    return first


def _refuse_conflict(records: Records, row: int, kept: int) -> None:
    sheet, number = records.places[kept]
    label = records.table.column(records.table.key[0]).label
    reason = (
        f"De sleutel ({label}) staat ook op rij {number} van {sheet.raw.title()}, met andere"
        " inhoud. Die eerste rij telt. Haal een van de twee weg of geef deze rij een eigen sleutel."
    )
    records.refuse([row], records.table.key[0], reason)
