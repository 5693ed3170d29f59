"""Colours, fonts and settings of every chart, in a light and a dark dress."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

FONT = "'Source Sans 3', sans-serif"
FONT_SIZE = 14


class Mode(StrEnum):
    """The dress of a page."""

    LIGHT = "light"
    DARK = "dark"


PILOT_COLOUR = "paars"  # how the ink of the pilot is called, in both modes


@dataclass(frozen=True)
class Palette:
    """The colours that have a meaning; text has 4.5:1 contrast with `paper`, marks 3:1.

    `line` is for what is not the subject, `accent` for the selection, `pilot` for where it
    began, `worse` for a change that is not good, `empty` for areas
    without a figure and `idle` for the pattern over them, `edge` and `outline` for borders on maps.
    """

    paper: str
    ink: str
    muted: str
    grid: str
    line: str
    accent: str
    pilot: str
    idle: str
    empty: str
    edge: str
    outline: str
    worse: str


PALETTES = {
    Mode.LIGHT: Palette(
        paper="#FFFFFF",
        ink="#1F2933",
        muted="#52606D",
        grid="#E4E7EB",
        line="#7B8794",
        accent="#2F7D4F",
        pilot="#8E3B75",
        idle="#857F74",
        empty="#F3F5F6",
        edge="#FFFFFF",
        outline="#52606D",
        worse="#B35806",
    ),
    Mode.DARK: Palette(
        paper="#12181D",
        ink="#E8ECEF",
        muted="#A9B4BE",
        grid="#2A343C",
        line="#7B8794",
        accent="#6CC08B",
        pilot="#D08BBB",
        idle="#8A8478",
        empty="#1C252C",
        edge="#12181D",
        outline="#A9B4BE",
        worse="#FDB863",
    ),
}

# ColorBrewer (Cynthia Brewer, Apache 2.0): the sequential ramps of six without their palest
# step, which cannot be told from white paper.
RAMPS = {
    "YlGn": ("#D9F0A3", "#ADDD8E", "#78C679", "#31A354", "#006837"),
    "Blues": ("#C6DBEF", "#9ECAE1", "#6BAED6", "#3182BD", "#08519C"),
    "Purples": ("#DADAEB", "#BCBDDC", "#9E9AC8", "#756BB1", "#54278F"),
}
AROUND_ZERO = "PuOr"
# ColorBrewer too: too little in orange, enough in purple, and zero close to the paper.
_AROUND_ZERO = {
    Mode.LIGHT: ("#E08214", "#FDB863", "#F7F7F7", "#B2ABD2", "#8073AC"),
    Mode.DARK: ("#FDB863", "#B35806", "#2A343C", "#8073AC", "#B2ABD2"),
}
# Of points on maps, by their group: told apart by symbol first, by colour second. Paul Tol's muted
# scheme (Tol, Colour Schemes, 2021), colour-blind safe, with black for the tenth.
GROUP_COLOURS = (
    *("#332288", "#88CCEE", "#44AA99", "#117733", "#999933"),
    *("#DDCC77", "#CC6677", "#882255", "#AA4499", "#000000"),
)
_DARKEST_CURVED = 0.03928  # of sRGB, as WCAG 2.1 has it
_LINE_STEP = {Mode.LIGHT: 3, Mode.DARK: 2}

# Shown by every chart: no tool bar, so that nothing English is left in it and nothing is sent.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "doubleClick": False,
}


def ramp_colours(ramp: str, count: int, mode: Mode) -> list[str]:
    """`count` colours (1 to 5) from low to high; what is high stands out from the paper."""
    colours = _colours(ramp, mode)
    last = len(colours) - 1
    if count == 1:
        return [colours[last // 2]]
    return [colours[round(step * last / (count - 1))] for step in range(count)]


def _colours(ramp: str, mode: Mode) -> tuple[str, ...]:
    if ramp == AROUND_ZERO:
        return _AROUND_ZERO[mode]
    return RAMPS[ramp] if mode is Mode.LIGHT else RAMPS[ramp][::-1]


def line_colour(ramp: str, mode: Mode) -> str:
    """The colour of a line for an indicator: the one of its maps, dark or light enough to read."""
    return RAMPS[ramp][_LINE_STEP[mode]]


def ink_colour(ink: str, mode: Mode) -> str:
    """The colour that an ink has in a dress: a field of the palette, a ramp, or #RRGGBB itself."""
    if ink.startswith("#"):
        return ink
    if ink in RAMPS:
        return line_colour(ink, mode)
    colour: str = getattr(PALETTES[mode], ink)
    return colour


def mixed(first: str, second: str, part: float) -> str:
    """The colour (#RRGGBB) that lies `part` (0 to 1) of the way from the first to the second."""
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(low + part * (high - low)):02X}" for low, high in pairs)


def see_through(colour: str, opacity: float) -> str:
    """A colour (#RRGGBB) that lets through what lies behind it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def base_layout(mode: Mode, height: int) -> dict[str, Any]:
    """The layout that all charts share."""
    palette = PALETTES[mode]
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "font": {"family": FONT, "size": FONT_SIZE, "color": palette.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ",.",
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.line,
            "font": {"family": FONT, "size": FONT_SIZE, "color": palette.ink},
            "align": "left",
        },
    }


def text_on(fill: str) -> str:
    """Black or white ink, whichever reads better on a fill (WCAG relative luminance)."""
    return max("#000000", "#FFFFFF", key=lambda ink: contrast(ink, fill))


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (#RRGGBB) as WCAG 2.1 defines it, from 1 to 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """A part of a colour as amount of light."""
    return part / 12.92 if part <= _DARKEST_CURVED else float(((part + 0.055) / 1.055) ** 2.4)
