"""What is in a kijkdoos, as plain data: the map of every indicator and level at every moment.

They are the maps of the page Kaart; lines and tables are drawn from the same values. Who makes a
kijkdoos must have rounded figures: `Rounded` is no other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from analytics.catalog import Indicator
from analytics.figures.doors.marts import Audience
from analytics.scope.answers import Answers
from analytics.scope.indicator.indicator_scope import IndicatorScope
from analytics.scope.scope import PARTS, Scope
from analytics.scope.sentences import PLURALS
from analytics.scope.view import View
from charts.browser.area_map import map_data
from charts.card import Card
from charts.cards import CARDS
from charts.cards.map.indicator_words import own_values
from charts.pictures import AreaMap
from charts.theme import Mode
from data.reference.areas import Level
from exports.flat.collect import Flat, NoFigures, Wanted

KIND = "kijkdoos"
CARD = "kaart.kaart"
IN_DARK = ("colours", "inks", "keys")
Layer = dict[str, Any]


class OnlyRounded(Exception):
    """Exact figures were given for what leaves the building; the message says so in Dutch."""


@dataclass(frozen=True)
class Rounded:
    """Answers that may leave the building; OnlyRounded for any other."""

    answers: Answers

    def __post_init__(self) -> None:
        if self.answers.audience is not Audience.GEMEENTE:
            raise OnlyRounded(
                "Een kijkdoos is om te delen en bestaat alleen met afgeronde cijfers"
                " (--audience gemeente)."
            )


def box_of(flat: Flat) -> dict[str, Any]:
    """Everything that the page shows. OnlyRounded; NoFigures when the area has no parts."""
    rounded, wanted = Rounded(flat.answers), flat.wanted
    layers = list(_layers(rounded, flat))
    if not layers:
        raise NoFigures(
            "Een kijkdoos toont de delen van een gebied. Kies een groter gebied, of een ander"
            " niveau of cijfer."
        )
    shown = {layer["level"] for layer in layers}
    levels = [level for level in _levels(rounded, wanted) if level in shown]
    return {
        "soort": KIND,
        "area": rounded.answers.known.area(wanted.area).name,
        "areaCode": rounded.answers.known.area(wanted.area).code,
        "window": wanted.window.label,
        "levels": [{"id": level, "label": PLURALS[level]} for level in levels],
        "indicators": [
            {"id": one.id, "label": one.label, "isRate": one.is_rate}
            for one in wanted.indicators
            if any(layer["indicator"] == one.id for layer in layers)
        ],
        "layers": layers,
    }


def _layers(rounded: Rounded, flat: Flat) -> Iterator[Layer]:
    """A layer for every indicator and level that the area can be shown on."""
    wanted = flat.wanted
    for number, indicator in enumerate(wanted.indicators, 1):
        for level in _levels(rounded, wanted):
            if level in indicator.levels:
                yield from _layer(rounded, wanted, indicator, level)
        flat.tell(number / len(wanted.indicators))


def _levels(rounded: Rounded, wanted: Wanted) -> list[Level]:
    known = rounded.answers.known
    present = {area.level for area in known.areas.values()}
    parts = PARTS[known.area(wanted.area).level]
    return [level for level in parts if level in wanted.levels and level in present]


def _layer(rounded: Rounded, wanted: Wanted, indicator: Indicator, level: Level) -> Iterator[Layer]:
    view = View(
        level=level,
        area=wanted.area,
        window=wanted.window,
        as_of=wanted.as_of,
        indicator=indicator.id,
        audience=Audience.GEMEENTE,
    )
    scope = Scope(rounded.answers, view)
    card = CARDS[CARD](scope)
    if isinstance(card.picture, AreaMap):
        asked = IndicatorScope.within(scope, indicator)
        yield _told(card, card.picture, asked) | {"whole": _whole(asked, card.picture)}


def _told(card: Card, picture: AreaMap, scope: IndicatorScope) -> Layer:
    dark = map_data(picture, card.alt, Mode.DARK)
    return {
        "indicator": scope.indicator.id,
        "level": str(scope.level),
        "about": card.subtitle,
        "sentence": card.sentence,
        "source": card.source,
        "days": [day.isoformat() for day in picture.days],
        "starts": [start and start.isoformat() for start in picture.starts],
        "map": map_data(picture, card.alt, Mode.LIGHT),
        "dark": {name: dark[name] for name in IN_DARK},
    }


def _whole(scope: IndicatorScope, picture: AreaMap) -> list[float | str | None]:
    """The figure of the area itself at every moment; empty where the indicator has none of it."""
    if scope.area.level not in scope.indicator.levels:
        return []
    decimals = picture.classes.decimals
    return [
        str(value) if isinstance(value, str) else round(value, decimals)
        for value in own_values(scope, tuple(picture.days))
    ]
