"""Start: three questions for each kind of reader, with their answer and the way to more."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from analytics.figures.doors.marts import Audience
from analytics.profile.leads import profile_lead, profile_question, rollout_lead
from analytics.scope.scope import Scope
from analytics.scope.view import to_query
from charts.cards import CARDS
from data.access.login import login
from pages import Page, page
from pages._parts import access, cards
from pages._parts.frame import menu
from pages._parts.markup import as_text
from pages._parts.session import PageScope

REMEMBERED = "bloei_start"  # a cookie that holds the choice and nothing else


class Reader(StrEnum):
    """Who comes with which questions; the value is what the reader sees."""

    MANAGER = "manager"
    DEVELOPER = "ontwikkelaar"
    MUNICIPALITY = "gemeente"
    KEEPER = "beheerder"


@dataclass(frozen=True)
class Question:
    """What a reader comes with: the page that answers it, and where the answer comes from.

    `asks` is the question where the page's own depends on the area.
    """

    path: str
    card: str = ""  # its sentence is the answer
    lead: Callable[[Scope], str] | None = None  # in the place of a card
    words: str = ""  # in the place of both
    asks: Callable[[Scope], str] | None = None


QUESTIONS = {
    Reader.MANAGER: (
        Question("overzicht/overzicht", lead=rollout_lead),
        Question("uitrol/doelen", "uitrol.verwachting"),
        Question("uitrol/veranderd", "uitrol.veranderd"),
    ),
    Reader.DEVELOPER: (
        Question("witte_vlekken/te_weinig", "witte_vlekken.deuren"),
        Question("witte_vlekken/vraag_aanbod", "witte_vlekken.vraag_en_aanbod"),
        Question("witte_vlekken/advies", "witte_vlekken.advies"),
    ),
    Reader.MUNICIPALITY: (
        Question("gebied/gebied", lead=profile_lead, asks=profile_question),
        Question("uitrol/vergelijken", "uitrol.trechter"),
        Question(
            "export/export",
            words="Een kijkdoos, een rapport, of alle cijfers.",
        ),
    ),
    Reader.KEEPER: (
        Question("beheer/kwaliteit", "kwaliteit.regels"),
        Question("beheer/laden", words="Bestanden erin slepen, proef doen, laden."),
        Question("beheer/versies", words="Welke versie in gebruik is, en terug naar een vorige."),
    ),
}


def show() -> None:
    """Draws the page."""
    scope = cards.begin("start/start")
    chosen = st.segmented_control(
        "Voor wie",
        list(Reader),
        default=_usual(scope),
        key="reader",
        required=True,
        persist_state="session",
    )
    reader = Reader(chosen)
    st.html(f'<i data-keep="{REMEMBERED}={reader}" hidden></i>')
    for question in QUESTIONS[reader]:
        asked = page(question.path)
        if menu.is_for(asked, is_whole=scope.is_whole):
            _draw(asked, question, scope)


def _usual(scope: PageScope) -> Reader:
    """Who came before in this browser; else by what the reader may do."""
    kept = st.context.cookies.get(REMEMBERED, "")
    if kept in list(Reader):
        return Reader(kept)
    if scope.audience is not Audience.INTERN:
        return Reader.MUNICIPALITY
    return Reader.KEEPER if login() and access.may_manage() else Reader.MANAGER


def _draw(asked: Page, question: Question, scope: PageScope) -> None:
    with st.container(border=True, gap="small"):
        cards.head(question.asks(scope) if question.asks else asked.question, "")
        cards.lead(_answer(question, scope))
        label = as_text(f"Naar de pagina {asked.title}")
        st.page_link(asked.script, label=label, query_params=to_query(scope.view))


def _answer(question: Question, scope: PageScope) -> str:
    if question.lead:
        return question.lead(scope)
    if not question.card:
        return question.words
    card = CARDS[question.card](scope)
    return card.sentence or card.note


show()
