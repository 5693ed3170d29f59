"""The data contract: every record table with its columns, keys and rules, as data.

The columns stand in `contract.csv`, one line a column, so that the owner can add a heading.
Schema, import, demo data and documentation are all derived from `TABLES`.
"""

import csv
from pathlib import Path

from data.contract.columns import Column, Kind, Order, Table

CONTRACT_VERSION = 3

_COLUMNS_FILE = Path(__file__).parent / "contract.csv"


def _rows() -> list[dict[str, str]]:
    with _COLUMNS_FILE.open(encoding="utf-8", newline="") as file:
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
    return tuple(_column(row) for row in _rows() if row["table"] == table)


PLACES = Table(
    name="places",
    label="ontwikkelplaatsen",
    comment="Ontwikkelplaatsen: bedrijven en verenigingen met een plek om te groeien",
    key=("place_id",),
    columns=_columns("places"),
    sheets=("ontwikkelplaatsen", "ontwikkelplaats", "plaatsen", "places"),
    orders=(Order("joined_on", "left_on", "De ontwikkelplaats is vertrokken voor aangesloten"),),
)

VACANCIES = Table(
    name="vacancies",
    label="vacatures",
    comment="Vacatures: plekken die een ontwikkelplaats aanbiedt",
    key=("vacancy_id",),
    columns=_columns("vacancies"),
    sheets=("vacatures", "vacature", "vacancies"),
    orders=(Order("opened_on", "closed_on", "De vacature is gesloten voor geopend"),),
)

SCANS = Table(
    name="scans",
    label="talentenscans",
    comment="Talentenscans: een inwoner (pseudoniem) ontdekt wat hij of zij kan",
    key=("scan_id",),
    columns=_columns("scans"),
    sheets=("talentenscans", "talentenscan", "scans", "scan"),
    orders=(Order("scanned_on", "left_on", "De inwoner is uitgestroomd voor de scan"),),
)

SCAN_TALENTS = Table(
    name="scan_talents",
    label="talenten per scan",
    comment="De talenten die een scan noemt: een tot vijf per scan",
    key=("scan_id", "talent"),
    columns=_columns("scan_talents"),
    sheets=("scan_talents", "scantalenten", "talenten per scan"),
)

MATCHES = Table(
    name="matches",
    label="matches",
    comment="Matches: een inwoner en een plek, of inwoners onderling als er geen vacature is",
    key=("match_id",),
    columns=_columns("matches"),
    sheets=("matches", "match", "koppelingen"),
    orders=(
        Order("matched_on", "started_on", "De match is gestart voor de matchdatum"),
        Order("matched_on", "ended_on", "De match is beëindigd voor de matchdatum"),
        Order("started_on", "ended_on", "De match is beëindigd voor gestart"),
    ),
)

ROLLOUT = Table(
    name="rollout",
    label="uitrol",
    comment="Uitrol: welk team in welke wijk werkt en sinds wanneer",
    key=("wijk_code",),
    columns=_columns("rollout"),
    sheets=("uitrol", "rollout", "teams", "wijkteams"),
)

TARGETS = Table(
    name="targets",
    label="doelen",
    comment="Doelen: afgesproken waarde van een indicator voor een gebied en een periode",
    key=("area_code", "indicator", "from_month", "to_month"),
    columns=_columns("targets"),
    sheets=("doelen", "doel", "targets"),
    orders=(Order("from_month", "to_month", "De laatste maand ligt voor de eerste maand"),),
)

EVENTS = Table(
    name="events",
    label="gebeurtenissen",
    comment="Gebeurtenissen op de tijdlijn: bustour, lockdown, raadsbesluit",
    key=("event_id",),
    columns=_columns("events"),
    sheets=("gebeurtenissen", "gebeurtenis", "events", "tijdlijn"),
)

# In the order in which references can be checked and rows inserted.
TABLES = (PLACES, VACANCIES, SCANS, SCAN_TALENTS, MATCHES, ROLLOUT, TARGETS, EVENTS)

# Noted while reading: a postcode stays out of the file, and of it only that it fits badly.
SPLIT_POSTCODES = Table(
    name="split_postcodes",
    label="postcodes op een grens",
    comment="Records waarvan de postcode voor een te klein deel in hun buurt ligt (intern)",
    key=("record_table", "record_id"),
    columns=_columns("split_postcodes"),
    sheets=(),
)

STORED_TABLES = (*TABLES, SPLIT_POSTCODES)
