"""The cost of protection: how far the declared totals are off."""

import numpy as np
import pandas as pd

from data.dutch import number

LARGE = 100
_COLUMNS = ["totals", "mean", "p95", "max", "relative"]


def _row(part: pd.DataFrame) -> "pd.Series[float]":
    off = (part["protected"] - part["exact"]).abs().to_numpy(dtype=np.float64)
    large = (part["exact"] > LARGE).to_numpy()
    share = off[large] / part["exact"].to_numpy(dtype=np.float64)[large]
    values = [len(off), off.mean(), np.percentile(off, 95), off.max()]
    return pd.Series([*values, share.mean() if len(share) else np.nan], index=_COLUMNS)


def error_table(totals: pd.DataFrame) -> pd.DataFrame:
    """Absolute errors of the declared totals that are not zero in truth, per margin and over all.

    Input: `margin`, `exact`, `protected` (see `rounding.Protected.totals`). Index: the margin, at
    the end "alle totalen". Columns: `totals` (how many), `mean`, `p95`, `max` and `relative`, the
    mean relative error of totals over 100 (a fraction; missing without such totals).
    """
    counted = totals[totals["exact"] > 0]
    if counted.empty:
        return pd.DataFrame(columns=_COLUMNS, dtype=np.float64)
    parts = {str(name): part for name, part in counted.groupby("margin", observed=True)}
    rows = {name: _row(part) for name, part in (parts | {"alle totalen": counted}).items()}
    return pd.DataFrame(rows).T


_SHOWN = {
    "alle totalen": "alle totalen samen",
    "totaal": "stad, sinds de start",
    "year": "stad per jaar",
    "month": "stad per maand",
    "stadsdeel x year": "stadsdeel per jaar",
    "wijk x year": "wijk per jaar",
    "wijk x quarter": "wijk per kwartaal",
    "wijk x month": "wijk per maand",
    "buurt x year": "buurt per jaar",
    "running": "lopende matches, stad per maand",
    "wijk x running": "lopende matches, wijk per maand",
    "waiting": "wachtenden, stad per maand",
    "wijk x waiting": "wachtenden, wijk per maand",
}


def in_words(errors: pd.DataFrame) -> list[tuple[str, ...]]:
    """The rows of an error table that a reader knows: name, how many, mean, p95 and largest."""
    rows = errors.to_dict("index")
    return [
        (
            label,
            number(rows[name]["totals"]),
            *(number(rows[name][column], 1) for column in ("mean", "p95", "max")),
        )
        for name, label in _SHOWN.items()
        if name in rows
    ]
