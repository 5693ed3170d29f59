"""Every way to DuckDB is closed: no files, no network, no extensions, no other settings."""

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data.file import connecting
from tests.paths import ROOT

WAYS: dict[str, Callable[[Path], duckdb.DuckDBPyConnection]] = {
    "read": connecting.opened,
    "write": connecting.new_file,
    "attached": lambda path: connecting.in_memory({"kept": path}),
}
ROOMS = ("analytics", "charts", "commands", "data", "exports", "geo", "pages")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "it's.duckdb"
    with connecting.new_file(path) as con:
        con.execute("CREATE TABLE one AS SELECT 1 AS n")
    (tmp_path / "geheim.csv").write_text("a\n1\n")
    return path


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{folder}/geheim.csv')",
        "SELECT * FROM '{folder}/geheim.csv'",
        "COPY (SELECT 1) TO '{folder}/uit.csv'",
        "ATTACH '{folder}/ander.duckdb' AS ander",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "SET threads = 64",
        "SET lock_configuration = false",
    ],
)
def test_nothing_comes_in_or_goes_out(file: Path, way: str, sql: str) -> None:
    with WAYS[way](file) as con, pytest.raises(duckdb.Error):
        con.execute(sql.format(folder=file.parent)).fetchall()
    assert not (file.parent / "uit.csv").exists()


@pytest.mark.parametrize("way", WAYS)
def test_the_file_itself_is_read(file: Path, way: str) -> None:
    with WAYS[way](file) as con:
        table = "kept.one" if way == "attached" else "one"
        assert con.execute(f"SELECT n FROM {table}").fetchall() == [(1,)]


@pytest.mark.parametrize("way", WAYS)
def test_memory_and_threads_have_a_limit(file: Path, way: str) -> None:
    asked = "SELECT current_setting('memory_limit'), current_setting('threads')"
    with WAYS[way](file) as con:
        [(memory, threads)] = con.execute(asked).fetchall()
    assert memory == ("2.7 GiB" if way == "write" else "3.7 GiB")  # beside what is written
    assert threads <= connecting.MOST_THREADS


def test_there_is_no_other_way_to_duckdb() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if re.search(r"duckdb\.connect\(", path.read_text(encoding="utf-8"))
    }
    # tables.py opens what somebody else made, with less room still.
    assert found == {"data/file/connecting.py", "data/delivery/files/tables.py"}
