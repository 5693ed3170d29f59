"""Halen we de doelen: progress, the pace that is needed, and what is expected."""

from charts.cards.rollout.outlook_words import expected_sentence
from pages._parts import cards, choices


def show() -> None:
    """Draws the page."""
    scope = cards.begin("uitrol/doelen")
    choices.subject(scope.view)
    cards.lead(expected_sentence(scope))
    cards.draw("uitrol.verwachting", scope)
    cards.draw("uitrol.doelen", scope)


show()
