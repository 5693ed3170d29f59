"""The linear system: every figure is the sum of cells, and lies between two bounds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from exports.audit.figure import Figure
from exports.audit.inference.links import Link, links
from exports.audit.partition import Block, Cell, Integers, regions
from exports.audit.words.meaning import STOCK_FLOWS

NO_BOUND = 10**12
MOST_CELLS = 400_000


@dataclass(frozen=True)
class System:
    """Cells (columns) and what is known of their sums (rows): low <= matrix @ cells <= high.

    `columns` numbers the cells that a row speaks of; `figures` are those of the first rows, in
    order; later rows link one measure to another.
    """

    matrix: sparse.csr_array
    low: Integers
    high: Integers
    columns: Integers
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...]

    def cell(self, column: int) -> Cell:
        """What the cell of a column is."""
        number = int(self.columns[column])
        block = next(b for b in self.blocks if b.offset <= number < b.offset + b.size)
        return block.cell(number)


def families(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures by measures that tell something of each other (stocks and their flows)."""
    family_of = {name: stock for stock, flows in STOCK_FLOWS.items() for name in flows}
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        base = figure.measure.partition("|")[0]
        found[family_of.get(base, base)].append(figure)
    return [found[name] for name in sorted(found)]


def build(figures: Sequence[Figure]) -> System | None:
    """The system of one family; None when it has more cells than can be examined."""
    blocks = _blocks(figures)
    if sum(block.size for block in blocks.values()) > MOST_CELLS:
        return None
    rows = [blocks[figure.measure].cells(figure) for figure in figures]
    linked = list(links(blocks))
    entries = [*rows, *(link.cells for link in linked)]
    signs: list[NDArray[np.int64]] = [np.ones(len(row), dtype=np.int64) for row in rows]
    signs += [link.signs for link in linked]
    columns, matrix = _matrix(entries, signs)
    return System(
        matrix,
        np.array([*(f.low for f in figures), *(link.low for link in linked)], dtype=np.int64),
        np.array([*(_high(f) for f in figures), *map(_link_high, linked)], dtype=np.int64),
        columns,
        tuple(blocks.values()),
        tuple(figures),
    )


def _high(figure: Figure) -> int:
    return NO_BOUND if figure.high is None else figure.high


def _link_high(link: Link) -> int:
    return NO_BOUND if link.high is None else link.high


def _blocks(figures: Sequence[Figure]) -> dict[str, Block]:
    areas = regions(figure.buurten for figure in figures)
    by_measure: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_measure[figure.measure].append(figure)
    blocks: dict[str, Block] = {}
    offset = 0
    for measure, own in by_measure.items():
        blocks[measure] = Block(measure, own, areas, offset)
        offset += blocks[measure].size
    return blocks


def _matrix(
    entries: Sequence[Integers], signs: Sequence[Integers]
) -> tuple[Integers, sparse.csr_array]:
    """The cells that are spoken of, and the matrix over them."""
    lengths = np.array([len(entry) for entry in entries], dtype=np.int64)
    numbers = np.concatenate([np.zeros(0, dtype=np.int64), *entries])
    columns, place = np.unique(numbers, return_inverse=True)
    row = np.repeat(np.arange(len(entries)), lengths)
    values = np.concatenate([np.zeros(0, dtype=np.int64), *signs])
    shape = (len(entries), len(columns))
    return columns, sparse.csr_array((values, (row, place)), shape=shape)


def figure_cells(system: System) -> Iterator[tuple[Figure, int]]:
    """The figures that speak of one cell only, with the column of that cell."""
    counts = np.diff(system.matrix.indptr)
    for row, figure in enumerate(system.figures):
        if counts[row] == 1:
            yield figure, int(system.matrix.indices[system.matrix.indptr[row]])
