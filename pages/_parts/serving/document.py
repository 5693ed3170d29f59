"""The document in which Streamlit draws: Dutch from its first byte, and dressed from the start.

Streamlit's own is in English, which a screen reader then speaks, and without our style sheet: what
a page draws first would jump when the sheet came with it.
"""

import gzip
from functools import cache

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages._parts.serving.style import stylesheet

TITLE = "Buurt in Bloei"
NO_SCRIPT = (
    "<p>Zet JavaScript aan in uw browser: zonder JavaScript kan dit dashboard niets tonen.</p>"
)
# What tells whether the document of Streamlit is another than before says nothing of ours.
_ASKING = (b"if-none-match", b"if-modified-since", b"accept-encoding")
_TELLING = ("etag", "last-modified")


class Dressed:
    """Middleware that puts our words and style sheet into every document that goes out."""

    def __init__(self, app: ASGIApp) -> None:
        """Stands before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on, and changes an answer that is a document."""
        if _asks_for_a_page(scope):
            asked = [(name, value) for name, value in scope["headers"] if name not in _ASKING]
            packs = "gzip" in Headers(scope=scope).get("accept-encoding", "")
            scope, send = {**scope, "headers": asked}, _Changing(send, packs=packs)
        await self._app(scope, receive, send)


def _asks_for_a_page(scope: Scope) -> bool:
    """Whether a browser asks for a document; what programs ask goes on as they ask it."""
    is_read = scope["type"] == "http" and scope["method"] == "GET"
    return is_read and "text/html" in Headers(scope=scope).get("accept", "")


class _Changing:
    """Holds back a document until it is whole; all else goes on at once."""

    def __init__(self, send: Send, *, packs: bool) -> None:
        self._send = send
        self._packs = packs
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_document(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = dressed(self._body.decode()).encode()
        headers = MutableHeaders(raw=start["headers"])
        if self._packs:
            body = gzip.compress(body, mtime=0)
            headers["content-encoding"] = "gzip"
        headers["vary"] = "Accept-Encoding"
        headers["content-length"] = str(len(body))
        for name in _TELLING:
            del headers[name]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_document(start: Message) -> bool:
    kind = MutableHeaders(raw=start["headers"]).get("content-type", "")
    return kind.startswith("text/html")


@cache
def dressed(document: str) -> str:
    """A document of Streamlit with our title, language and style sheet.

    The sheet stands in the body: after all that Streamlit adds to the head, as a rule of a page.
    """
    before, _, after = document.partition("<noscript>")
    words = f"<noscript>{NO_SCRIPT}</noscript>{after.partition('</noscript>')[2]}"
    return (
        (before + words if after else document)
        .replace('<html lang="en">', '<html lang="nl">')
        .replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
        .replace("<body>", f"<body>{stylesheet()}")
    )
