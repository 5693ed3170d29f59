"""The SQL of this room: a file a table, view or measure, in a folder that says what it is for."""

from pathlib import Path

from duckdb import DuckDBPyConnection

ROOM = Path(__file__).parent


def sql(folder: str, name: str) -> str:
    """The text of one file; a folder may be nested, as in measures/protected."""
    return (ROOM / folder / f"{name}.sql").read_text(encoding="utf-8")


def build_table(con: DuckDBPyConnection, name: str) -> None:
    """Makes the table that is named after its file in `tables/`."""
    con.execute(f"CREATE TABLE {name} AS {sql('tables', name)}")


def stage(con: DuckDBPyConnection, *names: str) -> None:
    """Runs files of `staging/`, in the order in which they build on each other."""
    for name in names:
        con.execute(sql("staging", name))
