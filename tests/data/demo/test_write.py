"""The demo file: it passes every check of the schema and says that it is a demo."""

from datetime import date
from pathlib import Path

import duckdb

from data.contract.tables import TABLES
from data.demo import write_demo
from tests.data.demo.made import demo


def test_the_file_holds_the_frames_and_says_that_it_is_a_demo(tmp_path: Path) -> None:
    said: list[str] = []
    write_demo(tmp_path / "demo.duckdb", seed=7, scale=0.5, progress=said.append)
    with duckdb.connect(str(tmp_path / "demo.duckdb"), read_only=True) as con:
        for table in TABLES:
            row = con.execute(f"SELECT count(*) FROM {table.name}").fetchone()
            assert row == (len(demo(7, 0.5)[table.name]),)
        meta = con.execute("SELECT as_of, is_demo, sources FROM meta").fetchone()
        left = con.execute("SELECT count(left_on) FROM scans").fetchone()
    assert meta == (date(2021, 10, 1), True, [])
    assert left == (demo(7, 0.5)["scans"]["left_on"].notna().sum(),)
    assert said[0] == "Demogegevens maken"
