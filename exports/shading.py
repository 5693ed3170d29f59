"""The colours of a map on paper and in slides."""

from charts.layout import area_map
from charts.layout.keys import Key
from charts.pictures import AreaMap
from charts.theme import Mode, ramp_colours
from exports.house import House


def fill(picture: AreaMap, value: float | str, house: House) -> str:
    """The colour (#RRGGBB) of a value, or of the ground of areas without a figure."""
    return house.colour(area_map.fill(picture, value, _ramp(picture)))


def legend(picture: AreaMap) -> list[Key]:
    """The entries of the legend."""
    return area_map.keys(picture, _ramp(picture))


def _ramp(picture: AreaMap) -> list[str]:
    return ramp_colours(picture.ramp, picture.classes.count, Mode.LIGHT)
