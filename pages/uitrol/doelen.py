"""Halen we de doelen: progress, the pace that is needed, and what is expected."""

from charts.cards.rollout.outlook import expected_chart, targets_table
from charts.cards.rollout.outlook_words import expected_sentence
from pages._parts import cards, session, state, subjects


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Halen we de doelen?", view, results.known)
    subjects.choose(view)
    cards.lead(expected_sentence(results, view))
    cards.draw(expected_chart(results, view), results, view)
    cards.draw(targets_table(results, view), results, view)


show()
