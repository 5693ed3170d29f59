"""Sentences about areas around their common rate: who stands out, and in which order."""

from collections.abc import Sequence

from analytics.catalog import find
from analytics.rollout.funnel import DECIMALS, FEWEST, Funnel, Outcome, Point
from analytics.scope.areas import NamedArea, said_name
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS, just_started
from analytics.statistics.limits import Verdict
from charts.cards.chosen import chosen_codes, has_parts, is_new
from data.dutch import number
from data.grammar import capital, lower_first, named
from data.reference.areas import Level

UNIT = "per 1.000 inwoners per jaar"
FEW = (
    f"Er zijn minder dan {FEWEST} gestarte gebieden met cijfers in deze periode: te weinig om te"
    " vergelijken. Kies een langere periode of een ander niveau."
)


def rate_words(rate: float) -> str:
    """A rate as it is read."""
    return number(rate, DECIMALS)


def funnel_words(scope: Scope, found: Funnel) -> str:
    """How the chosen areas do, which areas stand out, and around which rate."""
    if not found.points:
        return FEW
    about = _chosen(scope, found)
    everywhere = f"{_average(found)} {_outcome(found, scope.level)}"
    return f"{about} {everywhere}" if about else everywhere


def average_words(found: Funnel) -> str:
    """The common rate: of all areas that take part, or of those outside the pilot."""
    return f"gemiddeld{_outside(found)}: {rate_words(found.average)}"


def _outside(found: Funnel) -> str:
    return " buiten het pilotgebied" if found.base < len(found.points) else ""


def _average(found: Funnel) -> str:
    return f"{capital(average_words(found))} {find(found.subject).label} {UNIT}."


def _outcome(found: Funnel, level: Level) -> str:
    if found.outcome is Outcome.ALONE:
        return f"{capital(standing_out(found.points, level))}."
    areas = f"{found.base} {PLURALS[level]}{_outside(found)}"
    if found.outcome is Outcome.CHANCE:
        return f"De verschillen tussen de {areas} passen bij toeval."
    return f"De {areas} verschillen samen meer dan toeval; geen ervan springt er op zichzelf uit."


def standing_out(points: Sequence[Point], level: Level) -> str:
    """Which areas stand out, in words; at least one does."""
    parts = []
    for verdict in (Verdict.HIGH, Verdict.LOW):
        names = sorted(_name(point) for point in points if point.verdict is verdict)
        if names:
            parts.append(f"{verdict}: {named(names, PLURALS[level])}")
    return "; ".join(parts)


def _name(point: Point) -> str:
    return said_name(point.code, point.name)


def _chosen(scope: Scope, found: Funnel) -> str:
    """What can be said of the chosen area, or of its parts; "" without one."""
    if not scope.view.area:
        return ""
    place = scope.area
    codes = chosen_codes(scope, scope.level)
    points = [point for point in found.points if point.code in codes]
    if not points and is_new(scope, found.end):
        return just_started(place)
    if not points:
        return f"Voor {place.in_sentence} is hier geen cijfer om te vergelijken."
    if len(points) == 1:
        return _point(points[0], found)
    known = " met een cijfer" if len(points) < len(codes) else ""
    return _parts(points, place, scope.level, known)


def _point(point: Point, found: Funnel) -> str:
    return (
        f"{capital(_name(point))}: {rate_words(point.rate)} {find(found.subject).label} {UNIT},"
        f" dat {judged(point.verdict)}; rekening houdend met de grootte"
        f" {rate_words(point.smoothed)}."
    )


def judged(verdict: Verdict) -> str:
    """A verdict behind "dat"."""
    if verdict in (Verdict.CHANCE, Verdict.USUAL):
        return verdict
    return f"is {verdict} dan gemiddeld"


def _parts(points: Sequence[Point], place: NamedArea, level: Level, known: str) -> str:
    if any(point.verdict in (Verdict.HIGH, Verdict.LOW) for point in points):
        return f"In {place.in_sentence} {standing_out(points, level)}."
    areas = f"{len(points)} {PLURALS[level]} {place.behind(level)}{known}"
    return f"Van de {areas} springt er geen uit."


def ranking_words(scope: Scope, found: Funnel) -> str:
    """Which areas stand highest, and the place of the chosen one; why not, without an order."""
    if not found.points:
        return FEW
    if not found.has_order:
        return f"Er is geen rangorde: {_why_no_order(found, scope.level)}."
    placed = [point for point in found.ordered if point.place]
    place = scope.area
    codes = chosen_codes(scope, scope.level)
    inside = [point for point in placed if point.code in codes]
    if not scope.view.area:
        return f"{_first(placed, placed, found, scope.level)}."
    if not inside:
        return _no_place(scope, found)
    is_larger = has_parts(place, scope.level)
    if is_larger and not any(point.count for point in inside):
        return f"In {place.in_sentence} is 0 geteld, dus daarbinnen is er geen rangorde."
    words = _first(inside, placed, found, scope.level)
    return f"In {place.in_sentence} {lower_first(words)}." if is_larger else f"{words}."


def _no_place(scope: Scope, found: Funnel) -> str:
    """Why the chosen area has no place in the order."""
    if is_new(scope, found.end):
        return just_started(scope.area)
    return f"Voor {scope.area.in_sentence} is hier geen plaats in de rangorde."


def _why_no_order(found: Funnel, level: Level) -> str:
    if found.outcome is Outcome.CHANCE:
        return f"de verschillen tussen de {PLURALS[level]} passen bij toeval"
    smoothed = {rate_words(point.smoothed) for point in found.points}
    if len(smoothed) == 1:
        return (
            f"rekening houdend met de grootte hebben alle {PLURALS[level]} evenveel"
            f" ({smoothed.pop()})"
        )
    return "de aantallen zijn afgerond en te klein om te vergelijken"


def _first(points: Sequence[Point], placed: Sequence[Point], found: Funnel, level: Level) -> str:
    """The highest of points (in order), with their place among all that have one."""
    first = [point for point in points if point.place == points[0].place]
    names = named([_name(point) for point in first], PLURALS[level])
    where = "Bovenaan" if points[0].place == 1 else f"Op plaats {points[0].place}"
    return (
        f"{where} van de {len(placed)} {PLURALS[level]}: {names}, met"
        f" {rate_words(points[0].smoothed)} {find(found.subject).label} {UNIT} als rekening wordt"
        " gehouden met de grootte"
    )
