"""How a report falls over pages: a table may go on on the next, nothing stands there alone."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from charts.card import Card, Column, Line, Table
from data.file.store import Store
from exports.house import house
from exports.report.kinds import KINDS
from exports.report.pdf import pdf
from exports.report.report import Piece, Report, Text
from tests.exports.paper.samples import CARDS
from tests.exports.report.city import report_of

ROWS = 30
WHITE = 0.4  # of a page, at most, where another follows
FILLED = range(14, 34, 3)  # lines above, so that a page ends in every part of what follows
FEWEST = 3


@pytest.fixture(scope="module")
def empty(store: Store) -> Report:
    return replace(report_of(store, text=""), pieces=())


def pages(report: Report, pieces: Sequence[Piece]) -> list[list[str]]:
    """The lines of each page after the first, without head and foot."""
    with pdfplumber.open(BytesIO(pdf(replace(report, pieces=pieces), house()))) as opened:
        return [page.extract_text().splitlines()[1:-1] for page in opened.pages]


def filling(lines: int) -> Text:
    return Text("Vulling", [f"regel {number}" for number in range(lines)])


def card(rows: int) -> Card:
    columns = [Column("Plek"), Column("Aantal", 0)]
    lines = [Line([f"Rij {number}", 10.0]) for number in range(rows)]
    return Card("Lange tabel", "ondertitel", source="Bron: x", table=Table("x", columns, lines))


@pytest.mark.parametrize("lines", FILLED)
def test_a_long_table_goes_on_under_its_head_and_leaves_no_row_alone(
    empty: Report, lines: int
) -> None:
    found = pages(empty, [filling(lines), card(ROWS)])
    rows = [[line for line in page if line.startswith("Rij ")] for page in found]
    assert sum(map(len, rows)) == ROWS
    for page, own in zip(found, rows, strict=True):
        assert not own or (len(own) >= FEWEST and "Plek Aantal" in page)
        assert ("Lange tabel" in page and "Bron: x" not in page) <= bool(own)
        assert "Bron: x" not in page or own


@pytest.mark.parametrize("lines", FILLED)
def test_a_short_table_is_not_torn(empty: Report, lines: int) -> None:
    found = pages(empty, [filling(lines), card(FEWEST * 2)])
    rows = [sum(line.startswith("Rij ") for line in page) for page in found]
    assert sorted(filter(None, rows)) == [FEWEST * 2]


@pytest.mark.parametrize("last", [card(ROWS), card(FEWEST), Text("Slot", ["laatste woorden"])])
def test_the_colophon_is_never_alone_on_its_page(empty: Report, last: Piece) -> None:
    for lines in FILLED:
        page = pages(empty, [filling(lines), last])[-1]
        assert page[0] != "Colofon"
        assert "Colofon" in page


def white(report: Report, pieces: Sequence[Piece]) -> list[float]:
    """The share of each page but the first and last that is white under its last words."""
    with pdfplumber.open(BytesIO(pdf(replace(report, pieces=pieces), house()))) as opened:
        pages = opened.pages[1:-1]
        ends = [max(word["bottom"] for word in _body(page)) / page.height for page in pages]
    return [1 - end for end in ends]


def _body(page: Any) -> list[Any]:
    foot = page.height * 0.93
    return [word for word in page.extract_words() if word["bottom"] < foot]


def test_what_does_not_fit_leaves_no_page_half_empty(store: Store) -> None:
    """A picture becomes a little smaller, or a card that fits goes first."""
    house_report = report_of(store, "Eindhoven", text="", kind=KINDS["kwartaalrapport"])
    cards = [CARDS[look] for look in ("punten", "punten", "punten", "lijnen", "tabel", "punten")]
    for lines in FILLED:
        found = white(house_report, [filling(lines), *cards, filling(6)])
        assert max(found) <= WHITE


def test_the_cards_of_an_author_keep_their_order(empty: Report) -> None:
    looks = ("punten", "tabel", "lijnen", "tabel", "balken")
    cards = [replace(CARDS[look], title=f"Kaart {n}") for n, look in enumerate(looks)]
    found = pages(empty, [filling(20), *cards, filling(3)])
    told = [line for page in found for line in page if line.startswith("Kaart ")]
    assert told[-len(cards) :] == [card.title for card in cards]
