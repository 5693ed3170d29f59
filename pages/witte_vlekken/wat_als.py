"""Wat als: what would change with some places more. The list lives as long as this visit."""

from functools import partial

import streamlit as st

from analytics.gaps.advice.what_if import Addition
from charts.cards.gaps.advice import steps_in
from charts.cards.gaps.what_if import what_if_map, what_if_table
from data.grammar import counted
from data.reference.areas import Level
from data.reference.code_lists import code_lists
from pages._parts import cards
from pages._parts.session import PageScope
from pages.witte_vlekken import _section

KEPT = "additions"  # in the session of this reader only
MOST_POSITIONS = 50
ADVISED = 3


def show() -> None:
    """Draws the page."""
    scope = cards.begin("witte_vlekken/wat_als")
    maps, listing = (draw(scope, _additions()) for draw in (what_if_map, what_if_table))
    cards.lead(maps.sentence)
    form, chosen = st.columns([7, 5], gap="large")
    with form:
        _section.choose_catchment(scope.view)
        _draw_form(scope)
    with chosen:
        _draw_list(scope)
    cards.draw(maps, scope)
    cards.draw(listing, scope)


def _additions() -> tuple[Addition, ...]:
    kept: tuple[Addition, ...] = st.session_state.get(KEPT, ())
    return kept


def _draw_form(scope: PageScope) -> None:
    """Where the new place would be, for which talent, and with how many positions."""
    buurten = [code for code, area in scope.known.areas.items() if area.level is Level.BUURT]
    with st.form("addition", clear_on_submit=False):
        st.selectbox(
            "Buurt",
            buurten,
            format_func=lambda code: scope.known.areas[code].name,
            key="new_buurt",
            placeholder="Zoek een buurt",
        )
        st.selectbox("Talent", code_lists()["talent"], key="new_talent")
        st.number_input("Aantal plekken", 1, MOST_POSITIONS, key="new_positions")
        st.form_submit_button("Zet erbij", on_click=_add, type="primary")
    st.button(
        f"Neem de eerste {ADVISED} van het advies",
        key="advised",
        on_click=partial(_add_advised, scope),
    )


def _draw_list(scope: PageScope) -> None:
    """What has been added, each with a button that takes it away."""
    additions = _additions()
    cards.head("Nieuwe plekken", "alleen op dit scherm; niets wordt bewaard")
    if not additions:
        cards.note("Nog geen. Zet er een bij, of neem het advies over.")
        return
    for number, addition in enumerate(additions):
        place = scope.known.areas[addition.buurt].name
        amount = counted(addition.positions, "plek", "plekken")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{place}: {amount} voor {addition.talent}", width="stretch")
            st.button(
                "Haal weg",
                key=f"remove-{number}",
                on_click=partial(_remove, number),
                type="tertiary",
                help=f"Haal {place} weg",
            )
    st.button("Begin opnieuw", key="restart", on_click=_restart)


def _add() -> None:
    new = Addition(
        st.session_state["new_buurt"],
        st.session_state["new_talent"],
        int(st.session_state["new_positions"]),
    )
    st.session_state[KEPT] = (*_additions(), new)


def _add_advised(scope: PageScope) -> None:
    """Adds the first places of the advice for the chosen area, one position each."""
    place = scope.area
    steps = steps_in(scope, place)[:ADVISED]
    st.session_state[KEPT] = (
        *_additions(),
        *(Addition(step.buurt, step.talent, 1) for step in steps),
    )


def _remove(number: int) -> None:
    st.session_state[KEPT] = _additions()[:number] + _additions()[number + 1 :]


def _restart() -> None:
    st.session_state[KEPT] = ()


show()
