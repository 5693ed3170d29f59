"""Sentences about one area: what stands out beside areas like it, why those, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from analytics.catalog import MIN_INHABITANTS
from analytics.profile import Comparison
from analytics.quarters import ENOUGH_FOR_PERCENT, Change, Changes
from analytics.sentences import PLURALS, about
from analytics.similar import Similar
from data.areas import Level
from data.dutch import number, quarter

MIN_EXPECTED = 10  # of fewer, chance alone makes large differences
NOTABLE = 2  # times the square root of what is expected: what chance seldom makes of a count


@dataclass(frozen=True)
class Standout:
    """A count with what it would be if the area were as similar areas are."""

    label: str
    amount: float
    expected: float

    @property
    def deviation(self) -> float:
        """The difference by the standard deviation of a Poisson count."""
        return (self.amount - self.expected) / sqrt(self.expected)


def standout_sentence(found: Sequence[Comparison], level: Level) -> str:
    """Which count differs most from similar areas; "" when there is too little to compare."""
    counted = [_standout(comparison) for comparison in found]
    compared = [count for count in counted if count is not None]
    if not compared:
        return ""
    most = max(compared, key=lambda count: abs(count.deviation))
    if abs(most.deviation) < NOTABLE:
        return f"Per inwoner zijn er geen grote verschillen met vergelijkbare {PLURALS[level]}."
    return (
        f"Het meest valt op: {about(round(most.amount))} {most.label}; met evenveel per inwoner als"
        f" in vergelijkbare {PLURALS[level]} zouden het er {about(round(most.expected))} zijn."
    )


def _standout(found: Comparison) -> Standout | None:
    if not isinstance(found.amount, int | float):
        return None
    if found.expected is None or found.expected < MIN_EXPECTED:
        return None
    return Standout(found.indicator.label, found.amount, found.expected)


def similar_sentence(found: Similar, level: Level, others: int) -> str:
    """Why these areas, of `others` on the level: which traits are nearly the same there."""
    if not found.nearest or found.different is None:
        return (
            f"Voor {found.area.name} zijn geen vergelijkbare {PLURALS[level]} aan te wijzen:"
            f" daarvoor zijn ten minste {MIN_INHABITANTS} inwoners en cijfers van RIVM nodig."
        )
    names = _listed([area.name for area in found.nearest])
    alike = _listed([trait.label for trait in found.alike])
    return (
        f"Van de {others} andere {PLURALS[level]} lijkt {found.area.name} het meest op {names},"
        f" omdat {alike} daar weinig verschillen. Het meest verschilt {found.different.label}."
    )


def change_sentence(found: Changes | None) -> str:
    """What changed most in the last whole quarter; "" when there is nothing to compare."""
    if found is None or not found.changes:
        return ""
    when = f"In het {quarter(found.quarter.end)}"
    most = next((change for change in found.changes if _is_telling(change)), None)
    if most is None or most.before is None:
        return f"{when} veranderde er weinig."
    return (
        f"{when} veranderde het aantal {most.indicator.label} het meest:"
        f" van {about(round(most.before))} naar {about(round(most.now))}."
    )


def _is_telling(change: Change) -> bool:
    """Whether a count changed by so much that it can be said of a quarter."""
    if change.indicator.is_rate or change.before is None or change.paces:
        return False
    return bool(change.relative) or abs(change.now - change.before) >= ENOUGH_FOR_PERCENT


def change_words(change: Change) -> str:
    """A change in words: 12 meer."""
    if change.before is None:
        return "nieuw"
    decimals = change.indicator.decimals
    amount = number(abs(change.now - change.before), decimals)
    if amount == number(0, decimals):
        return "evenveel"
    return f"{amount} {'meer' if change.now > change.before else 'minder'}"


def _listed(words: Sequence[str]) -> str:
    """Words in a row: a, b en c."""
    *first, last = words
    return f"{', '.join(first)} en {last}" if first else last
