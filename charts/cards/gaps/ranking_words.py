"""Where it lacks most, in words: which areas, how sure that is, and where the chosen one stands."""

from collections.abc import Sequence

from analytics.gaps.index.ranking import Gap, GapRanking, gap_ranking
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from data.grammar import NAMED_AT_MOST, NEUTER, capital, counted, named
from data.reference.areas import Level

HAS_BIGGER = "heeft een groter tekort dan gemiddeld in de stad"
BIGGER = "groter dan gemiddeld in de stad"


def ranking(scope: Scope, level: Level) -> GapRanking:
    """The ranking of a level on the day of the view."""
    day = scope.day
    return scope.of(gap_ranking, level, day, scope.view.catchment.metres)


def ranking_sentence(scope: Scope, found: GapRanking) -> str:
    """About the chosen area: where it stands when it has no parts, else about its parts."""
    if scope.area.level is scope.level:
        return where_it_stands(scope)
    if len(ranking(scope, scope.level).gaps) == 1:
        return f"Van maar 1 {scope.level} is genoeg bekend: er is niets om mee te vergelijken."
    return where_first(found, scope.level, inside_words(scope))


def inside_words(scope: Scope) -> str:
    """The area whose parts are told of, behind a noun; "" for the city."""
    filled = scope.around
    return f" {scope.known.areas[filled].behind(scope.level)}" if filled else ""


def where_first(found: GapRanking, level: Level, inside: str = "") -> str:
    """Where the lack is largest, and of how many areas that is sure."""
    none = f"geen {'enkel' if level in NEUTER else 'enkele'} {level}{inside}"
    if not found.gaps:
        return f"Van {none} is genoeg bekend om te zeggen waar te weinig is."
    sure = [gap.area.in_sentence for gap in found.gaps if gap.is_certain]
    if sure:
        return f"Zeker te weinig is er in {named(sure, PLURALS[level] + inside)}."
    first = _first(found.gaps)
    if not first:
        known = ", voor zover daar genoeg van bekend is" if found.blind else ""
        return f"{capital(none)} {HAS_BIGGER}{known}."
    where = named([gap.area.in_sentence for gap in first], PLURALS[level])
    if len(found.gaps) == 1:
        return f"In {where} lijkt het tekort {BIGGER}, maar zeker is dat niet: het kan toeval zijn."
    is_all = len(first) == len(found.gaps)  # then none of them is the largest
    lack = (
        f"In {where} lijkt het tekort {BIGGER}"
        if is_all
        else f"Het tekort lijkt het grootst in {where}"
    )
    return f"{lack}, maar van {none} is dat zeker: het kan toeval zijn."


def _first(gaps: Sequence[Gap]) -> Sequence[Gap]:
    """At most three from the front above the mean, never one of equals without the others.

    All that are first when these are more than three.
    """
    above = [gap for gap in gaps if gap.index > 0]
    if len(above) <= NAMED_AT_MOST:
        return above
    border = max(above[NAMED_AT_MOST].rank, above[0].rank + 1)
    return [gap for gap in above if gap.rank < border]


def where_it_stands(scope: Scope) -> str:
    """Where the chosen area stands among others of its own level; "" when there are none."""
    place = scope.area
    if place.level is Level.GEMEENTE:
        return ""
    found = ranking(scope, place.level)
    if len(found.gaps) + len(found.blind) == 1:
        return ""
    mine = next((gap for gap in found.gaps if gap.area.code == place.code), None)
    if mine:
        return _standing(mine, found.gaps)
    [why] = [spot.why for spot in found.blind if spot.area.code == place.code]
    return f"Van {place.in_sentence} is te weinig bekend om iets te zeggen: {why}."


def _standing(mine: Gap, gaps: Sequence[Gap]) -> str:
    """The rank of an area, with whom it shares it and between which chance may move it."""
    equals = sum(gap.rank == mine.rank for gap in gaps) - 1
    shared = f", samen met {counted(equals, 'ander', 'andere')}" if equals else ""
    chance = f"; door toeval kan dat {mine.first} tot en met {mine.last} zijn"
    return (
        f"{capital(mine.area.in_sentence)} staat op plaats {mine.rank} van {len(gaps)}{shared}"
        f"{chance if mine.first < mine.last else ''}. Nummer 1 heeft het grootste tekort."
    )
