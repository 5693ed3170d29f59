"""Tot een match: how long it takes from a scan to a match."""

from analytics.statistics.spells import Spell
from charts.cards.outcomes.waits import wait_answer
from pages._parts import cards, comparison


def show() -> None:
    """Draws the page."""
    scope = cards.begin("uitkomsten/wachttijd")
    cards.lead(wait_answer(scope))
    cards.draw("uitkomsten.wachttijd", scope)
    comparison.draw(scope, Spell.WAIT)


show()
