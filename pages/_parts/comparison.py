"""Durations compared between groups: the choice of groups, their small curves and their table."""

import streamlit as st

from analytics.statistics.spells import Facet, Spell
from charts.cards import CARDS
from charts.cards.outcomes.span_subjects import GROUPS, SUBJECTS, Subject
from pages._parts import cards
from pages._parts.session import PageScope


def draw(scope: PageScope, spell: Spell) -> None:
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
    card = CARDS[Subject(spell, chosen or Facet.NONE).card_id](scope)
    with st.container(key="wide"):
        cards.draw(card, scope)
    if card.table:
        cards.searchable(card.table, card.id)
