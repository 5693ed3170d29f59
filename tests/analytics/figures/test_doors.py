"""The two doors: what each lets through, and that the type checker keeps them apart."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from mypy import api

from analytics.catalog import find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, ExactMarts, ProtectedMarts, open_marts
from analytics.figures.doors.withheld import NotPublished
from analytics.figures.selection import Selection
from data.file.database import write_database
from data.file.store import Store
from data.models.meta import Meta
from data.periods import Period
from data.problems import DataFileProblem
from data.reference.areas import Level
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.paths import ROOT


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = write_city(tmp_path_factory.mktemp("doors") / "odd.duckdb", odd_frames(), ODD_AS_OF)
    yield store
    store.close()


def test_the_exact_door_rounds_nothing() -> None:
    assert object.__new__(ExactMarts).threshold == 0


def test_the_protected_door_is_the_default(store: Store) -> None:
    assert isinstance(open_marts(store), ProtectedMarts)
    assert isinstance(open_marts(store, Audience.INTERN), ExactMarts)


def test_the_protected_door_has_closed_months_only(store: Store) -> None:
    door = ProtectedMarts(store)
    assert door.as_of == date(2020, 2, 29)
    result = figures(door, find("scans"), Selection(Level.GEMEENTE, date(2020, 1, 15)))
    assert result.selection.as_of == date(2019, 12, 31)
    assert result.audience is Audience.GEMEENTE


@pytest.mark.parametrize(
    "selection",
    [
        Selection(Level.WIJK, ODD_AS_OF, period=Period.WEEK),
        Selection(Level.WIJK, ODD_AS_OF, start=date(2019, 1, 2)),
        Selection(Level.WIJK, ODD_AS_OF, end=date(2019, 1, 30)),
    ],
)
def test_the_protected_door_refuses_parts_of_months(store: Store, selection: Selection) -> None:
    with pytest.raises(NotPublished, match="hele maanden"):
        figures(ProtectedMarts(store), find("scans"), selection)


def test_a_file_without_protection_has_no_protected_door(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    write_database(path, odd_frames(), Meta(ODD_AS_OF, False, ()))
    store = Store(path)
    with pytest.raises(DataFileProblem, match="geen afgeronde cijfers"):
        open_marts(store)
    store.close()


TYPED = """
from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.figures.result import Result

def send_out(result: Result[ProtectedMarts]) -> None: ...

def allowed(result: Result[ProtectedMarts]) -> None:
    send_out(result)

def forbidden(result: Result[ExactMarts]) -> None:
    send_out(result)  # the only line with an error
"""


def test_the_type_checker_stops_exact_figures_at_the_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    script = tmp_path / "typed.py"
    script.write_text(TYPED, encoding="utf-8")
    said, _, _ = api.run([str(script), "--no-error-summary"])
    errors = [line for line in said.splitlines() if "error:" in line]
    wrong = TYPED.splitlines().index("    send_out(result)  # the only line with an error") + 1
    assert len(errors) == 1
    assert f"typed.py:{wrong}:" in errors[0]
