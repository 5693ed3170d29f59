"""Which layouts of a presentation the slides use, and the room that they leave: ours or a house's.

A layout is found by the kinds of its placeholders, and among equals by its name. What a
presentation does not have is told in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exports.slides.box import Box

TITLES = {"TITLE", "CENTER_TITLE"}
TEXTS = {"BODY", "OBJECT"}
FOOTS = {"DATE", "FOOTER", "SLIDE_NUMBER"}
COVER_NAMES = ("omslag", "voorblad", "titeldia", "title slide", "cover")
CARD_NAMES = ("alleen titel", "title only", "titel")
TEXT_NAMES = ("titel en object", "titel en tekst", "title and content", "inhoud", "tekst")
GAP, LOWEST = 0.06, 0.3  # inches between parts, and from the edge of the slide
SUBTITLE_HEIGHT, SOURCE_HEIGHT = 0.4, 0.42
LEAST_WIDTH, LEAST_HEIGHT = 6.0, 3.0  # inches that a chart with its words needs
EMU = 914400  # in an inch


class NoLook(Exception):
    """A presentation in which the slides do not fit; the message says in Dutch what to change."""


@dataclass(frozen=True)
class Look:
    """The layouts for a cover, a card and a text, and the room of a card in inches.

    `notes` are Dutch sentences about what could not be matched.
    """

    cover: Any
    card: Any
    text: Any | None
    subtitle: Box
    body: Box
    source: Box
    notes: Sequence[str]


def look_of(file: Any) -> Look:
    """How the slides of a presentation are made. NoLook when nothing in it has a title."""
    layouts = [layout for master in file.slide_masters for layout in master.slide_layouts]
    titled = [layout for layout in layouts if kinds(layout) & TITLES]
    if not titled:
        raise NoLook("geen enkele indeling heeft een titel. Zet in het diamodel een titel.")
    notes: list[str] = []
    covers = [one for one in titled if "CENTER_TITLE" in kinds(one)]
    cover = _named(covers or titled, COVER_NAMES)
    if not covers:
        notes.append(f"Er is geen titeldia: de omslag krijgt de indeling {cover.name}.")
    texts = [one for one in titled if len(_of_kind(one, TEXTS)) == 1 and kinds(one) <= _PLAIN]
    text = _named(texts, TEXT_NAMES) if texts else None
    if text is None:
        notes.append("Er is geen indeling met een titel en een tekst: tekst staat in een tekstvak.")
    card = _card(titled, text, notes)
    room = _room(file, card, text, notes)
    if not _of_kind(card, {"FOOTER"}):
        notes.append(f"De indeling {card.name} heeft geen voettekst: die staat bij de bron.")
    if not _of_kind(card, {"SLIDE_NUMBER"}):
        notes.append(f"De indeling {card.name} heeft geen dianummer: dia's zijn niet genummerd.")
    return Look(cover, card, text, *_parts(room), notes)


_PLAIN = TITLES | TEXTS | FOOTS


def kinds(layout: Any) -> set[str]:
    """The kinds of the placeholders of a layout."""
    return {shape.placeholder_format.type.name for shape in layout.placeholders}


def _of_kind(layout: Any, wanted: set[str]) -> list[Any]:
    return [one for one in layout.placeholders if one.placeholder_format.type.name in wanted]


def _named(layouts: Sequence[Any], names: Sequence[str]) -> Any:
    """The first layout that has one of the names, else the first."""
    found = (one for name in names for one in layouts if name in one.name.casefold())
    return next(found, layouts[0])


def _card(titled: Sequence[Any], text: Any | None, notes: list[str]) -> Any:
    """A layout with a title alone; else that of texts, whose text is then taken away."""
    bare = [one for one in titled if kinds(one) <= {"TITLE"} | FOOTS]
    if bare:
        return _named(bare, CARD_NAMES)
    found = text or titled[0]
    notes.append(f"Er is geen indeling met alleen een titel: grafieken krijgen {found.name}.")
    return found


def _room(file: Any, card: Any, text: Any | None, notes: list[str]) -> Box:
    """The room under the title of a card, and above what stands at the foot."""
    width, height = file.slide_width / EMU, file.slide_height / EMU
    title = box_of(_of_kind(card, TITLES)[0])
    foots = [box_of(one).top for one in _of_kind(card, FOOTS)]
    low = min([top for top in foots if top > height / 2] + [height - LOWEST])
    top = title.top + title.height
    under = Box(title.left, top + GAP, title.width, low - GAP - top - GAP)
    wide = [box for box in _texts(text) if box.width > under.width]
    if wide:
        under = Box(wide[0].left, under.top, wide[0].width, under.height)
    for room in (under, *_texts(text)):
        if room.width >= LEAST_WIDTH and room.height >= LEAST_HEIGHT:
            return room
    notes.append("Onder de titel is weinig ruimte: grafieken staan over de hele dia.")
    return Box(LOWEST, LOWEST + 1, width - 2 * LOWEST, height - 1 - 2 * LOWEST)


def _texts(text: Any | None) -> Iterator[Box]:
    if text is not None:
        yield box_of(_of_kind(text, TEXTS)[0])


def _parts(room: Box) -> tuple[Box, Box, Box]:
    """The places of the line under the title, of the picture and of the source."""
    body = room.top + SUBTITLE_HEIGHT + GAP
    source = room.top + room.height - SOURCE_HEIGHT
    return (
        Box(room.left, room.top, room.width, SUBTITLE_HEIGHT),
        Box(room.left, body, room.width, source - GAP - body),
        Box(room.left, source, room.width, SOURCE_HEIGHT),
    )


def box_of(shape: Any) -> Box:
    """The place of a placeholder, which it may have from its layout or master."""
    sides = (shape.left, shape.top, shape.width, shape.height)
    return Box(*((side or 0) / EMU for side in sides))
