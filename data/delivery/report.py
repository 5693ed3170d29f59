"""What an import did: counts per table, refused rows with their reason, and what was left out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date

from data.dutch import number
from data.models.meta import Source
from data.problems import DeliveryRefused


@dataclass(frozen=True)
class Counts:
    """Rows of one table; `read` is always the sum of the other three."""

    read: int
    accepted: int
    rejected: int
    duplicate: int


@dataclass(frozen=True)
class AddedCounts:
    """Of one table: records that are new, that replace another, that were so already, that stay."""

    new: int
    replaced: int
    same: int
    kept: int


@dataclass(frozen=True)
class Spot:
    """Where a cell stands in its file: the sheet, the row index of the headings, the column index.

    `column` is None when the sheet does not have the column.
    """

    sheet: str
    header: int
    column: int | None


@dataclass(frozen=True)
class Rejection:
    """A refused row: where it stands (row as in Excel), its key, the cell and the Dutch reason.

    `column` is the heading as delivered; `value` is None for an empty cell.
    """

    table: str
    file: str
    row: int
    key: str
    column: str
    value: str | None
    reason: str
    spot: Spot | None = None

    def as_json(self) -> dict[str, object]:
        """The refused row as plain values, but for its spot."""
        plain = asdict(self)
        del plain["spot"]
        return plain


@dataclass(frozen=True)
class LeftOutColumn:
    """A delivered column that the contract does not know."""

    file: str
    sheet: str
    column: str


@dataclass(frozen=True)
class LeftOutSheet:
    """A delivered sheet that is no known table; without a sheet name: a file of another kind.

    `why` is the reason in Dutch.
    """

    file: str
    sheet: str
    why: str = "geen bekende tabel"


@dataclass(frozen=True)
class ImportReport:
    """The report of one delivery. `as_of_given` says that the peildatum was asked for.

    `remarks` are Dutch sentences about what was read in another way than it stands there. `added`
    tells per table what came to what was there already; empty for a full delivery.
    """

    as_of: date
    as_of_given: bool
    sources: tuple[Source, ...]
    tables: dict[str, Counts]
    rejected: tuple[Rejection, ...]
    left_out_columns: tuple[LeftOutColumn, ...]
    left_out_sheets: tuple[LeftOutSheet, ...]
    remarks: tuple[str, ...] = ()
    added: Mapping[str, AddedCounts] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The report as plain values: `tables` and `rejected` first."""
        return {
            "tables": {name: asdict(counts) for name, counts in self.tables.items()},
            "rejected": [rejection.as_json() for rejection in self.rejected],
            "as_of": self.as_of.isoformat(),
            "as_of_given": self.as_of_given,
            "sources": [asdict(source) for source in self.sources],
            "left_out_columns": [asdict(column) for column in self.left_out_columns],
            "left_out_sheets": [asdict(sheet) for sheet in self.left_out_sheets],
            "remarks": list(self.remarks),
            "added": {name: asdict(counts) for name, counts in self.added.items()},
        }


class StrictRefused(DeliveryRefused):
    """The delivery is refused because rows of it were, and the caller asked for all or nothing."""

    def __init__(self, report: ImportReport) -> None:
        count = len(report.rejected)
        rows = "1 rij is" if count == 1 else f"{number(count)} rijen zijn"
        super().__init__(
            f"De levering is geweigerd: {rows} niet goed en --strict laat geen enkele fout toe."
            " Er is niets overgenomen."
        )
        self.report = report
