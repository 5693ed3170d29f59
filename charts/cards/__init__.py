"""The cards of all pages: one entry is one card, for its page, its exports and the reports."""

from collections.abc import Callable

from analytics.answers import Answers
from analytics.view import View
from charts.card import Card
from charts.cards.gaps_advice import area_advice, city_advice
from charts.cards.gaps_clusters import cluster_list
from charts.cards.gaps_doors import three_doors
from charts.cards.gaps_flows import flow_list, flow_map
from charts.cards.gaps_lists import free_list, waiting_list
from charts.cards.gaps_places import places_to_ask_list
from charts.cards.gaps_ranking import blind_spots, gap_list, gap_map
from charts.cards.gaps_supply import supply_heat
from charts.cards.rollout import rollout_table
from charts.cards.trend import monthly_trend

Builder = Callable[[Answers, View], Card]

CARDS: dict[str, Builder] = {
    "overzicht.trend": monthly_trend,
    "overzicht.uitrol": rollout_table,
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
}
