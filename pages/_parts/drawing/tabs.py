"""Tabs of which each holds HTML: in one piece, on paper all below each other.

frame/lists.js opens them, and keeps open what was open when their HTML comes anew.
"""

from collections.abc import Mapping
from html import escape


def html(key: str, panels: Mapping[str, str]) -> str:
    """The HTML of tabs by their titles, the first one open; `key` is theirs alone."""
    names = [_tab(key, place, title) for place, title in enumerate(panels)]
    found = [_panel(key, place, panel) for place, panel in enumerate(panels.values())]
    tabs = f'<div role="tablist">{"".join(names)}</div>'
    return f'<div class="bloei-tabs">{tabs}{"".join(found)}</div>'


def _tab(key: str, place: int, title: str) -> str:
    chosen = 'aria-selected="false" tabindex="-1"' if place else 'aria-selected="true" tabindex="0"'
    return (
        f'<button type="button" role="tab" id="{key}-tab-{place}" {chosen}'
        f' aria-controls="{key}-{place}">{escape(title)}</button>'
    )


def _panel(key: str, place: int, panel: str) -> str:
    hidden = " hidden" if place else ""
    return (
        f'<div role="tabpanel" id="{key}-{place}" aria-labelledby="{key}-tab-{place}"{hidden}>'
        f"{panel}</div>"
    )
