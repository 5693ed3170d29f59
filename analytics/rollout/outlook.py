"""Will a target be reached: what came, what is expected to come, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from analytics.catalog import find
from analytics.catalog.indicator import Unit
from analytics.figures.blur import threshold_of
from analytics.rollout.aligned import SUBJECTS
from analytics.rollout.forecast.draws import Forecast, forecast, interval
from analytics.rollout.forecast.history import FARTHEST
from analytics.rollout.forecast.path import banded, no_forecast
from analytics.rollout.targets import Pace, Target, paces
from analytics.scope.answers import Answers
from analytics.thresholds import whole
from data.periods import months_between

SURE, HOPELESS = 0.9, 0.1  # from and up to these probabilities the answer is yes, and no
CLEAR = whole("clear_forecast")  # times the threshold, from where rounding does not decide


class Answer(StrEnum):
    """Whether a target will be reached."""

    YES = "ja"
    NO = "nee"
    UNSURE = "onzeker"


@dataclass(frozen=True)
class Outlook:
    """A target with its forecast; `low` and `high` hold 80% of what may come.

    Without a forecast `reason` says in Dutch why; a target that is decided needs none.
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
        return None if self.probability is None else self.answer_to(self.probability)

    @staticmethod
    def answer_to(probability: float) -> Answer:
        """What a probability says of reaching a target."""
        if probability >= SURE:
            return Answer.YES
        return Answer.NO if probability <= HOPELESS else Answer.UNSURE

    @property
    def is_decided(self) -> bool:
        """Whether the target is reached, or its months are over."""
        return self.probability is not None and self.middle is None


def outlooks(answers: Answers, as_of: date) -> list[Outlook]:
    """Every target that is not yet over, or was over in the last year, with its forecast."""
    found = answers.of(paces, as_of)
    return [outlook(answers, pace, as_of) for pace in found if _is_shown(pace, as_of)]


def _is_shown(pace: Pace, as_of: date) -> bool:
    return pace.target.start <= as_of and months_between(pace.target.end, as_of) <= FARTHEST


def outlook(answers: Answers, pace: Pace, as_of: date) -> Outlook:
    """One target with its forecast, or with the reason why there is none."""
    if pace.months_done and pace.done is None:
        return Outlook(pace, "er is geen cijfer om te tonen")
    if max(pace.done or 0, pace.target.value) < unclear_below(answers, pace.target.indicator):
        return Outlook(pace, "de aantallen zijn afgerond, en te klein om er dit uit af te leiden")
    is_count = pace.target.indicator in SUBJECTS
    if not pace.months_left or (is_count and (pace.done or 0) >= pace.target.value):
        return Outlook(pace, probability=float((pace.done or 0) >= pace.target.value))
    reason = _reason(answers, pace, as_of)
    if reason:
        return Outlook(pace, reason)
    ahead = answers.of(forecast, pace.target.indicator, as_of)
    wijken = answers.progress(pace.target.level, as_of)[pace.target.area].wijken
    threshold = threshold_of(find(pace.target.indicator).measure, answers.threshold)
    return _expected(pace, ahead, wijken, threshold)


def unclear_below(answers: Answers, indicator: str) -> int:
    """Under which count rounding may decide what is said; 0 for exact counts."""
    is_rounded = find(indicator).counts is Unit.RESIDENTS
    return CLEAR * answers.threshold if is_rounded else 0


def _reason(answers: Answers, pace: Pace, as_of: date) -> str:
    target = pace.target
    if target.indicator not in SUBJECTS:
        return "alleen aantallen die optellen worden voorspeld"
    if pace.months_left > FARTHEST:
        return f"het einde ligt meer dan {FARTHEST} maanden vooruit"
    return no_forecast(answers, target.level, target.area, target.indicator, as_of)


def _expected(pace: Pace, ahead: Forecast, wijken: tuple[str, ...], threshold: int) -> Outlook:
    base, month = int(pace.done or 0), pace.months_left - 1
    totals = ahead.totals(wijken)[month] + base
    middle = int(ahead.middle(wijken)[month]) + base
    low, middle, high = banded(middle, interval(totals), threshold)
    return Outlook(pace, "", low, middle, high, float(np.mean(totals >= pace.target.value)))


def target_of(answers: Answers, area: str, subject: str, as_of: date) -> Target | None:
    """The target of an area for a subject whose months are running; None without one."""
    running = (
        pace.target
        for pace in answers.of(paces, as_of)
        if pace.target.area == area and pace.target.indicator == subject and pace.months_left
    )
    return next((target for target in running if target.start <= as_of), None)
