"""The cards of all pages: one entry is one card, for its page, its exports and the reports."""

from collections.abc import Callable

from analytics.answers import Answers
from analytics.view import View
from charts.card import Card
from charts.cards.changes import changes_table
from charts.cards.places import places_table
from charts.cards.profile import profile_table
from charts.cards.reach import reach_trend
from charts.cards.rollout import rollout_table
from charts.cards.similar import similar_table
from charts.cards.trend import monthly_trend

Builder = Callable[[Answers, View], Card]

CARDS: dict[str, Builder] = {
    "overzicht.trend": monthly_trend,
    "overzicht.uitrol": rollout_table,
    "gebied.indicatoren": profile_table,
    "gebied.trend": reach_trend,
    "gebied.veranderd": changes_table,
    "gebied.vergelijkbaar": similar_table,
    "gebied.ontwikkelplaatsen": places_table,
}
