"""How lines are drawn: what colour tells apart, the stroke tells apart too, on any printer."""

from collections.abc import Sequence
from enum import StrEnum

from charts.pictures import Series


class Stroke(StrEnum):
    """The dashes of a line."""

    SOLID = "solid"
    LONG = "long"
    LONG_DOT = "long dot"
    DASH = "dash"
    DOT = "dot"
    DASH_DOT = "dash dot"


# In the order in which they are given out: of measured lines, and of references and forecasts.
MEASURED = (Stroke.SOLID, Stroke.LONG, Stroke.LONG_DOT)
REFERENCES = (Stroke.DASH, Stroke.DOT, Stroke.DASH_DOT)
DASHES: dict[Stroke, tuple[float, ...]] = {  # drawn and open, at a line of 2 wide
    Stroke.SOLID: (),
    Stroke.LONG: (12, 3),
    Stroke.LONG_DOT: (12, 3, 2, 3),
    Stroke.DASH: (5, 4),
    Stroke.DOT: (2, 3),
    Stroke.DASH_DOT: (6, 3, 2, 3),
}
SUBJECT = "accent"


def strokes(lines: Sequence[Series]) -> list[Stroke]:
    """The stroke of every line: one per ink, the chosen subject solid. Quiet lines apart."""
    kinds = [(line.is_dashed, line.is_quiet) for line in lines]
    return [
        _stroke(line, [one.ink for one, other in zip(lines, kinds, strict=True) if other == kind])
        for line, kind in zip(lines, kinds, strict=True)
    ]


def _stroke(line: Series, inks: Sequence[str]) -> Stroke:
    found = REFERENCES if line.is_dashed else MEASURED
    return found[_rank(line.ink, inks) % len(found)]


def _rank(ink: str, inks: Sequence[str]) -> int:
    return sorted(dict.fromkeys(inks), key=lambda found: found != SUBJECT).index(ink)
