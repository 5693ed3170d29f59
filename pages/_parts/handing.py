"""The one way by which a file leaves a page: looked at, written in the record, then handed out.

A file is made when its button is pressed: with the rights of that moment, and after the record of
use has it. The address of a file that was made is for whoever made it (serving/gate.py).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import streamlit as st

from data.access import record
from data.access.people import Person
from data.access.record import Event, What
from pages._parts import access, session
from pages._parts.markup import as_text
from pages._parts.problems import making
from pages._parts.serving import owners
from pages._parts.session import Results

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Offer:
    """A file as a button has it; `subject` says in the record what it is."""

    label: str
    name: str
    mime: str
    key: str
    subject: str


def button(offer: Offer, results: Results, make: Callable[[], bytes]) -> None:
    """A button for a file of some figures; a sentence when nothing can be handed out now."""
    try:
        record.refuse_full(session.database())
    except record.CannotRecord as problem:
        st.caption(as_text(str(problem)))
        return
    st.download_button(
        offer.label,
        data=partial(making, partial(hand_out, offer, results, make)),
        file_name=offer.name,
        mime=offer.mime,
        key=offer.key,
        on_click="ignore",
    )


def hand_out(offer: Offer, results: Results, make: Callable[[], bytes]) -> bytes:
    """The file, after the record has it. NoEntry or CannotRecord when it stays inside."""
    results.door  # noqa: B018 (refuses who may not have these figures any more)
    data = make()
    note(results.who, What.EXPORT, f"{offer.subject} ({offer.name})", results)
    owners.keep(data, offer.mime, offer.name, results.who)
    return data


def note(who: Person, what: What, subject: str, results: Results) -> None:
    """Writes in the record what somebody did. CannotRecord."""
    event = Event(
        moment=record.moment_of(datetime.now()),
        who=who.name,
        role=access.rights(who).role.name,
        what=what,
        subject=subject,
        audience=results.audience,
        version=results.version.path.name,
    )
    record.write(session.database(), event)


def note_if_possible(who: Person, what: What, subject: str, results: Results) -> None:
    """Writes what has happened already; a record that cannot be written cannot undo it."""
    try:
        note(who, what, subject, results)
    except record.CannotRecord as problem:
        logger.warning("%s", problem)
