"""The vocabulary of the contract: what a table and a column are made of."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds; decides how it is read, checked and stored."""

    KEY = "key"
    REFERENCE = "reference"
    TEXT = "text"
    DATE = "date"
    PLANNED_DATE = "planned date"  # an agreement or plan: may lie after the peildatum
    MONTH = "month"  # stored as the first day of the month
    COUNT = "count"
    NUMBER = "number"
    CODE = "code"
    CODES = "codes"  # several code values in one cell, stored in a table of their own
    BUURT = "buurt"
    WIJK = "wijk"
    AREA = "area"


@dataclass(frozen=True)
class Column:
    """One column: its name in the file, its Dutch label and the headings it is delivered under.

    `refers_to` names the table of a REFERENCE or the code list of a CODE.
    """

    name: str
    kind: Kind
    label: str
    comment: str
    headings: tuple[str, ...]
    required: bool = True
    refers_to: str = ""


@dataclass(frozen=True)
class Order:
    """Two dates of one row that must follow each other; `reason` is said when they do not."""

    earlier: str
    later: str
    reason: str


@dataclass(frozen=True)
class Table:
    """One record table: key, columns and the names its sheet is delivered under."""

    name: str
    label: str
    comment: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    sheets: tuple[str, ...]
    orders: tuple[Order, ...] = ()

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns that the table itself holds, in order."""
        return tuple(column for column in self.columns if column.kind is not Kind.CODES)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")
