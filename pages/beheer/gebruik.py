"""Gebruik: who looked at exact figures, took what along, loaded or went back."""

import streamlit as st

from charts.usage_table import usage_card
from data.access.record import KEPT_MONTHS, Event, What, events
from data.grammar import counted
from exports.formats import CARD_FORMS, file_name
from exports.house import house
from exports.setting import setting_of
from pages._parts import access, cards, handing, session
from pages._parts.handing import Offer
from pages._parts.session import PageScope

NOT_YOURS = "Het gebruik ziet alleen een beheerder."
EVERYTHING = "alles"
SHOWN = 500  # events
[XLSX] = (form for form in CARD_FORMS if form.name == "xlsx")


def show() -> None:
    """Draws the page."""
    scope = cards.begin("beheer/gebruik")
    if not access.may_manage():
        cards.note(NOT_YOURS)
        return
    found = events(session.database())
    chosen = st.selectbox("Wat", [EVERYTHING, *What], key="usage-what")
    kept = [event for event in found if chosen in (EVERYTHING, event.what)]
    people = len({event.who for event in kept})
    cards.lead(
        f"{counted(len(kept), 'gebeurtenis', 'gebeurtenissen')} van"
        f" {counted(people, 'persoon', 'mensen')}; er wordt {KEPT_MONTHS} maanden bewaard."
    )
    if kept:
        _offer(scope, kept)
        _list(kept)


def _offer(scope: PageScope, kept: list[Event]) -> None:
    """All of it as a workbook."""
    setting = setting_of(scope)
    whole = usage_card(kept, "alles wat is bewaard, het nieuwste eerst")
    name = file_name("gebruik", setting, XLSX)
    offer = Offer("Bewaar als werkmap (Excel)", name, XLSX.mime, "usage-save", "beheer.gebruik")
    handing.button(offer, scope.answers, lambda: XLSX.make(whole, setting, house()))


def _list(kept: list[Event]) -> None:
    """The last of it on the page."""
    card = usage_card(kept[:SHOWN], f"de laatste {SHOWN}, het nieuwste eerst")
    if card.table:
        cards.head(card.title, card.subtitle)
        cards.searchable(card.table, card.id)
        cards.source(card.source)


show()
