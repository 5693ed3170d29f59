"""Wat zie ik hier?: what a figure means, where it stands; it opens without asking the server."""

from collections.abc import Sequence
from html import escape

from analytics.catalog import find
from analytics.catalog.explanation import explanation

WHAT = "Wat zie ik hier?"


def what(indicators: Sequence[str], about: str, more: str = "") -> str:
    """The HTML of the explanation of some indicators, closed; "" without any.

    `about` is the title of the card or tile, for who hears it without seeing where it stands.
    """
    if not indicators and not more:
        return ""
    hidden = f'<span class="bloei-unseen">: {escape(about)}</span>'
    terms = "".join(_term(indicator) for indicator in indicators)
    extra = f"<p>{escape(more)}</p>" if more else ""
    return (
        f'<details class="bloei-what"><summary>{WHAT}{hidden}</summary>'
        f"{extra}<dl>{terms}</dl></details>"
    )


def _term(indicator: str) -> str:
    found = explanation(find(indicator))
    words = " ".join((found.definition, found.counted, *found.pitfalls))
    return f"<dt>{escape(found.title)}</dt><dd>{escape(words)} Bron: {escape(found.source)}.</dd>"
