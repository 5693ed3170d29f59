"""Whether matches last: how long they run, and against what was agreed."""

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import find
from analytics.durations import Agreement, Course, agreement
from analytics.spells import Spell
from analytics.survival import Interval
from analytics.view import View
from charts.card import Card, Column, Line, Table
from charts.cards import spans
from charts.cards.words import file_words, source_words
from charts.pictures import Series, Trend
from data.dutch import number

AXIS = "maanden na de start"
UNIT = "procent"
JUDGED_AFTER = 3  # months
INDICATORS = ("mediaan_dagen_looptijd", "nog_lopend_na_3_maanden", "nog_lopend_na_6_maanden")
FOLLOWED = "onder de as: hoeveel matches zo lang zijn gevolgd"
BAND = "gekleurde band: 95% zekerheid"
FEW = (
    "Hier zijn nog te weinig matches om te zeggen hoe lang ze duren."
    " Kies een groter gebied of een latere peildatum."
)
NOT_OVER = "Van te weinig matches is de afgesproken dag al voorbij."


def stay_answer(answers: Answers, view: View) -> str:
    """The answer to the question whether matches are soon over."""
    question = spans.asked(answers, view, Spell.STAY)
    course = spans.course_of(answers, question)
    soon = spans.after(course.alone, JUDGED_AFTER, is_lasting=True) if course else None
    if course is None or soon is None:
        return FEW
    kept = answers.of(agreement, question)
    return f"{_verdict(soon)} {_course_words(course, soon)}{_kept_words(kept)}"


def stay_curve(answers: Answers, view: View) -> Card:
    """uitkomsten.looptijd: the part of the matches that still runs, by month since the start."""
    title = "Hoe lang matches lopen"
    course = spans.course_of(answers, spans.asked(answers, view, Spell.STAY))
    soon = spans.after(course.alone, JUDGED_AFTER, is_lasting=True) if course else None
    if course is None or soon is None:
        return Card("uitkomsten.looptijd", title, note=FEW)
    values = spans.monthly(course.alone, len(course.followed) - 1, is_lasting=True)
    half = spans.half_of(course.alone)
    sentence = _course_words(course, soon)
    return Card(
        id="uitkomsten.looptijd",
        title=f"De helft van de matches is na {number(half.value)} dagen voorbij"
        if half
        else title,
        subtitle=f"procent van de matches dat nog loopt · {BAND}",
        source=_source(answers, view, FOLLOWED),
        alt=sentence,
        sentence=f"{_place(answers, view)}: {sentence[0].lower()}{sentence[1:]}",
        file_name=file_words("looptijd", view, answers.known),
        indicators=INDICATORS,
        picture=Trend(
            range(len(values)),
            [spans.line("loopt nog", "accent", values), *_city(answers, view, len(values))],
            x_title=AXIS,
            unit=UNIT,
            counts=course.followed,
            top=spans.TOP,
        ),
        table=_table(values, course),
    )


def _city(answers: Answers, view: View, steps: int) -> list[Series]:
    """The whole city as a reference for a part of it."""
    if not view.area:
        return []
    question = spans.city_wide(answers, spans.asked(answers, view, Spell.STAY))
    course = spans.course_of(answers, question)
    if course is None:
        return []
    values = spans.monthly(course.alone, min(steps, len(course.followed)) - 1, is_lasting=True)
    found = [interval.value for interval in values]
    return [
        Series(
            f"heel {answers.known.city.name}",
            "line",
            found + [None] * (steps - len(found)),
            is_dashed=True,
        )
    ]


def _table(values: list[Interval], course: Course) -> Table:
    columns = [Column("Maanden na de start", 0), Column("Loopt nog (%)", 0)]
    columns += [Column(text, 0) for text in ("Minstens (%)", "Hoogstens (%)", "Gevolgd")]
    lines = [
        Line([str(month), value.value, value.low, value.high, course.followed[month]])
        for month, value in enumerate(values)
    ]
    return Table("Hoe lang matches lopen", columns, lines)


def agreement_curve(answers: Answers, view: View) -> Card:
    """uitkomsten.afspraak: how long matches run beside how long was agreed."""
    title = "Hoe lang was afgesproken, en hoe lang liep het"
    found = answers.of(agreement, spans.asked(answers, view, Spell.STAY))
    if found is None:
        return Card(
            "uitkomsten.afspraak",
            title,
            note="Hier hebben te weinig matches een afgesproken einde. Kies een groter gebied.",
        )
    sentence = (
        _kept_words(found).strip() or "Nog van te weinig matches is de afgesproken dag voorbij."
    )
    return Card(
        id="uitkomsten.afspraak",
        title=title,
        subtitle=f"procent van de matches met een afspraak · {BAND}",
        source=_source(answers, view, "alleen matches met een afgesproken einde"),
        alt=sentence,
        sentence=f"{_place(answers, view)}: {sentence[0].lower()}{sentence[1:]}",
        file_name=file_words("afspraak", view, answers.known),
        indicators=INDICATORS[:1],
        picture=_agreement_picture(found),
        table=_agreement_table(found),
    )


def _agreement_picture(found: Agreement) -> Trend:
    curves = found.lasting, found.agreed
    months = len(found.followed) - 1
    lasting, planned = (spans.monthly(curve, months, is_lasting=True) for curve in curves)
    return Trend(
        range(len(lasting)),
        [
            spans.line("loopt nog", "accent", lasting),
            Series("afgesproken", "muted", [month.value for month in planned], is_dashed=True),
        ],
        x_title=AXIS,
        unit=UNIT,
        counts=found.followed,
        top=spans.TOP,
    )


def _agreement_table(found: Agreement) -> Table:
    picture = _agreement_picture(found)
    lasting, planned = (series.values for series in picture.series)
    columns = [Column("Maanden na de start", 0), Column("Loopt nog (%)", 0)]
    columns.append(Column("Volgens afspraak (%)", 0))
    rows = zip(lasting, planned, strict=True)
    return Table(
        "Matches met een afspraak",
        columns,
        [Line([str(month), *row]) for month, row in enumerate(rows)],
    )


def _verdict(soon: Interval) -> str:
    half = spans.PERCENT / 2
    if (soon.low or 0) > half:
        return "Nee, de meeste niet."
    if (soon.high or 0) < half:
        return "Ja, de meeste wel."
    return "Ongeveer de helft wel."


def _course_words(course: Course, soon: Interval) -> str:
    later = spans.after(course.alone, 2 * JUDGED_AFTER, is_lasting=True)
    half = spans.half_of(course.alone)
    words = f"Na {JUDGED_AFTER} maanden loopt nog {spans.percent_words(soon)} van de matches"
    words += f", na {2 * JUDGED_AFTER} maanden {spans.percent_words(later)}" if later else ""
    return f"{words}. De helft is na {spans.days_words(half)} voorbij." if half else f"{words}."


def _kept_words(found: Agreement | None) -> str:
    if found is None or found.kept is None:
        return ""
    ends = (found.kept.value, found.kept.low or 0, found.kept.high or 0)
    kept = Interval(*(spans.PERCENT * end for end in ends))
    return (
        f" Van de {number(found.over)} matches waarvan de afgesproken dag voorbij is,"
        f" haalde {spans.percent_words(kept)} die dag."
    )


def _place(answers: Answers, view: View) -> str:
    return questions.area(view, answers.known).name


def _source(answers: Answers, view: View, more: str) -> str:
    return f"{source_words(find(INDICATORS[0]), view, answers.known)} · {more}"
