"""What the cards of durations share: curves by month, and percentages and days in words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from analytics.figures.durations import Course, courses
from analytics.scope.scope import Scope
from analytics.scope.windows import Window, span
from analytics.statistics.spells import Asked, Facet, Spell
from analytics.statistics.survival import Curve, Interval
from charts.card import Column, Kind, Value
from charts.pictures import Series
from data.dutch import long_date, number
from data.grammar import capital, listed, lower_first, plural
from data.reference.areas import Level

PERCENT = 100
TOP = 104  # of the axis: a line at 100% is seen whole
LEAST_MONTHS = 1  # that a line is long: a point is no picture
HALF_DAY = 0.5
BAND = "gekleurde band: 95% zekerheid"
TOO_FEW = "te weinig om te zeggen"


def asked(scope: Scope, spell: Spell, facet: Facet = Facet.NONE) -> Asked:
    """The spells of the view's own area, followed in the days of its window."""
    place, day = scope.area, scope.day
    first = span(scope.window, day).start
    since = first - timedelta(days=1) if first else None
    return Asked(spell, place.level, day, place.code, facet, since)


def place_words(scope: Scope) -> str:
    """The view's own area as a subject: Stratum, heel Eindhoven."""
    place = scope.area
    return f"heel {place.name}" if place.level is Level.GEMEENTE else place.name


def scope_words(scope: Scope, window: Window | None = None) -> str:
    """Area and days in a subtitle: Stratum, sinds de start tot en met 1 oktober 2021."""
    label = (window or scope.window).label
    until = long_date(scope.day)
    return f"{place_words(scope)}, {label} tot en met {until}"


def about(scope: Scope, words: str, window: Window | None = None) -> str:
    """A sentence that can be quoted: about which area and days, and what is said of them."""
    return f"{capital(scope_words(scope, window))}: {lower_first(words)}"


def led(scope: Scope, words: str) -> str:
    """The same at the head of a page, that names the days itself."""
    return f"{capital(place_words(scope))}: {lower_first(words)}"


def monthly_columns(since: str, shares: Mapping[str, str]) -> list[Column]:
    """The columns of a table by month: shares, and how many were followed until then.

    `shares` are headings with what the picture calls those figures, "" where it draws none.
    """
    return [
        Column(f"Maanden na de {since}", 0),
        *(Column(text, 0, kind=Kind.PERCENT, draws=shares[text]) for text in shares),
        Column("Gevolgd", 0, kind=Kind.FOLLOWED),
    ]


def with_ends(heading: str, drawn: str) -> dict[str, str]:
    """The headings of a share and of the ends of its band, with what a picture calls them."""
    return {heading: drawn, "Minstens (%)": f"{drawn}, van", "Hoogstens (%)": f"{drawn}, tot"}


def city_wide(scope: Scope, question: Asked) -> Asked:
    """The same question for the whole city."""
    return replace(question, level=scope.known.city.level, area=scope.known.city.code)


def course_of(scope: Scope, question: Asked) -> Course | None:
    """The course of all spells of one area; None where there are none or too few."""
    return scope.of(courses, question).get((question.area, ""))


def is_drawn(course: Course | None) -> bool:
    """Whether enough spells were followed for long enough to draw a line."""
    return course is not None and len(course.followed) > LEAST_MONTHS


def monthly(curve: Curve, months: int, *, is_lasting: bool) -> list[Interval | None]:
    """The percentage after 0, 1, ... `months` months that has ended, or that goes on."""
    return [after(curve, month, is_lasting=is_lasting) for month in range(months + 1)]


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


def line(name: str, ink: str, found: Sequence[Interval | None], steps: int | None = None) -> Series:
    """A line with its band, empty after its last value up to so many steps."""
    months = [*found, *[None] * ((steps or len(found)) - len(found))]
    return Series(
        name,
        ink,
        values_of(months),
        low=[month.low if month else None for month in months],
        high=[month.high if month else None for month in months],
    )


def values_of(months: Sequence[Interval | None]) -> list[float | None]:
    """The values without their intervals."""
    return [month.value if month else None for month in months]


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


def few_words(*months: int) -> str:
    """That there are too few to say anything so many months after the beginning.

    >>> few_words(3, 6)
    'over 3 en 6 maanden is er te weinig om te zeggen'
    """
    return f"over {listed([number(month) for month in months])} maanden is er {TOO_FEW}"


def days_words(found: Interval) -> str:
    """Days with their interval: 159 dagen (136 tot 182), 1 dag (1 of meer)."""
    return f"{counted_days(found)} ({_days_ends(found)})"


def _days_ends(found: Interval) -> str:
    low = days_number(found.low or 0)
    return f"{low} of meer" if found.high is None else f"{low} tot {days_number(found.high)}"


def certain_words(half: Interval | None) -> str:
    """How sure a picture is, and the days of its title: those stand in no column of months."""
    return f"{BAND}, voor de helft {_days_ends(half)} dagen" if half else BAND


def counted_days(found: Interval) -> str:
    """Days without their interval: 159 dagen, 1 dag, 2,5 dagen."""
    days = days_number(found.value)
    return f"{days} {plural(1 if days == '1' else 0, 'dag', 'dagen')}"


def days_number(days: float) -> str:
    """Whole days, or the half of the middle of two of them."""
    return number(days, decimals_of([days]))


def decimals_of(days: Sequence[float]) -> int:
    """The decimals that days need: one where any is the middle of two whole days."""
    return int(any(day % 1 == HALF_DAY for day in days))


def ends(found: Interval | None) -> list[Value]:
    """A value with the ends of its interval as cells, or that there are too few to say."""
    return [found.value, found.low, found.high] if found else [TOO_FEW, None, None]


def cell(found: Interval | None, why: str = TOO_FEW) -> Value:
    """The number for a cell of a table, or why there is none."""
    return why if found is None else found.value
