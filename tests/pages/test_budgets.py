"""What a change of area may cost, of what every machine counts alike: budgets.csv."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.file.store import Store
from pages._parts.serving.server import AHEAD
from tests.paths import ROOT
from tests.tools.server import running_dashboard
from tests.tools.wire import reading

TABLE = Path(__file__).with_name("budgets.csv").read_text(encoding="utf-8")
BUDGETS = list(csv.DictReader(TABLE.splitlines()))
PAGES = [pytest.param(budget, id=budget["page"]) for budget in BUDGETS]
OBJECTS = 200_000  # on the heap of a server that has loaded what pages need
KEPT_OUT = {"esda", "libpysal", "mapclassify", "matplotlib", "sklearn", "statsmodels"}


@dataclass
class Asked:
    """How often the file was asked something, and how many rows it gave."""

    times: int = 0
    rows: int = 0


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    st.cache_resource.clear()  # what other tests have asked is forgotten
    count, ask = Asked(), Store._ask

    def counted(store: Store, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
        found = ask(store, sql, parameters)
        count.times, count.rows = count.times + 1, count.rows + len(found)
        return found

    monkeypatch.setattr(Store, "_ask", counted)
    return count


@pytest.mark.parametrize("budget", PAGES)
def test_another_area_asks_little_of_the_file(
    app: AppTest, asked: Asked, budget: dict[str, str]
) -> None:
    page = budget["page"]
    app.run()
    if page != "overzicht":
        app.switch_page(f"pages/{page}/{page}.py").run()
    most = {key: int(value) for key, value in budget.items() if key != "page"}
    for area, questions, rows in (
        ("SD2", most["questions"], most["rows"]),
        ("SD4", most["next_questions"], most["next_rows"]),  # its level has been asked
        ("SD2", 0, 0),
    ):
        before = Asked(asked.times, asked.rows)
        app.query_params["gebied"] = area
        app.run()
        assert not app.exception
        assert asked.times - before.times <= questions
        assert asked.rows - before.rows <= rows


@pytest.fixture(scope="module")
def dashboard(store: Store) -> Iterator[str]:
    with running_dashboard(store.path) as url:
        yield url


@pytest.mark.parametrize("budget", PAGES)
def test_another_area_sends_little(dashboard: str, budget: dict[str, str]) -> None:
    page = budget["page"]
    with reading(dashboard, "" if page == "overzicht" else page) as reader:
        reader.ask("")
        first = reader.ask("gebied=SD2")
        again = reader.ask("gebied=SD2")
    assert first.messages <= int(budget["messages"])
    assert first.size <= int(budget["kilobytes"]) * 1000
    assert again.size < first.size  # what did not change stays in the browser


def test_a_server_loads_no_more_than_its_pages_need() -> None:
    modules = ["app", "pages._parts.session", *AHEAD]
    code = (
        "import gc, importlib, sys\n"
        f"for name in {modules}: importlib.import_module(name)\n"
        f"print(len(gc.get_objects()), *({KEPT_OUT} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    objects, *unwanted = done.stdout.split()
    assert unwanted == []
    assert int(objects) <= OBJECTS
