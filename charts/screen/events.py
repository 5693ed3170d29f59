"""The events on a time axis, for plotly."""

from collections.abc import Sequence
from typing import Any

from charts.layout.axis import Axis
from charts.layout.steps import event_tiers, event_words
from charts.pictures import Event
from charts.screen.axes import places
from charts.theme import PALETTES, Mode

TIER = 13  # pixels
NUMBERS_HEIGHT = 24 + TIER  # pixels above a picture, for numbers in two tiers


def event_lines(events: Sequence[Event], mode: Mode) -> list[dict[str, Any]]:
    """A dotted line down the picture for every event."""
    return [
        {
            "type": "line",
            "x0": place,
            "x1": place,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "line": {"color": PALETTES[mode].line, "width": 1, "dash": "dot"},
        }
        for place in places([event.at for event in events])
    ]


def event_numbers(events: Sequence[Event], axis: Axis, mode: Mode) -> list[dict[str, Any]]:
    """A number above the line of every event: their names would touch. Pointing at it tells."""
    found = zip(
        events, places([event.at for event in events]), event_tiers(events, axis), strict=True
    )
    return [
        {
            "x": place,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": TIER * tier,
            "text": str(rank),
            "hovertext": event_words(event),
            "font": {"size": 12, "color": PALETTES[mode].muted},
            "showarrow": False,
        }
        for rank, (event, place, tier) in enumerate(found, start=1)
    ]
