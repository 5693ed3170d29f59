"""A rehearsal or a load at work: its steps, how long it takes, and the way to stop it."""

from collections.abc import Sequence

import streamlit as st

from data.delivery.process import Child
from data.grammar import counted
from pages._parts import cards

EVERY = 0.5  # seconds between two looks
STEPS_TO_COME = 4  # beyond those that are known, so that the bar is full only at the end


@st.fragment(run_every=EVERY)
def watch(child: Child, words: str, name: str) -> None:
    """Draws how a job stands, again and again; the whole page anew when it is done."""
    state = child.state()
    if not state.is_running:
        st.rerun()
    done = len(state.steps)
    step = state.steps[-1] if state.steps else "Beginnen"
    taken = counted(round(state.seconds), "seconde", "seconden")
    st.progress(done / (done + STEPS_TO_COME), text=f"{words}: {step} ({taken})")
    if st.button("Stop", key=f"{name}-stop", help="Er verandert niets en er blijft niets achter."):
        child.cancel()
        st.session_state[f"{name}-stopped"] = True
        st.rerun()


def was_stopped(name: str) -> bool:
    """Whether the reader stopped the job."""
    return bool(st.session_state.get(f"{name}-stopped"))


def forget(names: Sequence[str]) -> None:
    """Forgets jobs, and stops those that are still at work."""
    for name in names:
        child: Child | None = st.session_state.pop(name, None)
        st.session_state.pop(f"{name}-stopped", None)
        if child and child.state().is_running:
            child.cancel()


def failed(child: Child, name: str) -> bool:
    """Says why a job came to nothing, if it did."""
    state = child.state()
    if was_stopped(name):
        cards.note("U hebt het gestopt. Er is niets veranderd.")
        return True
    if state.code:
        cards.note(state.said)
    return bool(state.code)
