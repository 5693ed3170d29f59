"""Words that every document of the house uses."""

from collections.abc import Sequence
from datetime import date

from analytics.catalog import find
from charts.card import Card
from charts.pictures import Event, TimeStrip, Trend
from data.dutch import long_date, number, short_date
from data.grammar import capital
from exports.setting import Setting

DEMO_WORDS = "Deze cijfers zijn verzonnen, geen enkele inwoner bestaat echt."


def definitions(card: Card) -> list[tuple[str, str]]:
    """What the indicators of a card mean: label and definition."""
    return [(capital(find(name).label), find(name).definition) for name in card.indicators]


def about(cards: Sequence[Card], setting: Setting) -> list[tuple[str, str]]:
    """What the figures of some cards are: name and words of every line of an explanation."""
    rows = [(card.topic or card.title, card.subtitle) for card in cards if card.subtitle]
    rows += [
        ("Selectie", setting.selection),
        ("Peildatum", long_date(setting.as_of)),
        ("Voor wie", setting.audience_words),
    ]
    if setting.is_demo:
        rows.append(("Demogegevens", DEMO_WORDS))
    sources = dict.fromkeys(card.source for card in cards if card.source)
    rows += [("Bron", source.removeprefix("Bron: ")) for source in sources]
    rows += [(f"Gebeurtenis {moment}", label) for card in cards for moment, label in events(card)]
    return [*rows, *dict.fromkeys(meaning for card in cards for meaning in definitions(card))]


def spoken(card: Card) -> str:
    """What a card says to who cannot see it."""
    return card.alt or card.sentence or f"{card.title}. {card.subtitle}".rstrip(". ") + "."


def events(card: Card) -> list[tuple[str, str]]:
    """The notes on the time axis of a card: the day (or the step) and what happened."""
    found = card.picture.events if isinstance(card.picture, Trend | TimeStrip) else ()
    return [(_moment(event), event.label) for event in found]


def _moment(event: Event) -> str:
    return short_date(event.at) if isinstance(event.at, date) else number(event.at)
