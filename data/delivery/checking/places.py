"""Where the rows of a table stand: a sheet and a row number for each, in six bytes a row."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.delivery.files.coded import Flags
from data.delivery.recognition.headings import LocatedSheet


class Places:
    """Per row its sheet and its row number, as a reader counts them."""

    def __init__(self) -> None:
        self.sheets: list[LocatedSheet] = []
        self._numbers = np.empty(0, np.uint32)
        self._sheet_of = np.empty(0, np.uint16)

    def add(self, sheet: LocatedSheet, numbers: Sequence[int] | NDArray[np.integer]) -> None:
        """Takes the next rows, all of one sheet."""
        more = np.asarray(numbers, np.uint32)
        self._numbers = np.append(self._numbers, more)
        sheet_of = np.full(len(more), len(self.sheets), np.uint16)
        self._sheet_of = np.append(self._sheet_of, sheet_of)
        self.sheets.append(sheet)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._numbers)

    def __getitem__(self, row: int) -> tuple[LocatedSheet, int]:
        """The sheet and the row number of a row, by its index."""
        return self.sheets[self._sheet_of[row]], int(self._numbers[row])

    def on(self, index: int) -> Flags:
        """Per row whether it stands on a sheet, by the index of the sheet."""
        is_on: Flags = self._sheet_of == index
        return is_on
