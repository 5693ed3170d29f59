"""Scripts and styles of Streamlit and plotly, sent as gzip: 8 MB of a visit become less than 3.

Streamlit sends them as they are, and counts on a server in front that compresses. Each is
compressed once, when it is first asked for, and kept: some MB of memory. Their names carry a hash,
so that a browser never asks for them again.
"""

import gzip
from functools import cache
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages._parts.serving import plotly_script
from pages._parts.serving.plotly_script import ADDRESS

FOLDER = Path(streamlit.__file__).parent / "static"
KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_PREFIX = "/static/"
LEVEL = 6  # 9 takes three times as long for one in a hundred
KEEP = "public, immutable, max-age=31536000"


class Compressed:
    """Middleware that answers for a hashed script or style, and passes on all else."""

    def __init__(self, app: ASGIApp) -> None:
        """Stands before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with gzip where the reader takes it."""
        file = _asked(scope)
        if file is None:
            await self._app(scope, receive, send)
            return
        headers = {"content-encoding": "gzip", "vary": "Accept-Encoding", "cache-control": KEEP}
        data = await run_in_threadpool(_compressed, file)
        await Response(data, headers=headers, media_type=KINDS[file.suffix])(scope, receive, send)


def _asked(scope: Scope) -> Path | None:
    """The file that can be sent compressed; only what is in the folder is found."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    headers = Headers(scope=scope)
    if "gzip" not in headers.get("accept-encoding", "") or "range" in headers:
        return None
    path: str = scope["path"]
    return _files().get(path[max(path.find(_PREFIX), 0) :])  # behind a path of its own too


@cache
def _files() -> dict[str, Path]:
    found = (path for path in FOLDER.rglob("*.*") if path.suffix in KINDS)
    own = {f"{_PREFIX}{path.relative_to(FOLDER / 'static').as_posix()}": path for path in found}
    return own | {ADDRESS[ADDRESS.find(_PREFIX) :]: plotly_script.file()}


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), LEVEL, mtime=0)
