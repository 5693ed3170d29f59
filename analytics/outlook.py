"""Will a target be reached: what came, what is expected to come, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate

import numpy as np

from analytics.aligned import SUBJECTS
from analytics.answers import Answers
from analytics.areas import NamedArea
from analytics.backtest import interval
from analytics.forecast import FARTHEST, Forecast, forecast
from analytics.periods import Period, add_months, months_between
from analytics.selection import Selection
from analytics.targets import Pace, Target, paces
from analytics.windows import ONE_DAY, Span
from data.areas import Level
from data.marts import last_closed_month

SURE, HOPELESS = 0.9, 0.1  # from and up to these probabilities the answer is yes, and no


class Answer(StrEnum):
    """Whether a target will be reached."""

    YES = "ja"
    NO = "nee"
    UNSURE = "onzeker"


@dataclass(frozen=True)
class Outlook:
    """A target with its forecast; `low` and `high` hold 80% of what may come.

    Without a forecast `reason` says in Dutch why; a target whose months are over needs none.
    """

    pace: Pace
    reason: str = ""
    low: int | None = None
    middle: int | None = None
    high: int | None = None
    probability: float | None = None

    @property
    def answer(self) -> Answer | None:
        """Whether the target will be reached; None when nothing can be said."""
        if self.probability is None:
            return None
        if self.probability >= SURE:
            return Answer.YES
        return Answer.NO if self.probability <= HOPELESS else Answer.UNSURE


@dataclass(frozen=True)
class Path:
    """The running total in an area from `start` on, counted and expected.

    `steps` are the first days of all months. `counted` ends with the last whole month, where the
    expectation begins; None elsewhere. `reason` says in Dutch why nothing is expected.
    """

    steps: tuple[date, ...]
    counted: tuple[float | None, ...]
    low: tuple[float | None, ...]
    middle: tuple[float | None, ...]
    high: tuple[float | None, ...]
    reason: str = ""


def outlooks(answers: Answers, as_of: date) -> list[Outlook]:
    """Every target that is not yet over, or was over in the last year, with its forecast."""
    found = answers.of(paces, as_of)
    return [outlook(answers, pace, as_of) for pace in found if _is_shown(pace, as_of)]


def _is_shown(pace: Pace, as_of: date) -> bool:
    return pace.target.start <= as_of and months_between(pace.target.end, as_of) <= FARTHEST


def outlook(answers: Answers, pace: Pace, as_of: date) -> Outlook:
    """One target with its forecast, or with the reason why there is none."""
    if pace.done is None:
        return Outlook(pace, "er is geen cijfer om te tonen")
    if not pace.months_left or pace.done >= pace.target.value:
        return _known(pace)
    reason = _reason(answers, pace.target, pace, as_of)
    if reason:
        return Outlook(pace, reason)
    ahead = answers.of(forecast, pace.target.indicator, as_of, pace.months_left)
    if not ahead.months:
        return Outlook(pace, "er zijn nog te weinig maanden en aantallen om van te leren")
    return _expected(pace, ahead, _wijken(answers, pace.target, as_of))


def _known(pace: Pace) -> Outlook:
    """A target that is reached, or whose months are over: there is nothing left to forecast."""
    return Outlook(pace, probability=float((pace.done or 0) >= pace.target.value))


def _reason(answers: Answers, target: Target, pace: Pace, as_of: date) -> str:
    if target.indicator not in SUBJECTS:
        return "alleen aantallen die optellen worden voorspeld"
    if target.level is Level.BUURT:
        return "per buurt zijn de aantallen te klein"
    if pace.months_left > FARTHEST:
        return f"het einde ligt meer dan {FARTHEST} maanden vooruit"
    started = answers.progress(target.level, pace.day)[target.area].started
    return "" if started else "hier is nog geen hele maand voorbij sinds de start"


def _wijken(answers: Answers, target: Target, as_of: date) -> Sequence[str]:
    return answers.progress(target.level, as_of)[target.area].wijken


def _expected(pace: Pace, ahead: Forecast, wijken: Sequence[str]) -> Outlook:
    totals = ahead.totals(wijken)[-1] + int(pace.done or 0)
    low, high = interval(totals.tolist())
    probability = float(np.mean(totals >= pace.target.value))
    return Outlook(pace, "", low, int(np.median(totals)), high, probability)


def year(as_of: date) -> Span:
    """The calendar year of the first month that is not over."""
    ahead = last_closed_month(as_of) + ONE_DAY
    return Span(date(ahead.year, 1, 1), date(ahead.year, 12, 31))


def target_of(answers: Answers, area: str, subject: str, as_of: date) -> Target | None:
    """The target of an area for a subject whose months are running; None without one."""
    running = (
        pace.target
        for pace in answers.of(paces, as_of)
        if pace.target.area == area and pace.target.indicator == subject and pace.months_left
    )
    return next((target for target in running if target.start <= as_of), None)


def path(answers: Answers, area: NamedArea, subject: str, asked: Span, as_of: date) -> Path:
    """The running total of an area in the whole months of a span, and what is expected to come."""
    last, start = last_closed_month(as_of), asked.start or as_of
    counted = _counted(answers, area, subject, Span(start, min(last, asked.end)))
    months = min(months_between(last, asked.end), FARTHEST)
    ahead = answers.of(forecast, subject, as_of, months)
    wijken = answers.progress(area.level, last)[area.code].wijken
    known = [code for code in wijken if code in ahead.codes]
    if not ahead.months or not known or area.level is Level.BUURT:
        steps = tuple(add_months(start, step) for step in range(len(counted)))
        nothing = (None,) * len(steps)
        return Path(steps, counted, nothing, nothing, nothing, _no_path(area, known))
    base = int(counted[-1] or 0) if counted else 0
    totals = ahead.totals(known) + base
    ends = [interval(month.tolist()) for month in totals]
    gap = (None,) * max(len(counted) - 1, 0)
    joint = (float(base),) if counted else ()
    return Path(
        tuple(add_months(start, step) for step in range(len(counted) + len(ahead.months))),
        counted + (None,) * len(ahead.months),
        gap + joint + tuple(float(low) for low, _ in ends),
        gap + joint + tuple(float(np.median(month)) for month in totals),
        gap + joint + tuple(float(high) for _, high in ends),
    )


def _no_path(area: NamedArea, known: Sequence[str]) -> str:
    if area.level is Level.BUURT:
        return "Per buurt zijn de aantallen te klein om iets te verwachten."
    if not known:
        return f"In {area.name} is nog geen hele maand voorbij sinds de start."
    return "Er zijn nog te weinig maanden en aantallen om van te leren."


def _counted(
    answers: Answers, area: NamedArea, subject: str, part: Span
) -> tuple[float | None, ...]:
    """The running total at the end of every month of a part; empty when it has none."""
    if part.start is None or part.start > part.end:
        return ()
    asked = Selection(area.level, part.end, area.code, part.start, period=Period.MONTH)
    rows = [row for row in answers.get(subject, asked).rows() if row.area_code == area.code]
    return tuple(accumulate(row.value or 0.0 for row in rows))
