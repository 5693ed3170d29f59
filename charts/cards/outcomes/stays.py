"""Whether matches last: how long they run, and against what was agreed."""

from dataclasses import replace

from analytics.catalog import find
from analytics.figures.durations import Agreement, Course, agreement
from analytics.scope.scope import Scope
from analytics.scope.windows import Window
from analytics.statistics.spells import Asked, Spell
from analytics.statistics.survival import Interval
from charts.card import Card, Line, Table, empty
from charts.cards.chosen import advice
from charts.cards.outcomes import spans
from charts.pictures import Series, Trend
from charts.registry import card
from data.grammar import counted

TITLE = "Hoe lang matches lopen"
AGREED_TITLE = "Hoe lang was afgesproken, en hoe lang liep het"
AXIS = "maanden na de start"
UNIT = "procent"
JUDGED_AFTER = 3  # months
INDICATORS = ("mediaan_dagen_looptijd", "nog_lopend_na_3_maanden", "nog_lopend_na_6_maanden")
FOLLOWED = "onder de as: hoeveel matches zo lang zijn gevolgd"
FEW = "Te weinig matches zijn lang genoeg gevolgd om te zeggen of ze blijven."
LASTING = spans.with_ends("Loopt nog (%)", "Loopt nog")
FEW_AGREED = "Te weinig matches hebben een afgesproken einde."
NOT_OVER = (
    "Van te weinig matches is de afgesproken dag voorbij om te zeggen hoe vaak die is gehaald."
)


def stay_answer(scope: Scope) -> str:
    """The answer to the question whether matches last."""
    question = spans.asked(scope, Spell.STAY)
    found = _judged(scope, question)
    if found is None:
        return spans.led(scope, FEW + advice(scope))
    words = f"{verdict(found[1])} {course_words(*found)}"
    kept = _kept_words(scope.of(agreement, _of_all(question)))
    return spans.led(scope, f"{words} {kept}".strip())


@card("uitkomsten.looptijd", TITLE)
def stay_curve(scope: Scope) -> Card:
    """The part of the matches that still runs, by month since the start."""
    found = _judged(scope, spans.asked(scope, Spell.STAY))
    if found is None:
        return empty(FEW + advice(scope))
    course = found[0]
    months = len(course.followed) - 1
    values = spans.monthly(course.alone, months, is_lasting=True)
    words = spans.about(scope, course_words(*found))
    return Card(
        title=_title(course),
        topic=TITLE,
        subtitle="procent van de matches dat nog loopt"
        f" · {spans.scope_words(scope)}"
        f" · {spans.certain_words(spans.half_of(course.alone))}",
        source=_source(scope, FOLLOWED),
        alt=words,
        sentence=words,
        file_name=scope.file_name("looptijd"),
        indicators=INDICATORS,
        picture=_stay_trend(scope, values, course),
        table=_table(values, course),
    )


def _stay_trend(scope: Scope, values: list[Interval | None], course: Course) -> Trend:
    city = _city(scope, len(course.followed) - 1)
    lines = [spans.line("loopt nog", "accent", values), *city]
    return Trend(range(len(values)), lines, AXIS, UNIT, counts=course.followed, top=spans.TOP)


def _judged(scope: Scope, question: Asked) -> tuple[Course, Interval] | None:
    """The course and the percentage by which it is judged; None where too few tell that."""
    course = spans.course_of(scope, question)
    soon = spans.after(course.alone, JUDGED_AFTER, is_lasting=True) if course else None
    return (course, soon) if course and soon else None


def _of_all(question: Asked) -> Asked:
    """The same of all matches since the start: few agreed days lie in a month."""
    return replace(question, since=None)


def _title(course: Course) -> str:
    half = spans.half_of(course.alone)
    return f"De helft van de matches is na {spans.counted_days(half)} voorbij" if half else TITLE


def _city(scope: Scope, months: int) -> list[Series]:
    """The whole city as a reference for a part of it."""
    if not scope.view.area:
        return []
    question = spans.city_wide(scope, spans.asked(scope, Spell.STAY))
    course = spans.course_of(scope, question)
    if course is None:
        return []
    found = spans.values_of(spans.monthly(course.alone, months, is_lasting=True))
    return [Series(f"heel {scope.known.city.name}", "line", found, is_dashed=True)]


