"""The five figures of an area as tiles, on every page that is about an area."""

import streamlit as st

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import Rate, claimable, differ
from analytics.figures.selection import Selection
from analytics.scope.indicator.monthly import monthly_counts
from analytics.scope.indicator.ranking import Mark, ranked_areas
from charts.theme import Mode
from pages._parts import cards
from pages._parts.drawing.tiles import Tile, tiles
from pages._parts.session import PageScope

TILES = ("inwoners_bereikt", "matches", "lopende_matches", "open_vacatures", "wachtend")
SPARKLINE_MONTHS = 24


def draw(scope: PageScope) -> None:
    """The tiles of the view's area, with what each was the span before."""
    st.html(html(scope, cards.mode()))


def html(scope: PageScope, mode: Mode) -> str:
    """The HTML of the tiles in a dress."""
    return scope.answers.kept(
        ("tiles", scope.view, mode),
        lambda: tiles([_tile(scope, indicator) for indicator in TILES], scope.window, mode),
    )


def _tile(scope: PageScope, indicator: str) -> Tile:
    before, monthly = scope.own_before, scope.own_monthly(SPARKLINE_MONTHS)
    value = _figure(scope, indicator, scope.own)
    earlier = _figure(scope, indicator, before) if before else None
    return Tile(
        indicator=find(indicator),
        value=value,
        before=earlier,
        monthly=_since_start(scope, indicator, monthly) if monthly else [],
        is_sure=_is_sure(indicator, value, earlier, scope.threshold),
    )


def _is_sure(
    indicator: str, now: float | Mark, before: float | Mark | None, threshold: int
) -> bool:
    """Whether a change (or that there is none) can be told of two counts."""
    if isinstance(now, Mark) or before is None or isinstance(before, Mark):
        return True
    asked = threshold_of(find(indicator).measure, threshold)
    return claimable(min(now, before), asked) or differ(Rate(now), Rate(before), asked)


def _since_start(scope: PageScope, indicator: str, monthly: Selection) -> list[float]:
    counts = monthly_counts(scope.answers, indicator, monthly).values()
    return [count for count in counts if count is not None]


def _figure(scope: PageScope, indicator: str, selection: Selection) -> float | Mark:
    """The figure of one area, or the mark why there is none."""
    [found] = ranked_areas(scope.answers, find(indicator), selection)
    return found.mark or found.row.value or 0.0
