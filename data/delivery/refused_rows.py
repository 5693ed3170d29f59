"""The refused rows as they were delivered: all their columns, the reason, and the cell at fault.

The rows are read from the files again: a delivery is not kept in memory for the few of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.contract.tables import TABLES
from data.delivery.files.raw import Cell, RawSheet
from data.delivery.recognition.mapping import read_mapping
from data.delivery.recognition.vocabulary import Vocabulary
from data.delivery.report import ImportReport, Rejection, Spot
from data.delivery.sources import find_files, read_sheets

_SHEETS = {table.name: table.sheets[0] for table in TABLES}


@dataclass(frozen=True)
class RefusedRow:
    """One refused row: its cells, where it stood, the reason, and the index of the bad cell.

    `fault` is None when the sheet does not have the column.
    """

    cells: tuple[Cell, ...]
    place: str
    reason: str
    fault: int | None


@dataclass(frozen=True)
class RefusedSheet:
    """The refused rows of one delivered sheet; `name` is that of its table, to be read again."""

    name: str
    headings: tuple[Cell, ...]
    rows: tuple[RefusedRow, ...]


def refused_rows(
    report: ImportReport, sources: Sequence[Path], mapping: Path | None = None
) -> list[RefusedSheet]:
    """The refused rows of a report on `sources`, a sheet for every sheet that has some.

    DeliveryRefused when a file cannot be read any more.
    """
    wanted = _by_sheet(report.rejected)
    vocabulary = Vocabulary(read_mapping(mapping) if mapping else {})
    found: list[RefusedSheet] = []
    for file in find_files(sources).files if wanted else ():
        for raw in read_sheets(file, vocabulary.headings):
            found += _sheets(raw, wanted)
    return found


def _by_sheet(rejected: Sequence[Rejection]) -> dict[tuple[str, str], list[Rejection]]:
    wanted: dict[tuple[str, str], list[Rejection]] = {}
    for rejection in rejected:
        if rejection.spot:
            wanted.setdefault((rejection.file, rejection.spot.sheet), []).append(rejection)
    return wanted


def _sheets(
    raw: RawSheet, wanted: Mapping[tuple[str, str], list[Rejection]]
) -> Iterator[RefusedSheet]:
    by_head: dict[tuple[str, int], list[tuple[Rejection, Spot]]] = {}
    for rejection in wanted.get((raw.file, raw.name), ()):
        if rejection.spot:
            head = (rejection.table, rejection.spot.header)
            by_head.setdefault(head, []).append((rejection, rejection.spot))
    for (table, header), pairs in by_head.items():
        rows = tuple(_row(raw, *pair) for pair in pairs)
        yield RefusedSheet(_SHEETS[table], tuple(raw.rows[header]), rows)


def _row(raw: RawSheet, rejection: Rejection, spot: Spot) -> RefusedRow:
    place = f"{rejection.file}, rij {rejection.row}"
    cells = tuple(raw.rows[rejection.row - 1])
    return RefusedRow(cells, place, rejection.reason, spot.column)
