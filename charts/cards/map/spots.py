"""The ontwikkelplaatsen as points on a map, for internal use."""

from collections import defaultdict
from dataclasses import replace
from math import cos, pi, sin, sqrt

from analytics.figures.places import Place, active_places
from analytics.scope.indicator.indicator_scope import IndicatorScope
from charts.card import Card
from charts.layout.labels import METRES_PER_DEGREE
from charts.pictures import AreaMap, Spot
from data.grammar import counted
from data.reference.areas import Level
from data.reference.code_lists import code_lists
from geo.boundaries import label_points

SECTORS = code_lists()["sector"]
MOST_SPOTS = 400  # more cannot be told apart, nor sent in a moment
SPACING_METRES = 130.0
TOO_MANY = "te veel ontwikkelplaatsen om te tonen: kies een kleiner gebied"
GOLDEN_ANGLE = pi * (3 - sqrt(5))  # of a sunflower: points around a middle that do not overlap
EAST = cos(51.45 / 180 * pi)  # a degree east against a degree north


def with_spots(card: Card, scope: IndicatorScope) -> Card:
    """The card of a map with the active places on it, or with the reason why they are not."""
    if not scope.is_whole or not isinstance(card.picture, AreaMap):
        return card
    places = scope.of(active_places, scope.day, scope.around)
    if len(places) > MOST_SPOTS:
        return replace(card, source=f"{card.source} · {TOO_MANY}")
    return replace(card, picture=replace(card.picture, spots=_spots(places), groups=SECTORS))


def _spots(places: list[Place]) -> list[Spot]:
    """The places around the middle of their buurt."""
    middles = label_points(Level.BUURT)
    by_buurt: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_buurt[place.buurt_code].append(place)
    return [
        _spot(place, number, middles[buurt])
        for buurt, together in by_buurt.items()
        for number, place in enumerate(together)
    ]


def _spot(place: Place, number: int, middle: tuple[float, float]) -> Spot:
    away = SPACING_METRES * sqrt(number) / METRES_PER_DEGREE
    free = place.free_positions
    return Spot(
        name=place.name,
        longitude=middle[0] + away * cos(number * GOLDEN_ANGLE) / EAST,
        latitude=middle[1] + away * sin(number * GOLDEN_ANGLE),
        group=place.sector,
        size=free,
        detail=counted(free, "vrije plek", "vrije plekken"),
    )
