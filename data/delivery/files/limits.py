"""How much a delivery may hold: looked at before a file is read, refused in Dutch.

The limits fit a delivery of twenty million records (besluit 158). A small file can unpack to a
very large one, so the size of a file says nothing.
"""

from dataclasses import dataclass

from data.delivery.files.raw import Cell
from data.delivery.files.rows import Rows
from data.dutch import number
from data.problems import DeliveryRefused

MAX_ROWS = 24_000_000  # of one sheet
MAX_COLUMNS = 16_384  # as many as Excel has; each is looked at apart
MAX_CELLS = 120_000_000  # of one text file or table
MAX_OPEN_CELLS = 72_000_000  # of an OpenDocument workbook, which is read as a whole
MAX_SHEET_CELLS = 16_000_000  # of one sheet of a workbook: a full sheet of 15 columns
MAX_UNPACKED = 4_000_000_000  # bytes of a workbook or archive when unpacked
MAX_TEXTS = 400_000_000  # bytes of the one part of a workbook that is read as a whole
MAX_PAGE = 1_000_000_000  # bytes of one column of a parquet file when unpacked
MAX_MEMBERS = 1_000  # files in an archive or folder
MAX_DECODED = 300_000_000  # bytes of an OpenDocument sheet
MAX_SECONDS = 300  # for one table of a database

# One delivery of many files takes no more than one large file would.
MAX_DELIVERY_ROWS, MAX_DELIVERY_CELLS = MAX_ROWS, MAX_CELLS

_PARTS = "Lever haar in delen aan, de tweede en verdere als toevoeging."
_ADVICE = "Splits de levering in kleinere bestanden, of haal weg wat niet bij de registratie hoort."


def check_size(file: str, amount: int, limit: int, what: str) -> None:
    """Raises DeliveryRefused when `amount` is above `limit`; `what` names the unit in Dutch.

    >>> check_size("a.csv", 3, 3, "rijen")
    """
    if amount > limit:
        raise DeliveryRefused(
            f"{file} is te groot om te lezen: meer dan {number(limit)} {what}. {_ADVICE}"
        )


@dataclass
class Held:
    """What has been read of a delivery so far."""

    rows: int = 0
    cells: int = 0

    def add(self, rows: Rows[Cell]) -> None:
        """Counts the rows of one more sheet; DeliveryRefused when it all becomes too much."""
        self.rows += len(rows)
        self.cells += rows.cells()
        counts = (self.rows, MAX_DELIVERY_ROWS, "rijen"), (self.cells, MAX_DELIVERY_CELLS, "cellen")
        for amount, limit, what in counts:
            if amount > limit:
                raise DeliveryRefused(
                    "De bestanden zijn samen te groot om te lezen: meer dan"
                    f" {number(limit)} {what}. {_PARTS}"
                )
