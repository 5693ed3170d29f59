"""The cards of Halen we de doelen: what is expected of one area, and all targets in a table."""

from analytics.catalog import find
from analytics.rollout.aligned import subject_of
from analytics.rollout.forecast.path import Path, path, year
from analytics.rollout.outlook import Answer, Outlook, outlook, outlooks, target_of
from analytics.rollout.targets import Pace, Target, paces
from analytics.scope.areas import NO_TEAM
from analytics.scope.scope import Scope
from analytics.scope.windows import Span
from charts.card import Card, Column, Kind, Line, Table, Value, empty
from charts.cards.events import events_between
from charts.cards.rollout.outlook_words import departed, expected_sentence, year_counted
from charts.cards.rollout.targets_words import (
    answer_words,
    expected_words,
    no_targets_words,
    targets_inside,
    targets_sentence,
)
from charts.pictures import Series, Trend
from charts.registry import card
from data.dutch import month
from data.grammar import capital
from data.models.marts import last_closed_month

TARGETS_TITLE = "Alle doelen"
MEANING = (
    "de verwachting rekent door hoe het tot de peildatum ging, en zat er in eerdere maanden"
    " zo ver naast als de band breed is"
)
COLUMNS = (
    Column("Maand", kind=Kind.MONTH),
    Column("Geteld", 0),
    Column("Laag", 0, draws="Verwacht, van"),
    Column("Verwacht", 0),
    Column("Hoog", 0, draws="Verwacht, tot"),
)
GOAL = (
    Column("Doel", 0),
    Column("Per maand", 1),
    Column("Nodig", 1),
    Column("Haalt het doel"),
)
LEAST_POINTS = 2  # of a line that can be seen


@card("uitrol.verwachting")
def expected_chart(scope: Scope) -> Card:
    """The running total of the area, what is expected, and its target."""
    day, area = scope.day, scope.area
    subject = subject_of(scope.view.indicator)
    target = target_of(scope.answers, area.code, subject, day)
    asked = Span(target.start, target.end) if target else year(day)
    found = path(scope.answers, area, subject, asked, day)
    sentence = expected_sentence(scope)
    title = f"{capital(find(subject).label)} in {area.in_sentence}"
    if not any(found.counted) and found.reason:
        return empty(sentence, title)
    return Card(
        title=title,
        subtitle=_subtitle(found),
        source=scope.source(find(subject)) + _meaning(found),
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name(f"verwachting_{subject}"),
        indicators=[subject],
        picture=_picture(scope, found, target),
        table=Table(title, [*COLUMNS, *(GOAL if target else ())], _lines(scope, found, target)),
    )


def _subtitle(found: Path) -> str:
    words = f"opgeteld vanaf {month(found.steps[0])}"
    return words if found.reason else f"{words} · band: 80% van wat kan komen"


def _meaning(found: Path) -> str:
    return "" if found.reason else f" · {MEANING}"


def _picture(scope: Scope, found: Path, target: Target | None) -> Trend | None:
    """The lines; None where none of them would have a length."""
    lines = (found.counted, found.middle)
    if max(sum(value is not None for value in line) for line in lines) < LEAST_POINTS:
        return None
    day = scope.day
    events = events_between(scope, found.steps[0], day)
    return Trend(found.steps, _series(found, target), events=events)


def _series(found: Path, target: Target | None) -> list[Series]:
    lines = [Series("geteld", "accent", found.counted)] if found.so_far is not None else []
    if not found.reason:
        expected = Series("verwacht", "accent", found.middle, found.low, found.high, is_dashed=True)
        lines.insert(0, expected)
    if target:
        goal: list[float | None] = [target.value] * len(found.steps)
        lines.append(Series("doel", "ink", goal, is_dashed=True))
    return lines


