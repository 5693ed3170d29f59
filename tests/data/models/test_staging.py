"""The rules that stand once: when somebody waits, has left, and when a match runs."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.models.files import ROOM, stage
from tests.paths import ROOT

FIRST = date(2021, 1, 1)
DAYS = 8
RUNS_FROM = re.compile(r"coalesce\(\s*(\w+\.)?started_on,\s*(\w+\.)?matched_on\s*\)")

# A scan: its day, and after how many days the resident left it (None: not).
scans_made = st.lists(
    st.tuples(st.integers(0, DAYS - 1), st.none() | st.integers(0, DAYS)), min_size=1, max_size=4
)
match_days = st.lists(st.integers(0, DAYS), max_size=2)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute(
            "CREATE TABLE scans (resident_id INT, scan_id INT, scanned_on DATE, left_on DATE)"
        )
        con.execute("CREATE TABLE matches (match_id INT, scan_id INT, matched_on DATE)")
        stage(con, "first_matches", "presence", "waiting")
        yield con


def fill(
    con: duckdb.DuckDBPyConnection, scans: list[tuple[int, int | None]], matches: list[int]
) -> None:
    con.execute("DELETE FROM scans")
    con.execute("DELETE FROM matches")
    for number, (made, stayed) in enumerate(scans):
        left = None if stayed is None else day(made + stayed)
        con.execute("INSERT INTO scans VALUES (1, ?, ?, ?)", [number, day(made), left])
    for number, made in enumerate(matches):
        con.execute("INSERT INTO matches VALUES (?, 0, ?)", [number, day(made)])


def takes_part(scans: list[tuple[int, int | None]], at: int) -> bool:
    return any(made <= at and (stayed is None or made + stayed > at) for made, stayed in scans)


@given(scans=scans_made, matches=match_days)
def test_who_waits_takes_part_and_has_no_match_yet(
    con: duckdb.DuckDBPyConnection, scans: list[tuple[int, int | None]], matches: list[int]
) -> None:
    fill(con, scans, matches)
    turns = con.execute("SELECT starts_on, ends_on FROM waiting ORDER BY starts_on").fetchall()
    for at in range(2 * DAYS + 1):
        waits = takes_part(scans, at) and not any(made <= at for made in matches)
        told = [start for start, end in turns if start <= day(at) and (not end or day(at) < end)]
        assert len(told) == waits


@given(scans=scans_made)
def test_somebody_left_on_the_first_day_on_which_every_scan_so_far_has_ended(
    con: duckdb.DuckDBPyConnection, scans: list[tuple[int, int | None]]
) -> None:
    fill(con, scans, [])
    [(left,)] = con.execute("SELECT min(day) FROM presence WHERE scans = 0").fetchall()
    begun = range(min(made for made, _ in scans), 2 * DAYS + 1)
    assert left == next((day(at) for at in begun if not takes_part(scans, at)), None)


def test_from_when_a_match_runs_is_said_in_one_file() -> None:
    files = [*(ROOT / "data").rglob("*.sql"), *(ROOT / "analytics").rglob("*.sql")]
    said = [file for file in files if RUNS_FROM.search(file.read_text(encoding="utf-8"))]
    assert said == [ROOM / "views" / "running_matches.sql"]
