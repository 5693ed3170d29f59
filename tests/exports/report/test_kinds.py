"""The reports of the house: files that say what is in them, and documents that tell it."""

from io import BytesIO

import pdfplumber
import pytest
from pptx import Presentation

from analytics.figures.doors.marts import Audience
from charts.card import Card, empty
from data.file.store import Store
from exports.audit import audit_made
from exports.formats import REPORT_FORMS
from exports.house import house
from exports.report.kinds import KINDS, read
from exports.report.parts import PARTS
from exports.report.pdf import pdf
from exports.report.report import WAYS_OUT, Report, Shape, Text, headed, on_paper, sentences
from exports.report.slides import pptx
from tests.exports.report.city import report_of

FIXED = [name for name in KINDS if name != "rapport"]


def of(store: Store, name: str, area: str, audience: Audience = Audience.GEMEENTE) -> Report:
    return report_of(store, area, audience, text="", kind=KINDS[name])


def pages(report: Report) -> list[str]:
    with pdfplumber.open(BytesIO(pdf(report, house()))) as opened:
        return [page.extract_text() for page in opened.pages]


def test_the_reports_that_readers_ask_for_are_there() -> None:
    assert next(iter(KINDS)) == "rapport"
    assert {"factsheet", "kwartaalrapport", "raadsbrief", "voortgang-doelen"} == set(FIXED)
    assert len({kind.label for kind in KINDS.values()}) == len(KINDS)
    assert {part for kind in KINDS.values() for part in kind.parts} == set(PARTS)


@pytest.mark.parametrize(
    "wrong", [{"parts": ["kaarten"]}, {"levels": ["buurt"]}, {"cover": True}, {"form": "krant"}]
)
def test_a_file_that_names_what_is_not_there_is_refused(wrong: dict[str, object]) -> None:
    told = {"label": "X", "levels": ["wijk"], "parts": ["kaart"]}
    assert read("x", told).label == "X"
    with pytest.raises(ValueError, match=r"x\.toml|krant"):
        read("x", told | wrong)


@pytest.mark.parametrize("area", ["Eindhoven", "Tongelre", "Oud-Tongelre"])
def test_a_summary_has_five_sentences_at_most_with_their_figures(store: Store, area: str) -> None:
    report = of(store, "kwartaalrapport", area)
    [summary] = [p for p in report.pieces if isinstance(p, Text) and p.title == "Samenvatting"]
    said = [one for words in summary.paragraphs for one in sentences(words)]
    assert 2 <= len(said) <= 5
    assert all(any(sign.isdigit() for sign in one) for one in said[1:])


def test_titles_state_what_was_found_and_what_it_is_about_stays(store: Store) -> None:
    found = [card for card in of(store, "kwartaalrapport", "Tongelre").cards if card.topic]
    assert len(found) >= 4
    for card in found:
        assert any(sign.isdigit() for sign in card.title)
        assert card.subtitle.startswith(card.topic)
    titles = [piece.title for piece in of(store, "kwartaalrapport", "Tongelre").pieces]
    assert len(titles) == len(set(titles))


def test_a_card_without_a_figure_keeps_its_title() -> None:
    card = Card(title="Doelen", sentence="Er loopt geen doel. De tabel toont er 3.")
    assert headed(card) == card
    found = headed(Card(title="Doelen", subtitle="nu", sentence="2 van 3 gehaald. De rest niet."))
    assert (found.title, found.topic) == ("2 van 3 gehaald", "Doelen")
    assert (found.subtitle, found.sentence) == ("Doelen · nu", "De rest niet.")


@pytest.mark.parametrize("area", ["Eindhoven", "Oud-Tongelre", "Gestelse Ontginning"])
def test_a_document_does_not_say_what_to_choose(store: Store, area: str) -> None:
    notes = [card.note for card in of(store, "kwartaalrapport", area).cards if card.note]
    assert not [note for note in notes for one in sentences(note) if one.startswith(WAYS_OUT)]


def test_a_note_keeps_what_is_so() -> None:
    note = "Er is nog geen hele maand. Kies een latere peildatum. Dat is zo tot oktober."
    assert on_paper(empty(note)).note == "Er is nog geen hele maand. Dat is zo tot oktober."
    assert on_paper(empty("Kies een gebied.")).note == "Kies een gebied."


def test_the_city_is_not_compared_with_areas_like_it(store: Store) -> None:
    ids = {card.id for card in of(store, "kwartaalrapport", "Eindhoven").cards}
    assert "gebied.vergelijkbaar" not in ids
    assert "gebied.vergelijkbaar" in {
        card.id for card in of(store, "kwartaalrapport", "Tongelre").cards
    }


def test_a_quarterly_report_has_the_map_on_its_cover_and_its_contents(store: Store) -> None:
    report = of(store, "kwartaalrapport", "Tongelre")
    assert report.cover is not None
    assert report.shape is Shape.REPORT
    told = pages(report)
    assert "Bereikte inwoners per wijk" in told[0]
    assert "Inhoud" in told[1]
    assert "Samenvatting pagina 2" in told[1]


def test_slides_have_the_map_on_the_cover_and_none_is_for_a_note_alone(store: Store) -> None:
    report = of(store, "kwartaalrapport", "Gestelse Ontginning")
    cover, *slides = Presentation(BytesIO(pptx(report, house()))).slides
    assert report.cover is not None
    assert any(shape.name.startswith(report.cover.title) for shape in cover.shapes)
    notes = [card for card in report.cards if card.note]
    assert notes
    assert not {card.title for card in notes} & {one.shapes.title.text_frame.text for one in slides}
    said = "\n".join(s.text_frame.text for one in slides for s in one.shapes if s.has_text_frame)
    assert all(card.note in said for card in notes)


READABLE = 6.5  # points


@pytest.mark.parametrize("area", ["Tongelre", "Eindhoven"])
def test_words_on_a_cover_can_be_read_and_dates_are_whole(store: Store, area: str) -> None:
    with pdfplumber.open(BytesIO(pdf(of(store, "kwartaalrapport", area), house()))) as opened:
        cover, *others = opened.pages
        assert min(letter["size"] for letter in cover.chars) >= READABLE
        lines = [line for page in others for line in page.extract_text().splitlines()]
    assert "sep 2017" in "\n".join(lines)


@pytest.mark.parametrize("area", ["De Laak", "Oud-Woensel"])
def test_a_factsheet_is_one_page(store: Store, area: str) -> None:
    [told] = pages(of(store, "factsheet", area))
    assert area in told


@pytest.mark.parametrize("area", ["Eindhoven", "Woensel-Noord"])
def test_a_letter_to_the_council_has_two_pages(store: Store, area: str) -> None:
    assert len(pages(of(store, "raadsbrief", area))) == 2


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("kwartaalrapport", "Tongelre"),
        ("voortgang-doelen", "Eindhoven"),
        ("factsheet", "De Laak"),
        ("rapport", "Oud-Tongelre"),
    ],
)
def test_the_audit_finds_nothing_in_a_report(store: Store, name: str, area: str) -> None:
    report = of(store, name, area)
    made = {f"r_gemeente.{form.name}": form.make(report, house()) for form in REPORT_FORMS}
    told = audit_made(made)
    assert [one.what for one in told.findings] + list(told.unread) == []


def test_exact_figures_are_said_to_be_exact(store: Store) -> None:
    report = of(store, "raadsbrief", "Eindhoven", Audience.INTERN)
    words = [
        words for piece in report.pieces if isinstance(piece, Text) for words in piece.paragraphs
    ]
    assert any("exact" in one for one in words)
    assert not any("naast" in one for one in words)
