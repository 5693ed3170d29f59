"""What an outsider can follow: representatives whose start and end can be read from what goes out.

A published 5 is often one record. When its block stands alone in a buurt, the stock there rises
when it starts and falls when it ends: it is followed. Between the ends of quarters the stock of a
buurt is not told; the month in which it fell can then be read only where a larger area changes by
that block in one month of the quarter and stands still in the others.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.disclosure.rows import Rows

AREAS = ("wijk", "team", "stadsdeel")  # whose stocks are told at the end of every month
QUARTER = 3

Integers = NDArray[np.int64]
Span = Mapping[Hashable, Any]


@dataclass(frozen=True)
class Followed:
    """Of how many `representatives` the months of start and end can be read.

    `monthly`: if stocks of a buurt were told every month; `told`: from what is told.
    """

    representatives: int
    monthly: int
    told: int

    @property
    def share(self) -> float:
        """The part of the representatives that can be followed in what is told."""
        return self.told / self.representatives


def followed(rows: Rows, weights: "pd.Series[int]", stock: str, until: int) -> Followed:
    """Follows every representative through its `stock`, up to the month number `until`."""
    spans = _spans(rows, weights, stock)
    months = np.arange(spans["first"].min() - QUARTER - 1, until + 1)
    stocks = {
        area: {code: _series(part, months) for code, part in spans.groupby(area)}
        for area in ("buurt", *AREAS)
    }
    monthly = told = 0
    for span in spans.to_dict("records"):
        buurt = stocks["buurt"][span["buurt"]]
        monthly += _alone(buurt, months, span, 1) is not None
        end = _alone(buurt, months, span, QUARTER)
        told += end is not None and any(
            _falls_once(stocks[area][span[area]], months, end, span["weight"]) for area in AREAS
        )
    return Followed(int((weights > 0).sum()), monthly, told)


def _spans(rows: Rows, weights: "pd.Series[int]", stock: str) -> pd.DataFrame:
    months = rows.spread[stock]
    months = months[weights.to_numpy()[months.index] > 0]
    ends = months.groupby(months.index).agg(["min", "max"])
    spans = rows.frame.loc[ends.index, ["buurt", *AREAS]]
    return spans.assign(first=ends["min"], last=ends["max"], weight=weights.loc[ends.index])


def _series(spans: pd.DataFrame, months: Integers) -> Integers:
    stands = (spans["first"].to_numpy() <= months[:, None]) & (
        spans["last"].to_numpy() >= months[:, None]
    )
    stock: Integers = stands @ spans["weight"].to_numpy()
    return stock


def _alone(stock: Integers, months: Integers, span: Span, step: int) -> int | None:
    """The month told in which the block is gone, when nothing else stood beside it; or None."""
    told = months % step == step - 1
    stock, months = stock[told], months[told]
    stands = np.flatnonzero((months >= span["first"]) & (months <= span["last"]))
    if not len(stands) or stands[0] == 0 or stands[-1] == len(months) - 1:
        return None
    around = stock[stands[0] - 1], stock[stands[-1] + 1]
    is_alone = (stock[stands] == span["weight"]).all() and around == (0, 0)
    return int(months[stands[-1] + 1]) if is_alone else None


def _falls_once(stock: Integers, months: Integers, end: int, weight: int) -> bool:
    """Whether the stock changes in one month of the quarter that ends then, by that weight."""
    at = int(np.flatnonzero(months == end)[0])
    steps = [after - before for before, after in pairwise(stock[at - QUARTER : at + 1])]
    return sorted(steps) == [-weight, 0, 0]
