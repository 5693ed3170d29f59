"""How long it takes from a scan to a match."""

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import find
from analytics.durations import Course
from analytics.spells import Outcome, Spell
from analytics.survival import Curve, Interval
from analytics.view import View
from charts.card import Card, Column, Line, Table
from charts.cards import spans
from charts.cards.words import file_words, source_words
from charts.pictures import Series, Trend
from data.dutch import number

TITLE = "Van scan tot match"
AXIS = "maanden na de scan"
MOMENTS = (3, 6)  # months
INDICATORS = ("mediaan_dagen_tot_match", "match_binnen_3_maanden", "match_binnen_6_maanden")
FEW = (
    "Hier zijn nog te weinig inwoners met een scan om te zeggen hoe lang het tot een match duurt."
    " Kies een groter gebied of een latere peildatum."
)


def wait_answer(answers: Answers, view: View) -> str:
    """The answer to the question how long it takes to a match."""
    course = spans.course_of(answers, spans.asked(answers, view, Spell.WAIT))
    return _words(course) if course else FEW


def wait_curve(answers: Answers, view: View) -> Card:
    """uitkomsten.wachttijd: the part of the residents with a match, by month since the scan."""
    course = spans.course_of(answers, spans.asked(answers, view, Spell.WAIT))
    if course is None:
        return Card("uitkomsten.wachttijd", TITLE, note=FEW)
    half = spans.half_of(course.ended[Outcome.MATCH])
    words = _words(course)
    place = questions.area(view, answers.known).name
    return Card(
        id="uitkomsten.wachttijd",
        title=f"De helft heeft na {number(half.value)} dagen een match" if half else TITLE,
        subtitle="procent van de inwoners met een scan · gekleurde band: 95% zekerheid",
        source=f"{source_words(find(INDICATORS[0]), view, answers.known)}"
        " · onder de as: hoeveel inwoners zo lang zijn gevolgd",
        alt=words,
        sentence=f"{place}: {words[0].lower()}{words[1:]}",
        file_name=file_words("wachttijd", view, answers.known),
        indicators=INDICATORS,
        picture=_picture(course),
        table=_table(course),
    )


def _picture(course: Course) -> Trend:
    matched, left = (_monthly(course, course.ended[way]) for way in (Outcome.MATCH, Outcome.LEFT))
    alone = [month.value for month in _monthly(course, course.alone)]
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
    headings = ("Met een match (%)", "Minstens (%)", "Hoogstens (%)", "Uitgestroomd (%)", "Gevolgd")
    columns = [Column("Maanden na de scan", 0), *(Column(heading, 0) for heading in headings)]
    rows = zip(matched, left, course.followed, strict=True)
    lines = [
        Line([str(month), has.value, has.low, has.high, gone.value, there])
        for month, (has, gone, there) in enumerate(rows)
    ]
    return Table(TITLE, columns, lines)


def _monthly(course: Course, curve: Curve) -> list[Interval]:
    return spans.monthly(curve, len(course.followed) - 1, is_lasting=False)


def _words(course: Course) -> str:
    matched = course.ended[Outcome.MATCH]
    half = spans.half_of(matched)
    parts = [
        f"na {months} maanden {spans.percent_words(found)}"
        for months in MOMENTS
        if (found := spans.after(matched, months, is_lasting=False))
    ]
    first = (
        f"De helft van de inwoners heeft na {spans.days_words(half)} een match."
        if half
        else "Nog niet de helft van de inwoners heeft een match."
    )
    return f"{first} {' en '.join(parts).capitalize()}." if parts else first
