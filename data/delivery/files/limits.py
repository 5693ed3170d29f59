"""How much a delivery may hold: looked at before a file is read, refused in Dutch.

The limits fit a delivery of five million rows. A small file can unpack to a very large one, so
the size of a file says nothing.
"""

from data.dutch import number
from data.problems import DeliveryRefused

MAX_ROWS = 6_000_000  # of one sheet
MAX_CELLS = 72_000_000  # of one text file or table: 6 million rows of 12 columns
MAX_SHEET_CELLS = 16_000_000  # of one sheet of a workbook: a full sheet of 15 columns
MAX_UNPACKED = 4_000_000_000  # bytes of a workbook or archive when unpacked
MAX_TEXTS = 400_000_000  # bytes of the one part of a workbook that is read as a whole
MAX_PAGE = 1_000_000_000  # bytes of one column of a parquet file when unpacked
MAX_MEMBERS = 1_000  # files in an archive or folder
MAX_DECODED = 300_000_000  # bytes of an OpenDocument sheet
MAX_SECONDS = 300  # for one table of a database

_ADVICE = "Splits de levering in kleinere bestanden, of haal weg wat niet bij de registratie hoort."


def check_size(file: str, amount: int, limit: int, what: str) -> None:
    """Raises DeliveryRefused when `amount` is above `limit`; `what` names the unit in Dutch.

    >>> check_size("a.csv", 3, 3, "rijen")
    """
    if amount > limit:
        raise DeliveryRefused(
            f"{file} is te groot om te lezen: meer dan {number(limit)} {what}. {_ADVICE}"
        )
