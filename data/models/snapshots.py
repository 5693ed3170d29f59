"""Who waits, what is free and who went where, with the days between which it was so.

The marts hold sums; these tables hold what an internal reader acts on. Each row carries its days,
so that any day can be asked, and the rows lie in the order in which they end, so that the file is
read from the end only.
"""

from pathlib import Path

from duckdb import DuckDBPyConnection

from data.models.schema import comment_on

STEPS = ("waiting", "waiting_talents", "open_positions", "flows")

_STARTS = "Eerste dag waarop dit zo was"
_ENDS = "Dag waarop dit niet meer zo was; leeg als het nog zo is"
_BUURT = "CBS-buurtcode van de eerste scan van de inwoner"
COMMENTS = {
    "mart_waiting": (
        "Wachtende inwoners (intern)",
        {
            "resident_id": "Pseudoniem van de inwoner",
            "buurt_code": _BUURT,
            "starts_on": _STARTS,
            "ends_on": _ENDS,
        },
    ),
    "mart_waiting_talents": (
        "Talenten waarmee inwoners wachten (intern)",
        {
            "resident_id": "Pseudoniem van de inwoner",
            "buurt_code": _BUURT,
            "talent": "Talent uit een scan van de inwoner",
            "waits_since": "Dag waarop het wachten van de inwoner begon",
            "starts_on": _STARTS,
            "ends_on": _ENDS,
        },
    ),
    "mart_positions": (
        "Plekken van open vacatures, en hoeveel ervan vrij zijn (intern)",
        {
            "vacancy_id": "Sleutel van de vacature",
            "place_id": "Sleutel van de ontwikkelplaats",
            "talent": "Talent dat de vacature vraagt",
            "kind": "Soort plek",
            "positions": "Aantal plekken",
            "free": "Plekken zonder lopende match",
            "starts_on": _STARTS,
            "ends_on": _ENDS,
        },
    ),
    "mart_flows": (
        "Matches van de buurt van de inwoner naar de ontwikkelplaats (intern)",
        {
            "matched_on": "Dag van de match",
            "buurt_code": "CBS-buurtcode van de inwoner bij de scan",
            "place_id": "Sleutel van de ontwikkelplaats; leeg bij een match tussen inwoners",
            "talent": "Talent dat de vacature vraagt; leeg bij een match tussen inwoners",
            "kind": "Soort match",
            "matches": "Aantal matches",
        },
    ),
}


def build_snapshots(con: DuckDBPyConnection, rollup: Path) -> None:
    """Builds the tables from the record tables and the view `waiting_turns`."""
    for step in STEPS:
        con.execute((rollup / f"{step}.sql").read_text(encoding="utf-8"))
    for table, (comment, columns) in COMMENTS.items():
        comment_on(con, table, comment, columns)
