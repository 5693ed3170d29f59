"""Durations compared between groups: the choice of groups, their small curves and their table."""

import streamlit as st

from analytics.statistics.spells import Spell
from charts.cards import CARDS
from charts.cards.outcomes.span_subjects import GROUPS, SUBJECTS, Subject
from pages._parts import cards, choices
from pages._parts.session import PageScope


def draw(scope: PageScope, spell: Spell) -> None:
    """The comparison that the reader chose, for the spells of the page."""
    facets = [subject.facet for subject in SUBJECTS if subject.spell is spell]
    chosen = scope.view.facet if scope.view.facet in facets else facets[0]
    groups = {facet: GROUPS[facet] for facet in facets}
    choices.segments("facet", "Vergelijk per", groups, chosen, key=f"facet-{spell}")
    card = CARDS[Subject(spell, chosen).card_id](scope)
    with st.container(key="wide"):
        cards.draw(card, scope)
    if card.table:
        cards.searchable(card.table, card.id)
