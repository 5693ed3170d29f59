"""The events of the programme on the time axis of a card."""

from datetime import date

from analytics.rollout.timeline import happenings
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.view import View
from charts.pictures import Event


def events_between(answers: Answers, view: View, first: date, last: date) -> list[Event]:
    """What happened in the area of the view or around it, between two days."""
    day = min(last, questions.as_of(view, answers.known))
    found = answers.of(happenings, view.area, day)
    return [Event(happening.day, happening.label) for happening in found if happening.day >= first]
