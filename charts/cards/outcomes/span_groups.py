"""Durations compared between parts of an area, kinds or talents: a small curve and a row each."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from analytics.catalog import find
from analytics.figures.durations import Course, difference
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.statistics.survival import Interval
from charts.card import Card, Column, Kind, Line, Table, Value, empty
from charts.cards.chosen import advice
from charts.cards.outcomes import spans
from charts.cards.outcomes.span_subjects import (
    MOMENTS,
    PLURALS,
    SUBJECTS,
    Groups,
    Subject,
    groups_of,
)
from charts.pictures import Panels, Series, Trend
from charts.registry import card
from data.dutch import number
from data.grammar import all_of, capital, named

MONTHS = 18  # that the small curves show
COMPARED_AT = 6  # months
CHANCE = 0.05
TWO = 2  # groups: one has nothing to differ from


def group_card(scope: Scope, subject: Subject) -> Card:
    """The card of one comparison."""
    groups = groups_of(scope, subject)
    if groups is None or not groups.told:
        return empty(_no_groups(scope, subject, groups))
    title = f"{subject.title}, per {groups.one}"
    words = spans.about(scope, group_words(subject, groups, _chance(scope, groups)))
    since = "de start" if subject.is_lasting else "de scan"
    return Card(
        title=title,
        subtitle=f"procent van de {subject.counted} {_part(subject)}, per maand na {since}"
        f" · {spans.scope_words(scope)} · band: 95% zekerheid · lijn: alles samen",
        source=scope.source(find(subject.indicators[0])),
        alt=words,
        sentence=words,
        file_name=scope.file_name(subject.name),
        indicators=subject.indicators,
        picture=_panels(subject, groups.told, _together(scope, subject)),
        table=_table(subject, title, groups),
    )


def _no_groups(scope: Scope, subject: Subject, groups: Groups | None) -> str:
    if groups is None:
        return "Een buurt heeft geen delen om te vergelijken. Kies een groter gebied."
    return (
        f"In geen enkele groep zijn er genoeg {subject.counted} om te vergelijken.{advice(scope)}"
    )


def _chance(scope: Scope, groups: Groups) -> float:
    """The probability that the groups differ as much by chance alone."""
    return scope.of(difference, groups.asked, groups.inside)


def _together(scope: Scope, subject: Subject) -> Course | None:
    """What the groups are compared with: the area that they are parts or kinds of."""
    return spans.course_of(scope, spans.asked(scope, subject.spell))


def _panels(subject: Subject, shown: Mapping[str, Course], together: Course | None) -> Panels:
    whole = [_line(subject, together, "alles samen")] if together else []
    behind = [replace(line, ink="line", low=(), high=(), is_quiet=True) for line in whole]
    return Panels(
        {
            name: Trend(range(MONTHS + 1), [*behind, _line(subject, course, name)], unit="procent")
            for name, course in shown.items()
        }
    )


def _line(subject: Subject, course: Course, name: str) -> Series:
    months = min(len(course.followed) - 1, MONTHS)
    values = spans.monthly(subject.curve(course), months, is_lasting=subject.is_lasting)
    return spans.line(name, "accent", values, MONTHS + 1)


def _table(subject: Subject, caption: str, groups: Groups) -> Table:
    heading = "Helft voorbij na (dagen)" if subject.is_lasting else "Helft heeft match na (dagen)"
    halves = [_half(subject, course) for course in groups.courses.values()]
    days = spans.decimals_of([half.value for half in halves if half])
    columns = [Column(capital(groups.one)), Column(capital(subject.counted), 0, kind=Kind.FOLLOWED)]
    columns.append(Column(heading, days, kind=Kind.DAYS))
    columns += [
        Column(f"Na {n} maanden (%)", 0, has_bars=n == COMPARED_AT, kind=Kind.PERCENT)
        for n in MOMENTS
    ]
    columns.append(Column(f"Zekerheid na {COMPARED_AT} maanden"))
    lines = [
        Line([name, *_cells(subject, course)], code=groups.codes.get(name, ""))
        for name, course in groups.courses.items()
    ]
    return Table(caption, columns, lines)


def _half(subject: Subject, course: Course | None) -> Interval | None:
    return spans.half_of(subject.curve(course)) if course else None


def _cells(subject: Subject, course: Course | None) -> list[Value]:
    if course is None:
        return [spans.TOO_FEW, *[None] * (len(MOMENTS) + 2)]
    at = [subject.after(course, months) for months in MOMENTS]
    compared = at[MOMENTS.index(COMPARED_AT)]
    half = spans.cell(_half(subject, course), Mark.TOO_EARLY)
    return [course.spells, half, *(spans.cell(found) for found in at), _ends(compared)]


def _ends(found: Interval | None) -> Value:
    return f"{number(found.low or 0)}% tot {number(found.high or 0)}%" if found else None


def group_words(subject: Subject, groups: Groups, chance: float) -> str:
    """Which groups differ most, as they are shown, and whether all differ by more than chance."""
    found = {
        name: value
        for name, course in groups.told.items()
        if (value := subject.after(course, COMPARED_AT))
    }
    more = PLURALS[groups.one]
    if len(found) < TWO:
        return f"Er zijn te weinig {more} lang genoeg gevolgd om te vergelijken."
    shown = {name: round(value.value) for name, value in found.items()}
    if len(set(shown.values())) == 1:
        everyone = all_of(len(found), groups.one, more)
        verb = "loopt nog" if subject.is_lasting else "heeft een match"
        return (
            f"Na {COMPARED_AT} maanden {verb} bij {everyone} die lang genoeg zijn gevolgd"
            f" {min(shown.values())}%."
        )
    part = _part(subject)
    most, least = (_at(found, shown, end(shown.values()), more) for end in (max, min))
    return (
        f"Na {COMPARED_AT} maanden is het deel {part} het grootst bij {most}, en het kleinst bij"
        f" {least}."
        f" {_chance_words(chance, more)}"
    )


def _part(subject: Subject) -> str:
    return "dat nog loopt" if subject.is_lasting else "met een match"


def _at(found: Mapping[str, Interval], shown: Mapping[str, int], percent: int, more: str) -> str:
    """The groups at a percentage, with the certainty of one alone."""
    names = [name for name in found if shown[name] == percent]
    words = spans.percent_words(found[names[0]]) if len(names) == 1 else f"{percent}%"
    return f"{named(names, more)}, {words}"


def _chance_words(chance: float, more: str) -> str:
    """What the test over all groups together says."""
    if chance <= CHANCE:
        return f"Samen verschillen de {more} meer dan door toeval."
    return f"De verschillen tussen de {more} kunnen toeval zijn."


for _subject in SUBJECTS:
    card(_subject.card_id, _subject.title)(partial(group_card, subject=_subject))
