"""How long things last: the waits of residents and the runs of matches, as counts made at import.

`mart_spells` and `mart_journeys` hold a row per buurt and combination of days that occurs, so that
what was known on any day can be asked. Their protected twins hold months only, and protected
weights in the place of counts.
"""

from datetime import date

from duckdb import DuckDBPyConnection

from data.models.files import build_table, sql, stage

KINDS = ("spells", "journeys")


def build_exact_spells(con: DuckDBPyConnection) -> None:
    """Builds the exact tables from the weighted records, and the empty protected ones."""
    _weigh(con)
    for kind in KINDS:
        build_table(con, f"mart_{kind}")
        months = sql("tables", f"protected_{kind}")
        until = {"until": date.min}  # nothing is that old: the table begins empty
        con.execute(f"CREATE TABLE protected_{kind} AS {months}", until)


def build_protected_spells(con: DuckDBPyConnection, until: date) -> None:
    """Fills the protected tables from the records as they are weighted now."""
    _weigh(con)
    for kind in KINDS:
        months = sql("tables", f"protected_{kind}")
        con.execute(f"INSERT INTO protected_{kind} {months}", {"until": until})


def _weigh(con: DuckDBPyConnection) -> None:
    stage(con, "journeys", "spells")
