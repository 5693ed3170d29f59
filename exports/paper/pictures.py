"""Every kind of picture on paper, one function a kind."""

from collections.abc import Callable
from typing import Any

from charts.card import Card, Table
from charts.pictures import AreaMap, Bars, Heat, Panels, Scatter, TimeStrip, Trend
from charts.tabulate import table_of
from exports.glyphs import drawable
from exports.house import House
from exports.paper.elements.body import Body
from exports.paper.elements.note import note
from exports.paper.elements.sheet import ROOM, sheet
from exports.paper.elements.table import table
from exports.paper.maps.area_map import area_map
from exports.paper.plots.bars import bars
from exports.paper.plots.heat import heat
from exports.paper.plots.panels import panels
from exports.paper.plots.scatter import scatter
from exports.paper.plots.time_strip import time_strip
from exports.paper.plots.trend import trend
from exports.setting import Setting

NOTHING = "Er zijn hier geen cijfers om te tonen."

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
    shown, words = drawable(card, house), drawable(setting, house)
    return sheet(shown, words, body(shown, house), house)


def body(card: Card, house: House) -> Body:
    """The picture of a card, else its table; where there is nothing to show, the words for that."""
    made = table_of(card)
    if card.note or made is None or not _has_values(made):
        return note(card.note or NOTHING, ROOM, house)
    if card.picture is None:
        return table(made, ROOM, house)
    return DRAWERS[type(card.picture)](card.picture, ROOM, house)


def _has_values(made: Table) -> bool:
    """Whether any row holds more than its name."""
    cells = (cell for line in made.lines for cell in line.cells[1:])
    return any(cell is not None for cell in cells)
