"""The legend under a picture: keys beside each other, over as many lines as they need."""

from collections.abc import Sequence

from charts.layout.keys import Key, Pattern, Sign
from charts.layout.spots import SYMBOLS
from charts.layout.strokes import DASHES
from exports.house import House
from exports.paper.elements import letters, patterns
from exports.paper.elements.body import Body
from exports.paper.elements.letters import Style
from exports.paper.elements.shapes import Box, Element, Place, add, group, number, rectangle, write

TEXT = Style(11.5, 19)
SIGN_WIDTH, LINE_SIGN_WIDTH = 16.0, 30.0
SIGN_HEIGHT = 11.0
SIGN_GAP = 6
KEY_GAP = 18
LINE_WIDTH = 2.2
SPOT = 4.2  # units: the radius of a symbol


def legend(keys: Sequence[Key], room: float, house: House) -> Body:
    """The keys in a drawing `room` wide."""
    drawing = group()
    x, y = 0.0, 0.0
    for key in keys:
        before = _sign_width(key) + SIGN_GAP
        [text] = letters.wrapped(key.text, room - before, TEXT, house, most=1)
        wide = before + letters.width(text, TEXT, house)
        if x and x + wide > room:
            x, y = 0.0, y + TEXT.leading
        _sign(drawing, key, x, y, house)
        write(drawing, [text], Place(x + before, y + SIGN_HEIGHT), TEXT, house)
        x += wide + KEY_GAP
    return Body(drawing, y + TEXT.leading)


def _sign_width(key: Key) -> float:
    """A line is long enough to show its dashes."""
    return LINE_SIGN_WIDTH if key.sign is Sign.LINE else SIGN_WIDTH


def _sign(drawing: Element, key: Key, x: float, y: float, house: House) -> None:
    middle = y + SIGN_HEIGHT / 2 + 2
    if key.sign is Sign.LINE:
        _line(drawing, key, x, middle, house)
    elif key.sign is Sign.SPOT:
        holder = group(x + SIGN_WIDTH / 2, middle)
        holder.set("transform", f"{holder.get('transform')} scale({number(SPOT)})")
        drawing.append(holder)
        add(holder, "path", d=SYMBOLS[key.symbol], fill=house.colour(key.ink))
    else:
        _box(drawing, key, Box(x, middle - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT), house)


def _line(drawing: Element, key: Key, x: float, y: float, house: House) -> None:
    dash = _dash(key, "stroke_dasharray")
    ends = {"x1": x, "x2": x + LINE_SIGN_WIDTH, "y1": y, "y2": y}
    colour = house.colour(key.ink)
    add(drawing, "line", **ends, stroke=colour, stroke_width=LINE_WIDTH, **dash)


def _dash(key: Key, name: str) -> dict[str, str]:
    dashes = " ".join(map(number, DASHES[key.stroke]))
    return {name: dashes} if dashes else {}


def _box(drawing: Element, key: Key, place: Box, house: House) -> None:
    box = rectangle(drawing, place, house.colour(key.ink))
    if key.sign is Sign.RING:
        width = str(LINE_WIDTH)
        box.attrib |= {"fill": "none", "stroke": house.colour(key.ink), "stroke-width": width}
        box.attrib |= _dash(key, "stroke-dasharray")
        return
    if key.pattern is not Pattern.PLAIN:
        rectangle(drawing, place, patterns.reference(key.pattern))
    # a line, without which pale classes cannot be seen
    box.attrib |= {"stroke": house.palette.line, "stroke-width": "0.5"}
