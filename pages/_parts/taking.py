"""Taking a card along: a button per format, made when it is pressed.

The menu is filled when it is opened: a page without an open menu costs nothing for it.
Who sees exact figures is offered the rounded ones first: only those are for sharing.
"""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from analytics.figures.marts import Audience
from analytics.scope.answers import Answers
from analytics.scope.sentences import audience_words
from analytics.scope.view import View, parse, to_query
from charts.card import Card
from charts.cards import CARDS
from charts.pictures import AreaMap
from data.problems import DataFileProblem
from exports.formats import CARD_FORMS, CardForm, file_name
from exports.house import house
from exports.setting import Setting, setting_of
from pages._parts import handing, maps, session
from pages._parts.handing import Offer
from pages._parts.markup import as_text
from pages._parts.session import Results

EXACT = "Exacte aantallen: INTERN, niet om te delen."
ROUNDED = "Afgerond, om te delen"


def menu(card: Card, results: Results, view: View) -> None:
    """The menu of a card; none when there is nothing to take along. To be drawn in a fragment."""
    if not any(form.applies(card) for form in CARD_FORMS):
        return
    key = f"take-{card.id}"
    with st.popover("Meenemen", key=key, type="tertiary", on_change="rerun") as popover:
        if popover.open:
            _fill(*_as_slid(card, results, view))


def _as_slid(card: Card, results: Results, view: View) -> tuple[Card, Results, View]:
    """What goes along: of a map the moment to which it was slid."""
    seen = maps.as_slid(card, view)
    return (card if seen is view else CARDS[card.id](results, seen)), results, seen


def _fill(card: Card, results: Results, view: View) -> None:
    if isinstance(card.picture, AreaMap) and len(card.picture.days) > 1:
        st.caption(f"De kaart van {card.picture.moments[card.picture.shown]} gaat mee.")
    if card.sentence:
        st.caption("Een zin om over te nemen")
        st.code(quotable(card, results.audience), language=None, wrap_lines=True)
    if results.audience is Audience.INTERN:
        _offer_rounded(card, results, view)
        st.caption(EXACT)
    _offer(card, results, view, lambda: card)


def quotable(card: Card, audience: Audience) -> str:
    """The sentence of a card to copy: from exact figures it says itself that it is INTERN."""
    return f"INTERN: {card.sentence}" if audience is Audience.INTERN else card.sentence


def _offer_rounded(card: Card, results: Results, view: View) -> None:
    """The same card from the rounded figures, which is built when a button is pressed."""
    builder = CARDS.get(card.id)
    if builder is None:
        return
    try:
        rounded = protected(results)
    except DataFileProblem as problem:
        st.caption(as_text(f"{problem} {problem.advice}"))
        return
    seen = protected_view(rounded, view)
    exact_day, day = setting_of(results, view).as_of, setting_of(rounded, seen).as_of
    named = replace(card, file_name=card.file_name.replace(f"{exact_day}", f"{day}"))
    st.caption(f"{ROUNDED}. {audience_words(Audience.GEMEENTE, rounded.threshold)}")
    _offer(named, rounded, seen, lambda: builder(rounded, seen))


def protected(results: Results) -> Results:
    """The answers for the municipality. DataFileProblem when the file has none."""
    rounded = session.rounded(results)
    rounded.known  # noqa: B018 (opens the rounded figures, or says why that cannot be)
    return rounded


def protected_view(rounded: Answers, view: View) -> View:
    """The view as the municipality has it: of whole months."""
    return parse(to_query(replace(view, audience=Audience.GEMEENTE)), rounded.known)


def _offer(card: Card, results: Results, view: View, build: Callable[[], Card]) -> None:
    """A button per format, for the card that `build` gives; `card` has its name."""
    setting = setting_of(results, view)
    with st.container(horizontal=True, gap="small"):
        for form in (form for form in CARD_FORMS if form.applies(card)):
            name = file_name(card.file_name or card.id, setting, form)
            key = f"take-{card.id}-{results.audience}-{form.name}"
            offer = Offer(form.label, name, form.mime, key, card.id)
            handing.button(offer, results, _maker(form, build, setting))


def _maker(form: CardForm, build: Callable[[], Card], setting: Setting) -> Callable[[], bytes]:
    return lambda: form.make(build(), setting, house())
