"""Every kind of picture on paper, one function a kind."""

from collections.abc import Callable
from typing import Any

from charts.card import Card
from charts.pictures import AreaMap, Bars, Heat, Panels, Scatter, TimeStrip, Trend
from exports.house import House
from exports.paper.area_map import area_map
from exports.paper.bars import bars
from exports.paper.body import Body
from exports.paper.heat import heat
from exports.paper.note import note
from exports.paper.panels import panels
from exports.paper.scatter import scatter
from exports.paper.sheet import ROOM, sheet
from exports.paper.table import table
from exports.paper.time_strip import time_strip
from exports.paper.trend import trend
from exports.setting import Setting

DRAWERS: dict[type[Any], Callable[[Any, float, House], Body]] = {
    AreaMap: area_map,
    Bars: bars,
    Heat: heat,
    Panels: panels,
    Scatter: scatter,
    TimeStrip: time_strip,
    Trend: trend,
}


def svg(card: Card, setting: Setting, house: House) -> str:
    """A card as an SVG with its title, legend and source in it."""
    return sheet(card, setting, body(card, house), house)


def body(card: Card, house: House) -> Body:
    """The picture of a card, else its table, else the note that says why there is none."""
    if card.note:
        return note(card.note, ROOM, house)
    if card.picture is not None:
        return DRAWERS[type(card.picture)](card.picture, ROOM, house)
    return note("", ROOM, house) if card.table is None else table(card.table, ROOM, house)
