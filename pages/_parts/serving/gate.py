"""What may come in: only this computer's own pages, and no route that no page uses.

A page on another site can make a browser knock at localhost, by a name that leads here (DNS
rebinding) or by a websocket. Both are turned away before Streamlit sees them; of a websocket from
elsewhere it would first ask an address on the internet who this computer is.
"""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from data.access.login import LOCAL, Login, LoginProblem, login
from pages._parts import access
from pages._parts.access import FORWARDED, is_proxy
from pages._parts.serving import owners, uploads

FORBIDDEN = 403
POLICY_VIOLATION = 1008  # RFC 6455, 7.4.1; before the handshake the server answers 403
REFUSED = "Deze weg naar het dashboard is gesloten.\n"
# Figures about the server itself, and the way in for programs.
_CLOSED = re.compile(r"(?:^|/)_stcore/(?:metrics|agent)(?:/|$)")
# Files that a reader sends: /_stcore/upload_file/{session}/{file}.
_UPLOAD = re.compile(r"(?:^|/)_stcore/upload_file(?:/(?P<session>[^/]*)|$)")
# Files that were made for a reader: /media/{file}.{ending}; /static/media is of Streamlit itself.
_MADE = re.compile(r"(?<!/static)/media/(?P<file>[^/.]*)\.?(?P<ending>[^/]*)$")
_HEALTH = re.compile(r"(?:^|/)_stcore/health$")
_ICON = "svg"  # of the pages, for everybody


class Gate:
    """Middleware that lets a request through, or answers 403."""

    def __init__(self, app: ASGIApp) -> None:
        """Stands before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what may come in."""
        if scope["type"] == "lifespan" or _is_welcome(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await PlainTextResponse(REFUSED, FORBIDDEN)(scope, receive, send)


def _is_welcome(scope: Scope) -> bool:
    client = scope.get("client")
    return is_welcome(scope["path"], Headers(scope=scope), client[0] if client else "")


def is_welcome(path: str, headers: Headers, address: str = "") -> bool:
    """Whether a request is one of a page of this dashboard; `address` is who it comes from."""
    try:
        settings = login()
    except LoginProblem:  # nobody comes in by settings that cannot be read
        return False
    is_known = _name(headers.get("host", "")) in _names(settings)
    return (
        is_known
        and _is_own(headers)
        and _is_near(path, headers, address, settings)
        and not _CLOSED.search(path)
        and _may_send(path, headers)
        and _may_fetch(path, headers, address)
    )


def _is_own(headers: Headers) -> bool:
    """Whether a page of this dashboard asks, or no page at all."""
    origin = headers.get("origin")
    return origin is None or _netloc(origin) == headers.get("host", "")


def _is_near(path: str, headers: Headers, address: str, settings: Login | None) -> bool:
    """Without a login: this computer. Behind a gateway: that gateway. Else: anybody may knock."""
    if settings is None:
        is_forwarded = any(name in headers for name in FORWARDED)
        return not is_forwarded and (not address or address in LOCAL)
    if settings.proxy and not _HEALTH.search(path):
        return is_proxy(settings.proxy, headers, address)
    return True


def _may_send(path: str, headers: Headers) -> bool:
    """Files come only from a page that asked for them, of a reader who may load."""
    found = _UPLOAD.search(path)
    if found is None:
        return True
    return "origin" in headers and uploads.is_open(found["session"] or "")


def _may_fetch(path: str, headers: Headers, address: str) -> bool:
    """A file that was made goes to whoever had it made, whoever knows its address."""
    found = _MADE.search(path)
    if found is None:
        return True
    theirs = owners.of(found["file"])
    return access.sender(headers, address) in theirs if theirs else found["ending"] == _ICON


def _names(settings: Login | None) -> frozenset[str]:
    """The names that the dashboard answers to: this computer's, and with a login its own."""
    if settings is None:
        return LOCAL
    given = config.get_option("server.allowedHosts")
    return LOCAL | {settings.host.lower(), *(name.lower() for name in given)}


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
