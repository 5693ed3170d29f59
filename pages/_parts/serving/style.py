"""The style sheet of the pages: the colours of the charts as variables, the map, style.css."""

from pathlib import Path

from charts.browser.style import map_rules, variables

RULES = Path(__file__).parent / "style.css"


def stylesheet() -> str:
    """The HTML of the style sheet; every colour follows the theme of the browser."""
    rules = RULES.read_text(encoding="utf-8")
    return f"<style>{variables()}\n{map_rules()}\n{rules}</style>"
