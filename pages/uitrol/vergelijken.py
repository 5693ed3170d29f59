"""Eerlijk vergelijken: which areas differ by more than chance."""

from charts.cards.rollout.funnel import funnel_plot, funnel_sentence, smoothed_ranking
from pages._parts import cards, session, state, subjects


def show() -> None:
    """Draws the page."""
    results, view = session.results(), state.view()
    cards.page_head("Welke verschillen zijn meer dan toeval?", view, results.known)
    subjects.choose(view)
    cards.lead(funnel_sentence(results, view))
    cards.draw(funnel_plot(results, view), results, view)
    cards.draw(smoothed_ranking(results, view), results, view)


show()
