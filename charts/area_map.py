"""A map as the browser draws it: everything that pages/_parts/area_map.js needs, as plain data.

The shapes come from the ready boundaries by their address, so that only figures are sent.
"""

from collections.abc import Sequence
from typing import Any

from analytics.scope.ranking import Mark
from charts.pictures import AreaMap, MapArea, Spot
from charts.theme import GROUP_COLOURS, Mode, ramp_colours, text_on
from data.reference.areas import Level
from geo.boundaries import boundary_url

PLACE_DECIMALS = 5  # of a degree: a metre
# How an area without a figure is filled, so that each kind can be told apart without colour.
PATTERNS = {
    Mark.NOT_STARTED: "lines",
    Mark.WITHHELD: "crosses",
    Mark.BETWEEN_QUARTERS: "crosses",
    Mark.NO_INHABITANTS: "dots",
    Mark.FEW_INHABITANTS: "dots",
    Mark.TOO_SMALL: "dots",
    Mark.NOT_YET: "lines",
    Mark.NOT_APPLICABLE: "plain",
}


def map_data(picture: AreaMap, alt: str, mode: Mode, background: str = "") -> dict[str, Any]:
    """The map in a dress. Values are numbers, or the text of a number in `marks`.

    `background` is the address of square pictures of the ground, "" for none.
    """
    colours = ramp_colours(picture.ramp, picture.classes.count, mode)
    marks = _marks(picture.areas)
    return {
        "alt": alt,
        "background": background,
        "shapes": boundary_url(picture.level),
        "outlines": boundary_url(Level.STADSDEEL),
        "isWhole": not picture.around,
        "areas": [_area(area, marks, picture.classes.decimals) for area in picture.areas],
        "marks": [[mark, PATTERNS.get(Mark(mark), "plain")] for mark in marks],
        "borders": picture.classes.borders,
        "decimals": picture.classes.decimals,
        "isChange": picture.classes.is_change,
        "labels": picture.classes.labels(),
        "colours": colours,
        "inks": [text_on(colour) for colour in colours],
        "unit": picture.unit,
        "moments": picture.moments,
        "shown": picture.shown,
        "isSeries": picture.is_series,
        "groups": [list(pair) for pair in zip(picture.groups, GROUP_COLOURS, strict=False)],
        "spots": [_spot(spot, picture.groups) for spot in picture.spots],
        "flows": [
            [flow.origin, flow.destination, flow.amount, flow.detail] for flow in picture.flows
        ],
    }


def _marks(areas: Sequence[MapArea]) -> list[str]:
    """The marks that occur at any moment, each once."""
    return sorted({value for area in areas for value in area.values if isinstance(value, str)})


def _area(area: MapArea, marks: Sequence[str], decimals: int) -> dict[str, Any]:
    values = [
        str(marks.index(value)) if isinstance(value, str) else _short(value, decimals)
        for value in area.values
    ]
    sent: dict[str, Any] = {"code": area.code, "name": area.name, "values": values}
    if tuple(area.shapes) != (area.code,):
        sent["shapes"] = list(area.shapes)
    if area.is_chosen:
        sent["chosen"] = True
    if area.is_pilot:
        sent["pilot"] = True
    return sent


def _spot(spot: Spot, groups: Sequence[str]) -> list[Any]:
    place = [round(spot.longitude, PLACE_DECIMALS), round(spot.latitude, PLACE_DECIMALS)]
    return [*place, groups.index(spot.group), spot.size, spot.name, spot.detail]


def _short(value: float, decimals: int) -> float | int:
    """A value as it is written: what is not shown is not sent."""
    rounded = round(value, decimals)
    return int(rounded) if rounded == int(rounded) else rounded
