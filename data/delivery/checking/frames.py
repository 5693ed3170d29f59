"""Accepted rows as frames with the stored columns of the contract."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionArray

from data.contract.columns import Column, Kind, Table
from data.contract.tables import SCAN_TALENTS, SPLIT_POSTCODES
from data.delivery.checking.records import Records
from data.delivery.files.coded import EMPTY, Coded, Indexes
from data.delivery.reading.cells import Typed

_DTYPES = {  # of what is no text
    **{Kind.COUNT: "int64", Kind.NUMBER: "float64"},
    **dict.fromkeys((Kind.DATE, Kind.PLANNED_DATE, Kind.MONTH), "datetime64[s]"),
}
_Array: TypeAlias = NDArray[Any] | ExtensionArray


def frame_of(records: Records, accepted: Indexes) -> pd.DataFrame:
    """The accepted rows of a table, columns in the order of the contract; dates as datetime64."""
    return _frame(records.table, records.values, accepted)


def talents_frame(scans: Coded[Typed], talents: Coded[Typed]) -> pd.DataFrame:
    """The table of talents per scan from pairs."""
    columns = dict(zip(SCAN_TALENTS.key, (scans, talents), strict=True))
    return _frame(SCAN_TALENTS, columns, np.arange(len(scans)))


def split_postcodes_frame(rows: Sequence[tuple[str, Typed, float]]) -> pd.DataFrame:
    """The table of postcodes that fit badly, from table, key and share."""
    names = [column.name for column in SPLIT_POSTCODES.stored]
    columns = {
        name: Coded[Typed].of(row[index] for row in rows) for index, name in enumerate(names)
    }
    return _frame(SPLIT_POSTCODES, columns, np.arange(len(rows)))


def _frame(table: Table, columns: Mapping[str, Coded[Typed]], rows: Indexes) -> pd.DataFrame:
    return pd.DataFrame(
        {column.name: _array(column, columns[column.name], rows) for column in table.stored}
    )


def _array(column: Column, values: Coded[Typed], rows: Indexes) -> _Array:
    dtype = _DTYPES.get(column.kind)
    return values.array(dtype, rows) if dtype else _texts(values, rows)


def _texts(values: Coded[Typed], rows: Indexes) -> _Array:
    # As pandas makes of texts as objects, without an object for each row: only when there is a text
    # at all it makes a column of texts.
    codes = values.codes[rows]
    is_empty = codes == EMPTY
    if is_empty.all():
        return np.full(len(rows), None, object)
    known = pyarrow.array(values.distinct, pyarrow.large_string())
    texts: ExtensionArray = pd.array(known.take(pyarrow.array(codes, mask=is_empty)), dtype="str")
    return texts
