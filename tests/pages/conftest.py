"""A demo city for the pages, and the app on it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from data.access.roles import rights_of
from data.demo import make_demo
from data.file.store import Store
from pages._parts import access
from tests.cities import write_city
from tests.paths import APP
from tests.twins import write_twin

AS_OF = date(2021, 10, 1)
Twins = tuple[Path, Path]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was counted beside its budget: `make bench-quick`."""
    told = terminalreporter.stats
    for report in (*told.get("passed", ()), *told.get("failed", ())):
        for name, counted in report.user_properties:
            if name == "budget":
                what, where, value, most = counted
                terminalreporter.write_line(f"{what:28} {where:16} {value:>10,} {most:>10,}")


@pytest.fixture(scope="session", autouse=True)
def components_are_found_once() -> Iterator[None]:
    """Streamlit's test harness reads what is installed anew for every run: half of its time."""
    with pytest.MonkeyPatch.context() as patch:
        scan = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("pages") / "demo.duckdb"
    store = write_city(path, make_demo(seed=11, scale=0.2), AS_OF)
    yield store
    store.close()
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def twins(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    """The demo city, and another city behind the same representatives."""
    path = tmp_path_factory.mktemp("twin") / "twin.duckdb"
    other = write_twin(path, make_demo(seed=11, scale=0.2), AS_OF)
    other.close()
    yield store.path, other.path
    st.cache_resource.clear()


@pytest.fixture
def as_role(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the reader somebody of a role, and of teams."""

    def become(role: str, *teams: str) -> None:
        held = rights_of([role], teams)
        assert held
        monkeypatch.setattr(access, "rights", lambda who: held)

    return become


@pytest.fixture
def app(store: Store, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("BLOEI_DATABASE", str(store.path))
    return AppTest.from_file(APP, default_timeout=60)
