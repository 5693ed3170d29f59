"""What a report holds, whatever it becomes: an area, a period, cards and texts in their order."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Card
from charts.cards import CARDS
from data.reference.areas import Level
from exports.setting import Setting, setting_of

# The level of the areas that a report shows inside its area.
BELOW = {
    Level.GEMEENTE: Level.WIJK,
    Level.STADSDEEL: Level.WIJK,
    Level.WIJK: Level.BUURT,
    Level.TEAM: Level.WIJK,
}
LEVELS = tuple(BELOW)


@dataclass(frozen=True)
class Text:
    """A piece of text: paragraphs, and terms with their meaning. All of it is plain text."""

    title: str
    paragraphs: Sequence[str] = ()
    terms: Sequence[tuple[str, str]] = ()


Piece = Card | Text


@dataclass(frozen=True)
class Report:
    """A document: its cover and its pieces. `file_name` is without audience and ending."""

    title: str
    subtitle: str
    file_name: str
    setting: Setting
    pieces: Sequence[Piece]

    @property
    def cards(self) -> list[Card]:
        """The pieces with figures."""
        return [piece for piece in self.pieces if isinstance(piece, Card)]


@dataclass(frozen=True)
class Draft:
    """What is known when texts are written: who asks, for which area, the cards, the author."""

    scope: Scope
    cards: Sequence[Card]
    explanation: str


@dataclass(frozen=True)
class CardPart:
    """A part of a report that is a card of the house.

    `inside`: about the areas inside the area of the report, not about areas like it.
    """

    label: str
    card: str
    inside: bool = False


@dataclass(frozen=True)
class TextPart:
    """A part of a report that is text; a part without text is left out."""

    label: str
    write: Callable[[Draft], Text | None]


Part = CardPart | TextPart


def area_view(view: View, area: NamedArea) -> View:
    """The view of a report about an area: it stands among its like, the city as stadsdelen."""
    if area.level is Level.GEMEENTE:
        return replace(view, level=Level.STADSDEEL, area="")
    return replace(view, level=area.level, area=area.code)


def make(scope: Scope, parts: Sequence[Part], explanation: str = "") -> Report:
    """The report of the area of a scope (see `area_view`), its parts in that order."""
    area = scope.area
    cards = {part: _card(scope, part) for part in parts if isinstance(part, CardPart)}
    draft = Draft(scope, list(cards.values()), explanation)
    pieces = [cards[part] if isinstance(part, CardPart) else part.write(draft) for part in parts]
    setting = setting_of(scope)
    setting = replace(setting, selection=setting.selection.rpartition(" · ")[0])  # has all levels
    return Report(
        title=f"Buurt in Bloei in {area.in_sentence}",
        subtitle=setting.selection,
        file_name=f"rapport_{area.level}_{_plain(area)}_{setting.as_of}",
        setting=setting,
        pieces=[piece for piece in pieces if piece is not None],
    )


def _card(scope: Scope, part: CardPart) -> Card:
    return CARDS[part.card](scope.per(BELOW[scope.area.level]) if part.inside else scope)


def _plain(area: NamedArea) -> str:
    """The name of an area for a file name: woensel-noord."""
    letters = unicodedata.normalize("NFKD", area.name.casefold())
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in letters)
    return "-".join(words.split())[:60] or area.code
