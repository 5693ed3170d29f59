"""The sentences of Halen we de doelen."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import coarse_ends
from analytics.rollout.aligned import subject_of
from analytics.rollout.forecast.foreseen import departure
from analytics.rollout.forecast.path import path, plans, wijken_of, year
from analytics.rollout.outlook import Answer, Outlook, outlook, target_of, unclear_below
from analytics.rollout.targets import Pace, paces
from analytics.rollout.timeline import Start
from analytics.scope.areas import NamedArea, path_to
from analytics.scope.scope import Scope
from analytics.scope.windows import Span
from data.dutch import long_date, month, number
from data.grammar import are, capital, counted, listed, named, plural, spanned
from data.models.marts import last_closed_month
from data.reference.areas import Level

ONE = {
    "inwoners_bereikt": "bereikte inwoner",
    "scans": "talentenscan",
    "vacatures": "geopende vacature",
    "matches": "match",
}
SUREST, LEAST_SURE = 0.95, 0.05  # a thousand draws from a model say no more than that
SURELY, HARDLY = 85, 15  # percent, between which an answer is unsure
STEP = 5  # percent
MONTHS = 12  # of a year
WILL = {
    Answer.YES: "Het doel wordt naar verwachting gehaald",
    Answer.UNSURE: "Of het doel wordt gehaald, is onzeker",
    Answer.NO: "Het doel wordt naar verwachting niet gehaald",
}
NO_TARGETS = (
    "In de levering staan geen doelen. Voeg een tabel doelen toe (gebied, indicator, eerste maand,"
    " laatste maand, waarde); dan staat hier hoe ver elk doel is en of het wordt gehaald."
    " De verwachting loopt tot het einde van het jaar."
)


def amount(value: float, indicator: str) -> str:
    """A count with what is counted: 12 matches, 1 match, 0 matches."""
    label = find(indicator).label
    return f"{number(value)} {plural(value, ONE.get(indicator, label), label)}"


def expected_sentence(scope: Scope) -> str:
    """What was counted, what is expected, and whether the target of the area will be reached."""
    day, area = scope.day, scope.area
    subject = subject_of(scope.view.indicator)
    target = target_of(scope.answers, area.code, subject, day)
    if target is None:
        return year_sentence(scope, area, subject, day)
    pace = next(pace for pace in scope.of(paces, day) if pace.target == target)
    found = outlook(scope.answers, pace, day)
    words = target_sentence(found)
    return words if found.middle is None else words + remarks(scope, area, subject, day)


def year_sentence(scope: Scope, area: NamedArea, subject: str, day: date) -> str:
    """What this year brought in an area, or the last one while no month is over, and will bring."""
    asked = year(day)
    found = path(scope.answers, area, subject, asked, day)
    words = _so_far(scope, area, subject, day)
    if found.reason:
        return f"{words}Er is geen verwachting voor {area.in_sentence}: {found.reason}."
    low, middle, high = (number(part[-1] or 0) for part in (found.low, found.middle, found.high))
    return (
        f"{words}Over heel {asked.end.year} worden het er naar verwachting {middle}"
        f" (met 80% zekerheid {low} tot {high}).{remarks(scope, area, subject, day)}"
    )


def _so_far(scope: Scope, area: NamedArea, subject: str, day: date) -> str:
    """What was counted in the year of the last whole month; "" while nothing can be counted."""
    last, so_far = last_closed_month(day), year_counted(scope, area, subject, day)
    if so_far is None:
        return ""
    until = "" if last.month == MONTHS else f" tot en met {month(last).split()[0]}"
    counted_words = amount(so_far, subject)
    return f"In {last.year} {are(so_far)}{until} in {area.in_sentence} {counted_words} geteld. "


def year_counted(scope: Scope, area: NamedArea, subject: str, day: date) -> float | None:
    """What was counted in the year of the last whole month; None while nothing can be counted."""
    last = last_closed_month(day)
    span = Span(date(last.year, 1, 1), date(last.year, 12, 31))
    return path(scope.answers, area, subject, span, day).so_far


def remarks(scope: Scope, area: NamedArea, subject: str, day: date) -> str:
    """Which starts a forecast counts in, which not, and whether the last months were foreseen."""
    words = "" if area.level is Level.WIJK else _starts_words(scope, area, day)
    least = unclear_below(scope.answers, subject)
    found = departure(scope.answers, wijken_of(scope.answers, area, day), subject, day, least)
    if found is None:
        return words
    threshold = threshold_of(find(subject).measure, scope.threshold)
    low, high = coarse_ends(found.low, found.high, threshold)
    return (
        f"{words} Let op: de laatste {found.months} maanden {plural(found.came, 'kwam', 'kwamen')}"
        f" er {number(found.came)} bij, terwijl {number(low)} tot {number(high)} was"
        " voorzien; deze verwachting is daarom minder zeker."
    )


def _starts_words(scope: Scope, area: NamedArea, day: date) -> str:
    found = plans(scope.answers, area, day)
    words = ""
    if found.planned:
        names = named([_planned(start) for start in found.planned], "wijken die nog starten")
        words += f" Daarin {plural(len(found.planned), 'telt', 'tellen')} mee: {names}."
    if found.unknown:
        names = named([start.name for start in found.unknown], "wijken")
        words += f" Niet meegeteld: {names}, zonder start in de komende 12 maanden."
    return words


def _planned(start: Start) -> str:
    return f"{start.name} (start {month(start.day)})" if start.day else start.name


def target_sentence(found: Outlook) -> str:
    """How far a target is, the pace that is needed, and whether it will be reached."""
    pace, target = found.pace, found.pace.target
    goal = f"{amount(target.value, target.indicator)} tot en met {month(target.end)}"
    if pace.done is None:
        words = f"{target.area_name}: het doel is {goal}."
    else:
        words = f"{target.area_name}: {number(pace.done)} van het doel van {goal}."
    if found.is_decided:
        return f"{words} Het doel is {'' if found.answer is Answer.YES else 'niet '}gehaald."
    return f"{words}{_needed(pace)} {_will(found)}"


def _needed(pace: Pace) -> str:
    if pace.needed is None:
        return ""
    words = f" Nodig is {number(pace.needed, 1)} per maand;"
    return words + (
        f" gehaald is {number(pace.so_far, 1)}."
        if pace.so_far is not None
        else " er is nog geen hele maand om."
    )


def _will(found: Outlook) -> str:
    if found.probability is None:
        return f"Er is geen verwachting: {found.reason}."
    answer = WILL[Outlook.answer_to(found.probability)]
    return (
        f"Naar verwachting worden het er {number(found.middle or 0)} (met 80% zekerheid"
        f" {number(found.low or 0)} tot {number(found.high or 0)})."
        f" {answer} ({chance_words(found.probability)})."
    )


def chance_words(probability: float) -> str:
    """A probability in words, never surer than draws can be, nor than the answer beside it.

    >>> chance_words(0.7), chance_words(0.96), chance_words(0.89), chance_words(0.04)
    ('kans ongeveer 70%', 'kans meer dan 95%', 'kans ongeveer 85%', 'kans minder dan 5%')
    """
    if probability > SUREST:
        return f"kans meer dan {number(100 * SUREST)}%"
    if probability < LEAST_SURE:
        return f"kans minder dan {number(100 * LEAST_SURE)}%"
    percent = STEP * round(100 * probability / STEP)
    if Outlook.answer_to(probability) is Answer.UNSURE:
        percent = min(max(percent, HARDLY), SURELY)
    return f"kans ongeveer {percent}%"


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
    parts = [f"{counts[group]} {group}" for group in GROUPS if counts[group]]
    whose = "" if area.level is Level.GEMEENTE else f" van {area.in_sentence}"
    return f"{capital(counted(len(inside), 'doel', 'doelen'))}{whose}: {listed(parts)}."


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
