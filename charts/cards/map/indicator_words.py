"""The sentences of one indicator: about the chosen area, and the extremes among its parts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analytics.scope.indicator.extremes import Standing, extremes_sentence
from analytics.scope.indicator.indicator_scope import IndicatorScope
from analytics.scope.indicator.ranking import Mark
from charts.cards.map import area_maps
from data.dutch import number, signed
from data.grammar import capital, lower_first


def level_words(scope: IndicatorScope) -> str:
    """The figure of the area, and the highest and the lowest of its parts."""
    when = scope.when_words
    [own] = own_values(scope, (scope.day,))
    told = own if isinstance(own, str) else number(own, scope.indicator.decimals)
    return _sentence(scope, when, told, extremes_sentence(scope.standing(), scope.scale))


def change_words(scope: IndicatorScope) -> str:
    """What changed in the area, and where among its parts most."""
    own = own_change(scope)
    told = own if isinstance(own, str) else signed(own, scope.indicator.decimals)
    moments = scope.moments_at(area_maps.change_days(scope))
    changes, sharp = area_maps.compared(scope, moments), moments.differences()
    names = {area.code: area.name for area in scope.known.areas.values()}
    found = [
        Standing(names[code], sharp[code])
        for code, change in changes.items()
        if not isinstance(change, Mark)
    ]
    scale = replace(scope.scale, is_change=True, has_gaps=len(found) < len(changes))
    return _sentence(scope, area_maps.change_words(scope), told, extremes_sentence(found, scale))


def _sentence(scope: IndicatorScope, when: str, told: str, extremes: str) -> str:
    """Of the city the parts only: its own figure stands in no table."""
    subject = capital(scope.indicator.subject)
    head = f"{subject} in {scope.area.after_in}, {when}"
    if not scope.view.area:
        return f"{head}: {lower_first(extremes)}"
    return f"{head}: {told}. {_within(scope)}: {lower_first(extremes)}"


def _within(scope: IndicatorScope) -> str:
    """Where the parts lie: in the area, or around it when it has none."""
    if scope.around == scope.area.code:
        return "Daarbinnen"
    around = scope.known.area(scope.around)
    return f"In {around.after_in}"


def own_values(scope: IndicatorScope, days: tuple[date, ...]) -> Sequence[float | Mark]:
    """The figure of the area itself on some days, or the mark why there is none.

    Where it stands among its like, it has the mark that they have.
    """
    own = scope.own_moments_at(days)
    has_parts = scope.around == scope.area.code
    [values] = (own.values if has_parts else area_maps.marked(scope, own)).values()
    return values


def own_change(scope: IndicatorScope) -> float | Mark:
    """What the area itself has more or less than on the day to compare with."""
    [change] = area_maps.compared(
        scope, scope.own_moments_at(area_maps.change_days(scope))
    ).values()
    return change
