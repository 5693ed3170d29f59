"""The cards of all pages: one entry is one card, for its page, its exports and the reports."""

from collections.abc import Callable

from analytics.answers import Answers
from analytics.view import View
from charts.card import Card
from charts.cards.aligned import aligned_curves, aligned_panels, aligned_table
from charts.cards.journeys import journey_table
from charts.cards.rollout import rollout_table
from charts.cards.span_groups import SUBJECTS, card_of
from charts.cards.stand import stand_table, started_chart, starts_strip
from charts.cards.stays import agreement_curve, stay_curve
from charts.cards.trend import monthly_trend
from charts.cards.waits import wait_curve

Builder = Callable[[Answers, View], Card]

CARDS: dict[str, Builder] = {
    "overzicht.trend": monthly_trend,
    "overzicht.uitrol": rollout_table,
    "uitrol.gestart": started_chart,
    "uitrol.tijdlijn": starts_strip,
    "uitrol.stand": stand_table,
    "uitrol.leeftijd": aligned_curves,
    "uitrol.leeftijd_per_gebied": aligned_panels,
    "uitrol.leeftijd_tabel": aligned_table,
    "uitkomsten.looptijd": stay_curve,
    "uitkomsten.afspraak": agreement_curve,
    "uitkomsten.trechter": journey_table,
    "uitkomsten.wachttijd": wait_curve,
    **{f"uitkomsten.{subject.name}": card_of(subject) for subject in SUBJECTS},
}
