"""Tiles: one figure each, large, with its change in words and its line over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from analytics.catalog import Indicator
from analytics.scope.indicator.ranking import Mark
from analytics.scope.sentences import before_words, change_words
from analytics.scope.windows import Window
from charts.sparkline import sparkline
from charts.theme import Mode
from data.dutch import number
from data.grammar import capital
from pages._parts.drawing.what import what


@dataclass(frozen=True)
class Tile:
    """A figure, what it was the span before, and what it was by month since the start.

    A mark says why there is no figure. `before` is None when that span lies before all data.
    """

    indicator: Indicator
    value: float | Mark
    before: float | Mark | None
    monthly: Sequence[float]
    is_sure: bool = True  # rounding cannot have made the change


def tiles(figures: Sequence[Tile], window: Window, mode: Mode) -> str:
    """The HTML of the tiles, side by side or two by two."""
    return f'<dl class="bloei-tiles">{"".join(_tile(tile, window, mode) for tile in figures)}</dl>'


def _tile(tile: Tile, window: Window, mode: Mode) -> str:
    label = capital(tile.indicator.label)
    value = "–" if isinstance(tile.value, Mark) else number(tile.value, tile.indicator.decimals)
    picture = sparkline(tile.monthly, mode)
    line = f'<dd class="line"><img src="{picture}" alt=""></dd>' if picture else ""
    return (
        f"<div><dt>{escape(label)}</dt>"
        f'<dd class="value">{value}</dd>{_change(tile, window)}{line}'
        f'<dd class="about">{what([tile.indicator.id], label)}</dd></div>'
    )


def _change(tile: Tile, window: Window) -> str:
    """What changed, in words; a change is only called good or bad when it is there."""
    if isinstance(tile.value, Mark):
        return _words("equal", tile.value)
    if tile.before is None:
        return _words("equal", "nog niets om mee te vergelijken")
    if isinstance(tile.before, Mark):
        return _words("equal", f"{before_words(window, tile.indicator.time)} {tile.before}")
    if not tile.is_sure:
        return _words("equal", Mark.TOO_SMALL)
    change = tile.value - tile.before
    words = change_words(change, tile.indicator, window)
    if change == 0 or tile.indicator.more_is_better is None:
        return _words("equal", words)
    is_better = (change > 0) == tile.indicator.more_is_better
    return _words("better" if is_better else "worse", f"{'↑' if change > 0 else '↓'} {words}")


def _words(kind: str, words: str) -> str:
    return f'<dd class="change {kind}">{escape(words)}</dd>'
