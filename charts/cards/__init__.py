"""The cards of all pages: one entry is one card, for its page, its exports and the reports."""

from collections.abc import Callable

from analytics.answers import Answers
from analytics.view import View
from charts.card import Card
from charts.cards.changes import changes_table
from charts.cards.indicator import (
    indicator_bars,
    indicator_change,
    indicator_map,
    indicator_series,
    indicator_table,
    reach_map,
)
from charts.cards.places import places_table
from charts.cards.profile import profile_table
from charts.cards.reach import reach_trend
from charts.cards.rollout import rollout_table
from charts.cards.similar import similar_table
from charts.cards.trend import monthly_trend

Builder = Callable[[Answers, View], Card]

CARDS: dict[str, Builder] = {
    "overzicht.kaart": reach_map,
    "overzicht.trend": monthly_trend,
    "overzicht.uitrol": rollout_table,
    "kaart.kaart": indicator_map,
    "kaart.staven": indicator_bars,
    "kaart.tabel": indicator_table,
    "kaart.reeks": indicator_series,
    "kaart.verandering": indicator_change,
    "gebied.indicatoren": profile_table,
    "gebied.trend": reach_trend,
    "gebied.veranderd": changes_table,
    "gebied.vergelijkbaar": similar_table,
    "gebied.ontwikkelplaatsen": places_table,
}
