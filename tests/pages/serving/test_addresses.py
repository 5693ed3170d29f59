"""An address as somebody types it leads to its page, with all of its view."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import pytest
from starlette.types import Receive, Scope, Send

from pages._parts.serving.addresses import Addresses

WENT_ON = (0, "")


async def _page(scope: Scope, receive: Receive, send: Send) -> None:
    """What stands behind: it answers nothing."""


def answer(typed: str, method: str = "GET") -> tuple[int, str]:
    """The status and the address to which somebody is led; WENT_ON for what is passed on."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    parts = urlsplit(typed)
    scope = {
        "type": "http",
        "method": method,
        "path": parts.path,
        "query_string": parts.query.encode(),
        "headers": [],
    }
    asyncio.run(Addresses(_page)(scope, receive, send))
    if not sent:
        return WENT_ON
    headers = dict(sent[0]["headers"])
    return sent[0]["status"], headers[b"location"].decode()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/Kaart", "/kaart"),
        ("/KAART/?gebied=SD5&periode=2020", "/kaart?gebied=SD5&periode=2020"),
        ("/te-weinig", "/te_weinig"),
    ],
)
def test_capitals_and_signs_do_not_matter(typed: str, meant: str) -> None:
    assert answer(typed) == (308, meant)


@pytest.mark.parametrize("typed", ["/", "/kaart", "/kaart?x=Y", "/Onbekend", "/Static/x.js"])
def test_anything_else_goes_on(typed: str) -> None:
    assert answer(typed) == WENT_ON


def test_only_what_asks_for_a_page_is_led_on() -> None:
    assert answer("/Kaart", "POST") == WENT_ON
