"""Where the rows of a table stand: a sheet and a row number for each, in eight bytes a row."""

from array import array
from collections.abc import Iterable, Iterator

from data.delivery.recognition.headings import LocatedSheet


class Places:
    """Per row its sheet and its row number, as a reader counts them."""

    def __init__(self) -> None:
        self.sheets: list[LocatedSheet] = []
        self._numbers = array("I")
        self._sheet_of = array("I")

    def add(self, sheet: LocatedSheet, numbers: Iterable[int]) -> None:
        """Takes the next rows, all of one sheet."""
        self._numbers.extend(numbers)
        more = len(self._numbers) - len(self._sheet_of)
        self._sheet_of.extend(array("I", [len(self.sheets)]) * more)
        self.sheets.append(sheet)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._numbers)

    def __getitem__(self, row: int) -> tuple[LocatedSheet, int]:
        """The sheet and the row number of a row, by its index."""
        return self.sheets[self._sheet_of[row]], self._numbers[row]

    def __iter__(self) -> Iterator[tuple[LocatedSheet, int]]:
        """The sheet and the row number of every row."""
        sheets = (self.sheets[at] for at in self._sheet_of)
        return zip(sheets, self._numbers, strict=True)
