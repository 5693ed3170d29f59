"""The events of the programme on the time axis of a card."""

from datetime import date

from analytics.rollout.timeline import happenings
from analytics.scope.scope import Scope
from charts.pictures import Event


def events_between(scope: Scope, first: date, last: date) -> list[Event]:
    """What happened in the area of the view or around it, between two days."""
    day = min(last, scope.day)
    found = scope.of(happenings, scope.view.area, day)
    return [Event(happening.day, happening.label) for happening in found if happening.day >= first]
