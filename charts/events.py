"""Steps of a horizontal axis in words, and the events that stand on it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from charts.pictures import Event, Step
from charts.theme import PALETTES, Mode
from data.dutch import month, number, short_date


def places(steps: Sequence[Step]) -> list[str | float]:
    """Steps as plotly wants them: days as ISO text, numbers as they are."""
    return [step.isoformat() if isinstance(step, date) else step for step in steps]


def step_words(step: Step, x_title: str) -> str:
    """A place on the axis in words: april 2021, or 6 maanden sinds de start."""
    if isinstance(step, date):
        return month(step) if step.day == 1 else short_date(step)
    return f"{number(step)} {x_title}"


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


def event_numbers(events: Sequence[Event], mode: Mode) -> list[dict[str, Any]]:
    """A number above the line of every event: their names would touch. Pointing at it tells."""
    return [
        {
            "x": place,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "text": str(rank),
            "hovertext": event_words(event),
            "font": {"size": 12, "color": PALETTES[mode].muted},
            "showarrow": False,
        }
        for rank, (event, place) in enumerate(
            zip(events, places([event.at for event in events]), strict=True), start=1
        )
    ]


def event_words(event: Event) -> str:
    """An event with its month: Bustour door de wijken (juni 2021)."""
    when = month(event.at) if isinstance(event.at, date) else number(event.at)
    return f"{event.label} ({when})"
