"""Sentences about one area: what stands out beside areas like it, why those, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from analytics.catalog import MIN_INHABITANTS, Time
from analytics.figures.blur import OPEN_MEASURES
from analytics.figures.certainty import Rate, claimable, differ, rounding_margin
from analytics.profile.profile import Comparison
from analytics.profile.quarters import ENOUGH_FOR_PERCENT, Change, Changes
from analytics.profile.similar import Similar
from analytics.scope.areas import NO_TEAM, said_name
from analytics.scope.sentences import PLURALS, about
from analytics.thresholds import whole
from data.dutch import quarter, rounded
from data.grammar import listed
from data.reference.areas import Level

MIN_EXPECTED = whole("expected_of_profile")
BOTH = 2  # sides of a difference
NOTABLE = whole("notable_deviation")  # times the square root of what is expected


@dataclass(frozen=True)
class Standout:
    """A count with what it would be if the area were as similar areas are."""

    label: str
    amount: float
    expected: float
    is_open: bool = False  # a count of organisations, which is never rounded
    per_month: str = ""  # that it is expected by the month, in words

    @property
    def deviation(self) -> float:
        """The difference by the standard deviation of a Poisson count."""
        return (self.amount - self.expected) / sqrt(self.expected)


def standout_sentence(found: Sequence[Comparison], level: Level, threshold: int = 0) -> str:
    """Which count differs most from similar areas; "" when there is too little to compare.

    A difference that rounding under `threshold` can have made is not told.
    """
    counted = [_standout(comparison) for comparison in found]
    compared = [count for count in counted if count is not None]
    if not compared:
        return ""
    telling = [count for count in compared if _is_notable(count, threshold)]
    if not telling:
        return f"Per inwoner zijn er geen grote verschillen met vergelijkbare {PLURALS[level]}."
    most = max(telling, key=lambda count: abs(count.deviation))
    return (
        f"Het meest valt op: {about(round(most.amount))} {most.label}; met evenveel per inwoner"
        f"{most.per_month} als in vergelijkbare {PLURALS[level]} zouden het er"
        f" {about(_as_read(most.expected))} zijn."
    )


def _as_read(expected: float) -> int:
    """A count as a whole number, from the one decimal that stands beside the sentence."""
    return int(rounded(rounded(expected, 1)))


def _is_notable(count: Standout, threshold: int) -> bool:
    """Whether neither chance nor the rounding of both sides makes such a difference."""
    if abs(count.deviation) < NOTABLE:
        return False
    if count.is_open or claimable(min(count.amount, count.expected), threshold):
        return True
    return abs(count.amount - count.expected) > BOTH * rounding_margin(threshold)


def _standout(found: Comparison) -> Standout | None:
    if not isinstance(found.amount, int | float):
        return None
    if found.expected is None or found.expected < MIN_EXPECTED:
        return None
    is_open = found.indicator.measure in OPEN_MEASURES
    per_month = "" if found.indicator.time is Time.STOCK else " en per maand"
    return Standout(found.indicator.label, found.amount, found.expected, is_open, per_month)


def similar_sentence(found: Similar, level: Level, others: int) -> str:
    """Why these areas, of `others` on the level: which traits are nearly the same there."""
    name = said_name(found.area.code, found.area.name)
    if not found.nearest or found.different is None:
        return (
            f"Voor {name} zijn geen vergelijkbare {PLURALS[level]} aan te wijzen:"
            f" daarvoor zijn ten minste {MIN_INHABITANTS} inwoners en cijfers van RIVM nodig."
        )
    names = listed([said_name(area.code, area.name) for area in found.nearest])
    alike = listed([trait.label for trait in found.alike])
    other, verb = ("", "lijken") if found.area.code == NO_TEAM else ("andere ", "lijkt")
    return (
        f"Van de {others} {other}{PLURALS[level]} {verb} {name} het meest op {names},"
        f" omdat {alike} daar weinig verschillen. Het meest verschilt {found.different.label}."
    )


def change_sentence(found: Changes | None, threshold: int = 0) -> str:
    """What changed most in the last whole quarter; "" when there is nothing to compare.

    A change that rounding under `threshold` can have made is not told.
    """
    if found is None or not found.changes:
        return ""
    when = f"In het {quarter(found.quarter.end)}"
    telling = [change for change in found.changes if _is_telling(change)]
    certain = [change for change in telling if _is_certain(change, threshold)]
    if not certain:
        return f"{when} veranderde er weinig."
    most = certain[0]
    how = _most_words(telling) if most is telling[0] else ""
    return (
        f"{when} veranderde het aantal {most.indicator.label}{how}:"
        f" van {about(round(most.before or 0))} naar {about(round(most.now))}."
    )


def _is_certain(change: Change, threshold: int) -> bool:
    if change.indicator.measure in OPEN_MEASURES:
        return True
    return differ(Rate(change.now), Rate(change.before or 0), threshold)


def _most_words(telling: Sequence[Change]) -> str:
    """In what the first change is the largest: in number, or as part of what was; "" in neither."""
    amounts = [abs(change.change) for change in telling]
    parts = [abs(change.relative) for change in telling if change.relative is not None]
    if amounts[0] > max(amounts[1:], default=0):
        return " het meest"
    is_most = len(parts) == len(telling) and parts[0] > max(parts[1:], default=0)
    return " naar verhouding het meest" if is_most else ""


def _is_telling(change: Change) -> bool:
    """Whether a count changed by so much that it can be said of a quarter."""
    if change.indicator.is_rate or change.before is None or change.paces:
        return False
    return bool(change.relative) or abs(change.now - change.before) >= ENOUGH_FOR_PERCENT
