"""How long it takes from a scan to a match."""

from analytics.catalog import find
from analytics.figures.durations import Course
from analytics.scope.scope import Scope
from analytics.statistics.spells import Outcome, Spell
from analytics.statistics.survival import Curve, Interval
from charts.card import Card, Line, Table, empty
from charts.cards.chosen import advice
from charts.cards.outcomes import spans
from charts.pictures import Series, Trend
from charts.registry import card
from data.dutch import number
from data.grammar import capital, counted, listed

TITLE = "Van scan tot match"
AXIS = "maanden na de scan"
MOMENTS = (3, 6)  # months
INDICATORS = ("mediaan_dagen_tot_match", "match_binnen_3_maanden", "match_binnen_6_maanden")
FEW = (
    "Te weinig inwoners met een scan zijn lang genoeg gevolgd om te zeggen hoe lang het tot een"
    " match duurt."
)


def wait_answer(scope: Scope) -> str:
    """The answer to the question how long it takes to a match."""
    course = spans.course_of(scope, spans.asked(scope, Spell.WAIT))
    words = wait_words(course) if course and spans.is_drawn(course) else FEW + advice(scope)
    return spans.led(scope, words)


@card("uitkomsten.wachttijd", TITLE)
def wait_curve(scope: Scope) -> Card:
    """The part of the residents with a match, by month since the scan."""
    course = spans.course_of(scope, spans.asked(scope, Spell.WAIT))
    if course is None or not spans.is_drawn(course):
        return empty(FEW + advice(scope))
    words = spans.about(scope, wait_words(course))
    return Card(
        topic=TITLE,
        title=_title(course),
        subtitle="procent van de inwoners met een scan"
        f" · {spans.scope_words(scope)} · {spans.certain_words(_half(course))}",
        source=f"{scope.source(find(INDICATORS[0]))}"
        " · onder de as: hoeveel inwoners zo lang zijn gevolgd",
        alt=words,
        sentence=words,
        file_name=scope.file_name("wachttijd"),
        indicators=INDICATORS,
        picture=_picture(course),
        table=_table(course),
    )


def _title(course: Course) -> str:
    half = _half(course)
    return f"De helft heeft na {spans.counted_days(half)} een match" if half else TITLE


def _half(course: Course) -> Interval | None:
    return spans.half_of(course.ended[Outcome.MATCH])


def _picture(course: Course) -> Trend:
    matched, left = (_monthly(course, course.ended[way]) for way in (Outcome.MATCH, Outcome.LEFT))
    alone = spans.values_of(_monthly(course, course.alone))
    return Trend(
        range(len(course.followed)),
        [
            spans.line("met een match", "accent", matched),
            Series("zonder uitstroom", "muted", alone, is_dashed=True),
            spans.line("uitgestroomd", "line", left),
        ],
        x_title=AXIS,
        unit="procent",
        counts=course.followed,
        top=spans.TOP,
    )


def _table(course: Course) -> Table:
    matched, left = (_monthly(course, course.ended[way]) for way in (Outcome.MATCH, Outcome.LEFT))
    matches = spans.with_ends("Met een match (%)", "Met een match")
    columns = spans.monthly_columns("scan", {**matches, "Uitgestroomd (%)": "Uitgestroomd"})
    rows = zip(matched, left, course.followed, strict=True)
    lines = [
        Line([str(month), *spans.ends(has), spans.cell(gone), there])
        for month, (has, gone, there) in enumerate(rows)
    ]
    return Table(TITLE, columns, lines)


def _monthly(course: Course, curve: Curve) -> list[Interval | None]:
    return spans.monthly(curve, len(course.followed) - 1, is_lasting=False)


def wait_words(course: Course) -> str:
    """When half has a match, and how many have one after a while."""
    matched = course.ended[Outcome.MATCH]
    half = _half(course)
    first = (
        f"De helft van de inwoners heeft na {spans.days_words(half)} een match."
        if half
        else _no_half_words(course)
    )
    return f"{first} {capital(_moment_words(matched))}."


def _moment_words(matched: Curve) -> str:
    """How many have a match after each moment, and of which there are too few to say."""
    found = {months: spans.after(matched, months, is_lasting=False) for months in MOMENTS}
    told = [f"na {months} maanden {spans.percent_words(at)}" for months, at in found.items() if at]
    few = [months for months, at in found.items() if at is None]
    return "; ".join([*([listed(told)] if told else []), *([spans.few_words(*few)] if few else [])])


def _no_half_words(course: Course) -> str:
    """That fewer than half have a match by the last month that is known."""
    months = len(course.followed) - 1
    last = spans.after(course.ended[Outcome.MATCH], months, is_lasting=False)
    is_half = last is not None and number(last.value) == number(spans.PERCENT / 2)
    part = "bijna de helft" if is_half else "minder dan de helft"
    return f"Binnen {counted(months, 'maand', 'maanden')} heeft {part} van de inwoners een match."
