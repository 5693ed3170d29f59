"""What the web server does besides Streamlit, so that a shared link opens as it should."""

import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from data import temporary
from data.access.login import LOCAL, VARIABLE, LoginProblem, login, login_file
from geo.boundaries import GEO_FOLDER, STATIC_URL
from pages._parts.serving import memory, plotly_script
from pages._parts.serving.addresses import Addresses
from pages._parts.serving.compression import Compressed
from pages._parts.serving.document import Dressed
from pages._parts.serving.gate import Gate

LOOK_ELSEWHERE = 300
OPEN = (
    "Het dashboard start niet op {address}: zonder login is het er alleen voor deze computer."
    f" Stel een login in (docs/server.md) met {VARIABLE}=BESTAND, of start met"
    " --server.address localhost."
)
# What the pages are made of, and what those load only when it is asked for; the slowest first.
AHEAD = ("charts.cards", "charts.screen", "exports.formats", "scipy.special")


def answer_probe(request: Request) -> Response:
    """Tells the browser that the server is not below a page's address but one level up.

    Streamlit's script asks for /kaart/_stcore/health first when a reader opens /kaart. Its own
    answer, 404, puts an error on the console of every reader of a shared link.
    """
    return Response(status_code=LOOK_ELSEWHERE)


def base() -> str:
    """The path under which all of the dashboard stands (/bloei); "" when it is the root."""
    path = config.get_option("server.baseUrlPath").strip("/")
    return f"/{path}" if path else ""


def routes() -> tuple[BaseRoute, ...]:
    """The probes below every page, boundaries, and plotly; also below a path (baseUrlPath).

    The boundaries are those of the gemeente, which need not stand in the folder of the program.
    """
    below = f"{base()}/{{page}}/_stcore"
    probes = (Route(f"{below}/{name}", answer_probe) for name in ("health", "host-config"))
    return (
        *probes,
        Mount(f"{base()}{STATIC_URL}/geo", StaticFiles(directory=GEO_FOLDER)),
        Route(f"{base()}{plotly_script.ADDRESS}", plotly_script.send),
    )


MIDDLEWARE = tuple(Middleware(part) for part in (Gate, Addresses, Compressed, Dressed))


def open_safely() -> None:
    """Stops the start when somebody could come in who may not; else sets up the login.

    A proxy's word on where a reader is, is not taken: what it forwards is looked at by the gate.
    """
    os.environ["FORWARDED_ALLOW_IPS"] = ""  # read by uvicorn
    try:
        settings = login()
    except LoginProblem as problem:
        sys.exit(f"Het dashboard start niet. {problem}")
    address = config.get_option("server.address") or ""
    if settings is None and address not in LOCAL:
        sys.exit(OPEN.format(address=address or "elk adres"))
    config.set_option("secrets.files", [str(login_file())])


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """While the server lives; before and after it no records lie among the temporary files."""
    temporary.forget()
    yield
    temporary.forget()


def load_ahead(then: Callable[[], None]) -> None:
    """Loads in the background what pages need, before a reader asks for it; `then` comes after."""
    Thread(target=_load, args=[then], daemon=True).start()
    memory.tend_in_background()


def _load(then: Callable[[], None]) -> None:
    for name in AHEAD:
        import_module(name)
    memory.settle()
    then()


def ignore_pages_folder() -> None:
    """Makes app.py the only script that a reader can open.

    Until app.py has named its pages once, Streamlit takes every module directly in pages/ for a
    page, and says "Page not found" to the first reader of a shared link after a start.
    """
    PagesManager.uses_pages_directory = False
