"""The legend under a picture: keys beside each other, over as many lines as they need."""

from collections.abc import Sequence

from exports.house import House
from exports.paper import letters
from exports.paper.body import Body, Key, Sign
from exports.paper.letters import Style
from exports.paper.shapes import Box, Element, Place, add, group, rectangle, write

TEXT = Style(11.5, 19)
SIGN_WIDTH = 16.0
SIGN_HEIGHT = 11.0
SIGN_GAP = 6
KEY_GAP = 18
LINE_WIDTH = 2.2
OUTLINES = {  # around their middle, about as large as Vega draws them
    Sign.CIRCLE: "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z",
    Sign.SQUARE: "M-3.5,-3.5H3.5V3.5H-3.5Z",
    Sign.UP: "M0,-4.5L4.5,4H-4.5Z",
    Sign.DIAMOND: "M0,-5L4,0L0,5L-4,0Z",
    Sign.CROSS: "M-1.5,-4.5H1.5V-1.5H4.5V1.5H1.5V4.5H-1.5V1.5H-4.5V-1.5H-1.5Z",
    Sign.DOWN: "M0,4.5L4.5,-4H-4.5Z",
}


def legend(keys: Sequence[Key], room: float, house: House) -> Body:
    """The keys in a drawing `room` wide."""
    drawing = group()
    x, y = 0.0, 0.0
    for key in keys:
        [text] = letters.wrapped(key.text, room - SIGN_WIDTH - SIGN_GAP, TEXT, house, most=1)
        wide = SIGN_WIDTH + SIGN_GAP + letters.width(text, TEXT, house)
        if x and x + wide > room:
            x, y = 0.0, y + TEXT.leading
        _sign(drawing, key, x, y, house)
        write(drawing, [text], Place(x + SIGN_WIDTH + SIGN_GAP, y + SIGN_HEIGHT), TEXT, house)
        x += wide + KEY_GAP
    return Body(drawing, y + TEXT.leading)


def _sign(drawing: Element, key: Key, x: float, y: float, house: House) -> None:
    middle = y + SIGN_HEIGHT / 2 + 2
    if key.sign in (Sign.LINE, Sign.DASH):
        dash = {"stroke_dasharray": "5 4"} if key.sign is Sign.DASH else {}
        ends = {"x1": x, "x2": x + SIGN_WIDTH, "y1": middle, "y2": middle}
        add(drawing, "line", **ends, stroke=key.colour, stroke_width=LINE_WIDTH, **dash)
    elif key.sign in OUTLINES:
        holder = group(x + SIGN_WIDTH / 2, middle)
        drawing.append(holder)
        add(holder, "path", d=OUTLINES[key.sign], fill=key.colour)
    else:
        _box(drawing, key, x, middle - SIGN_HEIGHT / 2, house)


def _box(drawing: Element, key: Key, x: float, y: float, house: House) -> None:
    box = rectangle(drawing, Box(x, y, SIGN_WIDTH, SIGN_HEIGHT), key.colour)
    if key.sign is Sign.RING:
        box.attrib |= {"fill": "none", "stroke": key.colour, "stroke-width": str(LINE_WIDTH)}
    else:  # a line, without which pale classes cannot be seen
        box.attrib |= {"stroke": house.palette.line, "stroke-width": "0.5"}
