"""The same lines for several subjects on paper: small pictures on shared axes."""

from collections.abc import Sequence

from charts.layout.panels import axes, keys, last
from charts.pictures import Panels, Trend
from exports.house import House
from exports.paper.elements import letters
from exports.paper.elements.body import Body
from exports.paper.elements.letters import Style
from exports.paper.plots.axes import Axes, axes_layers, below, left_room
from exports.paper.plots.trend import line_layers
from exports.paper.vega import Frame, Spec, at, drawn, layer, plot

MOST_COLUMNS = 3
HEIGHT = 92.0
TITLE = Style(12, 15, is_bold=True)
VALUE = Style(11.5, 14, is_bold=True)
ABOVE = 24.0
BETWEEN = 16.0
RIGHT = 14.0


def panels(picture: Panels, room: float, house: House) -> Body:
    """A small picture per subject, in rows, in a drawing `room` wide."""
    trends, layout = list(picture.panels.values()), axes(picture)
    columns = min(len(trends), MOST_COLUMNS)
    left = left_room(layout.up, house)
    right, bottom = _right(trends, house), max(map(below, trends))
    frame = Frame(room / columns - left - right, HEIGHT, left, right, ABOVE, bottom)
    placed = Axes(layout, frame)
    views = [_view(name, trend, placed, house) for name, trend in picture.panels.items()]
    spacing = {"row": bottom + BETWEEN + ABOVE, "column": left + right}
    spec = {"concat": views, "columns": columns, "bounds": "flush", "spacing": spacing}
    rows = -(-len(views) // columns)
    height = rows * (HEIGHT + bottom + ABOVE) + (rows - 1) * BETWEEN
    return Body(drawn(spec, frame, house), height, keys(picture))


def _view(name: str, picture: Trend, placed: Axes, house: House) -> Spec:
    layers = [
        *axes_layers(picture, placed, house),
        *line_layers(picture, placed, house),
        *_last(picture, placed, house),
        _title(name, placed.frame, house),
    ]
    return plot(layers, placed.frame)


def _right(trends: Sequence[Trend], house: House) -> float:
    """The room for the last values."""
    found = [end.text for trend in trends if (end := last(trend))]
    return max((letters.width(text, VALUE, house) for text in found), default=0) + RIGHT


def _last(picture: Trend, placed: Axes, house: House) -> list[Spec]:
    """The last value behind the line."""
    end = last(picture)
    if end is None:
        return []
    mark = {"type": "text", "align": "left", "fontSize": VALUE.size, "dx": 6}
    mark |= {"fontWeight": 600, "color": house.colour(VALUE.ink)}
    rows = [{"y": end.value, "text": end.text}]
    return [layer(mark, rows, x=at("width"), y=placed.up(), text={"field": "text"})]


def _title(name: str, frame: Frame, house: House) -> Spec:
    mark = {"type": "text", "align": "left", "baseline": "bottom", "fontSize": TITLE.size}
    mark |= {"fontWeight": 600, "color": house.colour(TITLE.ink)}
    room = frame.width + frame.left
    rows = [{"text": line} for line in letters.wrapped(name, room, TITLE, house, most=1)]
    return layer(mark, rows, x=at(-frame.left), y=at(-8), text={"field": "text"})
