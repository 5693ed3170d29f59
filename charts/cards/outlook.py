"""The cards of Halen we de doelen: what is expected of one area, and all targets in a table."""

from datetime import date

from analytics import questions
from analytics.aligned import subject_of
from analytics.answers import Answers
from analytics.areas import NamedArea
from analytics.catalog import find
from analytics.outlook import Answer, Outlook, Path, outlook, outlooks, path, target_of, year
from analytics.targets import Pace, Target, paces
from analytics.view import View
from analytics.windows import Span
from charts.card import Card, Column, Line, Table, Value
from charts.cards.aligned_words import DONE
from charts.cards.events import events_between
from charts.cards.words import file_words, source_words
from charts.pictures import Series, Trend
from data.dutch import month, number, short_month
from data.marts import last_closed_month

EXPECTED, TARGETS = "uitrol.verwachting", "uitrol.doelen"
SUREST = 0.95  # a thousand draws from a model say no more than that
NO_TARGETS = (
    "In de levering staan geen doelen. Voeg een tabel doelen toe (gebied, indicator, eerste maand,"
    " laatste maand, waarde); dan staat hier hoe ver elk doel is en of het wordt gehaald."
    " De verwachting hierboven loopt tot het einde van het jaar."
)


def expected_chart(answers: Answers, view: View) -> Card:
    """uitrol.verwachting: the running total of the area, what is expected, and its target."""
    day, area = questions.as_of(view, answers.known), questions.area(view, answers.known)
    subject = subject_of(view.indicator)
    target = target_of(answers, area.code, subject, day)
    asked = Span(target.start, target.end) if target else year(day)
    found = path(answers, area, subject, asked, day)
    sentence = expected_sentence(answers, view)
    title = f"{find(subject).label.capitalize()} in {area.name}"
    if not any(found.counted) and found.reason:
        return Card(EXPECTED, title, note=found.reason, sentence=sentence)
    return Card(
        id=EXPECTED,
        title=title,
        subtitle=f"opgeteld vanaf {month(found.steps[0])} · band: 80% van wat kan komen",
        source=f"{source_words(find(subject), view, answers.known)} · verwachting uit dezelfde"
        " cijfers, zie docs/voorspelling.md",
        alt=sentence,
        sentence=sentence,
        file_name=file_words(f"verwachting_{subject}", view, answers.known),
        indicators=[subject],
        picture=Trend(
            found.steps,
            _series(found, target),
            events=events_between(answers, view, found.steps[0], day),
        ),
        table=_path_table(found, title),
    )


def _series(found: Path, target: Target | None) -> list[Series]:
    lines = [Series("geteld", "accent", found.counted)]
    if not found.reason:
        expected = Series("verwacht", "accent", found.middle, found.low, found.high, is_dashed=True)
        lines.insert(0, expected)
    if target:
        goal: list[float | None] = [target.value] * len(found.steps)
        lines.append(Series("doel", "ink", goal, is_dashed=True))
    return lines


def _path_table(found: Path, title: str) -> Table:
    columns = [Column("Maand")]
    columns += [Column(name, 0) for name in ("Geteld", "Laag", "Verwacht", "Hoog")]
    rows = zip(
        map(short_month, found.steps),
        found.counted,
        found.low,
        found.middle,
        found.high,
        strict=True,
    )
    return Table(title, columns, [Line(row) for row in rows])


def expected_sentence(answers: Answers, view: View) -> str:
    """What was counted, what is expected, and whether the target of the area will be reached."""
    day, area = questions.as_of(view, answers.known), questions.area(view, answers.known)
    subject = subject_of(view.indicator)
    target = target_of(answers, area.code, subject, day)
    if target is None:
        return _year_sentence(answers, area, subject, day)
    pace = next(pace for pace in answers.of(paces, day) if pace.target == target)
    return target_sentence(outlook(answers, pace, day))


def _year_sentence(answers: Answers, area: NamedArea, subject: str, day: date) -> str:
    asked = year(day)
    found = path(answers, area, subject, asked, day)
    counted = [value for value in found.counted if value is not None]
    so_far = number(counted[-1]) if counted else "0"
    words = f"In {area.name} zijn dit jaar {so_far} {DONE[subject]}."
    if found.reason:
        return f"{words} {found.reason}"
    ends = [number(part[-1] or 0) for part in (found.middle, found.low, found.high)]
    return (
        f"{words} Eind {month(asked.end)} zijn dat er naar verwachting {ends[0]}"
        f" (met 80% zekerheid {ends[1]} tot {ends[2]})."
    )


