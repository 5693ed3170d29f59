"""Taking a card along: a button per format, made when it is pressed.

A page has one menu, for the card whose button is pressed (static/scripts/taking.js); a button is
HTML in the head of its card. So a page costs the same for it, however many cards it has.
Who sees exact figures is offered the rounded ones first: only those are for sharing, and the
audit reads them before they are handed over.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from analytics.figures.doors.marts import Audience
from analytics.scope.sentences import audience_words
from analytics.scope.view import parse, to_query
from charts.card import Card
from charts.cards import CARDS
from charts.pictures import AreaMap
from data.problems import DataFileProblem
from exports.formats import CARD_FORMS, CardForm, file_name
from exports.house import house
from exports.setting import Setting, setting_of
from exports.zips import zipped
from pages._parts import handing, script, session
from pages._parts.drawing import maps
from pages._parts.handing import Offer
from pages._parts.markup import as_text
from pages._parts.problems import making
from pages._parts.session import PageScope

KEY = "take"
ASKED = "take-asked"  # the id of the card whose button was pressed
_CARDS = "take-cards"  # those of the page, by id
EXACT = "Exacte aantallen: INTERN, niet om te delen."
ROUNDED = "Afgerond, om te delen"
REFUSED = (
    "de controle vindt hierin iets wat niet naar buiten mag, en geeft het bestand niet mee."
    " Meld dit aan wie het dashboard beheert."
)

Cards = Mapping[str, tuple[Card, PageScope]]

_component = st.components.v2.component(
    "taking", html="<div hidden></div>", js=script.loader("taking.js"), isolate_styles=False
)


def begin() -> None:
    """Forgets the cards of the page before; the frame does so at the start of a run."""
    st.session_state[_CARDS] = {}


def button(card: Card, scope: PageScope) -> str:
    """The HTML of the button of a card; "" when there is nothing to take along."""
    if not any(form.applies(card) for form in CARD_FORMS):
        return ""
    st.session_state[_CARDS][card.id] = (card, scope)
    name = escape(card.id)
    return (
        f'<button type="button" class="bloei-take" id="take-{name}" data-take="{name}"'
        f' aria-haspopup="dialog" aria-label="Meenemen: {escape(card.title)}">Meenemen</button>'
    )


def draw_menu() -> None:
    """What hears the buttons and opens the menu; the frame draws it once, after the page."""
    _menu(st.session_state[_CARDS])


@st.fragment  # opening the menu draws this alone
def _menu(cards: Cards) -> None:
    _component(key=KEY, data={}, on_asked_change=_ask)
    found = cards.get(st.session_state.pop(ASKED, ""))
    if found:
        _open(*_as_slid(*found))


def _ask() -> None:
    st.session_state[ASKED] = st.session_state[KEY].asked


def _open(card: Card, scope: PageScope) -> None:
    st.dialog(as_text(f"Meenemen: {card.title}"))(_fill)(card, scope)


def _as_slid(card: Card, scope: PageScope) -> tuple[Card, PageScope]:
    """What goes along: of a map the moment to which it was slid."""
    view = maps.as_slid(card, scope.view)
    if view is scope.view:
        return card, scope
    seen = scope.seen(view)
    return CARDS[card.id](seen), seen


def _fill(card: Card, scope: PageScope) -> None:
    if isinstance(card.picture, AreaMap) and len(card.picture.days) > 1:
        st.caption(f"De kaart van {card.picture.moments[card.picture.shown]} gaat mee.")
    if card.sentence:
        st.caption("Een zin om over te nemen")
        st.code(quotable(card, scope.audience), language=None, wrap_lines=True)
    if scope.audience is Audience.INTERN:
        _offer_rounded(card, scope)
        st.caption(EXACT)
    _offer(card, scope, lambda: card)


def quotable(card: Card, audience: Audience) -> str:
    """The sentence of a card to copy: from exact figures it says itself that it is INTERN."""
    return f"INTERN: {card.sentence}" if audience is Audience.INTERN else card.sentence


def _offer_rounded(card: Card, scope: PageScope) -> None:
    """The same card from the rounded figures, which is built when a button is pressed."""
    try:
        rounded = protected(scope)
    except DataFileProblem as problem:
        st.caption(as_text(f"{problem} {problem.advice}"))
        return
    named = replace(card, file_name=card.file_name.replace(f"{scope.day}", f"{rounded.day}"))
    st.caption(f"{ROUNDED}. {audience_words(Audience.GEMEENTE, rounded.threshold)}")
    _offer(named, rounded, lambda: CARDS[card.id](rounded))


def protected(scope: PageScope) -> PageScope:
    """The same as the municipality has it: rounded, of whole months.

    DataFileProblem when the file has no rounded figures.
    """
    rounded = session.rounded(scope.answers)
    asked = to_query(replace(scope.view, audience=Audience.GEMEENTE))
    return PageScope(rounded, parse(asked, rounded.known))


def _offer(card: Card, scope: PageScope, build: Callable[[], Card]) -> None:
    """A button per format, for the card that `build` gives; `card` has its name."""
    setting = setting_of(scope)
    refused: set[str] = st.session_state.setdefault("take-refused", set())
    with st.container(horizontal=True, gap="small"):
        for form in (form for form in CARD_FORMS if form.applies(card)):
            inner = file_name(card.file_name or card.id, setting, form)
            name, mime = _handed(form, inner)
            if name in refused:
                st.caption(as_text(f"{form.label}: {REFUSED}"))
            key = f"take-{card.id}-{scope.audience}-{form.name}"
            offer = Offer(form.label, name, mime, key, card.id)
            make = partial(_made, form, build, setting, inner)
            handing.button(offer, scope.answers, partial(audited, name, make, setting, refused))


def _handed(form: CardForm, name: str) -> tuple[str, str]:
    """The name and the kind of what is handed out: figures with their explanation are a zip."""
    return (name, form.mime) if form.beside is None else (f"{name}.zip", "application/zip")


def _made(form: CardForm, build: Callable[[], Card], setting: Setting, name: str) -> bytes:
    files = form.files(build(), setting, house(), name)
    return files[0][1] if form.beside is None else zipped(files)


def audited(name: str, make: Callable[[], bytes], setting: Setting, refused: set[str]) -> bytes:
    """The file, once the audit finds nothing in it; else its name is `refused`. NotMade."""

    def checked() -> bytes:
        from exports.safe import Unsafe, refuse_unsafe  # noqa: PLC0415 (slow to load)

        data = make()
        try:
            refuse_unsafe({name: data}, setting)
        except Unsafe:
            refused.add(name)
            raise
        refused.discard(name)
        return data

    return making(checked)
