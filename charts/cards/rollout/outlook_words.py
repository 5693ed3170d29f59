"""The sentences of Halen we de doelen."""

from dataclasses import replace
from datetime import date

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import coarse_ends
from analytics.rollout.aligned import subject_of
from analytics.rollout.forecast.foreseen import Departure, departure
from analytics.rollout.forecast.path import path, plans, wijken_of, year
from analytics.rollout.outlook import Answer, Outlook, outlook, target_of, unclear_below
from analytics.rollout.targets import Pace, paces
from analytics.rollout.timeline import Start
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.windows import Span
from data.dutch import month, number
from data.grammar import are, named, plural
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
    until = Span(target.start, target.end)
    return words if found.middle is None else words + remarks(scope, area, subject, until)


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
        f" (met 80% zekerheid {low} tot {high}).{remarks(scope, area, subject, asked)}"
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


def remarks(scope: Scope, area: NamedArea, subject: str, asked: Span) -> str:
    """Which starts a forecast counts in, which not, and whether the last months were foreseen.

    The forecast is one of the end of what is asked: a start after that counts for nothing in it.
    """
    words = "" if area.level is Level.WIJK else _starts_words(scope, area, asked.end)
    found = departed(scope, area, subject)
    if found is None:
        return words
    low, high = found.low, found.high
    return (
        f"{words} Let op: de laatste {found.months} maanden {plural(found.came, 'kwam', 'kwamen')}"
        f" er {number(found.came)} bij, terwijl {number(low)} tot {number(high)} was"
        " voorzien; deze verwachting is daarom minder zeker."
    )


def departed(scope: Scope, area: NamedArea, subject: str) -> Departure | None:
    """How the last months were not as foreseen, with ends as rounded as the counts are."""
    day, least = scope.day, unclear_below(scope.answers, subject)
    found = departure(scope.answers, wijken_of(scope.answers, area, day), subject, day, least)
    if found is None:
        return None
    threshold = threshold_of(find(subject).measure, scope.threshold)
    low, high = coarse_ends(found.low, found.high, threshold)
    return replace(found, low=low, high=high)


def _starts_words(scope: Scope, area: NamedArea, end: date) -> str:
    found = plans(scope.answers, area, scope.day)
    planned = [start for start in found.planned if start.day and start.day <= end]
    words = ""
    if planned:
        names = named([_planned(start) for start in planned], "wijken die nog starten")
        words += f" Daarin {plural(len(planned), 'telt', 'tellen')} mee: {names}."
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
