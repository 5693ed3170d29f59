"""What changed in an area: the last whole quarter beside the one before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import Indicator
from analytics.figures import figures
from analytics.marts import Marts
from analytics.periods import Period, first_day
from analytics.profile import told_apart
from analytics.ranking import mark_of
from analytics.result import Row
from analytics.rollout import Progress, progress
from analytics.selection import Selection
from analytics.view import View
from analytics.windows import ONE_DAY, Span
from data.areas import Level

ENOUGH_FOR_PERCENT = 10  # of fewer, one more or less is a large part


@dataclass(frozen=True)
class Change:
    """One indicator in two quarters: what came in it, or the standing at its end.

    `before` is None where Buurt in Bloei had not started in the earlier one. `relative` is the
    change as part of what it was, None when that was too little to say so.
    """

    indicator: Indicator
    now: float
    before: float | None
    relative: float | None


@dataclass(frozen=True)
class Changes:
    """The two quarters with all changes, the largest first."""

    quarter: Span
    before: Span
    changes: Sequence[Change]


def quarter_changes(answers: Answers, view: View) -> Changes | None:
    """What changed in the view's area; None without two whole quarters up to the peildatum.

    Changes that can be told in percent come first, by size; then the others. Indicators without a
    figure in the last quarter are left out.
    """
    spans = last_quarters(questions.as_of(view, answers.known), answers.known.beginning)
    if spans is None:
        return None
    quarter, before = spans
    place = questions.area(view, answers.known)
    found = answers.of(level_changes, place.level, before, quarter)[place.code]
    return Changes(quarter, before, found)


def last_quarters(as_of: date, beginning: date) -> tuple[Span, Span] | None:
    """The last quarter that is over on `as_of`, and the one before; None before the beginning."""
    end = first_day(as_of + ONE_DAY, Period.QUARTER) - ONE_DAY
    start = first_day(end, Period.QUARTER)
    end_before = start - ONE_DAY
    if end_before < beginning:
        return None
    return Span(start, end), Span(first_day(end_before, Period.QUARTER), end_before)


def level_changes(
    marts: Marts, level: Level, before: Span, quarter: Span
) -> dict[str, list[Change]]:
    """What changed in every area of a level, by code, the largest change first.

    All areas at once: the next area of the level that is looked at has its answer ready.
    """
    rollouts = progress(marts, level, before.end), progress(marts, level, quarter.end)
    asked = Selection(level, quarter.end, start=before.start, period=Period.QUARTER)
    found: dict[str, list[Change]] = {code: [] for code in rollouts[0]}
    for indicator in told_apart():
        rows = figures(marts, indicator, asked).rows()
        half = len(rows) // 2  # the areas in the one quarter, then the same in the other
        for first, last in zip(rows[:half], rows[half:], strict=True):
            code = first.area_code
            was = _shown(indicator, first, rollouts[0][code])
            now = _shown(indicator, last, rollouts[1][code])
            if now is not None:
                found[code].append(Change(indicator, now, was, _relative(first, was, now)))
    return {code: sorted(changes, key=_largest_first) for code, changes in found.items()}


def _shown(indicator: Indicator, row: Row, rollout: Progress) -> float | None:
    is_marked = mark_of(row, indicator, has_started=rollout.has_started)
    return None if is_marked else row.value


def _relative(first: Row, was: float | None, now: float) -> float | None:
    counted = (
        first.numerator if first.denominator is None else min(first.numerator, first.denominator)
    )
    return None if not was or counted < ENOUGH_FOR_PERCENT else (now - was) / was


def _largest_first(change: Change) -> tuple[bool, float]:
    if change.relative is not None:
        return False, -abs(change.relative)
    return True, -abs(change.now - (change.before or 0))
