"""What a reader sees when something is wrong: what it is, and what to do."""

import logging
import traceback
from collections.abc import Callable

import streamlit as st

from data.problems import DataFileProblem
from pages._parts import access, entrance
from pages._parts.access import NoEntry
from pages._parts.markup import as_text

logger = logging.getLogger(__name__)


class NotMade(Exception):
    """A file was not made; it says nothing of why, because the server logs what it says."""


def show_file_problem(problem: DataFileProblem) -> None:
    """A data file that cannot be used; its path and the commands are for who looks after it."""
    st.title("Het dashboard kan de gegevens niet lezen")
    if not access.may_manage():
        st.error("Het gegevensbestand kan nu niet worden gelezen.")
        st.markdown("Geef dit door aan de beheerder. Er is niets verloren.")
        return
    st.error(as_text(str(problem)))
    st.markdown(_with_commands(problem.advice))
    st.markdown("Daarna: vernieuw deze pagina.")


def _with_commands(advice: str) -> str:
    """Advice in which what stands between backquotes is shown as a command."""
    parts = advice.split("`")
    return "`".join(part if place % 2 else as_text(part) for place, part in enumerate(parts))


def handle(error: Exception) -> bool:
    """Anything else: logs it, says so to the reader, and returns that it has been handled."""
    if isinstance(error, NoEntry):  # in what runs before the page: a button of one who may not
        entrance.show(error)
        return True
    log(error)
    _show_unexpected()
    return True


def making(make: Callable[[], bytes]) -> bytes:
    """What is made while no page is drawn; NotMade when it fails, with the place in the log."""
    try:
        return make()
    except Exception as error:  # the server logs the message of whatever comes out
        log(error)
        raise NotMade from None


def _show_unexpected() -> None:
    st.title("Deze pagina kan nu niet worden getoond")
    st.error("Er ging iets mis bij het tonen van deze pagina.")
    st.markdown(
        "De gegevens zijn niet geraakt. Vernieuw de pagina, of kies een andere pagina of selectie."
        " Blijft het misgaan, geef dan aan de beheerder door wanneer het gebeurde."
    )


def log(error: Exception) -> None:
    """Writes where it went wrong to the server's log, without the message: it may hold keys."""
    places = traceback.extract_tb(error.__traceback__)
    path = " > ".join(f"{place.name} ({place.filename}:{place.lineno})" for place in places)
    logger.error("Onverwachte fout %s: %s", type(error).__name__, path)
