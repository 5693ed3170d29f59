"""The style sheet of the pages: the colours of the charts as variables, and style.css."""

from dataclasses import asdict
from pathlib import Path

from charts.theme import PALETTES, Mode

RULES = Path(__file__).parent / "style.css"


def stylesheet() -> str:
    """The HTML of the style sheet; every colour follows the theme of the browser."""
    light, dark = asdict(PALETTES[Mode.LIGHT]), asdict(PALETTES[Mode.DARK])
    variables = "".join(
        f"--{name}: light-dark({colour}, {dark[name]});" for name, colour in light.items()
    )
    return f"<style>:root {{{variables}}}\n{RULES.read_text(encoding='utf-8')}</style>"
