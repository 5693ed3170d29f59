"""A card as slides: its picture as native chart, map or table, with its words around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import ceil, sqrt
from typing import Any

from charts.card import Card, Table
from charts.layout import bars as bar_layout
from charts.layout import panels as panel_layout
from charts.layout import scatter as scatter_layout
from charts.layout.keys import Key
from charts.pictures import AreaMap, Bars, Panels, Picture, Scatter, Trend
from charts.tabulate import table_of
from exports.house import House
from exports.setting import Setting
from exports.slides import tables
from exports.slides.box import Box
from exports.slides.canvas import SMALL, Canvas
from exports.slides.charts import lines, points_and_bars
from exports.slides.charts.keys import HEIGHT as KEYS_HEIGHT
from exports.slides.charts.keys import draw_keys
from exports.slides.deck import TEXT_SIZE, Deck, describe
from exports.slides.maps import areas
from exports.slides.mark import SENTENCE, SOURCE, SUBTITLE, mark_card
from exports.slides.words import size_in, write
from exports.words import definitions, events, spoken

MOST_BARS = 30  # more of them cannot be read on a slide
MOST_PANELS = 9  # on a slide
SENTENCE_HEIGHT = 0.55
PANEL_HEAD = 0.3
Drawer = Callable[[Canvas, Any, Box], Any]

DRAWERS: Mapping[type[Any], Drawer] = {
    Trend: lines.trend,
    Bars: points_and_bars.bars,
    Scatter: points_and_bars.scatter,
    AreaMap: areas.draw,
}
# The legends of lines; that of a map stands beside it.
KEYS: Mapping[type[Any], Callable[[Any], list[Key]]] = {
    Bars: bar_layout.keys,
    Panels: panel_layout.keys,
    Scatter: scatter_layout.keys,
}


def pptx(card: Card, setting: Setting, house: House) -> bytes:
    """A card as a presentation of its own."""
    deck = Deck(card.title, setting, house)
    add_card(deck, card)
    return deck.saved()


def add_card(deck: Deck, card: Card) -> None:
    """Adds the slides of a card: its picture, and for a map its table; they know what they show."""
    before = len(deck.slides)
    _add_slides(deck, card)
    mark_card(deck.slides[before:], card, deck.setting)


def _add_slides(deck: Deck, card: Card) -> None:
    picture = card.picture
    if card.note:
        _add_note(deck, card)
    elif isinstance(picture, Panels):
        _add_panels(deck, card, picture)
    elif picture is not None and _is_drawn(picture):
        _add_picture(deck, card, picture)
        if isinstance(picture, AreaMap):
            _add_table(deck, card, table_of(card))
    else:
        _add_table(deck, card, table_of(card))


def _is_drawn(picture: Picture) -> bool:
    too_long = isinstance(picture, Bars) and len(picture.bars) > MOST_BARS
    return type(picture) in DRAWERS and not too_long


def _start(deck: Deck, card: Card, more: str = "") -> tuple[Any, Canvas, Box]:
    """A slide with the words of a card; the slide, its canvas and the room that is left."""
    slide = deck.add(f"{card.title}{more}")
    canvas = deck.canvas(slide)
    sizes = range(TEXT_SIZE, SMALL - 2, -1)
    _write_fitting(canvas, card.subtitle, deck.look.subtitle, sizes).name = SUBTITLE
    small = " · ".join(part for part in (_small_words(card), deck.foot) if part)
    _write_fitting(canvas, small, deck.look.source, range(SMALL, SMALL - 3, -1)).name = SOURCE
    _write_notes(slide, card, deck.setting)
    room, body = _room(deck, card), deck.look.body
    if card.sentence:
        below = replace(body, top=room.top + room.height, height=body.height - room.height)
        write(canvas.sized(TEXT_SIZE), card.sentence, below).name = SENTENCE
    return slide, canvas, room


def _write_fitting(canvas: Canvas, text: str, box: Box, sizes: Sequence[int]) -> Any:
    """Small words in their box, in the largest letters that fit; the shape."""
    return write(canvas.sized(size_in([text], box, sizes, canvas.house)), text, box, ink="muted")


def _room(deck: Deck, card: Card) -> Box:
    """What is left of a slide between the words of a card and its sentence."""
    body = deck.look.body
    return replace(body, height=body.height - SENTENCE_HEIGHT) if card.sentence else body


def _small_words(card: Card) -> str:
    """The source, and the notes on the time axis, for which a native chart has no place."""
    notes = "; ".join(f"{moment} {label}" for moment, label in events(card))
    return " · ".join(part for part in (card.source, notes) if part)


def _write_notes(slide: Any, card: Card, setting: Setting) -> None:
    """What the indicators mean, for who speaks with the slide."""
    lines = [f"{label}: {definition}" for label, definition in definitions(card)]
    lines += [setting.selection, setting.audience_words, card.source]
    slide.notes_slide.notes_text_frame.text = "\n".join(line for line in lines if line)


def _add_note(deck: Deck, card: Card) -> None:
    _, canvas, box = _start(deck, card)
    write(canvas.sized(TEXT_SIZE), card.note, replace(box, height=1))


def _add_picture(deck: Deck, card: Card, picture: Picture) -> None:
    _, canvas, box = _start(deck, card)
    box = _with_keys(canvas, picture, box)
    drawn = DRAWERS[type(picture)](canvas, picture, box)
    describe(drawn, spoken(card), card.title)


def _with_keys(canvas: Canvas, picture: Picture, box: Box) -> Box:
    """Draws the legend of lines; the room that is left under it."""
    found = KEYS[type(picture)](picture) if type(picture) in KEYS else []
    if not found:
        return box
    draw_keys(canvas, found, box)
    return replace(box, top=box.top + KEYS_HEIGHT, height=box.height - KEYS_HEIGHT)


def _add_panels(deck: Deck, card: Card, picture: Panels) -> None:
    """Several small charts on shared axes, so many slides as are needed."""
    placed, panels = panel_layout.axes(picture), list(picture.panels.items())
    for first in range(0, len(panels), MOST_PANELS):
        shown = panels[first : first + MOST_PANELS]
        _, canvas, box = _start(deck, card, " (vervolg)" if first else "")
        box = _with_keys(canvas, picture, box)
        _write_axis(canvas, picture, box)
        box = replace(box, height=box.height - PANEL_HEAD)
        columns = ceil(sqrt(len(shown)))
        cells = box.grid(columns, ceil(len(shown) / columns), 0.2)
        for (name, trend), cell in zip(shown, cells, strict=False):
            write(canvas, name, replace(cell, height=PANEL_HEAD), is_bold=True)
            room = replace(cell, top=cell.top + PANEL_HEAD, height=cell.height - PANEL_HEAD)
            drawn = lines.panel(canvas, trend, placed, room)
            describe(drawn, f"{spoken(card)} {name}.", name)


def _write_axis(canvas: Canvas, picture: Panels, box: Box) -> None:
    """What the axis of all panels is, under them."""
    title = next((trend.x_title for trend in picture.panels.values()), "")
    below = replace(box, top=box.top + box.height - PANEL_HEAD, height=PANEL_HEAD)
    if title:
        write(canvas.sized(SMALL), f"onder de assen: {title}", below, ink="muted")


def _add_table(deck: Deck, card: Card, table: Table | None) -> None:
    if table is None:
        return
    portions = tables.on_pages(table, _room(deck, card), deck.house)
    for number, portion in enumerate(portions, 1):
        more = f" ({number} van {len(portions)})" if len(portions) > 1 else ""
        _, canvas, box = _start(deck, card, more)
        drawn = tables.draw(canvas, portion, box)
        describe(drawn, f"Tabel: {table.caption}.", table.caption)
