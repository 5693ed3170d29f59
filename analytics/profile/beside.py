"""Areas of choice beside each other: figures per 1.000 inhabitants, and what is beyond chance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from analytics.catalog import MIN_INHABITANTS, Indicator, find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import Rate, claimable, comparable, rounding_bounds
from analytics.figures.compute import INHABITANTS, figures
from analytics.figures.doors.marts import Marts
from analytics.figures.monthly import monthly_counts
from analytics.figures.selection import Selection
from analytics.scope.areas import NamedArea
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import EARLIER, REST
from analytics.scope.windows import span
from analytics.statistics.chance import LIMIT, count_interval, discoveries, split_probability
from analytics.statistics.spread import monthly_spread
from data.periods import MONTHS_IN_YEAR, add_months
from data.reference.areas import Level

PER = 1000


@dataclass(frozen=True)
class Side:
    """One of the compared: an area on a day, or (`is_rest`) the city without the area."""

    name: str
    area: NamedArea
    day: date
    is_rest: bool = False

    @property
    def code(self) -> str:
        """The code of the area that the side is about; the rest of the city has none."""
        return "" if self.is_rest else self.area.code

    @property
    def in_sentence(self) -> str:
        """The name inside a sentence: the wijken without a team are no team."""
        if self.is_rest:
            return self.name
        return self.area.in_sentence + self.name.removeprefix(self.area.name)


@dataclass(frozen=True)
class Measured:
    """What a side counted, of how many inhabitants; `low` and `high` are per 1.000 of them.

    The interval is that of chance (95%) as counts by month differ, widened by what rounding can
    have done. `is_settled` says that the count is too large for rounding to matter, `has_begun`
    that nothing is a real zero: the side had started by its day, or counts something all the same.
    `is_new` says that it takes part for less than a full month: then it is not compared. `mark` is
    why it has no figure per inhabitant, if it has none.
    """

    side: Side
    count: int
    inhabitants: float
    low: float
    high: float
    is_settled: bool = True
    has_begun: bool = True
    is_new: bool = False

    @property
    def mark(self) -> Mark | None:
        """Why there is no figure per 1.000 inhabitants: before a start, or of too few of them."""
        if not self.has_begun:
            return Mark.NOT_STARTED
        return Mark.FEW_INHABITANTS if self.inhabitants < MIN_INHABITANTS else None

    @property
    def rate(self) -> float:
        """Per 1.000 inhabitants."""
        return self.count / self.inhabitants * PER


@dataclass(frozen=True)
class Difference:
    """Two sides of which one is higher than rounding and chance can have made it."""

    high: Measured
    low: Measured


def sides(scope: Scope) -> list[Side]:
    """The area and what stands beside it; with an area alone the rest of the city."""
    if not scope.view.area:
        return []
    codes = scope.view.beside or (REST,)
    found = [Side(scope.area.name, scope.area, scope.day)]
    found += [side for code in codes if (side := _side(scope, code)) not in found]
    return found


def _side(scope: Scope, code: str) -> Side:
    if code == REST:
        return Side("de rest van de stad", scope.area, scope.day, is_rest=True)
    if code == EARLIER:
        earlier = add_months(scope.day, -MONTHS_IN_YEAR)
        return Side(f"{scope.area.name} een jaar eerder", scope.area, earlier)
    area = scope.known.area(code)
    return Side(area.name, area, scope.day)


def measured(scope: Scope, subject: str, spread: float = 1.0) -> list[Measured]:
    """The sides that have inhabitants and lie after the first day of the records.

    `spread` is how many times more than chance counts differ: intervals are as much wider.
    """
    threshold = threshold_of(find(subject).measure, scope.threshold)
    found = []
    for side in sides(scope):
        if side.day < scope.known.beginning:
            continue
        count, inhabitants = _counted(scope, subject, side)
        if inhabitants:
            one = _measured(side, count, inhabitants, threshold, spread)
            has_begun = bool(count) or _has_started(scope, side)
            found.append(replace(one, has_begun=has_begun, is_new=_is_new(scope, side)))
    return found


def _has_started(scope: Scope, side: Side) -> bool:
    own, city = (
        scope.answers.progress(area.level, side.day)[area.code].started
        for area in (side.area, scope.known.city)
    )
    return city > own if side.is_rest else own > 0


def _is_new(scope: Scope, side: Side) -> bool:
    if side.is_rest:
        return False
    return scope.answers.progress(side.area.level, side.day)[side.area.code].is_new(side.day)


def _counted(scope: Scope, subject: str, side: Side) -> tuple[int, float]:
    asked = span(scope.window, side.day)
    own = Selection(side.area.level, asked.end, side.area.code, asked.start)
    count, inhabitants = scope.of(count_of, subject, own)
    if not side.is_rest:
        return count, inhabitants
    city = replace(own, level=Level.GEMEENTE, area=scope.known.city.code)
    all_, everyone = scope.of(count_of, subject, city)
    return max(all_ - count, 0), everyone - inhabitants


def count_of(marts: Marts, subject: str, asked: Selection) -> tuple[int, float]:
    """What one area counted, and its inhabitants; 0 where these are not known."""
    [row] = figures(marts, _per_inhabitant(find(subject)), asked).rows()
    return int(row.numerator or 0), float(row.denominator or 0)


def _per_inhabitant(indicator: Indicator) -> Indicator:
    return replace(indicator, denominator=INHABITANTS, per=PER, decimals=1)


def _measured(
    side: Side, count: int, inhabitants: float, threshold: int, spread: float
) -> Measured:
    is_settled = claimable(count, threshold)
    ends = rounding_bounds(Rate(count), 0 if is_settled else threshold)
    low, high = count_interval(ends.low / spread)[0], count_interval(ends.high / spread)[1]
    per = PER / inhabitants * spread
    return Measured(side, count, inhabitants, low * per, high * per, is_settled)


def differences(scope: Scope, subject: str, found: Sequence[Measured]) -> list[Difference]:
    """The pairs that differ by more than chance, as counts by month do, and than rounding.

    One test a pair, with the false discovery rate over all pairs.
    """
    spread = spread_between(scope, subject, [one.side for one in found])
    pairs = list(combinations(found, 2))
    chances = discoveries([_probability(one, other, spread) for one, other in pairs])
    threshold = threshold_of(find(subject).measure, scope.threshold)
    return [
        _ordered(one, other)
        for (one, other), chance in zip(pairs, chances, strict=True)
        if chance < LIMIT and comparable(_rate(one), _rate(other), threshold)
    ]


def spread_between(scope: Scope, subject: str, chosen: Sequence[Side]) -> float:
    """How many times more than chance the months of areas as small as the smallest side differ."""
    level = max((side.area.level for side in chosen), key=list(Level).index, default=Level.WIJK)
    return scope.of(spread_of, subject, level, scope.day) or 1.0


def _rate(one: Measured) -> Rate:
    return Rate(one.count, one.inhabitants)


def _ordered(one: Measured, other: Measured) -> Difference:
    return Difference(one, other) if one.rate >= other.rate else Difference(other, one)


def spread_of(marts: Marts, subject: str, level: Level, as_of: date) -> float | None:
    """How many times more than chance the months of areas of a level differ."""
    known = Level.WIJK if level in (Level.OWN, Level.GEMEENTE) else level
    return monthly_spread(monthly_counts(marts, find(subject).measure, known, as_of))


def _probability(one: Measured, other: Measured, spread: float) -> float:
    return split_probability(one.count, one.inhabitants, other.count, other.inhabitants, spread)
