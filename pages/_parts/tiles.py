"""Tiles: one figure each, large, with its change in words and its line over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from analytics.catalog import Indicator
from analytics.ranking import Mark
from analytics.sentences import change_words
from analytics.windows import Window
from charts.sparkline import sparkline
from charts.theme import Mode
from data.dutch import number


@dataclass(frozen=True)
class Tile:
    """A figure, what it was the span before, and what it was by month.

    `value` is None when it may not be shown, `before` also when that span lies before all data.
    """

    indicator: Indicator
    value: float | None
    before: float | None
    monthly: Sequence[float]


def tiles(figures: Sequence[Tile], window: Window, mode: Mode) -> str:
    """The HTML of the tiles, side by side or two by two."""
    return f'<dl class="bloei-tiles">{"".join(_tile(tile, window, mode) for tile in figures)}</dl>'


def _tile(tile: Tile, window: Window, mode: Mode) -> str:
    label = tile.indicator.label
    value = "–" if tile.value is None else number(tile.value, tile.indicator.decimals)
    picture = sparkline(tile.monthly, mode)
    line = f'<dd class="line"><img src="{picture}" alt=""></dd>' if picture else ""
    return (
        f"<div><dt>{escape(label[0].upper() + label[1:])}</dt>"
        f'<dd class="value">{value}</dd>{_change(tile, window)}{line}</div>'
    )


def _change(tile: Tile, window: Window) -> str:
    if tile.value is None:
        mark = Mark.WITHHELD if tile.indicator.duration else Mark.BETWEEN_QUARTERS
        return f'<dd class="change equal">{mark}</dd>'
    if tile.before is None:
        return '<dd class="change equal">nog niets om mee te vergelijken</dd>'
    change = tile.value - tile.before
    words = escape(change_words(change, tile.indicator, window))
    if change == 0 or tile.indicator.more_is_better is None:
        return f'<dd class="change equal">{words}</dd>'
    is_better = (change > 0) == tile.indicator.more_is_better
    arrow = "↑" if change > 0 else "↓"
    return f'<dd class="change {"better" if is_better else "worse"}">{arrow} {words}</dd>'
