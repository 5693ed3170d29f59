"""The view of this reader: kept while pages change, and always equal to the address.

A reader clicks faster than a page is drawn, so what their browser sends may be older than what
they chose: the address of a run is the reader's own only when we did not write it ourselves.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analytics.figures.doors.marts import Audience
from analytics.scope.misunderstood import misunderstood
from analytics.scope.steps.undo import Choice, last_choice, narrowed, remembered, without
from analytics.scope.view import Known, View, parse, parse_audience, to_query

_VIEW, _CHANGES, _NOTES, _ORDER, _PAGE = "view", "changes", "notes", "order", "page"
# The addresses that the browser may still have, oldest first: the one that it showed last, and
# those that we wrote since.
_ADDRESSES = "addresses"


def follow_address(known: Known) -> View:
    """The view of this run, written back to the address.

    An address that the reader changed wins; one that lags behind a choice does not.
    """
    address = st.query_params.to_dict()
    is_new = _is_readers(address)
    if is_new:
        keep(parse(address, known))
        st.session_state[_ORDER] = ()  # an address does not tell what was chosen last
        st.session_state[_NOTES] = misunderstood(address, known)
    _confirm(address)
    view = parse(to_query(st.session_state[_VIEW]), known)  # another file may know other areas
    st.session_state[_VIEW] = view
    _write(address, to_query(view), is_new=is_new)
    return view


def _is_readers(address: Mapping[str, str]) -> bool:
    """Whether the reader came by this address: at first, by going back, by a link, by typing."""
    went_back = _went_back()
    return _VIEW not in st.session_state or went_back or address not in _addresses()


def _went_back() -> bool:
    """Whether the reader went back on the page where they are.

    A link of the menu comes as going back does, to another page: with an address that may lag
    behind a choice that was made just before. Where they are, runs of another kind tell.
    """
    context = get_script_run_ctx()
    if context is None:
        return False
    if not context.is_history_navigation:
        st.session_state[_PAGE] = context.page_script_hash
        return False
    return bool(st.session_state.get(_PAGE) == context.page_script_hash)


def _addresses() -> list[Mapping[str, str]]:
    found: list[Mapping[str, str]] = st.session_state.get(_ADDRESSES, [])
    return found


def confirm() -> None:
    """Notes what address the browser has; for parts of a page that are drawn alone."""
    address = st.query_params.to_dict()
    if address in _addresses():
        _confirm(address)


def _confirm(address: Mapping[str, str]) -> None:
    """Forgets what the browser cannot have any more, now that it has `address`."""
    found = _addresses()
    later = found[found.index(address) :] if address in found else [address]
    st.session_state[_ADDRESSES] = later


def _write(address: Mapping[str, str], wanted: dict[str, str], *, is_new: bool) -> None:
    if address == wanted:
        st.session_state[_ADDRESSES] = [wanted]
        if is_new:  # a link to the page on which it stands leaves the browser's address as it was
            st.query_params.from_dict(wanted)
        return
    others = [one for one in _addresses() if one != wanted]
    st.session_state[_ADDRESSES] = [*others, wanted]
    st.query_params.from_dict(wanted)  # may end this run, when a newer choice waits


def asked_audience() -> Audience:
    """The audience that the reader asks for, before it is known which days that audience sees."""
    address = st.query_params.to_dict()
    return parse_audience(address) if _is_readers(address) else view().audience


def asked_area() -> str:
    """The code of the area that the reader asks for: it may be one of their own."""
    address = st.query_params.to_dict()
    return address.get("gebied", "") if _is_readers(address) else view().area


def view() -> View:
    """The view of this run, as the frame has left it."""
    kept: View = st.session_state[_VIEW]
    return kept


def notes() -> list[str]:
    """What the address named that is not there, until the reader chooses something."""
    kept: list[str] = st.session_state.get(_NOTES, [])
    return kept


def change(**parts: Any) -> None:
    """Changes parts of the view; for callbacks, which run before the page does."""
    keep(replace(view(), **parts))


def keep(view: View) -> None:
    """Puts another view in the place of this one; for callbacks."""
    before = st.session_state.get(_VIEW, View())
    st.session_state[_ORDER] = remembered(_order(), before, view)
    st.session_state[_VIEW] = view
    st.session_state[_CHANGES] = changes() + 1
    st.session_state[_NOTES] = []


def _order() -> tuple[Choice, ...]:
    kept: tuple[Choice, ...] = st.session_state.get(_ORDER, ())
    return kept


def newest_choice() -> Choice:
    """The parts of the view that are undone first; empty when nothing narrows it."""
    return last_choice(view(), _order())


def undo_last() -> None:
    """Undoes what was chosen last; for callbacks."""
    keep(without(view(), newest_choice()))


def undo_all() -> None:
    """Undoes the whole selection; how it is shown stays. For callbacks."""
    keep(without(view(), narrowed(view())))


def changes() -> int:
    """How often the view was changed: a chart with this in its key forgets old clicks."""
    count: int = st.session_state.get(_CHANGES, 0)
    return count


def choose_area(code: str) -> None:
    """Selects an area on all pages; choosing the chosen one again, or "", undoes it."""
    change(area="" if code == view().area else code)


def seed(key: str, value: Any) -> None:
    """What a control shows, told to the browser only where it differs.

    A value that is told anew at each run would overwrite in the browser what was clicked since.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
