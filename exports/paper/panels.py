"""The same lines for several subjects on paper: small pictures on shared axes."""

from collections.abc import Sequence

from charts.pictures import Panels, Series, Trend
from charts.trend import last_value
from data.dutch import number
from exports.house import House
from exports.paper import letters
from exports.paper.axes import Axes, axes, axes_layers, below, left_room, top_of
from exports.paper.body import Body, Key, Sign
from exports.paper.letters import Style
from exports.paper.trend import line_layers
from exports.paper.vega import Frame, Spec, at, drawn, layer, plot

MOST_COLUMNS = 3
HEIGHT = 92.0
TITLE = Style(12, 15, is_bold=True)
VALUE = Style(11.5, 14, is_bold=True)
ABOVE = 24.0
BETWEEN = 16.0
RIGHT = 14.0
MOST_TICKS = 4


def panels(picture: Panels, room: float, house: House) -> Body:
    """A small picture per subject, in rows, in a drawing `room` wide."""
    trends = list(picture.panels.values())
    top = max(map(top_of, trends))
    columns = min(len(trends), MOST_COLUMNS)
    left = left_room(top, max(trend.decimals for trend in trends), house)
    right, bottom = _right(trends, house), max(map(below, trends))
    frame = Frame(room / columns - left - right, HEIGHT, left, right, ABOVE, bottom)
    placed = axes([step for trend in trends for step in trend.steps], top, frame)
    views = [_view(name, trend, placed, house) for name, trend in picture.panels.items()]
    spacing = {"row": bottom + BETWEEN + ABOVE, "column": left + right}
    spec = {"concat": views, "columns": columns, "bounds": "flush", "spacing": spacing}
    rows = -(-len(views) // columns)
    height = rows * (HEIGHT + bottom + ABOVE) + (rows - 1) * BETWEEN
    return Body(drawn(spec, frame, house), height, _keys(trends, house))


def _view(name: str, picture: Trend, placed: Axes, house: House) -> Spec:
    layers = [
        *axes_layers(picture, placed, house, MOST_TICKS),
        *line_layers(picture, placed, house),
        *_last(picture, placed, house),
        _title(name, placed.frame, house),
    ]
    return plot(layers, placed.frame)


def _subject(picture: Trend) -> Series | None:
    """The line whose last value is written: the first that is not context."""
    return next((series for series in picture.series if not series.is_quiet), None)


def _last_text(picture: Trend) -> str:
    subject = _subject(picture)
    last = None if subject is None else last_value(subject)
    return "" if last is None else number(last, picture.decimals)


def _right(trends: Sequence[Trend], house: House) -> float:
    """The room for the last values."""
    return max(letters.width(_last_text(trend), VALUE, house) for trend in trends) + RIGHT


def _last(picture: Trend, placed: Axes, house: House) -> list[Spec]:
    """The last value behind the line."""
    subject, text = _subject(picture), _last_text(picture)
    if subject is None or not text:
        return []
    mark = {"type": "text", "align": "left", "fontSize": VALUE.size, "dx": 6}
    mark |= {"fontWeight": 600, "color": house.colour(VALUE.ink)}
    rows = [{"y": last_value(subject), "text": text}]
    return [layer(mark, rows, x=at("width"), y=placed.up(), text={"field": "text"})]


def _title(name: str, frame: Frame, house: House) -> Spec:
    mark = {"type": "text", "align": "left", "baseline": "bottom", "fontSize": TITLE.size}
    mark |= {"fontWeight": 600, "color": house.colour(TITLE.ink)}
    room = frame.width + frame.left
    rows = [{"text": line} for line in letters.wrapped(name, room, TITLE, house, most=1)]
    return layer(mark, rows, x=at(-frame.left), y=at(-8), text={"field": "text"})


def _keys(trends: Sequence[Trend], house: House) -> list[Key]:
    """A key for every kind of line, in the order in which they come."""
    kinds = {
        (series.name, series.ink, series.is_dashed) for trend in trends for series in trend.series
    }
    ordered = sorted(kinds, key=lambda kind: (kind[2], kind[0]))
    return [
        Key(name, house.colour(ink), Sign.DASH if is_dashed else Sign.LINE)
        for name, ink, is_dashed in ordered
    ]
