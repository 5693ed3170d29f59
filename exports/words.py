"""Words that every document of the house uses."""

from analytics.catalog import find
from charts.card import Card

DEMO_WORDS = "Deze cijfers zijn verzonnen, geen enkele inwoner bestaat echt."


def definitions(card: Card) -> list[tuple[str, str]]:
    """What the indicators of a card mean: label and definition."""
    return [(find(name).label.capitalize(), find(name).definition) for name in card.indicators]


def spoken(card: Card) -> str:
    """What a card says to who cannot see it."""
    return card.alt or card.sentence or f"{card.title}. {card.subtitle}".rstrip(". ") + "."
