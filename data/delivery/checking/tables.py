"""Checking all tables in their order: counts, refused rows and frames."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
from typing import Any

import numpy as np
import pandas as pd

from data.contract.columns import Kind
from data.contract.tables import SCAN_TALENTS, SCANS, SPLIT_POSTCODES, TABLES
from data.delivery.checking.adding import NOTHING, Base
from data.delivery.checking.editions import settle_editions
from data.delivery.checking.frames import frame_of, split_postcodes_frame, talents_frame
from data.delivery.checking.keys import keep_first
from data.delivery.checking.records import Problem, Records
from data.delivery.checking.remarks import early_rows, split_postcodes, waiting_rows
from data.delivery.checking.rules import Accepted, check_rows
from data.delivery.files.coded import Indexes
from data.delivery.files.raw import shown
from data.delivery.reading.cells import Typed
from data.delivery.report import Counts, Rejection, Spot
from data.memory import trim

_REFERRED = {
    column.refers_to
    for table in TABLES
    for column in table.columns
    if column.kind is Kind.REFERENCE
}


@dataclass
class Checked:
    """The outcome of all checks, by table name."""

    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    counts: dict[str, Counts] = field(default_factory=dict)
    rejected: list[Rejection] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def check_tables(tables: Sequence[Records], as_of: date, base: Base = NOTHING) -> Checked:
    """Checks the rows of all tables (in the order of the contract) against the rules and keys.

    References may point to what is delivered and to `base`, the records that it is added to. The
    rows of a table are let go when they have been checked.
    """
    accepted = _begun(tables, as_of, base)
    checked = Checked()
    split: list[tuple[str, Typed, float]] = []
    for records in tables:
        split += _check_table(records, accepted, checked)
        records.let_go()
        trim()
    accepted.keys.clear()
    checked.remarks += [*waiting_rows(accepted.waiting), *early_rows(checked.frames)]
    scans, talents = accepted.talents.pairs()
    if len(scans):
        checked.frames[SCAN_TALENTS.name] = talents_frame(scans, talents)
    if split:
        checked.frames[SPLIT_POSTCODES.name] = split_postcodes_frame(split)
    return checked


def _check_table(
    records: Records, accepted: Accepted, checked: Checked
) -> list[tuple[str, Typed, float]]:
    """Takes in the rows of one table; gives those whose postcode fits their buurt badly."""
    settle_editions(records)
    check_rows(records, accepted)
    is_of_talents = records.table.name == SCAN_TALENTS.name
    rows = keep_first(records, accepted.talents.in_both(records) if is_of_talents else ())
    _remember(records, rows, accepted)
    checked.frames[records.table.name] = frame_of(records, rows)
    checked.counts[records.table.name] = _counts(records, rows)
    checked.rejected += _rejections(records)
    badly = rows[np.isin(rows, [*records.shares])].tolist()
    checked.remarks += [*records.remarks, *split_postcodes(records, badly)]
    return _split(records, badly)


def _begun(tables: Sequence[Records], as_of: date, base: Base) -> Accepted:
    return Accepted(
        as_of,
        _scans_with_talents(tables),
        keys={table.name: base.keys(table) for table in TABLES},
        base=base,
        base_talents=base.talents(tables),
        first_match=base.first_matches(tables),
    )


def _split(records: Records, rows: Sequence[int]) -> list[tuple[str, Typed, float]]:
    return [(records.table.name, records.key(row)[0], records.shares[row]) for row in rows]


def _scans_with_talents(tables: Sequence[Records]) -> set[Typed]:
    return {
        scan
        for records in tables
        if records.table is SCAN_TALENTS
        for scan in records.values["scan_id"].at(records.sound()).distinct
    }


def _remember(records: Records, rows: Indexes, accepted: Accepted) -> None:
    table, values = records.table, records.values
    if table.name in _REFERRED:
        keys = values[table.key[0]].at(rows)
        is_scan = table.name == SCANS.name
        days: Iterable[Any] = values["scanned_on"].at(rows) if is_scan else repeat(None)
        accepted.keys[table.name].update(zip(keys, days, strict=False))
        accepted.refused[table.name] = _refused_keys(records, accepted.keys[table.name])
    if table.name == SCANS.name:
        accepted.talents.add_cells(records, rows)
    if table.name == SCAN_TALENTS.name:
        accepted.talents.add_sheet(records, rows)


def _refused_keys(records: Records, taken: Collection[Typed]) -> dict[Typed, str]:
    keys = records.values[records.table.key[0]]
    places = ((keys[row], records.places[row]) for row in records.problems)
    return {
        key: f"rij {number} van {sheet.raw.title()}"
        for key, (sheet, number) in places
        if key is not None and key not in taken
    }


def _counts(records: Records, rows: Indexes) -> Counts:
    read, refused = len(records), len(records.problems)
    return Counts(read, len(rows), refused, read - len(rows) - refused)


def _rejections(records: Records) -> list[Rejection]:
    return [_rejection(records, row, records.problems[row]) for row in sorted(records.problems)]


def _rejection(records: Records, row: int, problem: Problem) -> Rejection:
    sheet, number = records.places[row]
    headings = sheet.columns.get(problem.column)
    spot = Spot(
        sheet.raw.name, sheet.header, headings[0].position + sheet.raw.left if headings else None
    )
    key = (shown(records.cells[name][row]) or "" for name in records.table.key)
    return Rejection(
        table=records.table.name,
        file=sheet.raw.file,
        row=number,
        key=" / ".join(key),
        column=headings[0].text if headings else problem.column,
        value=shown(records.cells[problem.column][row]),
        reason=problem.reason,
        spot=spot,
    )