def _lines(scope: Scope, found: Path, target: Target | None) -> list[Line]:
    """The months, the target beside the last; before them what else the sentence is about."""
    months, last_months = _months(found), _last_months(scope, found)
    if target is None:
        return [Line(row) for row in [*last_months, *_year_before(scope, found), *months]]
    day = scope.day
    pace = next(pace for pace in scope.of(paces, day) if pace.target == target)
    goal = _goal_cells(outlook(scope.answers, pace, day))
    return [
        *(Line([*row, *(None for _ in GOAL)]) for row in [*last_months, *months[:-1]]),
        Line([*months[-1], *goal]),
    ]


def _goal_cells(row: Outlook) -> list[Value]:
    pace = row.pace
    return [pace.target.value, pace.so_far, pace.needed, answer_words(row)]


def _last_months(scope: Scope, found: Path) -> list[list[Value]]:
    """What the last months brought and what was foreseen of them, where that was another thing."""
    last = departed(scope, scope.area, subject_of(scope.view.indicator))
    if last is None or found.reason:
        return []
    return [[f"laatste {last.months} maanden", last.came, last.low, None, last.high]]


def _year_before(scope: Scope, found: Path) -> list[list[Value]]:
    """What the last year counted in all, while no month of the shown one is over."""
    day, area = scope.day, scope.area
    last = last_closed_month(day).year
    if last == found.steps[0].year:
        return []
    counted = year_counted(scope, area, subject_of(scope.view.indicator), day)
    return [[f"heel {last}", counted, None, None, None]]


def _months(found: Path) -> list[list[Value]]:
    rows = zip(
        found.steps,
        found.counted,
        found.low,
        found.middle,
        found.high,
        strict=True,
    )
    return [list(row) for row in rows]


@card("uitrol.doelen", TARGETS_TITLE)
def targets_table(scope: Scope) -> Card:
    """Every target with its pace, its forecast, and whether it will be reached."""
    day = scope.day
    found = outlooks(scope.answers, day)
    if not found:
        return empty(no_targets_words(scope.of(paces, day), day))
    inside = targets_inside(scope, found) if scope.view.area else []
    return Card(
        subtitle=f"{_whose_words(scope, inside)} · geteld tot en met"
        f" {month(last_closed_month(day))} · tussen haakjes 80% van wat kan komen · ja: kans van"
        " 90% of meer; nee: kans van 10% of minder",
        source=scope.source(find(found[0].pace.target.indicator)),
        sentence=targets_sentence(scope, found),
        file_name=scope.file_name("doelen"),
        indicators=sorted({row.pace.target.indicator for row in found}),
        table=_targets_table(found, inside),
    )


def _whose_words(scope: Scope, inside: list[Outlook]) -> str:
    """Of which areas targets are listed, and which of them are marked."""
    every, named = f"alle gebieden van {scope.known.city.name} met een doel", scope.area.in_sentence
    if not scope.view.area:
        return every
    if inside:
        return f"{every}, die van {named} gemarkeerd"
    verb = "staan" if scope.area.code == NO_TEAM else "staat"
    return f"{every}; {named} {verb} er niet bij"


def _targets_table(found: list[Outlook], chosen: list[Outlook]) -> Table:
    columns = [
        Column("Gebied"),
        Column("Wat"),
        Column("Tot en met", kind=Kind.MONTH),
        Column("Doel", 0),
        Column("Geteld", 0),
        Column("Per maand", 1),
        Column("Nodig", 1),
        Column("Verwacht"),
        Column("Haalt het doel"),
    ]
    lines = [Line(_cells(row), code=row.pace.target.area, is_chosen=row in chosen) for row in found]
    return Table(TARGETS_TITLE, columns, lines)


def _cells(row: Outlook) -> list[Value]:
    pace: Pace = row.pace
    target = pace.target
    is_reached = row.is_decided and row.answer is Answer.YES
    return [
        target.area_name,
        find(target.indicator).label,
        target.end,
        target.value,
        pace.done,
        pace.so_far,
        None if is_reached else pace.needed,
        expected_words(row),
        answer_words(row),
    ]
