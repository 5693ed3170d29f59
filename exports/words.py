"""Words that every document of the house uses."""

from datetime import date

from analytics.catalog import find
from charts.card import Card
from charts.pictures import Event, TimeStrip, Trend
from data.dutch import number, short_date
from data.grammar import capital

DEMO_WORDS = "Deze cijfers zijn verzonnen, geen enkele inwoner bestaat echt."


def definitions(card: Card) -> list[tuple[str, str]]:
    """What the indicators of a card mean: label and definition."""
    return [(capital(find(name).label), find(name).definition) for name in card.indicators]


def spoken(card: Card) -> str:
    """What a card says to who cannot see it."""
    return card.alt or card.sentence or f"{card.title}. {card.subtitle}".rstrip(". ") + "."


def events(card: Card) -> list[tuple[str, str]]:
    """The notes on the time axis of a card: the day (or the step) and what happened."""
    found = card.picture.events if isinstance(card.picture, Trend | TimeStrip) else ()
    return [(_moment(event), event.label) for event in found]


def _moment(event: Event) -> str:
    return short_date(event.at) if isinstance(event.at, date) else number(event.at)
