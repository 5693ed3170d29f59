"""What may be claimed of rounded counts: only what rounding cannot have made.

Small counts are rounded for the protected audience (see docs/privacy.md). A count that is shown
can then lie up to the threshold beside the true one. A rank, an extreme or a change is claimed
where it stands outside that on both sides, or where both counts are so large that it hardly
matters. Every threshold here is that of `Answers.threshold`: 0 says that counts are exact, and
then every difference may be claimed.
"""

from collections.abc import Iterable
from typing import NamedTuple

SETTLED_TIMES = 4  # thresholds: from there, rounding moves a count by a quarter at the most


class Bounds(NamedTuple):
    """Between which values the true one lies."""

    low: float
    high: float


class Rate(NamedTuple):
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


def is_above(one: Rate, other: Rate, threshold: int) -> bool:
    """Whether a rate is higher than another, whatever rounding did to both.

    >>> is_above(Rate(10), Rate(0), threshold=5), is_above(Rate(11), Rate(0), threshold=5)
    (False, True)
    >>> is_above(Rate(21), Rate(20), threshold=5), is_above(Rate(20), Rate(20), threshold=5)
    (True, False)
    """
    if one.value <= other.value:
        return False
    if claimable(min(one.count, other.count), threshold):
        return True
    return rounding_bounds(one, threshold).low > rounding_bounds(other, threshold).high


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
