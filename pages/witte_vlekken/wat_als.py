"""Wat als: what would change with some places more. The list lives as long as this visit."""

from functools import partial

import streamlit as st

from analytics.gaps.what_if import Addition
from analytics.scope import questions
from analytics.scope.view import View
from charts.cards.gaps.advice import steps_in
from charts.cards.gaps.what_if import what_if_map, what_if_table
from data.grammar import counted
from data.reference.areas import Level
from data.reference.code_lists import code_lists
from pages._parts import cards
from pages._parts.session import Results
from pages.witte_vlekken import _section

KEPT = "additions"  # in the session of this reader only
MOST_POSITIONS = 50
ADVISED = 3


def show() -> None:
    """Draws the page."""
    begun = _section.begin("Wat als er plekken bij komen?")
    if begun is None:
        return
    results, view = begun
    maps, listing = (draw(results, view, _additions()) for draw in (what_if_map, what_if_table))
    cards.lead(maps.sentence)
    form, chosen = st.columns([7, 5], gap="large")
    with form:
        _section.choose_catchment(view)
        _draw_form(results, view)
    with chosen:
        _draw_list(results)
    cards.draw(maps, results, view)
    cards.draw(listing, results, view)


def _additions() -> tuple[Addition, ...]:
    kept: tuple[Addition, ...] = st.session_state.get(KEPT, ())
    return kept


def _draw_form(results: Results, view: View) -> None:
    """Where the new place would be, for which talent, and with how many positions."""
    buurten = [code for code, area in results.known.areas.items() if area.level is Level.BUURT]
    with st.form("addition", clear_on_submit=False):
        st.selectbox(
            "Buurt",
            buurten,
            format_func=lambda code: results.known.areas[code].name,
            key="new_buurt",
            placeholder="Zoek een buurt",
        )
        st.selectbox("Talent", code_lists()["talent"], key="new_talent")
        st.number_input("Aantal plekken", 1, MOST_POSITIONS, key="new_positions")
        st.form_submit_button("Zet erbij", on_click=_add, type="primary")
    st.button(
        f"Neem de eerste {ADVISED} van het advies",
        key="advised",
        on_click=partial(_add_advised, results, view),
    )


def _draw_list(results: Results) -> None:
    """What has been added, each with a button that takes it away."""
    additions = _additions()
    cards.head("Nieuwe plekken", "alleen op dit scherm; niets wordt bewaard")
    if not additions:
        cards.note("Nog geen. Zet er links een bij, of neem het advies over.")
        return
    for number, addition in enumerate(additions):
        place = results.known.areas[addition.buurt].name
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


def _add_advised(results: Results, view: View) -> None:
    """Adds the first places of the advice for the chosen area, one position each."""
    place = questions.area(view, results.known)
    steps = steps_in(results, view, place)[:ADVISED]
    st.session_state[KEPT] = (
        *_additions(),
        *(Addition(step.buurt, step.talent, 1) for step in steps),
    )


def _remove(number: int) -> None:
    st.session_state[KEPT] = _additions()[:number] + _additions()[number + 1 :]


def _restart() -> None:
    st.session_state[KEPT] = ()


show()
