"""Records that are accepted but odd: one query a rule, and how many there are, made at import.

A query of rules/ gives columns record (the key), place (the code of a buurt, the name of a team,
or "" for the whole city), since (the day from which it is odd) and detail (in Dutch), as known on
$day. A page that tells which rules touch its figures reads the counts, not the records.
"""

from datetime import date
from functools import cache
from pathlib import Path

from duckdb import DuckDBPyConnection

FOLDER = Path(__file__).parent


def rule_names() -> tuple[str, ...]:
    """The names of all rules, in order."""
    return tuple(sorted(path.stem for path in (FOLDER / "rules").glob("*.sql")))


@cache
def records_query(rule: str) -> str:
    """The records that break a rule on $day, each with the team of its place, newest first."""
    return _around("with_team", rule)


def build_findings(con: DuckDBPyConnection, as_of: date) -> None:
    """Counts what breaks the rules on a day, by area."""
    con.execute(
        "CREATE TABLE mart_findings (rule VARCHAR, level VARCHAR, area_code VARCHAR, total BIGINT)"
    )
    for rule in rule_names():
        con.execute(_around("counts", rule).replace("$name", rule), {"day": as_of})


def _around(name: str, rule: str) -> str:
    around = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return around.replace("$rule", (FOLDER / "rules" / f"{rule}.sql").read_text(encoding="utf-8"))
