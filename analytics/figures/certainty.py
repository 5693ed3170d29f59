"""What may be claimed of rounded counts: only what rounding cannot have made.

Small counts are rounded for the protected audience (see docs/privacy.md). A count that is shown
can then lie up to the threshold beside the true one. A rank, an extreme or a change is claimed
where it stands outside that on both sides, or where both counts are so large that it hardly
matters. Every threshold here is that of `Answers.threshold`: 0 says that counts are exact, and
then every difference may be claimed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analytics.thresholds import whole
from data.dutch import rounded

SETTLED_TIMES = whole("settled_counts")


class Bounds(NamedTuple):
    """Between which values the true one lies."""

    low: float
    high: float


@dataclass(frozen=True)
class Rate:
    """A count per something: inhabitants, months; `per` is above 0 and is never rounded."""

    count: float
    per: float = 1.0

    @property
    def value(self) -> float:
        """The count per one."""
        return self.count / self.per


def rounding_margin(threshold: int) -> int:
    """How far a shown count can lie from the true one.

    >>> rounding_margin(5), rounding_margin(0)
    (5, 0)
    """
    return threshold


def claimable(count: float, threshold: int) -> bool:
    """Whether a count is large enough to be ranked, compared and called high or low.

    >>> claimable(20, threshold=5), claimable(19, threshold=5), claimable(0, threshold=0)
    (True, False, True)
    """
    return count >= SETTLED_TIMES * threshold


def rounding_bounds(rate: Rate, threshold: int) -> Bounds:
    """Between which values a rate lies when its count was rounded.

    >>> rounding_bounds(Rate(5, 0.5), threshold=5), rounding_bounds(Rate(7), threshold=0)
    (Bounds(low=0.0, high=20.0), Bounds(low=7.0, high=7.0))
    """
    margin = rounding_margin(threshold)
    return Bounds(max(rate.count - margin, 0) / rate.per, (rate.count + margin) / rate.per)


def coarse(count: int, threshold: int) -> int:
    """A count that was calculated from rounded ones, no finer than those: 0 or the threshold.

    >>> coarse(2, threshold=5), coarse(3, threshold=5), coarse(7, threshold=5)
    (0, 5, 7)
    >>> coarse(2, threshold=0)
    2
    """
    return count if count >= threshold else threshold * round(count / threshold)


def coarse_ends(low: int, high: int, threshold: int) -> tuple[int, int]:
    """The ends of what may come, moved outwards: neither lies between 0 and the threshold.

    >>> coarse_ends(1, 3, threshold=5), coarse_ends(0, 8, threshold=5)
    ((0, 5), (0, 8))
    >>> coarse_ends(1, 3, threshold=0)
    (1, 3)
    """
    return (low if low >= threshold else 0), (high if high >= threshold or not high else threshold)


def comparable(one: Rate, other: Rate, threshold: int) -> bool:
    """Whether the difference of two rates may be told: both counts are large, or far apart.

    >>> comparable(Rate(20), Rate(20), threshold=5), comparable(Rate(10), Rate(0), threshold=5)
    (True, False)
    """
    if claimable(min(one.count, other.count), threshold):
        return True
    low, high = sorted((one, other), key=lambda rate: rate.value)
    return rounding_bounds(low, threshold).high < rounding_bounds(high, threshold).low


def is_above(one: Rate, other: Rate, threshold: int) -> bool:
    """Whether a rate is higher than another, whatever rounding did to both.

    >>> is_above(Rate(10), Rate(0), threshold=5), is_above(Rate(11), Rate(0), threshold=5)
    (False, True)
    >>> is_above(Rate(21), Rate(20), threshold=5), is_above(Rate(20), Rate(20), threshold=5)
    (True, False)
    """
    return one.value > other.value and comparable(one, other, threshold)


def differ(one: Rate, other: Rate, threshold: int) -> bool:
    """Whether two rates differ by more than rounding can have made: 0 and 10 do not at 5.

    >>> differ(Rate(0), Rate(10), threshold=5), differ(Rate(0), Rate(1), threshold=0)
    (False, True)
    """
    return is_above(one, other, threshold) or is_above(other, one, threshold)


def is_highest(one: Rate, others: Iterable[Rate], threshold: int) -> bool:
    """Whether a rate is above every other: only then it may be called the highest."""
    return all(is_above(one, other, threshold) for other in others)


def is_lowest(one: Rate, others: Iterable[Rate], threshold: int) -> bool:
    """Whether a rate is below every other: only then it may be called the lowest."""
    return all(is_above(other, one, threshold) for other in others)


def towards(count: float, expected: float, threshold: int) -> float:
    """A count as it may be used to prove a difference: as near to what is expected as it can lie.

    >>> towards(10, 2.5, threshold=5), towards(5, 8, threshold=5), towards(40, 8, threshold=5)
    (5, 8, 40)
    """
    if claimable(count, threshold):
        return count
    margin = rounding_margin(threshold)
    return min(max(expected, count - margin), count + margin)


def shared_places(values: Sequence[float], decimals: int) -> list[int]:
    """The place of every value from 1 (the highest): values that read the same share one.

    >>> shared_places([2.12, 3.0, 2.08], decimals=1)
    [2, 1, 2]
    """
    read = [rounded(value, decimals) for value in values]
    return [1 + sum(other > value for other in read) for value in read]
