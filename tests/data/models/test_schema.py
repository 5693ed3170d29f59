"""The data file as the contract has it: keys, references, checks, comments, meta."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics.catalog import INDICATORS
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts
from analytics.figures.selection import Selection
from data.contract.columns import Table
from data.contract.tables import STORED_TABLES
from data.file.database import write_database
from data.file.store import Store
from data.models.meta import Meta, Source
from data.reference.areas import Level, areas
from data.reference.code_lists import code_lists
from tests.cities import ODD_AS_OF, odd_frames

META = Meta(ODD_AS_OF, is_demo=False, sources=(Source("scans.csv", "ab" * 32),))


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("schema") / "odd.duckdb"
    write_database(path, odd_frames(), META)
    with duckdb.connect(str(path), read_only=True) as con:
        yield con


def rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return con.execute(sql).fetchall()


def test_every_column_and_table_carries_a_comment(con: duckdb.DuckDBPyConnection) -> None:
    assert (
        rows(
            con,
            "SELECT table_name, column_name FROM duckdb_columns()"
            " WHERE comment IS NULL AND NOT internal",
        )
        == []
    )
    assert rows(con, "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL") == []


@pytest.mark.parametrize("table", STORED_TABLES, ids=lambda table: table.name)
def test_columns_and_keys_are_those_of_the_contract(
    con: duckdb.DuckDBPyConnection, table: Table
) -> None:
    name = table.name
    found = rows(con, f"SELECT column_name FROM duckdb_columns() WHERE table_name = '{name}'")
    assert [column for (column,) in found] == [c.name for c in table.stored]
    keys = rows(
        con,
        "SELECT constraint_column_names FROM duckdb_constraints()"
        f" WHERE table_name = '{name}' AND constraint_type = 'PRIMARY KEY'",
    )
    assert keys == [(list(table.key),)]


def test_records_come_back_as_they_went_in(con: duckdb.DuckDBPyConnection) -> None:
    for name, frame in odd_frames().items():
        stored = con.execute(f"SELECT * FROM {name}").df()
        assert stored.astype(str).replace({"NaT": "None", "nan": "None"}).values.tolist() == (
            frame.astype(object).where(frame.notna(), None).astype(str).values.tolist()
        ), name


def test_meta_tells_where_the_file_came_from(con: duckdb.DuckDBPyConnection) -> None:
    ((version, as_of, is_demo, sources),) = rows(
        con, "SELECT contract_version, as_of, is_demo, sources FROM meta"
    )
    assert (version, as_of, is_demo) == (3, ODD_AS_OF, False)
    assert sources == [{"file": "scans.csv", "sha256": "ab" * 32}]


def test_code_lists_and_areas_are_tables(con: duckdb.DuckDBPyConnection) -> None:
    talents = rows(con, "SELECT value FROM talents ORDER BY position")
    assert [value for (value,) in talents] == list(code_lists()["talent"])
    counted = dict(rows(con, "SELECT level, count(*) FROM areas GROUP BY level"))
    assert counted["buurt"] == 116
    assert counted["wijk"] == 20
    assert counted["stadsdeel"] == 7
    assert len(areas()) == 144


def test_teams_are_areas_and_hold_every_inhabitant(con: duckdb.DuckDBPyConnection) -> None:
    teams = dict(
        rows(
            con,
            "SELECT code, inhabitants FROM areas"
            " INNER JOIN population ON code = area_code WHERE level = 'team' AND year = 2021",
        )
    )
    assert set(teams) == {"Tongelre-Centrum", "Team Strijp", "Zonder team"}
    (wijken,) = rows(
        con,
        "SELECT sum(inhabitants) FROM population INNER JOIN areas ON code = area_code"
        " WHERE level = 'wijk' AND year = 2021",
    )
    assert sum(teams.values()) == int(wijken[0])


BROKEN = {
    "vacancies": {"place_id": "P9"},
    "scans": {"buurt_code": "BU00000000"},
    "matches": {"scan_id": "S9"},
    "places": {"sector": "ruimtevaart"},
}


@pytest.mark.parametrize(("table", "change"), BROKEN.items(), ids=list(BROKEN))
def test_the_file_itself_refuses_what_the_contract_forbids(
    tmp_path: Path, table: str, change: dict[str, str]
) -> None:
    frames = odd_frames()
    frames[table] = frames[table].assign(**change)
    with pytest.raises(duckdb.ConstraintException):
        write_database(tmp_path / "x.duckdb", frames, META)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("vacancies", "positions", 0), ("vacancies", "closed_on", date(2018, 1, 1))],
)
def test_the_file_itself_checks_values(
    tmp_path: Path, table: str, column: str, value: object
) -> None:
    frames = odd_frames()
    frames[table][column] = pd.Series([value] * len(frames[table]), dtype=object)
    with pytest.raises(duckdb.ConstraintException):
        write_database(tmp_path / "x.duckdb", frames, META)


def test_an_empty_delivery_gives_a_file_that_can_be_asked(tmp_path: Path) -> None:
    write_database(tmp_path / "empty.duckdb", {}, META)
    store = Store(tmp_path / "empty.duckdb")
    for indicator in INDICATORS:
        (row,) = figures(ExactMarts(store), indicator, Selection(Level.GEMEENTE, ODD_AS_OF)).rows()
        assert row.value in (0, None)
    store.close()
