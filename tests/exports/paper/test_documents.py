"""PNG and PDF, read with other libraries than the ones that make them."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
import pytest
from PIL import Image

from charts.card import Card
from exports import paper
from exports.house import read_house
from tests.exports.paper.samples import CARDS, SETTING

HOUSE = read_house()
PRINT_WIDTH = 1890  # pixels: 16 cm in 300 dots per inch
every_card = pytest.mark.parametrize("one", CARDS.values(), ids=list(CARDS))


@contextmanager
def opened(one: Card) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(paper.pdf(one, SETTING, HOUSE))) as document:
        yield document


@every_card
def test_the_words_of_a_pdf_are_text(one: Card) -> None:
    with pdfplumber.open(BytesIO(paper.pdf(one, SETTING, HOUSE))) as document:
        [page] = document.pages
        said = page.extract_text()
        assert {char["fontname"].partition("+")[2] for char in page.chars} <= {
            "SourceSans3-Regular",
            "SourceSans3-Semibold",
        }
    for part in (one.title, SETTING.selection, "30 september 2021", HOUSE.footer):
        assert part in said


def test_the_figures_of_a_pdf_are_text() -> None:
    with pdfplumber.open(BytesIO(paper.pdf(CARDS["balken"], SETTING, HOUSE))) as document:
        said = document.pages[0].extract_text()
    assert "1.234,5" in said
    assert "te weinig mensen om te tonen" in said


def test_a_pdf_says_its_title_language_and_standard() -> None:
    with opened(CARDS["lijnen"]) as document:
        assert str(document.Root.Lang) == "nl-NL"
        assert document.Root.MarkInfo.Marked
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == CARDS["lijnen"].title
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_a_pdf_describes_the_picture_to_who_cannot_see_it() -> None:
    with opened(CARDS["kaart"]) as document:
        assert CARDS["kaart"].alt in set(alternatives(document.Root.StructTreeRoot))


def alternatives(element: Any) -> Iterator[str]:
    """The alternative texts in a tree of tags."""
    if not isinstance(element, pikepdf.Dictionary):
        return
    if "/Alt" in element:
        yield str(element.Alt)
    kids: Any = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from alternatives(kid)


@every_card
def test_a_png_is_large_enough_to_print(one: Card) -> None:
    with Image.open(BytesIO(paper.png(one, SETTING, HOUSE))) as image:
        image.load()
        assert abs(image.width - PRINT_WIDTH) <= 1
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)
        greys = image.convert("L")
        assert greys.getpixel((2, 2)) == 255
        assert greys.getextrema()[0] != 255


@pytest.mark.parametrize("make", [paper.png, paper.pdf])
def test_the_same_card_gives_the_same_file(make: Any) -> None:
    assert make(CARDS["kaart"], SETTING, HOUSE) == make(CARDS["kaart"], SETTING, HOUSE)
