"""Importing a delivery: read, recognise, guard, check, and write only when all of it succeeded."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd

from data.contract.columns import Column, Kind, Table
from data.contract.tables import ROLLOUT, SCAN_TALENTS, SCANS, TABLES
from data.delivery.checking.adding import NOTHING, Base, added_meta, day_of_union, read_base, union
from data.delivery.checking.records import Records, read_records, settle_postcodes, signs_of
from data.delivery.checking.tables import check_tables
from data.delivery.files.limits import Held
from data.delivery.left_out import left_out, of_sheets
from data.delivery.personal.guard import refuse_personal_data
from data.delivery.postcodes import Postcodes
from data.delivery.reading.area_names import AreaNames
from data.delivery.reading.cells import Notations, Reader, reader
from data.delivery.recognition.headings import LocatedSheet, locate
from data.delivery.recognition.mapping import read_mapping
from data.delivery.recognition.questions import check_complete
from data.delivery.recognition.vocabulary import Vocabulary
from data.delivery.report import ImportReport, StrictRefused
from data.delivery.sources import Found, find_files, read_sheets, source_of
from data.delivery.usual import check_usual
from data.file.database import write_database
from data.file.switches import add_sum
from data.file.versions import FEWEST_KEPT, current, versioned
from data.models.marts import Protector
from data.models.meta import Meta, Source
from data.problems import DeliveryRefused

__all__ = [
    "Delivery",
    "DeliveryRefused",
    "StrictRefused",
    "Taking",
    "import_delivery",
    "read_delivery",
    "take_delivery",
]


@dataclass(frozen=True)
class Delivery:
    """A checked delivery: frames by table name, what the data file says of it, and the report."""

    frames: Mapping[str, pd.DataFrame]
    meta: Meta
    report: ImportReport


@dataclass(frozen=True)
class Taking:
    """How a delivery is to be taken.

    `as_of`: the peildatum (None: the latest date); `mapping`: a file with own headings; `strict`:
    refuse all for one refused row; `add`: the records come to what the target holds (see
    data.delivery.checking.adding).
    """

    as_of: date | None = None
    mapping: Path | None = None
    strict: bool = False
    add: bool = False


def import_delivery(  # noqa: PLR0913 - what the command line asks
    sources: Sequence[Path],
    target: Path,
    *,
    as_of: date | None,
    mapping: Path | None,
    strict: bool,
    progress: Callable[[str], None],
    protector: Protector | None = None,
    add: bool = False,
    accept_less: bool = False,
    keep: int = FEWEST_KEPT,
) -> ImportReport:
    """Reads a delivery and puts it in `target`, in place of what was there.

    `protector` and `keep` are handed on to the file (see data.file.database). A delivery
    with less in it than `target` is refused unless `accept_less` (see data.delivery.usual). The
    rest: see `Taking`.
    Raises DeliveryRefused, with a Dutch sentence, when the delivery cannot be taken, and
    StrictRefused (with the report) when `strict` and a row is refused; then nothing is written.
    """
    delivery = take_delivery(sources, target, Taking(as_of, mapping, strict, add), progress)
    less = check_usual(delivery.frames, target, accept_less=accept_less)
    write_database(target, delivery.frames, delivery.meta, progress, protector, keep=keep)
    with suppress(OSError):  # the file stands; without its checksum it is checked a little less
        add_sum(versioned(target), current(target))
    return replace(delivery.report, remarks=(*less, *delivery.report.remarks))


def take_delivery(
    sources: Sequence[Path], target: Path, taking: Taking, progress: Callable[[str], None]
) -> Delivery:
    """What would be written in `target`: the delivery, with what it is added to. As above."""
    found = find_files(sources, target)
    base = read_base(target) if taking.add else NOTHING
    delivery = read_delivery(
        found, as_of=taking.as_of, mapping=taking.mapping, progress=progress, base=base
    )
    if taking.strict and delivery.report.rejected:
        raise StrictRefused(delivery.report)
    return _added(base, delivery) if taking.add else delivery


def _added(base: Base, delivery: Delivery) -> Delivery:
    frames, counts = union(base, delivery.frames)
    report = replace(delivery.report, added=counts)
    return Delivery(frames, added_meta(base, delivery.meta), report)


def read_delivery(
    found: Found,
    *,
    as_of: date | None,
    mapping: Path | None,
    progress: Callable[[str], None],
    base: Base = NOTHING,
) -> Delivery:
    """Reads and checks the files of a delivery and writes nothing.

    Without `as_of` the peildatum is the latest date in the delivery that is not after today.
    Rows may refer to records of `base`.
    """
    vocabulary = Vocabulary(read_mapping(mapping) if mapping else {})
    sources = tuple(source_of(file) for file in found.files)
    found, copies = _without_copies(found, sources)
    sheets = _located(found, vocabulary, progress)
    progress("Controleren op persoonsgegevens")
    refuse_personal_data(sheets, vocabulary)
    check_complete(sheets, vocabulary)
    columns, unread = left_out(found, sheets, vocabulary)
    tables = _read_tables(sheets, progress, base.teams)
    day = _day(tables, as_of, base)
    progress("Controleren van de rijen")
    checked = check_tables(tables, day, base)
    report = ImportReport(
        as_of=day,
        as_of_given=as_of is not None,
        sources=sources,
        tables=dict(checked.counts),
        rejected=tuple(checked.rejected),
        left_out_columns=columns,
        left_out_sheets=unread,
        remarks=(*copies, *of_sheets(sheets), *checked.remarks),
    )
    return Delivery(checked.frames, Meta(day, False, sources), report)


def _without_copies(found: Found, sources: Sequence[Source]) -> tuple[Found, list[str]]:
    # Of equal files the one with the shortest name counts: `matches.csv` before `matches (1).csv`.
    pairs = sorted(zip(found.files, sources, strict=True), key=lambda pair: len(pair[0].name))
    first: dict[str, Path] = {}
    remarks: list[str] = []
    for file, source in pairs:
        known = first.setdefault(source.sha256, file)
        if known is not file:
            remarks.append(f"{file.name} is gelijk aan {known.name} en is niet nog eens gelezen.")
    kept = set(first.values())
    return replace(found, files=tuple(file for file in found.files if file in kept)), remarks


def _located(
    found: Found, vocabulary: Vocabulary, progress: Callable[[str], None]
) -> list[LocatedSheet]:
    sheets: list[LocatedSheet] = []
    held = Held()
    for file in found.files:
        progress(f"Lezen: {file.name}")
        for raw in read_sheets(file, vocabulary.headings, found.title(file)):
            held.add(raw.rows)
            sheets += locate(raw, vocabulary)
    return sheets


def _read_tables(
    sheets: Sequence[LocatedSheet], progress: Callable[[str], None], teams: frozenset[str]
) -> list[Records]:
    postcodes = Postcodes()
    names = AreaNames(postcodes, set(teams))
    signs = signs_of(sheets)
    tables: list[Records] = []
    for table in TABLES:
        own = [sheet for sheet in sheets if sheet.table is table]
        if own:
            progress(f"Lezen van de rijen: {table.label}")
            delivered = _as_delivered(table, sheets)
            records = read_records(delivered, own, partial(_reader, names), signs)
            settle_postcodes(records, postcodes)
            tables.append(records)
            if table is ROLLOUT:  # targets and events may name a team
                delivered_teams = {str(team) for team in records.values["team"] if team}
                names = AreaNames(postcodes, delivered_teams | teams)
    return tables


def _reader(names: AreaNames, column: Column, notations: Notations) -> Reader:
    return reader(column, names, notations)


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


def _day(tables: Sequence[Records], as_of: date | None, base: Base) -> date:
    if base.meta:
        return day_of_union(base.meta.as_of, as_of, _latest_date(tables, base.meta.as_of))
    return as_of or _latest_date(tables)


def _latest_date(tables: Sequence[Records], at_least: date | None = None) -> date:
    today = date.today()
    days = {
        value
        for records in tables
        if records.table is not ROLLOUT  # a start may be a plan
        for column in records.table.columns
        if column.kind is Kind.DATE
        for value in set(records.values[column.name])
        if isinstance(value, date) and value <= today
    }
    if at_least:
        return max({*days, at_least})
    if not days:
        raise DeliveryRefused(
            "In de levering staat geen datum, dus de peildatum is niet bekend."
            " Geef de peildatum op met --as-of, bijvoorbeeld --as-of 2021-10-01."
        )
    return max(days)
