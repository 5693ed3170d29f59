"""Eerlijk vergelijken: which areas differ by more than chance."""

from charts.cards.rollout.funnel import funnel_sentence
from pages._parts import cards, choices


def show() -> None:
    """Draws the page."""
    scope = cards.begin("uitrol/vergelijken")
    choices.subject(scope.view)
    cards.lead(funnel_sentence(scope))
    cards.draw("uitrol.trechter", scope)
    cards.draw("uitrol.rangorde", scope)


show()
