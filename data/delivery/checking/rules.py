"""The rules that every accepted row keeps, checked table by table in the order of the contract."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from data.contract.columns import Column, Kind
from data.contract.tables import MATCHES, ROLLOUT, SCAN_TALENTS, SCANS, TABLES
from data.delivery.checking.adding import NOTHING, Base
from data.delivery.checking.joining import join_keys, join_references, unite_keys
from data.delivery.checking.records import Records
from data.delivery.checking.talents import Talents, check_talents_per_scan
from data.delivery.files.coded import Coded
from data.delivery.reading.cells import Typed
from data.dutch import short_date

_LABELS = {table.name: table.label for table in TABLES}


@dataclass
class Accepted:
    """What the tables before this one brought in: their keys, and what later rules ask of scans."""

    as_of: date
    talents_elsewhere: Collection[Typed] = ()  # scans that the sheet of talents names
    # Of tables that others refer to; of scans with their day.
    keys: dict[str, dict[Typed, date | None]] = field(default_factory=dict)
    refused: dict[str, dict[Typed, str]] = field(default_factory=dict)  # where a refused key stands
    waiting: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # table, label and key
    talents: Talents = field(default_factory=Talents)
    base: Base = NOTHING  # what the delivery is added to
    base_talents: Mapping[Typed, Collection[Typed]] = field(default_factory=dict)
    first_match: Mapping[Typed, date] = field(default_factory=dict)  # of the base, by scan


def check_rows(records: Records, accepted: Accepted) -> None:
    """Notes on every row the first rule that it breaks: dates, references, matches, talents."""
    if records.table.name == SCANS.name:
        unite_keys(records, "resident_id")
        join_references(records, "resident_id", set(accepted.base.column(SCANS, "resident_id")))
    join_keys(records, accepted.keys.get(records.table.name, {}))
    for column in records.table.columns:
        if column.kind is Kind.DATE and records.table.name != ROLLOUT.name:  # a start may be a plan
            _check_not_later(records, column, accepted.as_of)
    _check_orders(records)
    for column in records.table.columns:
        if column.kind is Kind.REFERENCE:
            _check_reference(records, column, accepted)
    if records.table.name == MATCHES.name:
        _check_match_after_scan(records, accepted.keys.get(SCANS.name, {}))
    if records.table.name == SCANS.name:
        _check_scan_has_talents(records, accepted.talents_elsewhere)
        _check_scan_before_matches(records, accepted.first_match)
    if records.table.name == SCAN_TALENTS.name:
        check_talents_per_scan(records, {**accepted.base_talents, **accepted.talents.in_cells()})


def _check_not_later(records: Records, column: Column, as_of: date) -> None:
    reason = (
        f"De {column.label} ligt in de toekomst: na de peildatum {short_date(as_of)}."
        " Verbeter de datum of kies een latere peildatum."
    )
    late = records.values[column.name].rows(lambda day: isinstance(day, date) and day > as_of)
    records.refuse(late, column.name, reason)


def _check_orders(records: Records) -> None:
    values = records.values
    for order in records.table.orders:
        turned = np.flatnonzero(values[order.later].days() < values[order.earlier].days())
        reason = f"{order.reason}. Verbeter een van de twee datums."
        records.refuse(turned.tolist(), order.later, reason)


def _check_reference(records: Records, column: Column, accepted: Accepted) -> None:
    known = accepted.keys.get(column.refers_to, {})
    refused = accepted.refused.get(column.refers_to, {})
    join_references(records, column.name, known, refused)
    reason = (
        f"De {column.label} staat niet bij de overgenomen {_LABELS[column.refers_to]}. Verbeter het"
        " nummer, of lever die rij (goed) aan."
    )
    values = records.values[column.name]
    for row in values.rows(lambda key: key not in known):
        place = refused.get(values[row])
        if place:
            _wait(records, row, column, accepted, place)
        else:
            records.refuse([row], column.name, reason)


def _wait(records: Records, row: int, column: Column, accepted: Accepted, place: str) -> None:
    key = str(records.values[column.name][row])
    if row not in records.problems and row not in records.replaced:
        accepted.waiting[records.table.name, column.label, key] += 1
    records.refuse(
        [row],
        column.name,
        f"Deze rij wacht op {column.label} {key}, die geweigerd is ({place}). Verbeter die rij; dan"
        " gaat deze mee.",
    )


def _check_match_after_scan(records: Records, scanned_on: Mapping[Typed, date | None]) -> None:
    scan_days: Coded[Any] = records.values["scan_id"].mapped(scanned_on.get)
    for row in np.flatnonzero(records.values["matched_on"].days() < scan_days.days()).tolist():
        reason = (
            f"De match ligt voor de scan van {short_date(scan_days[row])}."
            " Verbeter de datum van de match of die van de scan."
        )
        records.refuse([row], "matched_on", reason)


def _check_scan_before_matches(records: Records, first: Mapping[Typed, date]) -> None:
    match_days: Coded[Any] = records.values["scan_id"].mapped(first.get)
    for row in np.flatnonzero(records.values["scanned_on"].days() > match_days.days()).tolist():
        reason = (
            f"De scan ligt na een match van {short_date(match_days[row])} die er al is."
            " Verbeter de datum van de scan, of lever die match ook aan."
        )
        records.refuse([row], "scanned_on", reason)


def _check_scan_has_talents(records: Records, elsewhere: Collection[Typed]) -> None:
    reason = (
        "De scan noemt geen talent, ook niet op het blad met talenten. Vul er ten minste een in."
    )
    scans = records.values["scan_id"]
    without = (row for row in records.values["talents"].empty_rows() if scans[row] not in elsewhere)
    records.refuse(without, "talents", reason)
