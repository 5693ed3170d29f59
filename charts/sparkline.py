"""Sparklines: a line as small as a word, as a picture that a tile can hold."""

from collections.abc import Sequence
from urllib.parse import quote

from charts.theme import PALETTES, Mode

WIDTH, HEIGHT, MARGIN = 120, 28, 3


def sparkline(values: Sequence[float], mode: Mode) -> str:
    """The address (data:) of an SVG with the values as a line from zero, the last one marked.

    "" when there are fewer than two values, which make no line.
    """
    if len(values) == 1 or not values:
        return ""
    palette = PALETTES[mode]
    points = _points(values)
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    last_x, last_y = points[-1]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<polyline points="{path}" fill="none" stroke="{palette.line}" stroke-width="1.5"/>'
        f'<circle cx="{last_x:.1f}" cy="{last_y:.1f}" r="2.5" fill="{palette.accent}"/></svg>'
    )
    return f"data:image/svg+xml,{quote(svg)}"


def _points(values: Sequence[float]) -> list[tuple[float, float]]:
    """Places in the picture, y from the top; zero lies at the bottom."""
    high = max(*values, 1)
    step = (WIDTH - 2 * MARGIN) / (len(values) - 1)
    room = HEIGHT - 2 * MARGIN
    return [
        (MARGIN + i * step, HEIGHT - MARGIN - value / high * room) for i, value in enumerate(values)
    ]
