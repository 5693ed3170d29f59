"""Importing a delivery: read, recognise, guard, check, and write only when all of it succeeded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd

from data.columns import Kind, Table
from data.contract import ROLLOUT, SCAN_TALENTS, SCANS, TABLES
from data.database import write_database
from data.delivery.area_names import AreaNames
from data.delivery.cells import reader
from data.delivery.checking import Checked, check_tables
from data.delivery.headings import LocatedSheet, check_complete, locate
from data.delivery.mapping import read_mapping
from data.delivery.personal import refuse_personal_data
from data.delivery.postcodes import Postcodes
from data.delivery.records import Records, read_records
from data.delivery.refusal import DeliveryRefused
from data.delivery.report import ImportReport, LeftOutColumn, LeftOutSheet, StrictRefused
from data.delivery.sources import Found, find_files, read_sheets, source_of
from data.delivery.vocabulary import Vocabulary
from data.marts import Protector
from data.meta import Meta, Source

__all__ = ["Delivery", "DeliveryRefused", "StrictRefused", "import_delivery", "read_delivery"]


@dataclass(frozen=True)
class Delivery:
    """A checked delivery: frames by table name, what the data file says of it, and the report."""

    frames: Mapping[str, pd.DataFrame]
    meta: Meta
    report: ImportReport


def import_delivery(  # noqa: PLR0913 - what the command line asks
    sources: Sequence[Path],
    target: Path,
    *,
    as_of: date | None,
    mapping: Path | None,
    strict: bool,
    progress: Callable[[str], None],
    protector: Protector | None = None,
    check: Callable[[Mapping[str, pd.DataFrame]], None] = lambda frames: None,
) -> ImportReport:
    """Reads a delivery and puts it in `target`, in place of what was there.

    `protector` is handed on to the marts (see data.database.write_database). `check` sees the
    frames that are about to be written, and may refuse them.
    Raises DeliveryRefused, with a Dutch sentence, when the delivery cannot be taken, and
    StrictRefused (with the report) when `strict` and a row is refused; then nothing is written.
    """
    found = find_files(sources, target)
    delivery = read_delivery(found, as_of=as_of, mapping=mapping, progress=progress)
    if strict and delivery.report.rejected:
        raise StrictRefused(delivery.report)
    check(delivery.frames)
    write_database(target, delivery.frames, delivery.meta, progress, protector)
    return delivery.report


def read_delivery(
    found: Found,
    *,
    as_of: date | None,
    mapping: Path | None,
    progress: Callable[[str], None],
) -> Delivery:
    """Reads and checks the files of a delivery and writes nothing.

    Without `as_of` the peildatum is the latest date in the delivery that is not after today.
    """
    vocabulary = Vocabulary(read_mapping(mapping) if mapping else {})
    sheets = _located(found, vocabulary, progress)
    progress("Controleren op persoonsgegevens")
    refuse_personal_data(sheets, vocabulary)
    check_complete(sheets)
    tables = _read_tables(sheets, progress)
    day = as_of or _latest_date(tables)
    progress("Controleren van de rijen")
    checked = check_tables(tables, day)
    sources = tuple(source_of(file) for file in found.files)
    report = _report(found, sheets, checked, sources, (day, as_of is not None))
    return Delivery(checked.frames, Meta(day, False, sources), report)


def _located(
    found: Found, vocabulary: Vocabulary, progress: Callable[[str], None]
) -> list[LocatedSheet]:
    sheets: list[LocatedSheet] = []
    for file in found.files:
        progress(f"Lezen: {file.name}")
        sheets += [locate(raw, vocabulary) for raw in read_sheets(file, vocabulary.headings)]
    return sheets


def _read_tables(sheets: Sequence[LocatedSheet], progress: Callable[[str], None]) -> list[Records]:
    postcodes = Postcodes()
    names = AreaNames(postcodes)
    tables: list[Records] = []
    for table in TABLES:
        own = [sheet for sheet in sheets if sheet.table is table]
        if own:
            progress(f"Lezen van de rijen: {table.label}")
            records = read_records(_as_delivered(table, sheets), own, partial(reader, names=names))
            tables.append(records)
            if table is ROLLOUT:  # targets and events may name a team
                names = AreaNames(postcodes, {str(team) for team in records.values["team"] if team})
    return tables


def _as_delivered(table: Table, sheets: Sequence[LocatedSheet]) -> Table:
    # With a sheet of talents the cell with talents of a scan may be empty.
    if table is not SCANS or not any(sheet.table is SCAN_TALENTS for sheet in sheets):
        return table
    return replace(
        table,
        columns=tuple(
            replace(column, required=column.required and column.kind is not Kind.CODES)
            for column in table.columns
        ),
    )


def _latest_date(tables: Sequence[Records]) -> date:
    today = date.today()
    days = {
        value
        for records in tables
        for column in records.table.columns
        if column.kind is Kind.DATE
        for value in set(records.values[column.name])
        if isinstance(value, date) and value <= today
    }
    if not days:
        raise DeliveryRefused(
            "In de levering staat geen datum, dus de peildatum is niet bekend."
            " Geef de peildatum op met --as-of, bijvoorbeeld --as-of 2021-10-01."
        )
    return max(days)


def _report(
    found: Found,
    sheets: Sequence[LocatedSheet],
    checked: Checked,
    sources: tuple[Source, ...],
    peildatum: tuple[date, bool],
) -> ImportReport:
    day, given = peildatum
    unknown = [sheet.raw for sheet in sheets if sheet.table is None]
    return ImportReport(
        as_of=day,
        as_of_given=given,
        sources=sources,
        tables=dict(checked.counts),
        rejected=tuple(checked.rejected),
        left_out_columns=tuple(
            LeftOutColumn(sheet.raw.file, sheet.raw.name, heading)
            for sheet in sheets
            if sheet.table
            for heading in sheet.unknown_headings()
        ),
        left_out_sheets=(
            *(LeftOutSheet(raw.file, raw.name) for raw in unknown),
            *(LeftOutSheet(file.name, "") for file in found.others),
        ),
    )
