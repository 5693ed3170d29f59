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

from pages._parts import uploads
from pages._parts.access import FORWARDED

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
FORBIDDEN = 403
POLICY_VIOLATION = 1008  # RFC 6455, 7.4.1; before the handshake the server answers 403
REFUSED = "Deze weg naar het dashboard is gesloten.\n"
# Figures about the server itself.
_CLOSED = re.compile(r"(?:^|/)_stcore/metrics(?:/|$)")
# Files that a reader sends: /_stcore/upload_file/{session}/{file}.
_UPLOAD = re.compile(r"(?:^|/)_stcore/upload_file(?:/(?P<session>[^/]*)|$)")


class Gate:
    """Middleware that lets a request through, or answers 403."""

    def __init__(self, app: ASGIApp) -> None:
        """Stands before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what may come in."""
        if scope["type"] == "lifespan" or is_welcome(scope["path"], Headers(scope=scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await PlainTextResponse(REFUSED, FORBIDDEN)(scope, receive, send)


def is_welcome(path: str, headers: Headers) -> bool:
    """Whether a request is one of a page of this dashboard."""
    host, origin = headers.get("host", ""), headers.get("origin")
    is_own = origin is None or _netloc(origin) == host
    is_open = not _CLOSED.search(path) and _may_send(path, headers)
    return _name(host) in _names() and is_own and is_open


def _may_send(path: str, headers: Headers) -> bool:
    """Files come only from a page that asked for them, of a reader at this computer."""
    found = _UPLOAD.search(path)
    if found is None:
        return True
    is_near = not any(name in headers for name in FORWARDED)
    return is_near and "origin" in headers and uploads.is_open(found["session"] or "")


def _names() -> frozenset[str]:
    """The names that the dashboard answers to: those of the settings, else this computer's."""
    given = config.get_option("server.allowedHosts")
    return frozenset(name.lower() for name in given) or LOCAL


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
