"""The first slide of a report: what it is, for whom, and the map of its area."""

from typing import Any

from pptx.util import Pt

from charts.card import Card
from charts.pictures import AreaMap
from exports.house import House
from exports.report.report import Report
from exports.setting import Setting
from exports.slides.box import Box
from exports.slides.canvas import SMALL
from exports.slides.cards import add_card
from exports.slides.deck import TEXT_SIZE, Deck, Kind, describe, subtitle_of
from exports.slides.maps import areas
from exports.slides.mark import SOURCE, mark_cover
from exports.slides.words import fitted, size_in, write
from exports.words import spoken

TITLE, WORDS = Box(0.6, 1.2, 4.7, 2.3), Box(0.6, 3.6, 4.7, 2.2)
SIZES = range(28, 15, -1)  # of the title beside a map
MAP, BELOW = Box(5.4, 0.8, 7.3, 5.3), Box(5.4, 6.2, 7.3, 0.7)


def add_cover(deck: Deck, report: Report) -> None:
    """Adds the slide; the map has one of its own after the cover of an organisation.

    Such a cover may be full: only its makers know where it has room.
    """
    slide = deck.add(report.title, Kind.COVER)
    card, place = report.cover, subtitle_of(slide)
    if card is not None and not card.note:
        if deck.house.slides or not isinstance(card.picture, AreaMap):
            add_card(deck, card)
        else:
            _add_map(deck, slide, card, card.picture)
    words = [report.subtitle, report.setting.audience_words]
    if place is None:
        write(deck.canvas(slide).sized(TEXT_SIZE), "\n".join(words), deck.look.body, ink="muted")
    else:
        fitted(place, words, deck.house)


def cover_map(card: Card, setting: Setting, house: House) -> bytes:
    """A presentation of one cover with the map of a card; its other words are none."""
    deck = Deck(card.title, setting, house)
    slide = deck.add(card.title, Kind.COVER)
    if isinstance(card.picture, AreaMap):
        _add_map(deck, slide, card, card.picture)
    return deck.saved()


def _add_map(deck: Deck, cover: Any, card: Card, picture: AreaMap) -> None:
    """The map at the right of our own cover, its words at the left."""
    title = cover.shapes.title
    for shape, box in ((title, TITLE), (subtitle_of(cover), WORDS)):
        if shape is not None:
            shape.left, shape.top, shape.width, shape.height = box.emu
    size = size_in([title.text_frame.text], TITLE, SIZES, deck.house)
    for run in title.text_frame.paragraphs[0].runs:
        run.font.size = Pt(size)
    canvas = deck.canvas(cover)
    describe(areas.draw(canvas, picture, MAP), spoken(card), card.title)
    told = " · ".join((card.title, card.subtitle, card.source))
    write(canvas.sized(SMALL), told, BELOW, ink="muted").name = SOURCE
    mark_cover(cover, card, deck.setting)
