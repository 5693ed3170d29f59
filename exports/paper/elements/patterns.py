"""What lies over the fill of areas without a figure, so that they are told apart in grey too."""

from charts.layout.area_map import FIGURE
from charts.layout.keys import Pattern
from exports.house import House
from exports.paper.elements.shapes import Element, add

SIDE = 7.0  # units
PATHS = {  # in a square of a side of 7
    Pattern.LINES: "M-1,8L8,-1M-1.5,1.5L1.5,-1.5M5.5,8.5L8.5,5.5",
    Pattern.CROSSES: "M1.5,1.5L5.5,5.5M5.5,1.5L1.5,5.5",
    Pattern.DOTS: "M3,3h1v1h-1z",
    Pattern.RULES: "M0,3.5H7",
}
WIDTH = 1.0


def reference(pattern: Pattern) -> str:
    """A fill with a pattern, for which `define` made place in the same drawing."""
    return f"url(#bloei-{pattern})"


def define(drawing: Element, house: House) -> None:
    """Puts the patterns in a drawing that fills with them."""
    defs = add(drawing, "defs")
    for pattern, path in PATHS.items():
        tile = add(defs, "pattern", id=f"bloei-{pattern}", width=SIDE, height=SIDE)
        tile.set("patternUnits", "userSpaceOnUse")
        add(tile, "path", d=path, fill="none", stroke=house.colour(FIGURE), stroke_width=WIDTH)
