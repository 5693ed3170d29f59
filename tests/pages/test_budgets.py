"""What pages may cost, of what every machine counts alike: budgets.csv, `make bench-quick`."""

import csv
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analytics.figures.doors.marts import open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from data.file.store import Store
from exports import paper
from exports.house import house
from exports.setting import setting_of
from pages import page
from pages._parts.serving.server import AHEAD
from tests.pages.opening import opened
from tests.paths import ROOT
from tests.tools.server import running_dashboard
from tests.tools.wire import reading

TABLE = Path(__file__).with_name("budgets.csv").read_text(encoding="utf-8")
BUDGETS = {
    (line["what"], line["where"]): int(line["most"]) for line in csv.DictReader(TABLE.splitlines())
}
PAGES = ("overzicht/overzicht", "kaart/kaart", "gebied/gebied")
PICTURES = ("overzicht.kaart", "overzicht.trend")
KEPT_OUT = {
    "esda", "libpysal", "mapclassify", "matplotlib", "numba", "scipy.optimize", "scipy.stats",
    "sklearn", "statsmodels",
}  # fmt: skip
Holds = Callable[[str, str, int], None]


@pytest.fixture
def holds(record_property: Callable[[str, object], None]) -> Holds:
    """Holds what was counted against its budget; conftest.py prints both."""

    def hold(what: str, where: str, counted: int) -> None:
        most = BUDGETS[what, where]
        record_property("budget", (what, where, counted, most))
        assert counted <= most, f"{what}, {where}"

    return hold


@dataclass
class Asked:
    """How often the file was asked something, and how many rows it gave."""

    times: int = 0
    rows: int = 0

    def since(self) -> tuple[int, int]:
        """Both since the last look."""
        found = self.times, self.rows
        self.times = self.rows = 0
        return found


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


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_little_of_the_file(
    app: AppTest, asked: Asked, holds: Holds, path: str
) -> None:
    where = path.partition("/")[0]
    for moment, query in (
        ("first visit", {}),
        ("first stadsdeel", {"gebied": "SD2"}),
        ("next stadsdeel", {"gebied": "SD4"}),  # its level has been asked
        ("stadsdeel again", {"gebied": "SD2"}),
    ):
        opened(app, page(path).script, **query)
        questions, rows = asked.since()
        holds(f"{moment}: questions", where, questions)
        holds(f"{moment}: rows", where, rows)


@pytest.fixture(scope="module")
def dashboard(store: Store) -> Iterator[str]:
    with running_dashboard(store.path) as url:
        yield url


@pytest.mark.parametrize("path", PAGES)
def test_another_area_sends_little(dashboard: str, holds: Holds, path: str) -> None:
    where = path.partition("/")[0]
    with reading(dashboard, page(path).address.strip("/")) as reader:
        reader.ask("")
        first = reader.ask("gebied=SD2")
        again = reader.ask("gebied=SD2")
    holds("a change: messages", where, first.messages)
    holds("a change: bytes", where, first.size)
    assert again.size < first.size  # what did not change stays in the browser


@pytest.mark.parametrize("card_id", PICTURES)
def test_a_picture_is_small(store: Store, holds: Holds, card_id: str) -> None:
    scope = Scope(DirectAnswers(open_marts(store), is_demo=True), View())
    card, setting = CARDS[card_id](scope), setting_of(scope)
    holds("svg: bytes", card_id, len(paper.svg(card, setting, house())))
    holds("png: bytes", card_id, len(paper.png(card, setting, house())))


def test_a_server_loads_no_more_than_its_pages_need(holds: Holds) -> None:
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
    holds("heap after loading: objects", "server", int(objects))
