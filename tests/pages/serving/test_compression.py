"""What a browser loads: compressed where it can be, the same bytes, and nothing from elsewhere."""

import asyncio
import gzip
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import PlainTextResponse

from pages._parts.serving import plotly_script
from pages._parts.serving.compression import FOLDER, Compressed
from tests.pages.serving.asking import get

STYLE = next((FOLDER / "static" / "css").glob("*.css"))
SCRIPT = next((FOLDER / "static" / "js").glob("index.*.js"))
AT = f"/static/js/{SCRIPT.name}"
app = Compressed(PlainTextResponse("passed on"))


def answer(path: str, method: str = "GET", **headers: str) -> tuple[dict[str, str], bytes]:
    """The headers and the body that a browser gets."""
    found = get(app, path, method, **{"accept_encoding": "gzip, deflate, br"} | headers)
    return found.headers, found.body


@pytest.mark.parametrize("file", [STYLE, SCRIPT])
def test_a_script_arrives_smaller_and_the_same(file: Path) -> None:
    headers, body = answer(f"/static/{file.parent.name}/{file.name}")
    assert headers["content-encoding"] == "gzip"
    assert headers["content-length"] == str(len(body))
    assert len(body) < file.stat().st_size / 2
    assert gzip.decompress(body) == file.read_bytes()
    assert "immutable" in headers["cache-control"]
    assert headers["vary"] == "Accept-Encoding"
    kind = "text/css" if file is STYLE else "text/javascript"
    assert headers["content-type"] == f"{kind}; charset=utf-8"


def test_plotly_comes_from_the_package_that_is_installed() -> None:
    headers, body = answer(f"/bloei{plotly_script.ADDRESS}")
    assert version("plotly") in plotly_script.ADDRESS
    assert headers["content-encoding"] == "gzip"
    assert "immutable" in headers["cache-control"]
    assert gzip.decompress(body) == plotly_script.file().read_bytes()


@pytest.mark.parametrize(
    "path", ["/", "/kaart", "/static/js/absent.js", "/static/index.html", f"{AT}/../../x.js"]
)
def test_all_else_is_passed_on(path: str) -> None:
    assert answer(path)[1] == b"passed on"


def test_who_cannot_read_it_or_asks_for_a_part_gets_it_from_streamlit() -> None:
    assert answer(AT, accept_encoding="identity")[1] == b"passed on"
    assert answer(AT, range="bytes=0-9")[1] == b"passed on"
    assert answer(AT, "HEAD")[0]["content-type"].startswith("text/plain")


def test_a_websocket_is_passed_on() -> None:
    seen: list[str] = []

    async def inner(scope: Any, *_: Any) -> None:
        seen.append(scope["type"])

    asyncio.run(Compressed(inner)({"type": "websocket", "path": AT}, None, None))  # type: ignore[arg-type]
    assert seen == ["websocket"]
