"""The examples of Statistics Norway's SmallCountRounding: its input and its guarantees.

Facts from the package's data sets exPSD and e6 and from its introduction (CRAN).
"""

import numpy as np
import pandas as pd

from analytics.disclosure.cubes.rounding import Cube, protect
from analytics.disclosure.cubes.totals import Margin
from tests.analytics.disclosure.small import RULE

# exPSD: three rows, five columns, 27 in all.
EX_PSD = np.array([[6, 0, 1, 3, 4], [1, 2, 3, 1, 2], [0, 1, 1, 0, 2]])
# The rounding that the introduction shows for base 5, all small cells rounded.
PUBLISHED = np.array([[6, 0, 0, 5, 5], [0, 0, 5, 0, 0], [0, 0, 0, 0, 5]])
# e6: Iceland, Portugal and Spain in 2018 and 2019.
E6 = {"Iceland": (2, 1), "Portugal": (3, 5), "Spain": (7, 6)}


def _squared_error(rounded: np.ndarray) -> int:
    off = rounded - EX_PSD
    return int((off.sum(axis=0) ** 2).sum() + (off.sum(axis=1) ** 2).sum() + off.sum() ** 2)


def _rounded_ex_psd() -> np.ndarray:
    row, column = (axis.ravel() for axis in np.indices(EX_PSD.shape))
    cells = pd.DataFrame({"row": row, "column": column, "count": EX_PSD.ravel()})
    margins = (Margin(("row",)), Margin(("column",)), Margin(()))
    weights = protect(cells, Cube("exPSD", ("row", "column"), margins), RULE).weights
    return weights.to_numpy().reshape(EX_PSD.shape)


def test_ex_psd_keeps_the_guarantees_of_the_reference() -> None:
    rounded = _rounded_ex_psd()
    assert rounded[0, 0] == 6
    assert set(rounded.ravel()) == {0, 5, 6}
    assert (rounded[EX_PSD == 0] == 0).all()
    assert rounded.sum() == 26


def test_ex_psd_is_at_least_as_close_as_the_published_rounding() -> None:
    assert _squared_error(_rounded_ex_psd()) <= _squared_error(PUBLISHED)


def test_e6_rounds_only_the_small_cells_and_stays_close() -> None:
    cells = pd.DataFrame(
        [
            {"geo": geo, "eu": geo != "Iceland", "year": 2018 + place, "count": count}
            for geo, counts in E6.items()
            for place, count in enumerate(counts)
        ]
    )
    areas = (("geo",), ("eu",), ())
    margins = tuple(Margin((*area, *year)) for area in areas for year in (("year",), ()))
    weights = protect(cells, Cube("e6", ("geo", "year"), margins), RULE).weights
    large = cells["count"] >= 5
    assert weights[large].tolist() == [5, 7, 6]
    assert set(weights[~large]) <= {0, 5}
    assert abs(weights.sum() - 24) <= 2
