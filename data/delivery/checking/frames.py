"""Accepted rows as frames with the stored columns of the contract."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.contract.columns import Column, Kind, Table
from data.contract.tables import SCAN_TALENTS, SPLIT_POSTCODES
from data.delivery.checking.records import Records
from data.delivery.reading.cells import Typed

_DTYPES = {Kind.COUNT: np.int64, Kind.NUMBER: np.float64}
_DAYS = (Kind.DATE, Kind.PLANNED_DATE, Kind.MONTH)


def frame_of(records: Records, accepted: Sequence[int]) -> pd.DataFrame:
    """The accepted rows of a table, columns in the order of the contract; dates as datetime64."""
    columns = {
        column.name: [records.values[column.name][row] for row in accepted]
        for column in records.table.stored
    }
    return _frame(records.table, columns)


def talents_frame(pairs: Iterable[tuple[Typed, Typed]]) -> pd.DataFrame:
    """The table of talents per scan from pairs of scan and talent."""
    listed = list(pairs)
    names = [column.name for column in SCAN_TALENTS.stored]
    columns = {name: [pair[index] for pair in listed] for index, name in enumerate(names)}
    return _frame(SCAN_TALENTS, columns)


def split_postcodes_frame(rows: Sequence[tuple[str, Typed, float]]) -> pd.DataFrame:
    """The table of postcodes that fit badly, from table, key and share."""
    names = [column.name for column in SPLIT_POSTCODES.stored]
    columns: dict[str, list[Typed]] = {
        name: [row[index] for row in rows] for index, name in enumerate(names)
    }
    return _frame(SPLIT_POSTCODES, columns)


def _frame(table: Table, columns: dict[str, list[Typed]]) -> pd.DataFrame:
    return pd.DataFrame(
        {column.name: _array(column, columns[column.name]) for column in table.stored}
    )


def _array(column: Column, values: list[Typed]) -> NDArray[np.generic]:
    if column.kind in _DAYS:
        positions, days = pd.factorize(np.array(values, dtype=object))
        known = np.array([*days, None], dtype="datetime64[s]")  # -1, for None, is the last one
        return known[positions]
    return np.array(values, dtype=_DTYPES.get(column.kind, object))
