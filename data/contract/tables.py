"""The data contract: every record table with its columns, keys and rules, as data.

The tables stand in `tables.csv` and their columns in `contract.csv`, one line each, so that the
owner can add a heading or the name of a sheet.
Schema, import, demo data and documentation are all derived from `TABLES`.
"""

import csv
from pathlib import Path

from data.contract.columns import Column, Kind, Order, Table

CONTRACT_VERSION = 3

_TABLES_FILE = Path(__file__).parent / "tables.csv"
_COLUMNS_FILE = Path(__file__).parent / "contract.csv"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _column(row: dict[str, str]) -> Column:
    return Column(
        name=row["column"],
        kind=Kind(row["kind"]),
        label=row["label"],
        comment=row["comment"],
        headings=tuple(filter(None, row["headings"].split(" | "))),
        required=row["required"] == "yes",
        refers_to=row["refers_to"],
    )


def _columns(table: str) -> tuple[Column, ...]:
    return tuple(_column(row) for row in _rows(_COLUMNS_FILE) if row["table"] == table)


def _table(name: str, *orders: Order) -> Table:
    [row] = (row for row in _rows(_TABLES_FILE) if row["table"] == name)
    return Table(
        name=name,
        label=row["label"],
        comment=row["comment"],
        key=tuple(row["key"].split(" | ")),
        columns=_columns(name),
        sheets=tuple(filter(None, row["sheets"].split(" | "))),
        orders=orders,
    )


PLACES = _table(
    "places",
    Order("joined_on", "left_on", "De ontwikkelplaats is vertrokken voor aangesloten"),
)
VACANCIES = _table(
    "vacancies",
    Order("opened_on", "closed_on", "De vacature is gesloten voor geopend"),
)
SCANS = _table(
    "scans",
    Order("scanned_on", "left_on", "De inwoner is uitgestroomd voor de scan"),
)
SCAN_TALENTS = _table("scan_talents")
MATCHES = _table(
    "matches",
    Order("matched_on", "started_on", "De match is gestart voor de matchdatum"),
    Order("matched_on", "ended_on", "De match is beëindigd voor de matchdatum"),
    Order("started_on", "ended_on", "De match is beëindigd voor gestart"),
)
ROLLOUT = _table("rollout")
TARGETS = _table(
    "targets",
    Order("from_month", "to_month", "De laatste maand ligt voor de eerste maand"),
)
EVENTS = _table("events")

# In the order in which references can be checked and rows inserted.
TABLES = (PLACES, VACANCIES, SCANS, SCAN_TALENTS, MATCHES, ROLLOUT, TARGETS, EVENTS)

# Noted while reading: a postcode stays out of the file, and of it only that it fits badly.
SPLIT_POSTCODES = _table("split_postcodes")

STORED_TABLES = (*TABLES, SPLIT_POSTCODES)
