"""The sentence that stands in the place of a picture that is not there."""

from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.body import Body
from exports.paper.elements.letters import Style
from exports.paper.elements.shapes import Box, Place, group, rectangle, write

TEXT = Style(14, 20)
PAD = 24


def note(text: str, room: float, house: House) -> Body:
    """The sentence in a calm field, `room` wide."""
    lines = letters.wrapped(text, room - 2 * PAD, TEXT, house)
    height = len(lines) * TEXT.leading + 2 * PAD
    drawing = group()
    rectangle(drawing, Box(0, 0, room, height), house.palette.empty).set("rx", "6")
    write(drawing, lines, Place(PAD, PAD + TEXT.size), TEXT, house)
    return Body(drawing, height)
