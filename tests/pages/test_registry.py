"""What PAGES says of a page is what the page draws, and no card is without a place."""

import pytest
from streamlit.testing.v1 import AppTest

from analytics.figures.doors.marts import Audience
from charts.card import Card
from charts.cards import CARDS
from charts.registry import INTERNAL
from exports.report.kinds import KINDS
from exports.report.report import CardPart
from pages import PAGES, Page
from pages._parts.drawing import taking
from pages._parts.session import PageScope
from tests.paths import APP

WITH_CARDS = [pytest.param(page, id=page.path) for page in PAGES if page.cards]


@pytest.fixture
def drawn(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The ids of the cards that are drawn."""
    found: set[str] = set()

    def button(card: Card, scope: PageScope) -> str:
        found.add(card.id)
        return ""

    monkeypatch.setattr(taking, "button", button)
    return found


def visit(app: AppTest, drawn: set[str], page: Page, audience: Audience) -> str:
    """Opens a page for an audience, with an area; the text on it."""
    app.query_params["gebied"], app.query_params["publiek"] = "SD5", audience
    app.run()
    drawn.clear()  # of the first page, which opens before any other
    app.switch_page(page.script).run()
    assert not app.exception
    return "\n".join(str(part.body) for part in app.html)


def test_every_module_of_a_page_stands_in_the_list() -> None:
    modules = (APP.parent / "pages").glob("[!_]*/[!_]*.py")
    found = sorted(str(path.relative_to(APP.parent)) for path in modules)
    assert sorted(page.script for page in PAGES) == found
    assert len({page.address for page in PAGES}) == len(PAGES)


def test_every_card_stands_on_a_page_or_in_a_report_of_the_house() -> None:
    on_pages = {name for page in PAGES for name in page.cards}
    parts = [part for kind in KINDS.values() for part in kind.chosen]
    in_reports = {part.card for part in parts if isinstance(part, CardPart)}
    assert on_pages | in_reports == set(CARDS)
    assert {name for name in CARDS if name.startswith("rapport.")} == set(CARDS) - on_pages


@pytest.mark.parametrize("page", WITH_CARDS)
def test_a_page_draws_its_own_cards(app: AppTest, drawn: set[str], page: Page) -> None:
    visit(app, drawn, page, Audience.INTERN)
    assert app.title[0].value.startswith(page.question[:8])
    assert drawn
    assert drawn <= set(page.cards)


@pytest.mark.parametrize("page", WITH_CARDS)
def test_what_stays_inside_is_not_drawn_for_others(
    app: AppTest, drawn: set[str], page: Page
) -> None:
    words = visit(app, drawn, page, Audience.GEMEENTE)
    is_kept = page.audience is Audience.INTERN
    assert (INTERNAL in words) == is_kept
    assert bool(drawn) != is_kept
