"""Steps of a horizontal axis in words, and the events that stand on it."""

from collections.abc import Sequence
from datetime import date

from charts.layout.axis import Axis, place
from charts.pictures import Event, Step
from data.dutch import month, number, short_date

APART = 0.1  # of the axis: what the number of an event needs on the narrowest screen


def step_words(step: Step, x_title: str) -> str:
    """A place on the axis in words: april 2021, or 6 maanden sinds de start."""
    if isinstance(step, date):
        return month(step) if step.day == 1 else short_date(step)
    return f"{number(step)} {x_title}"


def event_words(event: Event) -> str:
    """An event with its month: Bustour door de wijken (juni 2021)."""
    when = month(event.at) if isinstance(event.at, date) else number(event.at)
    return f"{event.label} ({when})"


def event_tiers(events: Sequence[Event], axis: Axis) -> list[int]:
    """By event whether its number stands on the line (0) or above the one before it (1)."""
    tiers: list[int] = []
    for index, event in enumerate(events):
        before = events[index - 1] if index else None
        is_near = before and abs(axis.part(place(event.at)) - axis.part(place(before.at))) < APART
        tiers.append(int(bool(is_near) and tiers[-1] == 0))
    return tiers
