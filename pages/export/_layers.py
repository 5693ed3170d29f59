"""A layer for a GIS on the page Naar buiten: the map of one indicator with its colours."""

from dataclasses import replace

import streamlit as st

from analytics.catalog import INDICATORS
from charts.card import Card
from charts.cards import CARDS
from data.grammar import capital
from exports.formats import CARD_FORMS, CardForm, file_name
from exports.house import house
from exports.setting import setting_of
from pages._parts import cards
from pages._parts.session import PageScope
from pages.export import _making
from pages.export._making import Job

CARD = "kaart.kaart"


def draw(scope: PageScope) -> None:
    """Which figure and which format, what will be in it, and the button that makes it."""
    name, form = _figure(scope), _form()
    seen = scope.seen(replace(scope.view, indicator=name))
    card = CARDS[CARD](seen)
    if card.note:
        cards.note(card.note)
        return
    st.markdown(f"**Erin:** {card.subtitle}.")
    _making.draw(_job(seen, card, form))


def _figure(scope: PageScope) -> str:
    labels = {one.id: capital(one.label) for one in INDICATORS}
    return st.selectbox(
        "Cijfer",
        list(labels),
        index=list(labels).index(scope.view.indicator),
        format_func=labels.__getitem__,
        key=f"outward-layer-{scope.view.indicator}",
    )


def _form() -> CardForm:
    forms = {form.name: form for form in CARD_FORMS if form.for_maps}
    name = st.radio(
        "Formaat",
        list(forms),
        format_func=lambda one: forms[one].label,
        horizontal=True,
        key="outward-layer-form",
    )
    return forms[name]


def _job(seen: PageScope, card: Card, form: CardForm) -> Job:
    setting = setting_of(seen)
    file = file_name(card.file_name, setting, form)
    return Job(
        key="outward",
        button="Maak kaartlaag",
        asked=(form.name, seen.view, seen.audience),
        scope=seen,
        make=lambda tell: {file: form.make(card, setting, house())},
        form=form,
        stem=card.file_name,
        subject=CARD,
    )
