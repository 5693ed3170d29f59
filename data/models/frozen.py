"""Published months stay as they were; what is corrected later comes in the first open month.

What goes out was given away: a later file that shows an earlier month otherwise tells which record
was taken away, added or changed. So the protected changes of published months are kept apart and
take the place of those that the records would give now. A stock is brought to what the records
say in the first month that was not published yet; a flow goes on from there.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Protocol

import pandas as pd
from duckdb import DuckDBPyConnection

from data.models.files import sql

FLOWS = ("matches", "residents", "scans")
STOCKS = ("free_positions", "running_matches", "waiting")
VERSIONED = ("protected_spells", "protected_journeys")


class Past(Protocol):
    """What was published before; all tables have texts in their columns."""

    @property
    def until(self) -> date | None:
        """The last day of the last month that was published; None before the first."""

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """`deltas` (measure, place_code, month, delta), and the tables of VERSIONED."""

    def settle(self, until: date, tables: Mapping[str, pd.DataFrame]) -> None:
        """Takes the tables as they are published now, up to and including the day `until`."""


def freeze_deltas(con: DuckDBPyConnection, until: date, past: Past) -> None:
    """Puts the published changes in the place of those in the temporary table `deltas`."""
    if past.until is None:
        return
    first_open = min(past.until, until) + timedelta(days=1)
    con.register("past_deltas", past.tables["deltas"])
    con.execute(sql("staging", "frozen_deltas"), {"first_open": first_open})
    if first_open <= until:
        asked = {"first_open": first_open, "stocks": list(STOCKS)}
        con.execute(f"INSERT INTO deltas {sql('staging', 'frozen_corrections')}", asked)
    con.execute(
        "DELETE FROM deltas WHERE day < $first_open AND measure IN (SELECT unnest($measures))",
        {"first_open": first_open, "measures": [*FLOWS, *STOCKS]},
    )
    con.execute("INSERT INTO deltas SELECT measure, month, place_code, delta FROM frozen_deltas")


def freeze_versions(con: DuckDBPyConnection, until: date, past: Past) -> None:
    """Adds the published versions of how long things lasted; a published month keeps its own."""
    if past.until is None:
        return
    for table in VERSIONED:
        con.register("past_rows", past.tables[table])
        con.execute(
            f"DELETE FROM {table} WHERE known_in IN (SELECT CAST(known_in AS DATE) FROM past_rows)"
        )
        con.execute(
            f"INSERT INTO {table} BY NAME SELECT * FROM past_rows"
            " WHERE CAST(known_in AS DATE) <= $until",
            {"until": until},
        )


def published(con: DuckDBPyConnection) -> dict[str, pd.DataFrame]:
    """What must stay: the protected changes by place and month, and how long things lasted."""
    found = {
        table: con.execute(f"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM {table} ORDER BY ALL").df()
        for table in VERSIONED
    }
    changes = con.execute(sql("staging", "published_deltas"), {"measures": [*FLOWS, *STOCKS]})
    return {"deltas": changes.df(), **found}
