"""From the sheets of a delivery to records of every table, and the peildatum that they give."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from data.contract.columns import Column, Kind, Table
from data.contract.tables import ROLLOUT, SCAN_TALENTS, SCANS, TABLES
from data.delivery.checking.adding import Base, day_of_union
from data.delivery.checking.records import Records
from data.delivery.checking.sheets import read_records, settle_postcodes, signs_of
from data.delivery.postcodes import Postcodes
from data.delivery.reading.area_names import AreaNames
from data.delivery.reading.cells import Notations, Reader, reader
from data.delivery.recognition.headings import LocatedSheet
from data.problems import DeliveryRefused


def read_tables(
    sheets: Sequence[LocatedSheet], progress: Callable[[str], None], teams: frozenset[str]
) -> list[Records]:
    """The rows of the sheets, table by table; `teams` are known besides those delivered."""
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
                delivered_teams = {str(team) for team in records.values["team"].distinct if team}
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


def day_of(tables: Sequence[Records], as_of: date | None, base: Base) -> date:
    """The peildatum: the given one, or the latest date that is not after today.

    DeliveryRefused when neither is there.
    """
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
        for value in records.values[column.name].distinct
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
