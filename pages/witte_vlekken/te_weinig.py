"""Waar is te weinig: the white spots, how sure they are, and the doors to knock on first."""

import streamlit as st

from charts.cards.gaps.clusters import cluster_list
from charts.cards.gaps.doors import three_doors
from charts.cards.gaps.ranking import blind_spots, gap_list, gap_map, where_it_stands
from pages._parts import cards
from pages.witte_vlekken import _section


def show() -> None:
    """Draws the page."""
    begun = _section.begin("Waar is te weinig?")
    if begun is None:
        return
    results, view = begun
    listing, doors = gap_list(results, view), three_doors(results, view)
    cards.lead(f"{where_it_stands(results, view) or listing.sentence} {doors.sentence}".strip())
    _section.choose_catchment(view)
    cards.draw(doors, results, view)
    left, right = st.columns([7, 5], gap="large")
    with left:
        cards.draw(gap_map(results, view), results, view)
    with right, st.container(key="beside_map"):
        cards.draw(blind_spots(results, view), results, view)
    ranked, clustered = st.tabs(["Van groot naar klein", "Buurten die samen opvallen"])
    with ranked:
        cards.draw(listing, results, view)
    with clustered:
        cards.draw(cluster_list(results, view), results, view)


show()
