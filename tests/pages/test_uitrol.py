"""The pages of Uitrol: each asks a question, answers it in a sentence, and follows the choices."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import opening
from tests.pages.opening import charts
from tests.pages.test_pages import markup
from tests.paths import ROOT

TITLES = {
    "stand": "Waar staan we met de uitrol?",
    "leeftijd": "Wie loopt voor of achter, op dezelfde leeftijd?",
    "doelen": "Halen we de doelen?",
    "vergelijken": "Welke verschillen zijn meer dan toeval?",
    "veranderd": "Wat is er veranderd?",
}
COMPARING = [page for page in TITLES if page != "stand"]


def opened(app: AppTest, page: str, **query: str) -> AppTest:
    return opening.opened(app, f"pages/uitrol/{page}.py", **query)


def test_every_page_of_the_section_has_its_question() -> None:
    folder = ROOT / "pages" / "uitrol"
    assert set(TITLES) == {path.stem for path in folder.glob("[!_]*.py")}


@pytest.mark.parametrize("page", TITLES)
def test_a_page_asks_its_question_and_answers_it_in_a_sentence(app: AppTest, page: str) -> None:
    opened(app, page, gebied="SD5")
    assert [title.value for title in app.title] == [TITLES[page]]
    [lead] = re.findall(r'<p class="bloei-lead">(.*?)</p>', markup(app))
    assert lead.endswith(".")
    sources = re.findall(r'<p class="bloei-source">(Bron.*?)</p>', markup(app))
    assert all("peildatum 1 oktober 2021" in source for source in sources)
    assert sources
    assert all(chart["alt"] for chart in charts(app))


@pytest.mark.parametrize("page", COMPARING)
def test_what_is_compared_can_be_chosen_and_goes_along(app: AppTest, page: str) -> None:
    opened(app, page, indicator="matches_per_1000")
    assert app.segmented_control(key="subject").value == "matches"
    app.segmented_control(key="subject").select("vacatures").run()
    assert app.query_params["indicator"] == "vacatures"
    assert "geopende vacatures" in markup(app).lower()


def test_events_are_told_under_the_axis_that_numbers_them(app: AppTest) -> None:
    opened(app, "stand")
    [first, second] = re.findall(r'<ol class="bloei-events">(.*?)</ol>', markup(app))
    assert "<li>Eerste lockdown (maart 2020)</li>" in first
    assert first.count("<li>") == second.count("<li>") == 5


def test_the_rule_of_the_phases_is_explained(app: AppTest) -> None:
    assert "Fases. Nog niet gestart: geen startdatum; inventarisatie:" in markup(
        opened(app, "stand")
    )


def test_the_year_before_is_told_once(app: AppTest) -> None:
    opened(app, "veranderd", periode="jaar")
    assert len(re.findall("<tbody>", markup(app))) == 1