def target_sentence(found: Outlook) -> str:
    """How far a target is, the pace that is needed, and whether it will be reached."""
    pace, target = found.pace, found.pace.target
    place, when = target.area_name, month(target.end)
    goal = f"{number(target.value)} {find(target.indicator).label} tot en met {when}"
    if pace.done is None:
        return f"{place}: het doel is {goal}; {found.reason}."
    words = f"{place}: {number(pace.done)} van het doel van {goal}."
    if pace.done >= target.value:
        return f"{words} Het doel is gehaald."
    if not pace.months_left:
        return f"{words} Het doel is niet gehaald."
    needed = f" Nodig is {number(pace.needed or 0, 1)} per maand; tot nu toe"
    needed += f" {number(pace.so_far, 1)}." if pace.so_far is not None else " is er geen maand om."
    return f"{words}{needed} {_will(found)}"


def _will(found: Outlook) -> str:
    if found.probability is None:
        return f"Er is geen verwachting: {found.reason}."
    return (
        f"Naar verwachting worden het er {number(found.middle or 0)} (met 80% zekerheid"
        f" {number(found.low or 0)} tot {number(found.high or 0)}); haalt het doel:"
        f" {found.answer} ({chance_words(found.probability)})."
    )


def chance_words(probability: float) -> str:
    """A probability in words, never surer than draws can be: kans 70%, kans meer dan 95%."""
    if probability > SUREST:
        return f"kans meer dan {number(100 * SUREST)}%"
    if probability < 1 - SUREST:
        return f"kans minder dan {number(100 * (1 - SUREST))}%"
    return f"kans ongeveer {5 * round(probability * 20)}%"


def targets_table(answers: Answers, view: View) -> Card:
    """uitrol.doelen: every target with its pace, its forecast, and whether it will be reached."""
    day = questions.as_of(view, answers.known)
    found = outlooks(answers, day)
    title = "Alle doelen"
    if not found:
        return Card(TARGETS, title, note=NO_TARGETS)
    counts = {answer: sum(row.answer is answer for row in found) for answer in Answer}
    sentence = (
        f"Van de {len(found)} doelen: {counts[Answer.YES]} haalbaar,"
        f" {counts[Answer.UNSURE]} onzeker en {counts[Answer.NO]} niet haalbaar."
    )
    return Card(
        id=TARGETS,
        title=title,
        subtitle=f"geteld tot en met {month(last_closed_month(day))} · tussen haakjes 80% van wat"
        " kan komen · ja: kans van 90% of meer; nee: kans van 10% of minder",
        source=source_words(find(found[0].pace.target.indicator), view, answers.known),
        sentence=sentence,
        file_name=file_words("doelen", view, answers.known),
        indicators=sorted({row.pace.target.indicator for row in found}),
        table=_targets_table(found, view),
    )


def _targets_table(found: list[Outlook], view: View) -> Table:
    columns = [
        Column("Gebied"),
        Column("Wat"),
        Column("Tot en met"),
        Column("Doel", 0),
        Column("Nu", 0),
        Column("Per maand", 1),
        Column("Nodig", 1),
        Column("Verwacht"),
        Column("Haalt het doel"),
    ]
    lines = [
        Line(_cells(row), code=row.pace.target.area, is_chosen=row.pace.target.area == view.area)
        for row in found
    ]
    return Table("Alle doelen", columns, lines)


def _cells(row: Outlook) -> list[Value]:
    pace: Pace = row.pace
    target = pace.target
    return [
        target.area_name,
        find(target.indicator).label,
        short_month(target.end),
        target.value,
        pace.done,
        pace.so_far,
        pace.needed,
        _expected_words(row),
        _answer_words(row),
    ]


def _expected_words(row: Outlook) -> str | None:
    if row.middle is None:
        return None
    return f"{number(row.middle)} ({number(row.low or 0)} tot {number(row.high or 0)})"


def _answer_words(row: Outlook) -> str:
    if row.answer is None:
        return row.reason
    if row.middle is None or row.probability is None:
        return "gehaald" if row.answer is Answer.YES else "niet gehaald"
    return f"{row.answer} ({chance_words(row.probability)})"
