"""Durations compared between groups: the choice of groups, their small curves and their table."""

import streamlit as st

from analytics.scope.view import View
from analytics.statistics.spells import Facet, Spell
from charts.cards.outcomes.span_groups import group_card
from charts.cards.outcomes.span_subjects import GROUPS, SUBJECTS, Subject
from pages._parts import cards
from pages._parts.session import Results


def draw(results: Results, view: View, spell: Spell) -> None:
    """The comparison that the reader chose, for the spells of the page."""
    facets = [subject.facet for subject in SUBJECTS if subject.spell is spell]
    chosen = st.segmented_control(
        "Vergelijk per",
        facets,
        format_func=GROUPS.__getitem__,
        key=f"facet-{spell}",
        default=facets[0],
        required=True,
    )
    card = group_card(results, view, Subject(spell, chosen or Facet.NONE))
    with st.container(key="wide"):
        cards.draw(card, results, view)
    if card.table:
        cards.searchable(card.table, card.id)
