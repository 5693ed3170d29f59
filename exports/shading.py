"""The colours of a map on paper and in slides: of an area at a moment, and the legend."""

from analytics.scope.ranking import Mark
from charts.pictures import AreaMap
from charts.theme import Mode, ramp_colours
from exports.house import House


def fill(picture: AreaMap, value: float | str, house: House) -> str:
    """The colour (#RRGGBB) of a value, or of the mark in its place."""
    if isinstance(value, str):
        return house.colour("idle" if value == Mark.NOT_STARTED else "empty")
    return _ramp(picture)[picture.classes.index(value)]


def legend(picture: AreaMap, house: House) -> list[tuple[str, str]]:
    """Colour and words: the classes from low to high, if any, then the marks that occur."""
    values = {value for area in picture.areas for value in area.values}
    marks = {value for value in values if isinstance(value, str)}
    classes = picture.classes.labels() if values - marks else []
    return [
        *zip(_ramp(picture), classes, strict=bool(classes)),
        *((fill(picture, mark, house), mark) for mark in sorted(marks)),
    ]


def _ramp(picture: AreaMap) -> list[str]:
    return ramp_colours(picture.ramp, picture.classes.count, Mode.LIGHT)
