"""Addresses as people type them: /Kaart is /kaart."""

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages import PAGES

PERMANENT = 308


class Addresses:
    """Middleware that leads an address with capitals, or a slash at its end, to its page."""

    def __init__(self, app: ASGIApp) -> None:
        """Stands before an application."""
        self._app = app
        self._pages = frozenset(page.address for page in PAGES[1:])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with the address that is meant, or passes on."""
        meant = self._meant(scope)
        if meant is None:
            await self._app(scope, receive, send)
            return
        query = scope.get("query_string", b"").decode("latin-1")
        address = f"{meant}?{query}" if query else meant
        await RedirectResponse(address, PERMANENT)(scope, receive, send)

    def _meant(self, scope: Scope) -> str | None:
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        path: str = scope["path"]
        meant = path.lower().rstrip("/").replace("-", "_")
        return meant if meant != path and meant in self._pages else None
