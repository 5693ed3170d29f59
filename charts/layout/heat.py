"""A table in colours: what a value says, its colour, and the ink that reads on it."""

from charts.pictures import Heat
from charts.theme import AROUND_ZERO, Mode, mixed, ramp_colours, text_on
from data.dutch import number, signed

STEPS = 5  # colours of a ramp
NOTHING = "–"


def ends(picture: Heat) -> tuple[float, float]:
    """The values of the first and the last colour: around the middle, or from zero up."""
    known = [abs(value) for row in picture.values for value in row if value is not None]
    high = picture.top or max(known, default=0) or 1
    return (2 * picture.middle - high if picture.ramp == AROUND_ZERO else 0), high


def text(picture: Heat, value: float | None) -> str:
    """What stands in a cell: a change has its sign, nothing is a dash."""
    if value is None:
        return NOTHING
    is_change = picture.ramp == AROUND_ZERO and picture.middle == 0
    return (signed if is_change else number)(value, picture.decimals)


def colour(picture: Heat, value: float | None, mode: Mode) -> str | None:
    """The colour (#RRGGBB) of a value, between those of two steps of the ramp; None for none."""
    if value is None:
        return None
    low, high = ends(picture)
    colours = ramp_colours(picture.ramp, STEPS, mode)
    place = (min(max(value, low), high) - low) / (high - low) * (STEPS - 1)
    before = min(int(place), STEPS - 2)
    return mixed(colours[before], colours[before + 1], place - before)


def ink(fill: str | None, empty: str) -> str:
    """The ink that reads best on a cell, `empty` where it has no colour."""
    return empty if fill is None else text_on(fill)
