"""The document that a browser loads first: in Dutch, dressed, and never an old one."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from pages._parts.serving.compression import FOLDER
from pages._parts.serving.document import NO_SCRIPT, TITLE, Dressed
from pages._parts.serving.style import stylesheet
from tests.pages.serving.asking import get

INDEX = FOLDER / "index.html"
SAID = "<title>Streamlit</title>"
BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


def document(_: object) -> Response:
    return FileResponse(INDEX)


def words(_: object) -> Response:
    return PlainTextResponse(SAID)


ROUTES = [Route("/", document), Route("/kaart", document), Route("/x", words)]
APP = Starlette(routes=ROUTES, middleware=[Middleware(Dressed), Middleware(GZipMiddleware)])


@pytest.mark.parametrize("path", ["/", "/kaart"])
@pytest.mark.parametrize("packing", ["gzip", "identity"])
def test_every_page_begins_in_dutch_and_dressed(path: str, packing: str) -> None:
    answer = get(APP, path, accept=BROWSER, accept_encoding=packing)
    text = (gzip.decompress(answer.body) if packing == "gzip" else answer.body).decode()
    assert '<html lang="nl">' in text
    assert f"<title>{TITLE}</title>" in text
    assert f"<noscript>{NO_SCRIPT}</noscript>" in text
    assert "JavaScript to run" not in text
    assert text.index("<body>") < text.index(stylesheet()) < text.index('<div id="root">')
    assert answer.headers.get("content-encoding", "identity") == packing
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-length"] == str(len(answer.body))


def test_all_that_streamlit_loads_is_still_loaded() -> None:
    text, before = get(APP, "/", accept=BROWSER).body.decode(), INDEX.read_text(encoding="utf-8")
    loaded = [line for line in before.splitlines() if "src=" in line or "href=" in line]
    assert len(loaded) > 10
    assert not [line for line in loaded if line not in text and "_stcore/agent" not in line]


def test_a_browser_never_keeps_an_older_one() -> None:
    old = FileResponse(INDEX, stat_result=INDEX.stat()).headers
    answer = get(APP, "/", accept=BROWSER, if_none_match=old["etag"])
    assert answer.status == 200
    assert "etag" not in answer.headers
    assert "last-modified" not in answer.headers


def test_what_is_no_document_is_passed_on() -> None:
    assert get(APP, "/x", accept=BROWSER).body == SAID.encode()
    assert get(APP, "/x", "HEAD").headers["content-type"].startswith("text/plain")
    assert get(APP, "/x", "POST").status == 405


def test_a_program_is_told_that_nothing_changed() -> None:
    """The figures for programs have a mark of their own, which must come through."""
    heard: list[str] = []

    async def figures(scope: Scope, receive: Receive, send: Send) -> None:
        heard.append(Headers(scope=scope).get("if-none-match", ""))
        await PlainTextResponse(SAID)(scope, receive, send)

    get(Dressed(figures), "/api/v1/figures", accept="*/*", if_none_match="x")
    assert heard == ["x"]
