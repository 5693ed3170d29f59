"""How wide words are in the font of the house, and where they are broken over lines."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

from exports.house import House

MEASURED_AT = 1000  # pixels, so that widths hardly depend on whole pixels
ELLIPSIS = "…"
KEPT = 20_000  # texts of which the width is remembered: documents have most words in common


@dataclass(frozen=True)
class Style:
    """A size of letters with the height of their lines, in units, and their ink."""

    size: float
    leading: float
    ink: str = "ink"
    is_bold: bool = False


@cache
def _font(file: Path) -> ImageFont.FreeTypeFont:
    """The font with the plain layout, which every machine has."""
    return ImageFont.truetype(file, MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


def width(text: str, style: Style, house: House) -> float:
    """The width of a line of text in units."""
    return _length(text, house.fonts[style.is_bold]) * style.size / MEASURED_AT


@lru_cache(maxsize=KEPT)
def _length(text: str, file: Path) -> float:
    """The width of a text at the size at which it is measured."""
    return _font(file).getlength(text)


def wrapped(text: str, room: float, style: Style, house: House, most: int = 0) -> list[str]:
    """The text over lines that are no wider than `room`, broken at spaces, else inside a word.

    At most `most` lines when that is not 0; what does not fit then ends in an ellipsis. No line
    for no text.
    """
    lines: list[str] = []
    for word in text.split():
        longer = " ".join([*lines[-1:], word])
        if lines and width(longer, style, house) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, room, style, house)
    if not most or len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), room, style, house)]


def _pieces(word: str, room: float, style: Style, house: House) -> list[str]:
    """A word that is wider than the room in pieces that fit, any other as it is."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, style, house) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(text: str, room: float, style: Style, house: House) -> str:
    while text and width(text + ELLIPSIS, style, house) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
