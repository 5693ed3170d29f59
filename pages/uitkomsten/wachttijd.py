"""Tot een match: how long it takes from a scan to a match."""

from analytics.statistics.spells import Spell
from charts.cards.outcomes.waits import wait_answer, wait_curve
from pages._parts import cards, comparison, session, state


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Hoe lang duurt het tot een match?", view, results.known)
    cards.lead(wait_answer(results, view))
    cards.draw(wait_curve(results, view), results, view)
    comparison.draw(results, view, Spell.WAIT)


show()
