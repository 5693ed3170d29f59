"""Non-interference: what the protected audience gets rests on the representatives alone.

All records without weight are replaced by those of another city (see `tests/twins.py`), and the
protected tables are made anew from what is there then. Whatever still
differs in a page or an answer (a figure, an axis, a colour, an order, a text alternative) came
from the exact figures.
"""

from pathlib import Path
from shutil import rmtree

import duckdb
import pytest
from streamlit.proto.DownloadButton_pb2 import DownloadButton
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Node
from typer.testing import CliRunner

from analytics.catalog import INDICATORS, Indicator
from analytics.scope.view import LEVELS, Form
from analytics.scope.windows import Window
from bloei import app as command_line
from data.access.record import folder_of
from data.file.store import Store
from pages import PAGES
from tests.pages.conftest import Twins
from tests.paths import APP
from tests.twins import protected_tables

SCRIPTS = [page.script for page in PAGES]  # all there are
MIN_ELEMENTS = 10
SELECTIONS = list(zip(LEVELS, Window, strict=True))
# The first two pages in every selection, each other page in one of them, in turn.
SLOW, OTHER_FORMS = pytest.mark.slow, ("csv", "table")
VIEWS = [(page, *selection) for page in SCRIPTS[:2] for selection in SELECTIONS]
VIEWS += [(page, *SELECTIONS[n % len(SELECTIONS)]) for n, page in enumerate(SCRIPTS[2:])]


def drawn(script: Path, database: Path, page: str, **query: str) -> list[bytes]:
    """Everything that the server sends for a page, byte for byte, to the first who looks."""
    rmtree(folder_of(database), ignore_errors=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BLOEI_DATABASE", str(database))
        app = AppTest.from_file(script, default_timeout=60)
        for key, value in {"publiek": "gemeente", **query}.items():
            app.query_params[key] = value
        if page:
            app.switch_page(page)
        app.run()
    assert not app.exception
    return everything(app)


def everything(app: AppTest) -> list[bytes]:
    """All that was sent: the page, the menu beside it, and what opens over it."""
    return [sent(part) for block in app._tree.children.values() for part in block]


def sent(part: Node) -> bytes:
    """What is sent for one part, without the number that every download button draws anew."""
    if isinstance(part.proto, DownloadButton):
        part.proto.ClearField("deferred_file_id")
    return bytes(part.proto.SerializeToString(deterministic=True)) if part.proto else b""


def assert_twins(twins: Twins, page: str, **query: str) -> None:
    first, second = (drawn(APP, path, page, **query) for path in twins)
    assert first == second
    assert len(first) > MIN_ELEMENTS


@pytest.mark.parametrize(("page", "level", "window"), VIEWS)
def test_a_protected_page_shows_nothing_of_the_records(
    twins: Twins, page: str, window: Window, level: str
) -> None:
    assert_twins(twins, page, niveau=level, periode=window, gebied="SD5")


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: str(indicator.id))
def test_a_protected_map_shows_nothing_of_the_records(twins: Twins, indicator: Indicator) -> None:
    assert_twins(twins, "pages/kaart/kaart.py", indicator=indicator.id, peildatum="2020-05-17")


@pytest.mark.parametrize("area", ["", "WK077242", "BU07721110", "BU07726380", "Team Strijp"])
def test_a_protected_profile_shows_nothing_of_the_records(twins: Twins, area: str) -> None:
    assert_twins(twins, "pages/gebied/gebied.py", gebied=area, peildatum="2021-06-30")


@pytest.mark.parametrize("form", list(Form))
def test_every_form_of_a_protected_map_shows_nothing_of_the_records(
    twins: Twins, form: Form
) -> None:
    page = "pages/kaart/kaart.py"
    assert_twins(twins, page, vorm=form, gebied="SD5", plaatsen="ja", vanaf="2020-03-31")


def test_a_protected_area_of_ones_own_shows_nothing_of_the_records(twins: Twins) -> None:
    own = "eigen~Rond het park~1110~1120~1130"
    for page in ("", "pages/kaart/kaart.py", "pages/gebied/gebied.py"):
        assert_twins(twins, page, gebied=own, niveau="buurt")


def test_every_page_of_the_frame_is_examined() -> None:
    modules = (APP.parent / "pages").glob("[!_]*/[!_]*.py")
    assert sorted(SCRIPTS) == sorted(str(path.relative_to(APP.parent)) for path in modules)


def test_the_twins_share_months_spells_and_journeys(twins: Twins) -> None:
    with duckdb.connect(str(twins[1]), read_only=True) as con:
        assert set(protected_tables(con)) == {
            "protected_journeys",
            "protected_months",
            "protected_spells",
        }


def test_an_exact_page_does_differ(twins: Twins) -> None:
    first, second = (drawn(APP, path, "", publiek="intern") for path in twins)
    assert first != second


LEAK = """
import streamlit as st
from analytics.figures.doors.marts import Audience
from analytics.figures.selection import Selection
from data.reference.areas import Level
from pages._parts import session

results = session.results()
exact = session.Results(results.version, Audience.INTERN)
rows = exact.get("matches", Selection(Level.WIJK, exact.known.as_of)).rows()
ordered = sorted(rows, key=lambda row: row.value or 0)
st.write("Aantallen onder 5 zijn afgerond op 0 of 5.")
st.write(", ".join(row.area_name for row in ordered))  # no figure, but the exact order
"""


def test_a_leaking_page_would_be_found(twins: Twins, tmp_path: Path) -> None:
    leak = tmp_path / "leak.py"
    leak.write_text(LEAK, encoding="utf-8")
    first, second = (drawn(leak, path, "") for path in twins)
    assert first != second


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: str(indicator.id))
@pytest.mark.parametrize("output", ["json", *(pytest.param(x, marks=SLOW) for x in OTHER_FORMS)])
def test_a_protected_answer_shows_nothing_of_the_records(
    twins: Twins, indicator: Indicator, output: str
) -> None:
    """The other forms are made of the same rows."""
    words = ["figures", indicator.id, "--level", "wijk", "--period", "month"]
    words += ["--audience", "gemeente", "--format", output, "--file"]
    first, second = (CliRunner().invoke(command_line, [*words, str(path)]) for path in twins)
    assert (first.exit_code, first.output) == (0, second.output)


def test_a_protected_answer_needs_whole_months(store: Store) -> None:
    for words in (["--period", "week"], ["--from", "2020-01-02"], ["--to", "2020-01-30"]):
        asked = ["figures", "scans", "--audience", "gemeente", "--file", str(store.path), *words]
        answer = CliRunner().invoke(command_line, asked)
        assert answer.exit_code == 2
        assert "hele maanden" in answer.output
