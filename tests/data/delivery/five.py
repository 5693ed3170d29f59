"""A delivery of five scans and four matches, to write in odd ways; two matches still run."""

import copy
import csv
import io
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from data.delivery.importer import Delivery
from tests.data.delivery.deliveries import Rows, write_csv

_HEADINGS = {
    "matches": (
        "Match-ID;Scan-ID;Vacaturenummer;Datum match;Soort;Gestart op;Afgesproken tot;"
        "Beëindigd op;Reden einde"
    ),
    "talentenscans": (
        "Scan-ID;Inwoner;Datum scan;Buurt;Talenten;Leeftijdsgroep;Kanaal;Uitgestroomd op"
    ),
    "vacatures": (
        "Vacaturenummer;Ontwikkelplaats-ID;Talent;Soort;Aantal plekken;Geopend op;Gesloten op;"
        "Reden sluiting"
    ),
    "ontwikkelplaatsen": "Ontwikkelplaats-ID;Naam;Sector;Buurt;Aangesloten op;Vertrokken op",
    "uitrol": "Wijkcode;Team;Gestart op",
}
_TEXTS = {
    "matches": """501;1001;101;1-5-2019;vrijwilligerswerk;6-5-2019;;;
502;1002;102;3-6-2019;betaald werk;10-6-2019;10-6-2020;1-3-2020;vaste baan
503;1003;103;5-10-2019;tijdelijk werk;12-10-2019;;4-5-2020;afgerond
504;1005;;20-12-2020;burenhulp;;;;""",
    "ontwikkelplaatsen": """OP1;Buurtwinkel;supermarkt en winkel;'t Hofke;14-4-2018;
OP2;Werkplaats Zuid;werkplaats;Doornakkers-West;25-5-2018;
OP3;Kas aan de rand;tuin en groen;Schrijversbuurt;1-9-2019;""",
    "talentenscans": """\
1001;R1;3-4-2019;'t Hofke;winkel en logistiek, groen en tuin;27-44;deur tot deur;
1002;R2;5-4-2019;Doornakkers-West;techniek en klussen;45-66;buurtbus;
1003;R3;7-5-2019;Schrijversbuurt;groen en tuin;18-26;wijkteam;
1004;R4;9-10-2019;'t Hofke;koken en gastvrijheid;67+;verwijzing;1-2-2020
1005;R5;11-12-2020;Schrijversbuurt;zorg en ondersteuning;27-44;zelf aangemeld;""",
    "uitrol": """WK077211;Tongelre;4-9-2017
WK077221;Stratum;7-3-2020""",
    "vacatures": """101;OP1;winkel en logistiek;vrijwilligerswerk;2;1-3-2019;;
102;OP2;techniek en klussen;betaald werk;1;15-3-2019;1-9-2020;vervuld
103;OP3;groen en tuin;tijdelijk werk;3;1-10-2019;;""",
}
ACCEPTED = {"places": 3, "vacancies": 3, "scans": 5, "matches": 4, "rollout": 2}
_BUURTEN = ["BU07723350", "BU07723210", "BU07727110", "BU07723350", "BU07727110"]
DATES = {"matches": (3, 5, 6, 7), "talentenscans": (2, 7)}
Write = Callable[[Path], None]


def rows(table: str) -> Rows:
    """The rows of a table, new every time."""
    return [line.split(";") for line in (_HEADINGS[table], *_TEXTS[table].splitlines())]


def text(table: str, separator: str = ";") -> str:
    """A table as the text of a csv."""
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(rows(table))
    return written.getvalue()


def put(folder: Path, *left_out: str, **changed: Rows) -> None:
    """Writes the delivery, but for some tables, and others in another way."""
    for table in _TEXTS:
        if table not in left_out:
            write_csv(folder / f"{table}.csv", changed.get(table) or rows(table))


def with_cells(table: str, column: int, change: Callable[[str], Any]) -> Rows:
    """A table with the filled cells of one column changed."""
    changed = rows(table)
    for row in changed[1:]:
        row[column] = change(row[column]) if row[column] else row[column]
    return changed


def with_heading(table: str, column: int, heading: Any) -> Rows:
    """A table with another heading for one column."""
    changed = rows(table)
    changed[0][column] = heading
    return changed


def with_cell(table: str, row: int, column: int, value: Any) -> Rows:
    """A table with one cell changed."""
    changed = rows(table)
    changed[row][column] = value
    return changed


def with_days(write: Callable[[date], Any]) -> dict[str, Rows]:
    """Scans and matches with every date written in another way."""
    changed = {table: rows(table) for table in DATES}
    for table, columns in DATES.items():
        for row in changed[table][1:]:
            for column in columns:
                row[column] = write(day(row[column])) if row[column] else row[column]
    return changed


def day(written: str) -> date:
    """A date of the delivery."""
    figures = [int(figure) for figure in written.split("-")]
    return date(figures[2], figures[1], figures[0])


def put_workbook(
    path: Path, cells: Iterable[Iterable[Any]], finish: Callable[[Worksheet], None] = lambda s: None
) -> None:
    """Writes a workbook with one sheet, called matches."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "matches"
    for row in cells:
        sheet.append(list(copy.copy(row)))
    finish(sheet)
    book.save(path)


def is_the_same(delivery: Delivery) -> bool:
    """True when the delivery says what the five scans say, whatever it looked like."""
    counts = {table: figures.accepted for table, figures in delivery.report.tables.items()}
    return counts == ACCEPTED and _days(delivery) == _expected()


def _days(delivery: Delivery) -> dict[str, list[str]]:
    matches = delivery.frames["matches"].sort_values("match_id")
    scans = delivery.frames["scans"].sort_values("scan_id")
    columns = ("matched_on", "started_on", "agreed_until", "ended_on")
    found = {name: [str(day)[:10] for day in matches[name]] for name in columns}
    return {
        **found,
        "scanned_on": [str(day)[:10] for day in scans["scanned_on"]],
        "buurten": list(scans["buurt_code"]),
        "vacancies": [str(key) for key in matches["vacancy_id"].fillna("").astype(str)],
    }


def _expected() -> dict[str, list[str]]:
    matches, scans = rows("matches")[1:], rows("talentenscans")[1:]

    def days(column: int) -> list[str]:
        return [day(row[column]).isoformat() if row[column] else "NaT" for row in matches]

    return {
        "matched_on": days(3),
        "started_on": days(5),
        "agreed_until": days(6),
        "ended_on": days(7),
        "scanned_on": [day(row[2]).isoformat() for row in scans],
        "buurten": _BUURTEN,
        "vacancies": [row[2] for row in matches],
    }
