"""A report as a presentation: cover, contents, and its pieces as slides that can be edited."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pptx.util import Pt

from charts.card import Card
from exports.house import House
from exports.report.colophon import with_colophon
from exports.report.cover import add_cover
from exports.report.report import Piece, Report, Text
from exports.slides.cards import add_card
from exports.slides.deck import Deck, Kind, text_of
from exports.slides.words import POINTS, wrapped, write

TEXT_SIZE = 14
LEADING, BETWEEN = TEXT_SIZE * 1.2, 8  # of lines and paragraphs, in points
NOTES_TITLE = "Zonder cijfers op deze peildatum"
NOTES = "Van deze onderdelen is er nu niets te tonen."
Paragraph = tuple[str, str]  # a term ("" for none) and words


def pptx(report: Report, house: House) -> bytes:
    """The bytes of the presentation: the same report gives the same bytes."""
    deck = Deck(report.title, report.setting, house)
    add_cover(deck, report)
    for piece in _gathered(with_colophon(report, house), deck):
        if isinstance(piece, Card):
            add_card(deck, piece)
        else:
            _add_text(deck, piece)
    return deck.saved()


def _gathered(pieces: Sequence[Piece], deck: Deck) -> Iterator[Piece]:
    """The pieces without bare slides: what has no figure, and short texts at the end, share one."""
    notes = [one for one in pieces if isinstance(one, Card) and one.note]
    shown = [one for one in pieces if one not in notes]
    last = max((n for n, one in enumerate(shown, 1) if isinstance(one, Card)), default=0)
    yield from shown[:last]
    told = [(one.title, f"{one.sentence} {one.note}".strip()) for one in notes]
    texts = [one for one in shown[last:] if isinstance(one, Text)]
    yield from _joined([Text(NOTES_TITLE, [NOTES], told), *texts] if notes else texts, deck)


def _joined(texts: Sequence[Text], deck: Deck) -> Iterator[Text]:
    """Texts with those after them that fit the same slide, named in its title."""
    first, *others = texts
    for text in others:
        more = [(text.title, " ".join(text.paragraphs)), *text.terms]
        title = f"{first.title} · {text.title}"
        both = replace(first, title=title, terms=[*first.terms, *more])
        if len(_portions(_paragraphs(both), deck)) == 1:
            first = both
        else:
            yield first
            first = text
    yield first


def _paragraphs(text: Text) -> list[Paragraph]:
    return [("", words) for words in text.paragraphs] + list(text.terms)


def _add_text(deck: Deck, text: Text) -> None:
    """The text over as many slides as it needs."""
    for number, portion in enumerate(_portions(_paragraphs(text), deck)):
        slide = deck.add(text.title + (" (vervolg)" if number else ""), Kind.TEXT)
        _write(deck, slide, portion)


def _portions(paragraphs: Sequence[Paragraph], deck: Deck) -> list[list[Paragraph]]:
    """The paragraphs on as few slides as they fit, evenly; a very long one is broken."""
    parts = [part for whole in paragraphs for part in _broken(whole, deck)]
    sizes = [len(_lines(f"{term}: {words}", deck)) * LEADING + BETWEEN for term, words in parts]
    height = deck.look.body.height * POINTS
    slides = len(_filled(parts, sizes, height))
    # With so much room, a slide that is full has its share: no more slides are needed.
    even = sum(sizes) / max(slides, 1) + max(sizes, default=0)
    return _filled(parts, sizes, min(height, even))


def _filled(
    parts: Sequence[Paragraph], sizes: Sequence[float], height: float
) -> list[list[Paragraph]]:
    """Paragraphs of some sizes, each on the first slide that has room."""
    portions: list[list[Paragraph]] = []
    room = 0.0
    for part, size in zip(parts, sizes, strict=True):
        if size > room or not portions:
            portions.append([])
            room = height
        portions[-1].append(part)
        room -= size
    return portions


def _broken(paragraph: Paragraph, deck: Deck) -> Iterator[Paragraph]:
    term, words = paragraph
    lines = _lines(words, deck)
    most = max(1, int((deck.look.body.height * POINTS - BETWEEN) / LEADING) - 1)  # one for the term
    for first in range(0, max(len(lines), 1), most):
        yield term if first == 0 else "", " ".join(lines[first : first + most])


def _lines(words: str, deck: Deck) -> list[str]:
    return wrapped(words, deck.look.body.width, TEXT_SIZE, deck.house)


def _write(deck: Deck, slide: Any, portion: Sequence[Paragraph]) -> None:
    canvas = deck.canvas(slide).sized(TEXT_SIZE)
    shape = text_of(slide) or write(canvas, "", deck.look.body)
    shape.text_frame.vertical_anchor = None
    for number, (term, words) in enumerate(portion):
        paragraphs = shape.text_frame.paragraphs
        paragraph = paragraphs[0] if number == 0 else shape.text_frame.add_paragraph()
        paragraph.space_after = Pt(BETWEEN)
        for text, is_bold in ((f"{term}: " if term else "", True), (words, False)):
            if text:
                run = paragraph.add_run()
                run.text, run.font.bold, run.font.size = text, is_bold, Pt(TEXT_SIZE)
                run.font.color.rgb = canvas.ink("ink")
