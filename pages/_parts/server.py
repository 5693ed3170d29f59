"""What the web server does besides Streamlit, so that a shared link opens as it should."""

from importlib import import_module
from threading import Thread

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from pages._parts import memory
from pages._parts.addresses import Addresses
from pages._parts.compression import Compressed
from pages._parts.gate import Gate

LOOK_ELSEWHERE = 300
# What the pages are made of, and what those load only when it is asked for; the slowest first.
AHEAD = ("charts.cards", "charts.screen", "exports.formats", "scipy.stats", "scipy.optimize")


def answer_probe(request: Request) -> Response:
    """Tells the browser that the server is not below a page's address but one level up.

    Streamlit's script asks for /kaart/_stcore/health first when a reader opens /kaart. Its own
    answer, 404, puts an error on the console of every reader of a shared link.
    """
    return Response(status_code=LOOK_ELSEWHERE)


ROUTES = (
    Route("/{page}/_stcore/health", answer_probe),
    Route("/{page}/_stcore/host-config", answer_probe),
)

MIDDLEWARE = (Middleware(Gate), Middleware(Addresses), Middleware(Compressed))


def load_ahead() -> None:
    """Loads what pages need in the background, before a reader asks for it."""
    Thread(target=_load, daemon=True).start()
    memory.tend_in_background()


def _load() -> None:
    for name in AHEAD:
        import_module(name)
    memory.settle()


def ignore_pages_folder() -> None:
    """Makes app.py the only script that a reader can open.

    Until app.py has named its pages once, Streamlit takes every module directly in pages/ for a
    page, and says "Page not found" to the first reader of a shared link after a start.
    """
    PagesManager.uses_pages_directory = False
