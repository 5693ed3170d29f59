"""The cards of all pages: one entry is one card, for its page, its exports and the reports."""

from collections.abc import Callable

from analytics.answers import Answers
from analytics.view import View
from charts.card import Card
from charts.cards.ranking import ranking_table
from charts.cards.rollout import rollout_table
from charts.cards.trend import monthly_trend

Builder = Callable[[Answers, View], Card]

CARDS: dict[str, Builder] = {
    "overzicht.trend": monthly_trend,
    "overzicht.uitrol": rollout_table,
    "kaart.rangorde": ranking_table,
}
