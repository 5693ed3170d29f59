"""Whether matches last: how long they run, and against what was agreed."""

from dataclasses import replace

from analytics.catalog import find
from analytics.figures.durations import Agreement, Course, agreement
from analytics.scope.answers import Answers
from analytics.scope.view import View
from analytics.scope.windows import Window
from analytics.statistics.spells import Asked, Spell
from analytics.statistics.survival import Interval
from charts.card import Card, Column, Line, Table
from charts.cards.outcomes import spans
from charts.cards.words import file_words, source_words
from charts.pictures import Series, Trend
from data.grammar import counted

TITLE = "Hoe lang matches lopen"
AGREED_TITLE = "Hoe lang was afgesproken, en hoe lang liep het"
AXIS = "maanden na de start"
UNIT = "procent"
JUDGED_AFTER = 3  # months
INDICATORS = ("mediaan_dagen_looptijd", "nog_lopend_na_3_maanden", "nog_lopend_na_6_maanden")
FOLLOWED = "onder de as: hoeveel matches zo lang zijn gevolgd"
FEW = (
    "Te weinig matches zijn lang genoeg gevolgd om te zeggen of ze blijven."
    " Kies een groter gebied, een langere periode of een latere peildatum."
)
FEW_AGREED = "Te weinig matches hebben een afgesproken einde. Kies een groter gebied."
NOT_OVER = (
    "Van te weinig matches is de afgesproken dag voorbij om te zeggen hoe vaak die is gehaald."
)


def stay_answer(answers: Answers, view: View) -> str:
    """The answer to the question whether matches last."""
    question = spans.asked(answers, view, Spell.STAY)
    found = _judged(answers, question)
    if found is None:
        return spans.led(answers, view, FEW)
    words = f"{verdict(found[1])} {course_words(*found)}"
    kept = _kept_words(answers.of(agreement, _of_all(question)))
    return spans.led(answers, view, f"{words} {kept}".strip())


def stay_curve(answers: Answers, view: View) -> Card:
    """uitkomsten.looptijd: the part of the matches that still runs, by month since the start."""
    found = _judged(answers, spans.asked(answers, view, Spell.STAY))
    if found is None:
        return Card("uitkomsten.looptijd", TITLE, note=FEW)
    course = found[0]
    months = len(course.followed) - 1
    values = spans.monthly(course.alone, months, is_lasting=True)
    words = spans.about(answers, view, course_words(*found))
    return Card(
        id="uitkomsten.looptijd",
        title=_title(course),
        subtitle="procent van de matches dat nog loopt"
        f" · {spans.scope_words(answers, view)}"
        f" · {spans.certain_words(spans.half_of(course.alone))}",
        source=_source(answers, view, FOLLOWED),
        alt=words,
        sentence=words,
        file_name=file_words("looptijd", view, answers.known),
        indicators=INDICATORS,
        picture=Trend(
            range(len(values)),
            [spans.line("loopt nog", "accent", values), *_city(answers, view, months)],
            x_title=AXIS,
            unit=UNIT,
            counts=course.followed,
            top=spans.TOP,
        ),
        table=_table(values, course),
    )


def _judged(answers: Answers, question: Asked) -> tuple[Course, Interval] | None:
    """The course and the percentage by which it is judged; None where too few tell that."""
    course = spans.course_of(answers, question)
    soon = spans.after(course.alone, JUDGED_AFTER, is_lasting=True) if course else None
    return (course, soon) if course and soon else None


def _of_all(question: Asked) -> Asked:
    """The same of all matches since the start: few agreed days lie in a month."""
    return replace(question, since=None)


def _title(course: Course) -> str:
    half = spans.half_of(course.alone)
    return f"De helft van de matches is na {spans.counted_days(half)} voorbij" if half else TITLE


def _city(answers: Answers, view: View, months: int) -> list[Series]:
    """The whole city as a reference for a part of it."""
    if not view.area:
        return []
    question = spans.city_wide(answers, spans.asked(answers, view, Spell.STAY))
    course = spans.course_of(answers, question)
    if course is None:
        return []
    found = spans.values_of(spans.monthly(course.alone, months, is_lasting=True))
    return [Series(f"heel {answers.known.city.name}", "line", found, is_dashed=True)]


def _table(values: list[Interval | None], course: Course) -> Table:
    columns = [Column("Maanden na de start", 0), Column("Loopt nog (%)", 0)]
    columns += [Column(text, 0) for text in ("Minstens (%)", "Hoogstens (%)", "Gevolgd")]
    lines = [
        Line([str(month), *spans.ends(value), course.followed[month]])
        for month, value in enumerate(values)
    ]
    return Table(TITLE, columns, lines)


def agreement_curve(answers: Answers, view: View) -> Card:
    """uitkomsten.afspraak: how long matches run beside how long was agreed."""
    found = answers.of(agreement, _of_all(spans.asked(answers, view, Spell.STAY)))
    if found is None or len(found.followed) <= spans.LEAST_MONTHS:
        return Card("uitkomsten.afspraak", AGREED_TITLE, note=FEW_AGREED)
    words = spans.about(answers, view, _kept_words(found) or NOT_OVER, Window.ALL)
    return Card(
        id="uitkomsten.afspraak",
        title=AGREED_TITLE,
        subtitle="procent van de matches met een afspraak"
        f" · {spans.scope_words(answers, view, Window.ALL)} · {spans.BAND}",
        source=_source(answers, view, "alleen matches met een afgesproken einde"),
        alt=words,
        sentence=words,
        file_name=file_words("afspraak", view, answers.known),
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
    headings = ("Loopt nog (%)", "Minstens (%)", "Hoogstens (%)", "Volgens afspraak (%)")
    columns = [Column(text, 0) for text in ("Maanden na de start", *headings, "Gevolgd")]
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


def _source(answers: Answers, view: View, more: str) -> str:
    return f"{source_words(find(INDICATORS[0]), view, answers.known)} · {more}"
