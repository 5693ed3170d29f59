"""The cards of all pages: one entry is one card, for its page, its exports and the reports."""

from collections.abc import Callable

from analytics.scope.answers import Answers
from analytics.scope.view import View
from charts.card import Card
from charts.cards.gaps.advice import area_advice, city_advice
from charts.cards.gaps.clusters import cluster_list
from charts.cards.gaps.doors import three_doors
from charts.cards.gaps.flows import flow_list, flow_map
from charts.cards.gaps.lists import free_list, waiting_list
from charts.cards.gaps.places import places_to_ask_list
from charts.cards.gaps.ranking import blind_spots, gap_list, gap_map
from charts.cards.gaps.supply import supply_heat
from charts.cards.loading.quality import records_list, rules_table, teams_table
from charts.cards.loading.quality_months import months_trend, team_months_heat
from charts.cards.map.indicator import (
    indicator_bars,
    indicator_change,
    indicator_differences,
    indicator_map,
    indicator_series,
    indicator_table,
    reach_map,
)
from charts.cards.outcomes.journeys import journey_table
from charts.cards.outcomes.span_groups import card_of
from charts.cards.outcomes.span_subjects import SUBJECTS
from charts.cards.outcomes.stays import agreement_curve, stay_curve
from charts.cards.outcomes.waits import wait_curve
from charts.cards.overview.rollout import rollout_table
from charts.cards.overview.trend import monthly_trend
from charts.cards.profile.places import places_table
from charts.cards.profile.profile import profile_table
from charts.cards.profile.quarter import changes_table
from charts.cards.profile.reach import reach_trend
from charts.cards.profile.similar import similar_table
from charts.cards.rollout.aligned import aligned_curves, aligned_panels, aligned_table
from charts.cards.rollout.changes import change_before, change_year
from charts.cards.rollout.funnel import funnel_plot, smoothed_ranking
from charts.cards.rollout.outlook import expected_chart, targets_table
from charts.cards.rollout.stand import stand_table
from charts.cards.rollout.starts import started_chart, starts_strip

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
    "kaart.verschillen": indicator_differences,
    "gebied.indicatoren": profile_table,
    "gebied.trend": reach_trend,
    "gebied.veranderd": changes_table,
    "gebied.vergelijkbaar": similar_table,
    "gebied.ontwikkelplaatsen": places_table,
    "uitrol.gestart": started_chart,
    "uitrol.tijdlijn": starts_strip,
    "uitrol.stand": stand_table,
    "uitrol.leeftijd": aligned_curves,
    "uitrol.leeftijd_per_gebied": aligned_panels,
    "uitrol.leeftijd_tabel": aligned_table,
    "uitrol.trechter": funnel_plot,
    "uitrol.rangorde": smoothed_ranking,
    "uitrol.verwachting": expected_chart,
    "uitrol.doelen": targets_table,
    "uitrol.veranderd": change_before,
    "uitrol.veranderd_jaar": change_year,
    "uitkomsten.looptijd": stay_curve,
    "uitkomsten.afspraak": agreement_curve,
    "uitkomsten.trechter": journey_table,
    "uitkomsten.wachttijd": wait_curve,
    **{f"uitkomsten.{subject.name}": card_of(subject) for subject in SUBJECTS},
    "witte_vlekken.deuren": three_doors,
    "witte_vlekken.kaart": gap_map,
    "witte_vlekken.rangorde": gap_list,
    "witte_vlekken.blinde_vlekken": blind_spots,
    "witte_vlekken.clusters": cluster_list,
    "witte_vlekken.vraag_en_aanbod": supply_heat,
    "witte_vlekken.vrije_plekken": free_list,
    "witte_vlekken.wachtenden": waiting_list,
    "witte_vlekken.advies": area_advice,
    "witte_vlekken.advies_stad": city_advice,
    "witte_vlekken.ontwikkelplaatsen": places_to_ask_list,
    "witte_vlekken.stromen": flow_map,
    "witte_vlekken.stromen_lijst": flow_list,
    "kwaliteit.regels": rules_table,
    "kwaliteit.teams": teams_table,
    "kwaliteit.rijen": records_list,
    "kwaliteit.maanden": months_trend,
    "kwaliteit.team_maanden": team_months_heat,
}
