"""What the cards of durations share: curves by month, and percentages and days in words."""

from collections.abc import Sequence
from dataclasses import replace

from analytics import questions
from analytics.answers import Answers
from analytics.durations import Course, courses
from analytics.ranking import Mark
from analytics.spells import Asked, Facet, Spell
from analytics.survival import Curve, Interval
from analytics.view import View
from charts.card import Value
from charts.pictures import Series
from data.dutch import number

PERCENT = 100
TOP = 104  # of the axis: a line at 100% is seen whole


def asked(answers: Answers, view: View, spell: Spell, facet: Facet = Facet.NONE) -> Asked:
    """The spells of the view's own area on its peildatum."""
    place = questions.area(view, answers.known)
    return Asked(spell, place.level, questions.as_of(view, answers.known), place.code, facet)


def city_wide(answers: Answers, question: Asked) -> Asked:
    """The same question for the whole city."""
    return replace(question, level=answers.known.city.level, area=answers.known.city.code)


def course_of(answers: Answers, question: Asked) -> Course | None:
    """The course of all spells of one area; None where there are none or too few."""
    return answers.of(courses, question).get((question.area, ""))


def monthly(curve: Curve, months: int, *, is_lasting: bool) -> list[Interval]:
    """The percentage after 0, 1, ... `months` months that has ended, or that goes on."""
    found = (after(curve, month, is_lasting=is_lasting) for month in range(months + 1))
    return [interval for interval in found if interval]


def after(curve: Curve, months: int, *, is_lasting: bool) -> Interval | None:
    """The percentage that has ended, or goes on, so many months after the beginning."""
    found = curve.at(curve.table.clock.steps(months))
    if found is None:
        return None
    ends = [PERCENT * end for end in (found.value, found.low, found.high) if end is not None]
    if is_lasting:
        value, high, low = (PERCENT - end for end in ends)
        return Interval(value, low, high)
    return Interval(*ends)


def line(name: str, ink: str, values: Sequence[Interval], steps: int | None = None) -> Series:
    """A line with its band, empty after its last value up to so many steps."""
    empty: list[float | None] = [None] * ((steps or len(values)) - len(values))
    return Series(
        name,
        ink,
        [interval.value for interval in values] + empty,
        low=[interval.low for interval in values] + empty,
        high=[interval.high for interval in values] + empty,
    )


def half_of(curve: Curve) -> Interval | None:
    """The days after which half has ended, with its interval."""
    half, step = curve.half(), curve.table.clock.days
    if half is None:
        return None
    low, high = (end * step if end is not None else None for end in (half.low, half.high))
    return Interval(half.value * step, low, high)


def percent_words(found: Interval) -> str:
    """A percentage with its interval: 41% (37% tot 45%)."""
    return f"{number(found.value)}% ({number(found.low or 0)}% tot {number(found.high or 0)}%)"


def days_words(found: Interval) -> str:
    """Days with their interval: 159 dagen (136 tot 182)."""
    value, low = number(found.value), number(found.low or 0)
    ends = f"{low} of meer" if found.high is None else f"{low} tot {number(found.high)}"
    return f"{value} {'dag' if value == '1' else 'dagen'} ({ends})"


def number_or_word(found: Interval | None) -> Value:
    """The number for a cell of a table, or why there is none."""
    return Mark.TOO_EARLY if found is None else found.value
