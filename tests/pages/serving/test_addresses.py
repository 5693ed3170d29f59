"""An address as somebody types it leads to its page, with all of its view."""

import pytest
from starlette.responses import PlainTextResponse

from pages._parts.serving.addresses import Addresses
from tests.pages.serving.asking import get

WENT_ON = (200, "")


def answer(typed: str, method: str = "GET") -> tuple[int, str]:
    """The status and the address to which somebody is led; WENT_ON for what is passed on."""
    found = get(Addresses(PlainTextResponse("went on")), typed, method)
    return found.status, found.headers.get("location", "")


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
