"""What a report holds, whatever it becomes: an area, a period, cards and texts in their order."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from analytics.profile.leads import rollout_lead
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Card
from charts.cards import CARDS
from charts.pictures import AreaMap
from data.reference.areas import Level
from exports.setting import Setting, setting_of

# The level of the areas that a report shows inside its area.
BELOW = {
    Level.GEMEENTE: Level.WIJK,
    Level.STADSDEEL: Level.WIJK,
    Level.WIJK: Level.BUURT,
    Level.TEAM: Level.WIJK,
    Level.OWN: Level.BUURT,
}
# The level on which an area stands in its report, where it has none in addresses.
AMONG = {Level.GEMEENTE: Level.STADSDEEL, Level.OWN: Level.BUURT}
LEVELS = tuple(BELOW)
LONGEST_HEADING = 150  # letters
WAYS_OUT = ("Kies ", "Voeg ")  # so begins a sentence on what to do in the dashboard
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")  # neither 1.000 nor 3e kwartaal ends a sentence


@dataclass(frozen=True)
class Text:
    """A piece of text: paragraphs, and terms with their meaning. All of it is plain text."""

    title: str
    paragraphs: Sequence[str] = ()
    terms: Sequence[tuple[str, str]] = ()


Piece = Card | Text


class Shape(StrEnum):
    """How a document is laid out; the value stands in the files of exports/reports."""

    REPORT = "rapport"  # a cover with the contents, then the pieces
    BRIEF = "brief"  # no cover: a letter of two pages
    SHEET = "blad"  # one A4


@dataclass(frozen=True)
class Plan:
    """What kind of report it is. `has_findings`: its titles state what was found."""

    name: str = "rapport"
    label: str = "Rapport"
    shape: Shape = Shape.REPORT
    has_findings: bool = False


USUAL = Plan()


@dataclass(frozen=True)
class Report:
    """A document: its cover and its pieces. `file_name` is without audience and ending.

    `cover` is the map on the first page, None for none; `lead` what a document without a summary
    says first.
    """

    title: str
    subtitle: str
    file_name: str
    setting: Setting
    pieces: Sequence[Piece]
    shape: Shape = Shape.REPORT
    cover: Card | None = None
    lead: Sequence[str] = ()

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
    `below_city`: about an area among others like it, so that the city and an own area have none.
    """

    label: str
    card: str
    inside: bool = False
    below_city: bool = False


@dataclass(frozen=True)
class TextPart:
    """A part of a report that is text; a part without text is left out."""

    label: str
    write: Callable[[Draft], Text | None]


Part = CardPart | TextPart
COVER = CardPart("Kaart", "overzicht.kaart", inside=True)


def area_view(view: View, area: NamedArea) -> View:
    """The view of a report about an area: it stands among its like, else it is seen in parts."""
    level = AMONG.get(area.level, area.level)
    return replace(view, level=level, area="" if area.level is Level.GEMEENTE else area.code)


def make(scope: Scope, parts: Sequence[Part], explanation: str = "", plan: Plan = USUAL) -> Report:
    """The report of the area of a scope (see `area_view`), its parts in that order."""
    area = scope.area
    parts = _once([part for part in parts if _applies(part, area)], scope)
    cards = {part: _card(scope, part) for part in parts if isinstance(part, CardPart)}
    draft = Draft(scope, list(cards.values()), explanation)
    if plan.has_findings:
        cards = {part: headed(card) for part, card in cards.items()}
    pieces = [cards[part] if isinstance(part, CardPart) else part.write(draft) for part in parts]
    setting = report_setting(scope)
    return Report(
        title=_title(area, plan),
        subtitle=setting.selection,
        file_name="_".join((plan.name, place_name(area), str(setting.as_of))),
        setting=setting,
        pieces=[piece for piece in pieces if piece is not None],
        shape=plan.shape,
        cover=_cover(scope, plan),
        lead=_lead(scope, cards.values()) if plan.shape is Shape.SHEET else (),
    )


def report_setting(scope: Scope) -> Setting:
    """The setting of a report of the area of a scope: it has all levels, so it names none."""
    setting = setting_of(scope)
    selection = setting.selection.rpartition(" · ")[0]
    return replace(setting, selection=selection, is_report=True)


def _applies(part: Part, area: NamedArea) -> bool:
    is_below = isinstance(part, CardPart) and part.below_city
    return not (is_below and area.level in AMONG)


def _once(parts: Sequence[Part], scope: Scope) -> list[Part]:
    """Each card once: an own area is seen in its buurten, both among its like and inside."""
    found: dict[object, Part] = {}
    for part in parts:
        shown = (part.card, _seen(scope, part).view) if isinstance(part, CardPart) else part
        found.setdefault(shown, part)
    return list(found.values())


def _title(area: NamedArea, plan: Plan) -> str:
    title = f"Buurt in Bloei in {area.in_sentence}"
    return title if plan == USUAL else f"{plan.label}: {title}"


def _cover(scope: Scope, plan: Plan) -> Card | None:
    """The map of the area; a report that anyone puts together has a bare cover."""
    if plan == USUAL or plan.shape is not Shape.REPORT:
        return None
    return _card(scope, COVER)


def _lead(scope: Scope, cards: Iterable[Card]) -> list[str]:
    """Two sentences: how far it is, and what a chart says; one where nothing began yet."""
    drawn = (card for card in cards if card.picture and not isinstance(card.picture, AreaMap))
    said = [card.sentence for card in drawn if card.sentence]
    return [sentences(rollout_lead(scope))[0], *said[-1:]]


def sentences(words: str) -> list[str]:
    """A text in its sentences."""
    return [part for part in _END.split(words.strip()) if part]


def is_finding(card: Card) -> bool:
    """Whether the first sentence of a card says a figure."""
    return any(sign.isdigit() for sign in "".join(sentences(card.sentence)[:1]))


def headed(card: Card) -> Card:
    """The card with its finding as its title, when it says one that fits above it.

    What it is about then stands first in the line under the title.
    """
    said = sentences(card.sentence)
    if not is_finding(card) or len(said[0]) > LONGEST_HEADING or card.note:
        return card
    topic = card.topic or card.title
    return replace(
        card,
        title=said[0].rstrip("."),
        topic=topic,
        subtitle=f"{topic} · {card.subtitle}",
        sentence=" ".join(said[1:]),
        is_headed=True,
    )


def _card(scope: Scope, part: CardPart) -> Card:
    return on_paper(CARDS[part.card](_seen(scope, part)))


def _seen(scope: Scope, part: CardPart) -> Scope:
    return scope.per(BELOW[scope.area.level]) if part.inside else scope


def on_paper(card: Card) -> Card:
    """The card without what its note says to choose: who reads a document cannot."""
    said = [one for one in sentences(card.note) if not one.startswith(WAYS_OUT)]
    return replace(card, note=" ".join(said) or card.note)


def place_name(area: NamedArea) -> str:
    """An area for a file name: stadsdeel_woensel-noord."""
    return f"{_plain(area.level)}_{_plain(area.name) or area.code}"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in letters)
    return "-".join(words.split())[:60]
