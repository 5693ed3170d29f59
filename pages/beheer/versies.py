"""Versies: what was loaded and when, going back and forth, and what differs between two."""

from pathlib import Path

import streamlit as st

from analytics.loading.compare import change_report
from charts.loading_tables import sources_of, versions_table
from data.access.record import What
from data.dutch import number
from data.file.lock import Busy, locked
from data.file.versions import versioned
from data.history.listing import History, StoredVersion, history
from data.history.rollback import RollbackRefused, roll_back
from data.history.words import moment, summary, switch_lines
from data.problems import DataFileProblem
from pages._parts import access, cards, handing, session
from pages.beheer import _report

NOT_YOURS = "Versies ziet alleen een beheerder."
NONE_YET = "Er zijn nog geen versies. Elke keer dat er gegevens worden geladen, komt er een bij."
DONE = "versions-done"


def show() -> None:
    """Draws the page."""
    cards.begin("beheer/versies")
    if not access.may_manage():
        cards.note(NOT_YOURS)
        return
    found = history(session.database())
    if not found.versions:
        cards.note(NONE_YET)
        return
    cards.lead(summary(found))
    if words := st.session_state.pop(DONE, ""):
        cards.note(words)
    cards.searchable(versions_table(found), "versions")
    _sources(found)
    if len(found.versions) > 1:
        _roll_back(session.database(), found)
        _compare(found)
    for line in switch_lines(found):
        cards.source(line)


def _sources(found: History) -> None:
    with st.expander("Uit welke bestanden", key="versions-sources"):
        for version in reversed(found.versions):
            cards.head(f"Versie {number(version.number)}", " · ".join(sources_of(version)))


def _words(version: StoredVersion) -> str:
    used = ", in gebruik" if version.is_in_use else ""
    return f"Versie {number(version.number)}, geladen {moment(version.loaded_at)}{used}"


def _roll_back(target: Path, found: History) -> None:
    """The choice of another version, with the reason."""
    st.header("Een andere versie in gebruik nemen", anchor=False)
    others = [version for version in reversed(found.versions) if not version.is_in_use]
    with st.form("versions-form", border=False):
        chosen = st.selectbox("Versie", others, format_func=_words, key="versions-to")
        reason = st.text_input("Waarom? De reden wordt bewaard.", key="versions-reason")
        if st.form_submit_button("Neem in gebruik", type="primary", key="versions-roll"):
            _put_back(target, chosen, reason)


def _put_back(target: Path, chosen: StoredVersion, reason: str) -> None:
    try:
        with locked(target.parent, versioned(target).parent):
            roll_back(target, reason, chosen.number)
    except (RollbackRefused, Busy) as problem:
        cards.note(str(problem))
    except OSError as error:
        cards.note(f"Dat kon niet worden geschreven: {error.strerror}. Er is niets veranderd.")
    else:
        results = session.results()
        handing.note_if_possible(results.who, What.BACK, chosen.path.name, results)
        kept = "Wat naar buiten ging, houdt zijn waarde."
        st.session_state[DONE] = f"Versie {number(chosen.number)} is in gebruik. {kept}"
        st.rerun()


def _compare(found: History) -> None:
    """Two versions beside each other."""
    st.header("Twee versies vergelijken", anchor=False)
    versions = list(found.versions)
    left, right = st.columns(2)
    with left:
        before = st.selectbox("Van", versions, len(versions) - 2, _words, key="versions-before")
    with right:
        now = st.selectbox("Naar", versions, len(versions) - 1, _words, key="versions-now")
    if not st.button("Vergelijk", key="versions-compare"):
        return
    try:
        _report.show_changes(change_report(before.path, now.path), "Wat er verschilt")
    except DataFileProblem as problem:
        cards.note(f"{problem} {problem.advice}")


show()
