"""Every kind of picture on paper, one function a kind."""

from collections.abc import Callable
from typing import Any

from charts.card import Card
from charts.pictures import AreaMap, Bars, Trend
from exports.house import House
from exports.paper.area_map import area_map
from exports.paper.bars import bars
from exports.paper.body import Body
from exports.paper.note import note
from exports.paper.sheet import ROOM, sheet
from exports.paper.trend import trend
from exports.setting import Setting

DRAWERS: dict[type[Any], Callable[[Any, float, House], Body]] = {
    AreaMap: area_map,
    Bars: bars,
    Trend: trend,
}


def svg(card: Card, setting: Setting, house: House) -> str:
    """A card as an SVG with its title, legend and source in it."""
    return sheet(card, setting, body(card, house), house)


def body(card: Card, house: House) -> Body:
    """The picture of a card, else its table, else the note that says why there is none."""
    if card.picture is not None and not card.note:
        return DRAWERS[type(card.picture)](card.picture, ROOM, house)
    return note(card.note, ROOM, house)
