"""What is said of many targets together: how many of them can be reached, and why there is none."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from analytics.rollout.forecast.path import wijken_of
from analytics.rollout.outlook import Answer, Outlook
from analytics.rollout.targets import Pace
from analytics.scope.areas import NamedArea, path_to
from analytics.scope.scope import Scope
from charts.cards.rollout.outlook_words import chance_words
from data.dutch import long_date, month, number
from data.grammar import all_of, are, capital, counted, listed, plural, spanned
from data.reference.areas import Level

NO_TARGETS = (
    "In de levering staan geen doelen. Voeg een tabel doelen toe (gebied, indicator, eerste maand,"
    " laatste maand, waarde); dan staat hier hoe ver elk doel is en of het wordt gehaald."
    " De verwachting loopt tot het einde van het jaar."
)


def expected_words(row: Outlook) -> str | None:
    """What is expected of a target, with its band; None without."""
    if row.middle is None:
        return None
    return f"{number(row.middle)} ({number(row.low or 0)} tot {number(row.high or 0)})"


def answer_words(row: Outlook) -> str:
    """Whether a target was or will be reached, or why nobody can say."""
    if row.answer is None or row.probability is None:
        return row.reason
    if row.is_decided:
        return "gehaald" if row.answer is Answer.YES else "niet gehaald"
    return f"{row.answer} ({chance_words(row.probability)})"


GROUPS = ("gehaald", "haalbaar", "onzeker", "niet haalbaar", "niet gehaald", "zonder verwachting")
_OPEN = {Answer.YES: "haalbaar", Answer.UNSURE: "onzeker", Answer.NO: "niet haalbaar"}


def _group(row: Outlook) -> str:
    if row.answer is None:
        return "zonder verwachting"
    return answer_words(row) if row.is_decided else _OPEN[row.answer]


def targets_inside(scope: Scope, found: Sequence[Outlook]) -> list[Outlook]:
    """The targets of the area of a view and of its parts."""
    area = scope.area
    return [row for row in found if _lies_in(scope, area, row)]


def targets_sentence(scope: Scope, found: Sequence[Outlook]) -> str:
    """How many targets of the chosen area and its parts can be reached."""
    area = scope.area
    inside = targets_inside(scope, found)
    if not inside:
        return f"Voor {area.in_sentence} loopt geen doel; de tabel toont die van andere gebieden."
    counts = Counter(_group(row) for row in inside)
    whose = "" if area.level is Level.GEMEENTE else f" van {area.in_sentence}"
    if len(counts) == 1:
        return _all_alike(next(iter(counts)), len(inside), whose)
    parts = [f"{counts[group]} {group}" for group in GROUPS if counts[group]]
    return f"{capital(counted(len(inside), 'doel', 'doelen'))}{whose}: {listed(parts)}."


def _all_alike(group: str, amount: int, whose: str) -> str:
    """That all targets, or the only one, are of one group.

    >>> _all_alike("onzeker", 2, " van Stratum"), _all_alike("niet gehaald", 1, "")
    ('Of beide doelen van Stratum worden gehaald, is onzeker.', 'Het enige doel is niet gehaald.')
    """
    every = f"{all_of(amount, 'doel', 'doelen')}{whose}"
    if group == "zonder verwachting":
        return f"Voor {every} is er geen verwachting."
    if group == "onzeker":
        return f"Of {every} {plural(amount, 'wordt', 'worden')} gehaald, is onzeker."
    return f"{capital(every)} {are(amount)} {group}."


def _lies_in(scope: Scope, area: NamedArea, row: Outlook) -> bool:
    """Whether the area of a target is an area or part of it."""
    target, areas = row.pace.target, scope.known.areas
    if area.level is Level.GEMEENTE or area in path_to(areas[target.area], areas):
        return True
    if area.level is not Level.TEAM or target.level is Level.BUURT:
        return False
    parts = scope.answers.progress(target.level, row.pace.day)[target.area].wijken
    return set(parts) <= set(wijken_of(scope.answers, area, row.pace.day))


def no_targets_words(found: Sequence[Pace], day: date) -> str:
    """Why there is no target to show: none was delivered, or none runs on that day."""
    if not found:
        return NO_TARGETS
    first = min(pace.target.start for pace in found)
    last = max(pace.target.end for pace in found)
    return (
        f"Op {long_date(day)} loopt geen doel: de doelen in de levering gaan over"
        f" {spanned(month(first), month(last))}. Kies een peildatum in die maanden."
    )
