"""The rules that every accepted row keeps, checked table by table in the order of the contract."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from data.contract.columns import Column, Kind
from data.contract.tables import MATCHES, ROLLOUT, SCAN_TALENTS, SCANS, TABLES
from data.delivery.checking.adding import NOTHING, Base
from data.delivery.checking.joining import join_keys, join_references, unite_keys
from data.delivery.checking.records import Records
from data.delivery.reading.cells import MAX_TALENTS, Typed
from data.dutch import short_date

_LABELS = {table.name: table.label for table in TABLES}


@dataclass
class Accepted:
    """What the tables before this one brought in: their keys, and what later rules ask of scans."""

    as_of: date
    talents_elsewhere: Collection[Typed] = ()  # scans that the sheet of talents names
    keys: dict[str, set[Typed]] = field(default_factory=dict)
    refused: dict[str, dict[Typed, str]] = field(default_factory=dict)  # where a refused key stands
    waiting: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # table, label and key
    scanned_on: Mapping[Typed, date] = field(default_factory=dict)
    talents: dict[Typed, tuple[Typed, ...]] = field(default_factory=dict)  # in delivered order
    base: Base = NOTHING  # what the delivery is added to
    base_talents: Mapping[Typed, Collection[Typed]] = field(default_factory=dict)
    first_match: Mapping[Typed, date] = field(default_factory=dict)  # of the base, by scan


def check_rows(records: Records, accepted: Accepted) -> None:
    """Notes on every row the first rule that it breaks: dates, references, matches, talents."""
    if records.table.name == SCANS.name:
        unite_keys(records, "resident_id")
        join_references(records, "resident_id", set(accepted.base.column(SCANS, "resident_id")))
    join_keys(records, accepted.keys.get(records.table.name, set()))
    for column in records.table.columns:
        if column.kind is Kind.DATE and records.table.name != ROLLOUT.name:  # a start may be a plan
            _check_not_later(records, column, accepted.as_of)
    _check_orders(records)
    for column in records.table.columns:
        if column.kind is Kind.REFERENCE:
            _check_reference(records, column, accepted)
    if records.table.name == MATCHES.name:
        _check_match_after_scan(records, accepted.scanned_on)
    if records.table.name == SCANS.name:
        _check_scan_has_talents(records, accepted.talents_elsewhere)
        _check_scan_before_matches(records, accepted.first_match)
    if records.table.name == SCAN_TALENTS.name:
        _check_talents_per_scan(records, {**accepted.base_talents, **accepted.talents})


def _check_not_later(records: Records, column: Column, as_of: date) -> None:
    reason = (
        f"De {column.label} ligt in de toekomst: na de peildatum {short_date(as_of)}."
        " Verbeter de datum of kies een latere peildatum."
    )
    for row, day in enumerate(records.values[column.name]):
        if isinstance(day, date) and day > as_of:
            records.refuse(row, column.name, reason)


def _check_orders(records: Records) -> None:
    for order in records.table.orders:
        pairs = zip(records.values[order.earlier], records.values[order.later], strict=True)
        for row, (earlier, later) in enumerate(pairs):
            if isinstance(earlier, date) and isinstance(later, date) and later < earlier:
                reason = f"{order.reason}. Verbeter een van de twee datums."
                records.refuse(row, order.later, reason)


def _check_reference(records: Records, column: Column, accepted: Accepted) -> None:
    known = accepted.keys.get(column.refers_to, set())
    refused = accepted.refused.get(column.refers_to, {})
    join_references(records, column.name, known | refused.keys())
    reason = (
        f"De {column.label} staat niet bij de overgenomen {_LABELS[column.refers_to]}. Verbeter het"
        " nummer, of lever die rij (goed) aan."
    )
    for row, key in enumerate(records.values[column.name]):
        if key is None or key in known:
            continue
        if key in refused:
            _wait(records, row, column, accepted, refused[key])
        else:
            records.refuse(row, column.name, reason)


def _wait(records: Records, row: int, column: Column, accepted: Accepted, place: str) -> None:
    key = str(records.values[column.name][row])
    if row not in records.problems and row not in records.replaced:
        accepted.waiting[records.table.name, column.label, key] += 1
    records.refuse(
        row,
        column.name,
        f"Deze rij wacht op {column.label} {key}, die geweigerd is ({place}). Verbeter die rij; dan"
        " gaat deze mee.",
    )


def _check_match_after_scan(records: Records, scanned_on: Mapping[Typed, date]) -> None:
    pairs = zip(records.values["scan_id"], records.values["matched_on"], strict=True)
    for row, (scan, matched_on) in enumerate(pairs):
        scan_day = scanned_on.get(scan)
        if scan_day and isinstance(matched_on, date) and matched_on < scan_day:
            reason = (
                f"De match ligt voor de scan van {short_date(scan_day)}."
                " Verbeter de datum van de match of die van de scan."
            )
            records.refuse(row, "matched_on", reason)


def _check_scan_before_matches(records: Records, first: Mapping[Typed, date]) -> None:
    pairs = zip(records.values["scan_id"], records.values["scanned_on"], strict=True)
    for row, (scan, day) in enumerate(pairs):
        match_day = first.get(scan)
        if match_day and isinstance(day, date) and day > match_day:
            reason = (
                f"De scan ligt na een match van {short_date(match_day)} die er al is."
                " Verbeter de datum van de scan, of lever die match ook aan."
            )
            records.refuse(row, "scanned_on", reason)


def _check_scan_has_talents(records: Records, elsewhere: Collection[Typed]) -> None:
    reason = (
        "De scan noemt geen talent, ook niet op het blad met talenten. Vul er ten minste een in."
    )
    for row, talents in enumerate(records.values["talents"]):
        if talents is None and records.values["scan_id"][row] not in elsewhere:
            records.refuse(row, "talents", reason)


def _check_talents_per_scan(records: Records, talents: Mapping[Typed, Collection[Typed]]) -> None:
    named = {scan: set(known) for scan, known in talents.items()}
    for row in list(records.sound()):
        scan, talent = records.key(row)
        known = named.setdefault(scan, set())
        if talent not in known and len(known) == MAX_TALENTS:
            reason = f"De scan noemt al {MAX_TALENTS} talenten. Haal er een weg."
            records.refuse(row, "talent", reason)
        else:
            known.add(talent)
