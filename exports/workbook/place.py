"""Where the figures of a native chart stand on a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from xlsxwriter.utility import quote_sheetname, xl_range_abs

Cells = list[str | int]  # as xlsxwriter wants them


@dataclass(frozen=True)
class Place:
    """The sheet, the row of the headings, the last row and the columns of figures.

    The first of the columns names the rows. `curves` are where the lines behind points stand: of
    each the columns of its x and its y.
    """

    sheet: str
    first: int
    last: int
    columns: tuple[int, ...] = ()
    curves: tuple["Place", ...] = ()

    def cells(self, number: int) -> Cells:
        """The cells of a column."""
        column = self.columns[number]
        return [self.sheet, self.first + 1, column, self.last, column]

    def cell(self, number: int, row: int) -> Cells:
        """The cell of a column in one row, counted from 0."""
        at, column = self.first + 1 + row, self.columns[number]
        return [self.sheet, at, column, at, column]

    def rows(self, number: int, rows: Sequence[int]) -> str:
        """The cells of a column in some rows (counted from 0), as a reference in a formula."""
        runs = [list(run) for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0])]
        column, sheet = self.columns[number], quote_sheetname(self.sheet)
        areas = [
            xl_range_abs(self.first + 1 + run[0][1], column, self.first + 1 + run[-1][1], column)
            for run in runs
        ]
        return f"=({','.join(f'{sheet}!{area}' for area in areas)})"

    def heading(self, number: int) -> Cells:
        """The heading of a column."""
        return [self.sheet, self.first, self.columns[number]]
