"""What the pages of this section share: the choices above the cards."""

from collections.abc import Mapping

import streamlit as st

from analytics.scope.view import Balance, Catchment, View
from charts.cards.gaps.words import distance_words, reach_words
from data.reference.code_lists import code_lists
from pages._parts import state

EVERY_TALENT = "alle talenten"
CATCHMENTS: Mapping[Catchment, str] = {
    Catchment.WALK: " (lopend)",
    Catchment.BIKE: " (fiets)",
}
BALANCES: Mapping[Balance, str] = {
    Balance.DIFFERENCE: "verschil",
    Balance.RATIO: "verhouding",
    Balance.WAITING: "wachtend",
    Balance.FREE: "vrije plekken",
}


def choose_talent(view: View) -> None:
    """The choice of one talent, or of all."""
    state.seed("talent", view.talent)
    st.selectbox(
        "Talent",
        ["", *code_lists()["talent"]],
        format_func=lambda talent: talent or EVERY_TALENT,
        key="talent",
        placeholder="Zoek een talent",
        on_change=lambda: state.change(talent=st.session_state["talent"]),
    )


def choose_catchment(view: View) -> None:
    """The choice of how far someone goes."""
    state.seed("catchment", view.catchment)
    st.segmented_control(
        "Binnen bereik is",
        tuple(Catchment),
        format_func=lambda reach: reach_words(reach) + CATCHMENTS.get(reach, ""),
        key="catchment",
        required=True,
        on_change=lambda: state.change(catchment=st.session_state["catchment"]),
        help=f"De {distance_words()}, van midden tot midden.",
    )


def choose_balance(view: View) -> None:
    """The choice of what the table of supply and demand shows."""
    state.seed("balance", view.balance)
    st.segmented_control(
        "In de tabel",
        tuple(Balance),
        format_func=BALANCES.__getitem__,
        key="balance",
        required=True,
        on_change=lambda: state.change(balance=st.session_state["balance"]),
    )
