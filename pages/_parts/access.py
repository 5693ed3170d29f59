"""Who is looking, and what that person may see: decided here, whatever a page or a button asks.

Without a login it is whoever sits at this computer, who may see everything: serving/gate.py lets
nobody else in. With one it is whoever logged in, with the roles of this moment.
"""

import hmac
import json
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from streamlit.web.server.starlette import starlette_websocket
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from analytics.figures.doors.marts import Audience
from data.access import people
from data.access.login import Given, Login, Proxy, login
from data.access.people import HERE, Person, Refusal
from data.access.roles import Rights, widest

# A proxy in front of the dashboard names the reader it speaks for.
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")
KEPT_ENDED = 10_000
NOBODY = Person("")

_ended: deque[Person] = deque(maxlen=KEPT_ENDED)


class NoEntry(Exception):
    """Somebody who may not see what is asked; `reason` says why."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason = reason


def person() -> Person:
    """Who is looking; NOBODY when that is not known. LoginProblem for settings of no use."""
    settings = login()
    if settings is None:
        return Person(HERE) if _is_here() else NOBODY
    if settings.proxy:
        return _forwarded(settings.proxy, st.context.headers, st.context.ip_address)
    return _claimed(st.user.to_dict(), settings)


def _claimed(claims: Mapping[str, object], settings: Login) -> Person:
    found = people.of_claims(claims, settings) if claims.get("is_logged_in") is True else None
    return found or NOBODY


def sender(headers: Headers, address: str) -> Person:
    """Who sends a request outside a page: by the same headers and cookies as a page has."""
    settings = login()
    if settings is None:
        return Person(HERE)
    if settings.proxy:
        return _forwarded(settings.proxy, headers, address)
    cookies = cookie_parser(headers.get("cookie", ""))
    told = starlette_websocket._get_signed_cookie_with_chunks(cookies, USER_COOKIE_NAME)
    return _claimed(json.loads(told), settings) if told else NOBODY


def _is_here() -> bool:
    """Whether the reader sits at this computer: Streamlit gives no address for localhost."""
    has_address = isinstance(st.context.ip_address, str)
    return not has_address and not any(name in st.context.headers for name in FORWARDED)


def _forwarded(proxy: Proxy, headers: Mapping[str, str], address: str | None) -> Person:
    """Who a gateway says it is, when it is that gateway."""
    if not is_proxy(proxy, headers, address):
        return NOBODY
    name = headers.get(proxy.person_header, "").strip().casefold()
    given = Given(_listed(headers, proxy.roles_header), _listed(headers, proxy.teams_header))
    return Person(name, given, datetime.now(UTC)) if name else NOBODY


def is_proxy(proxy: Proxy, headers: Mapping[str, str], address: str | None) -> bool:
    """Whether a request comes from the gateway: its address (None: localhost) and its secret."""
    secret = headers.get(proxy.SECRET_HEADER, "")
    is_known = hmac.compare_digest(secret.encode(), proxy.secret.encode())
    return is_known and (address or "127.0.0.1") in proxy.addresses


def _listed(headers: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, headers.get(name, "").split(","))))


def rights(who: Person) -> Rights:
    """What somebody may see at this moment; NoEntry when that is nothing."""
    found = _rights(who, login())
    if isinstance(found, Refusal):
        raise NoEntry(found)
    return found


def _rights(who: Person, settings: Login | None) -> Rights | Refusal:
    if who == NOBODY or who in _ended:
        return Refusal.NOBODY
    if settings is None:
        return widest() if who.name == HERE else Refusal.NOBODY
    return people.rights_now(who, settings, datetime.now(UTC))


def refuse_closed(who: Person, audience: Audience, teams: frozenset[str]) -> None:
    """NoEntry when somebody may not have the figures of an audience, exact for some teams."""
    held = rights(who)
    if audience is Audience.INTERN and not held.everywhere and not (teams and teams <= held.teams):
        raise NoEntry(Refusal.UNKNOWN)


def end(who: Person) -> None:
    """Ends a login everywhere: in other tabs too."""
    _ended.append(who)


def may_manage() -> bool:
    """Whether the reader loads data and goes back to other versions."""
    return rights(person()).manages


def may_see_exact() -> bool:
    """Whether the reader sees exact figures anywhere."""
    held = rights(person())
    return held.everywhere or bool(held.teams)


def sees_everything() -> bool:
    """Whether the reader sees exact figures everywhere, and the lists that are not of one team."""
    return rights(person()).everywhere
