"""Tot een match: how long it takes from a scan to a match."""

from analytics.statistics.spells import Spell
from charts.cards.outcomes.waits import wait_answer
from pages._parts import cards, comparison, session


def show() -> None:
    """Draws the page."""
    scope = session.scope()
    cards.page_head("Hoe lang duurt het tot een match?", scope)
    cards.lead(wait_answer(scope))
    cards.draw("uitkomsten.wachttijd", scope)
    comparison.draw(scope, Spell.WAIT)


show()
