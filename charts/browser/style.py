"""The look of what our own scripts draw: the colours of the charts as variables, and the map."""

from dataclasses import asdict
from pathlib import Path

from charts.theme import PALETTES, Mode

MAP_RULES = Path(__file__).parent / "area_map.css"


def variables() -> str:
    """A style rule with every colour of the charts by its name; it follows the browser's theme."""
    light, dark = asdict(PALETTES[Mode.LIGHT]), asdict(PALETTES[Mode.DARK])
    named = "".join(
        f"--{name}: light-dark({colour}, {dark[name]});" for name, colour in light.items()
    )
    return f":root {{{named}}}"


def map_rules() -> str:
    """The style rules of a map."""
    return MAP_RULES.read_text(encoding="utf-8")
