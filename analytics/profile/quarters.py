"""What changed in an area: the last whole quarter beside the one before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from analytics.catalog import Indicator, Time
from analytics.figures.blur import blurred, is_certain_change
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import Progress, progress
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.profile.profile import told_apart
from analytics.scope.indicator.ranking import Mark, mark_of
from analytics.scope.scope import Scope
from analytics.scope.windows import ONE_DAY, Span
from analytics.thresholds import whole
from data.dutch import rounded
from data.periods import MONTHS_IN_QUARTER, Period, first_day
from data.reference.areas import Level

ENOUGH_FOR_PERCENT = whole("base_of_percent")


@dataclass(frozen=True)
class Change:
    """One indicator in two quarters: what came in it, or the standing at its end.

    `before` is None where the earlier one has no figure; `why` says why not. `relative` is the
    change as part of what it was, in numbers as they are read; None when that was too little to say
    so. `paces` are what came a month, now and before, where the area took part in fewer months of
    the earlier quarter: then the counts themselves are no comparison. `is_settled` says that
    rounding cannot have made the change.
    """

    indicator: Indicator
    now: float
    before: float | None
    relative: float | None
    paces: tuple[float, float] | None = None
    is_settled: bool = True
    why: Mark | None = None

    @property
    def change(self) -> float:
        """How much more it is, as it is read; what came in a quarter by its pace."""
        if self.paces:
            return (self.paces[0] - self.paces[1]) * MONTHS_IN_QUARTER
        decimals = self.indicator.decimals
        return rounded(self.now, decimals) - rounded(self.before or 0, decimals)


@dataclass(frozen=True)
class Changes:
    """The two quarters with all changes, the largest first."""

    quarter: Span
    before: Span
    changes: Sequence[Change]


def quarter_changes(scope: Scope) -> Changes | None:
    """What changed in the view's area; None without two whole quarters up to the peildatum.

    Changes that can be told in percent come first, by size; then the others. Indicators without a
    figure in the last quarter are left out.
    """
    spans = last_quarters(scope.day, scope.known.beginning)
    if spans is None:
        return None
    quarter, before = spans
    place = scope.area
    found = scope.of(level_changes, place.level, before, quarter)[place.code]
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
    threshold = marts.threshold
    found: dict[str, list[Change]] = {code: [] for code in rollouts[0]}
    for indicator in told_apart():
        rows = figures(marts, indicator, asked).rows()
        half = len(rows) // 2  # the areas in the one quarter, then the same in the other
        for first, last in zip(rows[:half], rows[half:], strict=True):
            code = first.area_code
            was = _shown(indicator, first, rollouts[0][code])
            now = _shown(indicator, last, rollouts[1][code])
            if isinstance(now, Mark):
                continue
            months = rollouts[0][code].months_within(before.start, before.end)
            change = _change(indicator, now, was, months)
            found[code].append(_judged(change, first, last, threshold))
    return {code: sorted(changes, key=_largest_first) for code, changes in found.items()}


def _change(indicator: Indicator, now: float, was: float | Mark, months: int) -> Change:
    if isinstance(was, Mark):
        return Change(indicator, now, None, None, why=was)
    is_like = indicator.time is Time.STOCK or indicator.is_rate or months == MONTHS_IN_QUARTER
    if is_like or not months:
        return Change(indicator, now, was, None)
    return Change(indicator, now, was, None, (now / MONTHS_IN_QUARTER, was / months))


def _judged(change: Change, first: Row, last: Row, threshold: int) -> Change:
    """A change with how large it is, and whether it is more than what rounding can make."""
    is_settled = change.before is None or _is_settled(change, first, last, threshold)
    relative = _relative(change, first) if is_settled else None
    return replace(change, relative=relative, is_settled=is_settled)


def _is_settled(change: Change, first: Row, last: Row, threshold: int) -> bool:
    was, now = (blurred(row, change.indicator, threshold) for row in (first, last))
    return was is None or now is None or is_certain_change(now.minus(was), threshold)


def _relative(change: Change, first: Row) -> float | None:
    """The change as part of what it was, when enough was counted to say so."""
    counted = (
        first.numerator if first.denominator is None else min(first.numerator, first.denominator)
    )
    was = rounded(change.before or 0, change.indicator.decimals)
    if change.paces:
        was = change.paces[1] * MONTHS_IN_QUARTER
    return change.change / was if was and counted >= ENOUGH_FOR_PERCENT else None


def _shown(indicator: Indicator, row: Row, rollout: Progress) -> float | Mark:
    return mark_of(row, indicator, has_started=rollout.has_started) or row.value or 0.0


def _largest_first(change: Change) -> tuple[bool, bool, float]:
    if change.relative is not None:
        return False, False, -abs(change.relative)
    return not change.is_settled, True, -abs(change.change)
