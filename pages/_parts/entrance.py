"""The door of the dashboard: what somebody sees who is not in, and the way out."""

import streamlit as st

from data.access.login import ASK, LoginProblem, login
from data.access.people import HERE, Refusal
from pages._parts import access
from pages._parts.access import NoEntry
from pages._parts.markup import as_text

TITLE = "Buurt in Bloei"
WELCOME = "Dit dashboard is voor medewerkers en voor de gemeente. Meld u aan om verder te gaan."
EXPIRED = "Uw aanmelding is verlopen. Meld u opnieuw aan; uw selectie staat nog in het adres."
NOT_HERE = "U bent niet aangemeld. Ga naar het dashboard langs de gewone weg van uw organisatie."
BROKEN = "De instellingen van de login kunnen niet worden gelezen. Vraag het aan wie het beheert."


def is_open() -> bool:
    """Whether the reader may come in; when not, draws why not and what to do."""
    try:
        access.rights(access.person())
    except NoEntry as refused:
        show(refused)
        return False
    except LoginProblem:
        st.title(TITLE)
        st.error(BROKEN)
        return False
    return True


def show(refused: NoEntry) -> None:
    """Why somebody sees nothing, and what to do."""
    settings = login()
    st.title(TITLE, anchor=False)
    if refused.reason is Refusal.UNKNOWN:
        who = as_text(access.person().name)
        ask = as_text(settings.contact if settings else ASK)
        st.markdown(
            f"U bent aangemeld als **{who}**, maar u hebt geen toegang tot deze cijfers."
            f" Vraag het aan {ask}."
        )
        _draw_way_out()
    elif settings is None or settings.proxy:
        st.markdown(NOT_HERE)
    else:
        st.markdown(EXPIRED if refused.reason is Refusal.EXPIRED else WELCOME)
        st.button("Aanmelden", type="primary", key="log-in", on_click=st.login)


def draw_person() -> None:
    """Who is in, with which role, and the way out; nothing without a login."""
    who = access.person()
    if who.name == HERE:
        return
    held = access.rights(who)
    teams = f" {', '.join(sorted(held.teams))}" if held.teams else ""
    st.caption(as_text(f"{who.name} · {held.role.label}{teams}"))
    _draw_way_out()


def _draw_way_out() -> None:
    settings = login()
    if settings and not settings.proxy:
        st.button("Afmelden", key="log-out", type="tertiary", on_click=_leave)


def _leave() -> None:
    access.end(access.person())
    st.logout()
