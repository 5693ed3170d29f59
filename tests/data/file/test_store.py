"""The door to a data file: many readers at once, and a file that somebody writes over."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from analytics.catalog import find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.selection import Selection
from data.file.opening import meta_in
from data.file.store import Store, version_of
from data.file.versions import current
from data.problems import DataFileProblem
from data.reference.areas import Level
from data.reference.own_area import own_area
from tests.cities import ODD_AS_OF, odd_frames, write_city

READERS, QUESTIONS = 8, 25


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return write_city(tmp_path / "stad.duckdb", odd_frames(), ODD_AS_OF)


def test_readers_with_areas_of_their_own_never_meet(store: Store) -> None:
    """Each of them gets the figures of their own buurten, however many ask at once."""
    codes = ["BU07723120", "BU07724100", "BU07726380", "BU07721110"]

    def ask(number: int) -> float:
        own = own_area(f"Gebied {number}", [codes[number % len(codes)]])
        assert own is not None
        marts = open_marts(store.with_area(own), Audience.INTERN)
        asked = Selection(Level.OWN, ODD_AS_OF, own.code)
        return float(figures(marts, find("scans"), asked).frame["value"].iloc[0])

    alone = [ask(number) for number in range(len(codes))]
    with ThreadPoolExecutor(READERS) as pool:
        found = list(pool.map(ask, range(READERS * QUESTIONS)))
    assert alone == [2, 2, 1, 1]
    assert found == [alone[number % len(codes)] for number in range(READERS * QUESTIONS)]


def test_figures_of_other_levels_are_asked_once_for_whoever_put_an_area_together(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, whole = Selection(Level.WIJK, ODD_AS_OF), open_marts(store)
    before = figures(whole, find("matches"), asked).rows()
    own = own_area("Rond het park", ["BU07723120"])
    assert own is not None
    monkeypatch.setattr(Store, "_ask", lambda *_: pytest.fail("asked anew"))
    marts = open_marts(store.with_area(own))
    assert figures(marts, find("matches"), asked).rows() == before
    monkeypatch.undo()
    assert marts.inside(Level.BUURT, own.code) == {"BU07723120"}
    [row] = figures(marts, find("matches"), replace(asked, level=Level.OWN)).rows()
    assert row.area_name == "Rond het park"


def test_no_query_runs_on_the_connection_that_readers_share(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class OnlyCursors:
        def __init__(self, connection: object) -> None:
            self.cursor = connection.cursor  # type: ignore[attr-defined]

    shared = store._connection
    monkeypatch.setattr(store, "_connection", OnlyCursors(shared))
    own = own_area("Rond het park", ["BU07723120"])
    assert own is not None
    for asked in (store, store.with_area(own)):
        for audience in Audience:
            marts = open_marts(asked, audience)
            figures(marts, find("matches"), Selection(Level.WIJK, ODD_AS_OF))


def test_a_file_that_is_written_over_is_another_version_and_breaks_nothing(store: Store) -> None:
    before = version_of(store.path)
    asked = Selection(Level.GEMEENTE, ODD_AS_OF)
    marts = open_marts(store, Audience.INTERN)
    current(store.path).write_bytes(b"\0" * before.size)
    assert version_of(store.path) != before
    assert figures(marts, find("scans"), asked).frame["value"].iloc[0] == 6


def test_a_file_is_read_where_there_is_no_room_for_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_city(tmp_path / "stad.duckdb", odd_frames(), ODD_AS_OF).close()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.file.opening.shutil.copyfile", full)
    store = Store(tmp_path / "stad.duckdb")
    assert store.meta.as_of == ODD_AS_OF
    store.close()


def test_the_file_is_asked_once_and_each_may_change_what_it_got(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql, asked = "SELECT unnest($days::INTEGER[]) AS day", {"days": [1, 2]}
    first = store.query(sql, asked)
    monkeypatch.setattr(store, "_connection", None)  # whoever asks it now fails
    first["day"] = 0
    first["more"] = 1
    again = store.query(sql, {"days": [1, 2]})
    assert again["day"].tolist() == [1, 2]
    assert list(again) == ["day"]
    with pytest.raises(AttributeError):
        store.query(sql, {"days": [2, 1]})


def test_the_parts_of_an_area_are_those_of_its_level(store: Store) -> None:
    """Who chooses an area gets the rows of the whole level that lie in it."""
    marts = open_marts(store, Audience.INTERN)
    for indicator in ("matches", "inwoners_bereikt_per_1000"):
        whole = figures(marts, find(indicator), Selection(Level.BUURT, ODD_AS_OF)).frame
        part = figures(marts, find(indicator), Selection(Level.BUURT, ODD_AS_OF, "SD3")).frame
        codes = marts.inside(Level.BUURT, "SD3")
        assert 0 < len(part) < len(whole)
        expected = whole[whole["area_code"].isin(codes)].reset_index(drop=True)
        assert part.equals(expected)


def test_a_file_of_another_gemeente_is_refused(store: Store) -> None:
    store.close()
    with duckdb.connect(str(store.path)) as con:
        con.execute("UPDATE areas SET code = 'GM9001', name = 'Elzendam' WHERE level = 'gemeente'")
    for opened in (Store, meta_in):
        with pytest.raises(
            DataFileProblem, match="is van Elzendam, en dit dashboard van Eindhoven"
        ):
            opened(store.path)
