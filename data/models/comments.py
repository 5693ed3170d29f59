"""What stands with the tables and columns of a data file, for whoever opens it: comments.csv."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from duckdb import DuckDBPyConnection

COMMENTS_FILE = Path(__file__).parent / "comments.csv"


@cache
def comments() -> Mapping[str, Mapping[str, str]]:
    """By table or view the comment of each column; that of the whole stands under ""."""
    found: dict[str, dict[str, str]] = {}
    with COMMENTS_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            found.setdefault(row["table"], {})[row["column"]] = row["comment"]
    return found


def comment_as_told(con: DuckDBPyConnection, name: str, *, kind: str = "TABLE") -> None:
    """Puts the comments of comments.csv on a table, or on a VIEW."""
    columns = dict(comments()[name])
    comment_on(con, name, columns.pop(""), columns, kind=kind)


def comment_on(
    con: DuckDBPyConnection,
    name: str,
    comment: str,
    columns: Mapping[str, str],
    *,
    kind: str = "TABLE",
) -> None:
    """Puts a comment on a table or view, and on each of its columns."""
    con.execute(f"COMMENT ON {kind} {name} IS {quoted(comment)}")
    for column, text in columns.items():
        con.execute(f"COMMENT ON COLUMN {name}.{column} IS {quoted(text)}")


def quoted(text: str) -> str:
    """A text as SQL writes it, for where no parameter can stand."""
    return "'" + text.replace("'", "''") + "'"
