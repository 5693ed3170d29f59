"""How long things last: the waits of residents and the runs of matches, as counts made at import.

`mart_spells` and `mart_journeys` hold a row per buurt and combination of days that occurs, so that
what was known on any day can be asked. Their protected twins hold months only, and protected
weights in the place of counts.
"""

from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

ROLLUP_FOLDER = Path(__file__).parent / "rollup"

_SPELL = {
    "spell": "Wat duurt: wait (van scan tot match) of stay (looptijd van een match)",
    "facet": "Waarnaar is verdeeld: leeg (niet), soort, talent of afspraak",
    "facet_value": "De soort of het talent",
    "buurt_code": "Buurt waar de inwoner woont",
}
_ENDING = {
    "outcome": "Hoe het eindigde: match, left (uitgestroomd), ended, of leeg (nog niet)",
    "total": "Hoeveel",
}
COMMENTS = {
    "mart_spells": (
        "Wachttijden van inwoners en looptijden van matches, per dag (intern)",
        _SPELL
        | _ENDING
        | {
            "starts_on": "Eerste dag",
            "ends_on": "Dag waarop het eindigde",
            "agreed_until": "Afgesproken einde, alleen verdeeld naar afspraak",
        },
    ),
    "mart_journeys": (
        "De weg van inwoners van eerste scan naar eerste match, per dag (intern)",
        {
            "buurt_code": _SPELL["buurt_code"],
            "scanned_on": "Dag van de eerste scan",
            "matched_on": "Dag van de eerste match",
            "started_on": "Dag waarop die match startte",
            "ended_on": "Dag waarop die match eindigde",
            "total": "Hoeveel inwoners",
        },
    ),
    "protected_spells": (
        "Wachttijden en looptijden in hele maanden, afgerond, om naar buiten te brengen",
        _SPELL
        | _ENDING
        | {
            "starts_in": "Eerste dag van de maand van het begin",
            "ends_in": "Eerste dag van de maand van het einde",
            "months": "Hoeveel hele maanden het duurde",
            "records": "Op hoeveel gewogen records dat rust",
            "known_in": "Eerste dag van de maand waarin dit is gepubliceerd",
            "agreed_in": "Eerste dag van de maand van het afgesproken einde",
            "agreed_months": "Hoeveel hele maanden er waren afgesproken",
            "is_early": "Of het eindigde voor het afgesproken einde",
        },
    ),
    "protected_journeys": (
        "De weg van eerste scan naar eerste match in maanden, afgerond, om naar buiten te brengen",
        {
            "buurt_code": _SPELL["buurt_code"],
            "scanned_in": "Eerste dag van de maand van de eerste scan",
            "matched_in": "Eerste dag van de maand van de eerste match",
            "started_in": "Eerste dag van de maand waarin die match startte",
            "ended_in": "Eerste dag van de maand waarin die match eindigde",
            "months": "Hoeveel hele maanden die match liep",
            "total": "Hoeveel inwoners",
            "records": "Op hoeveel gewogen records dat rust",
            "known_in": "Eerste dag van de maand waarin dit is gepubliceerd",
        },
    ),
}


def build_exact_spells(con: DuckDBPyConnection) -> None:
    """Builds the exact tables from the weighted records, and the empty protected ones."""
    _weigh(con)
    for name in ("spell", "journey"):
        con.execute(f"CREATE TABLE mart_{name}s AS {_sql(f'{name}_days')}")
        months = _sql(f"{name}_months")
        until = {"until": date.min}  # nothing is that old: the table begins empty
        con.execute(f"CREATE TABLE protected_{name}s AS {months}", until)


def build_protected_spells(con: DuckDBPyConnection, until: date) -> None:
    """Fills the protected tables from the records as they are weighted now."""
    _weigh(con)
    for name in ("spell", "journey"):
        con.execute(f"INSERT INTO protected_{name}s {_sql(f'{name}_months')}", {"until": until})


def _weigh(con: DuckDBPyConnection) -> None:
    for view in ("journeys", "spells"):
        con.execute(_sql(view))


def _sql(name: str) -> str:
    return (ROLLUP_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