def _table(values: list[Interval | None], course: Course) -> Table:
    columns = spans.monthly_columns("start", LASTING)
    lines = [
        Line([str(month), *spans.ends(value), course.followed[month]])
        for month, value in enumerate(values)
    ]
    return Table(TITLE, columns, lines)


@card("uitkomsten.afspraak", AGREED_TITLE)
def agreement_curve(scope: Scope) -> Card:
    """How long matches run beside how long was agreed."""
    found = scope.of(agreement, _of_all(spans.asked(scope, Spell.STAY)))
    if found is None or len(found.followed) <= spans.LEAST_MONTHS:
        return empty(FEW_AGREED + advice(scope))
    words = spans.about(scope, _kept_words(found) or NOT_OVER, Window.ALL)
    return Card(
        subtitle="procent van de matches met een afspraak"
        f" · {spans.scope_words(scope, Window.ALL)} · {spans.BAND}",
        source=_source(scope, "alleen matches met een afgesproken einde"),
        alt=words,
        sentence=words,
        file_name=scope.file_name("afspraak"),
        indicators=INDICATORS[:1],
        picture=_agreement_picture(found),
        table=_agreement_table(found),
    )


def _agreement_curves(found: Agreement) -> list[list[Interval | None]]:
    """How long matches run, and how long was agreed, by month."""
    months = len(found.followed) - 1
    curves = found.lasting, found.agreed
    return [spans.monthly(curve, months, is_lasting=True) for curve in curves]


def _agreement_picture(found: Agreement) -> Trend:
    lasting, planned = _agreement_curves(found)
    return Trend(
        range(len(lasting)),
        [
            spans.line("loopt nog", "accent", lasting),
            Series("afgesproken", "muted", spans.values_of(planned), is_dashed=True),
        ],
        x_title=AXIS,
        unit=UNIT,
        counts=found.followed,
        top=spans.TOP,
    )


def _agreement_table(found: Agreement) -> Table:
    """By month; below them how many run on their last agreed day, each on its own."""
    lasting, planned = _agreement_curves(found)
    columns = spans.monthly_columns("start", {**LASTING, "Volgens afspraak (%)": "Afgesproken"})
    lines = [
        Line([str(month), *spans.ends(runs), spans.cell(agreed), found.followed[month]])
        for month, (runs, agreed) in enumerate(zip(lasting, planned, strict=True))
    ]
    kept = _kept(found)
    if kept:
        lines.append(Line(["de afgesproken dag", *spans.ends(kept), None, found.over]))
    return Table("Matches met een afspraak", columns, lines)


def verdict(soon: Interval) -> str:
    """Whether most matches last, as follows from the percentage and its ends as they are shown."""
    half = spans.PERCENT / 2
    if round(soon.low or 0) > half:
        return f"Ja, de meeste blijven minstens {JUDGED_AFTER} maanden."
    if round(soon.high or 0) < half:
        return f"Nee, de meeste blijven geen {JUDGED_AFTER} maanden."
    return f"Of de meeste {JUDGED_AFTER} maanden blijven, is niet zeker."


def course_words(course: Course, soon: Interval) -> str:
    """How many matches run on after a while, and when half of them is over."""
    later = spans.after(course.alone, 2 * JUDGED_AFTER, is_lasting=True)
    half = spans.half_of(course.alone)
    words = f"Na {JUDGED_AFTER} maanden loopt nog {spans.percent_words(soon)} van de matches"
    words += (
        f", na {2 * JUDGED_AFTER} maanden {spans.percent_words(later)}."
        if later
        else f"; {spans.few_words(2 * JUDGED_AFTER)}."
    )
    return f"{words} De helft is na {spans.days_words(half)} voorbij." if half else words


def _kept_words(found: Agreement | None) -> str:
    kept = _kept(found) if found else None
    if found is None or kept is None:
        return ""
    return (
        f"Van de {counted(found.over, 'match', 'matches')} sinds de start waarvan de afgesproken"
        f" dag voorbij is, haalde {spans.percent_words(kept)} die dag."
    )


def _kept(found: Agreement) -> Interval | None:
    """The percentage that ran on its last agreed day."""
    if found.kept is None:
        return None
    ends = (found.kept.value, found.kept.low or 0, found.kept.high or 0)
    return Interval(*(spans.PERCENT * end for end in ends))


def _source(scope: Scope, more: str) -> str:
    return f"{scope.source(find(INDICATORS[0]))} · {more}"
