"""What one measure tells of another: stocks and flows, talents and those who name them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from data.reference.code_lists import code_lists
from exports.audit.partition import Block, Integers
from exports.audit.words.meaning import STOCK_FLOWS

_MOST_TALENTS = 5  # a scan names one to five talents


@dataclass(frozen=True)
class Link:
    """A sum of cells with signs that lies between two bounds; `high` None is no bound."""

    cells: Integers
    signs: Integers
    low: int
    high: int | None


def _link(plus: list[Integers], minus: list[Integers], equal: bool, times: int = 1) -> Link:
    """The cells of `plus` (counted `times` times) are at least, or equal to, those of `minus`."""
    cells = np.concatenate([*plus, *minus])
    added = sum(len(part) for part in plus)
    signs = np.where(np.arange(len(cells)) < added, times, -1).astype(np.int64)
    return Link(cells, signs, 0, 0 if equal else None)


def links(blocks: Mapping[str, Block]) -> Iterator[Link]:
    """All links between the measures of one family."""
    for stock, (inflow, outflow) in STOCK_FLOWS.items():
        if {stock, inflow, outflow} <= set(blocks):
            yield from _changes(blocks[stock], blocks[inflow], blocks[outflow])
    for measure in blocks:
        named = {name: b for name, b in blocks.items() if name.startswith(f"{measure}|")}
        if named:
            yield from _choices(blocks[measure], named)


def _changes(stock: Block, inflow: Block, outflow: Block) -> Iterator[Link]:
    """Between two moments a stock changes by what came in less what went out."""
    for before, after in pairwise(stock.moments):
        days = (before + 1, after)
        if not all(_tells(flow, *days) for flow in (inflow, outflow)):
            continue
        for part in range(len(stock.areas.parts)):
            plus = [_moment(stock, part, after), outflow.slab(part, outflow.times(*days))]
            minus = [_moment(stock, part, before), inflow.slab(part, inflow.times(*days))]
            yield _link(plus, minus, equal=True)


def _moment(stock: Block, part: int, day: int) -> Integers:
    return stock.slab(part, stock.times(day, day))


def _tells(flow: Block, first: int, last: int) -> bool:
    """Whether the days are whole stretches of the flow."""
    return {first, last + 1} <= set(flow.moments)


def _choices(whole: Block, named: Mapping[str, Block]) -> Iterator[Link]:
    """Who names a talent is one of the whole, and everybody names one to five talents."""
    is_complete = len(named) == len(code_lists()["talent"])
    for first, last in _common_days(whole, named):
        for part in range(len(whole.areas.parts)):
            everybody = whole.slab(part, whole.times(first, last))
            each = [block.slab(part, block.times(first, last)) for block in named.values()]
            yield from (_link([everybody], [one], equal=False) for one in each)
            yield _link([everybody], each, equal=False, times=_MOST_TALENTS)
            if is_complete:
                yield _link(each, [everybody], equal=False)


def _common_days(whole: Block, named: Mapping[str, Block]) -> Iterator[tuple[int | None, int]]:
    """The shortest spans of days that all the measures tell of."""
    shared = sorted(set(whole.moments).intersection(*(b.moments for b in named.values())))
    if whole.is_stock:
        yield from ((day, day) for day in shared)
    else:
        yield from ((first or None, last - 1) for first, last in pairwise(shared))
