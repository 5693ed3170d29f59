"""Steps of a horizontal axis in words, and the events that stand on it."""

from datetime import date

from charts.pictures import Event, Step
from data.dutch import month, number, short_date


def step_words(step: Step, x_title: str) -> str:
    """A place on the axis in words: april 2021, or 6 maanden sinds de start."""
    if isinstance(step, date):
        return month(step) if step.day == 1 else short_date(step)
    return f"{number(step)} {x_title}"


def event_words(event: Event) -> str:
    """An event with its month: Bustour door de wijken (juni 2021)."""
    when = month(event.at) if isinstance(event.at, date) else number(event.at)
    return f"{event.label} ({when})"
