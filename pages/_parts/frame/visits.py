"""Visits in the record of use: each page with exact figures once, and each change of the roles."""

import hashlib
from contextlib import suppress
from datetime import datetime

import streamlit as st

from analytics.figures.doors.marts import Audience
from data.access import record
from data.access.login import login_file
from data.access.record import CannotRecord, Event, What
from pages._parts import handing, session

_LAST = "visited"
_SETTINGS = "bestand met instellingen"
_MARK = 12  # letters that tell one content from another


def note(page: str) -> None:
    """Writes that the reader sees a page with exact figures, when it is another than before.

    A record that cannot be written stops exports, not reading.
    """
    results = session.results()
    seen = (page, results.reader, results.teams, results.version)
    if results.reader is not Audience.INTERN or st.session_state.get(_LAST) == seen:
        return
    _note_roles()
    handing.note_if_possible(results.who, What.PAGE, page, results)
    st.session_state[_LAST] = seen


def _note_roles() -> None:
    """Writes that the roles are others than those that were written last."""
    now = _roles()
    if _known_roles().get("mark") == now:
        return
    found = record.events(session.database())
    last = next((event.subject for event in found if event.what == What.ROLES), "")
    if now != last:
        moment = record.moment_of(datetime.now())
        with suppress(CannotRecord):  # said with the visit that comes next
            record.write(session.database(), Event(moment, _SETTINGS, "", What.ROLES, now))
    _known_roles()["mark"] = now


@st.cache_resource(show_spinner=False)
def _known_roles() -> dict[str, str]:
    """The mark of the roles that the record has last."""
    return {}


def _roles() -> str:
    """The mark of the settings of the login; one that is not there has one too."""
    path = login_file()
    content = path.read_bytes() if path.exists() else b""
    return hashlib.sha256(content).hexdigest()[:_MARK]
