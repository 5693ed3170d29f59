"""Wat zie ik hier?: what a figure means, where it stands; it opens without asking the server.

The meanings stand on a page once, out of sight: they are the same for every view, so that a browser
keeps them. frame.js puts those of a figure where it is opened.
"""

from collections.abc import Sequence
from html import escape

from analytics.catalog.explanation import Explanation, explained
from pages._parts.markup import data_html

WHAT = "Wat zie ik hier?"


def what(indicators: Sequence[str], about: str) -> str:
    """The HTML of the explanation of some indicators, closed; "" without any.

    `about` is the title of the card or tile, for who hears it without seeing where it stands.
    """
    if not indicators:
        return ""
    hidden = f'<span class="bloei-unseen">: {escape(about)}</span>'
    asked = escape(" ".join(indicators))
    return (
        f'<details class="bloei-what" data-of="{asked}"><summary>{WHAT}{hidden}</summary>'
        "<dl></dl></details>"
    )


def meanings() -> str:
    """The HTML of what all indicators mean, from which frame.js takes."""
    found = {
        indicator.id: f"<dt>{escape(text.title)}</dt><dd>{meaning(text)}</dd>"
        for indicator, text in explained()
    }
    return data_html("bloei-meanings", found)


def meaning(text: Explanation) -> str:
    """The HTML of what one indicator means, without its title."""
    words = " ".join((text.definition, text.counted, *text.pitfalls))
    return f"{escape(words)} Bron: {escape(text.source)}."
