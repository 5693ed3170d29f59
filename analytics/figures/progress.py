"""How far Buurt in Bloei has come per area: which of its wijken have started, and since when."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from analytics.catalog import find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Marts
from analytics.figures.selection import Selection
from data.periods import Period, months_between
from data.reference.areas import Level


@dataclass(frozen=True)
class Progress:
    """The rollout in one area. `wijken` are the codes of the wijken inside it, or around it.

    `since` is the first day of the month in which the first of them started. The pilot is where
    it began: all wijken of the area are among the first that started.
    """

    wijken: tuple[str, ...]
    started: int
    since: date | None
    is_pilot: bool

    @property
    def has_started(self) -> bool:
        """Whether any wijk of the area has started."""
        return self.started > 0

    def had_started(self, day: date) -> bool:
        """Whether any wijk had started by the end of the month of an earlier day."""
        return self.since is not None and self.since <= day

    def months_within(self, start: date | None, end: date) -> int:
        """The months in which it takes part, of the whole months from `start` until `end`.

        0 where there is no start.
        """
        if self.since is None or start is None:
            return 0
        return max(months_between(max(self.since, start), end) + 1, 0)


def progress(marts: Marts, level: Level, as_of: date) -> dict[str, Progress]:
    """The rollout by area code, as known on `as_of`."""
    months = _start_months(marts, as_of)
    pilot = pilot_of(months)
    areas = wijken_of(marts, level)
    return {code: _progress(wijken, months, pilot) for code, wijken in areas.items()}


def pilot_of(months: Mapping[str, date]) -> frozenset[str]:
    """The pilot, by the month in which each wijk started: the first ones, once others followed.

    >>> may, june = date(2017, 5, 1), date(2017, 6, 1)
    >>> pilot_of({"A": may, "B": june}), pilot_of({"A": may, "B": may})
    (frozenset({'A'}), frozenset())
    """
    first = min(months.values(), default=None)
    pilot = frozenset(wijk for wijk, month in months.items() if month == first)
    return pilot if len(pilot) < len(months) else frozenset()


def wijken_of(marts: Marts, level: Level) -> dict[str, tuple[str, ...]]:
    """The codes of the wijken inside every area of a level; of a buurt the wijk around it."""
    found = marts.wijken(level)
    wijken = defaultdict(list)
    for area, wijk in zip(found["area_code"], found["wijk_code"], strict=True):
        wijken[area].append(wijk)
    return {area: tuple(codes) for area, codes in wijken.items()}


def _start_months(marts: Marts, as_of: date) -> dict[str, date]:
    """The first day of the month in which each wijk started; wijken that did not are absent."""
    selection = Selection(Level.WIJK, as_of, start=marts.beginning, period=Period.MONTH)
    months: dict[str, date] = {}
    for row in figures(marts, find("wijken_gestart"), selection).rows():
        if row.value:
            months.setdefault(row.area_code, date.fromisoformat(f"{row.period}-01"))
    return months


def _progress(
    wijken: tuple[str, ...], months: Mapping[str, date], pilot: frozenset[str]
) -> Progress:
    started = [months[wijk] for wijk in wijken if wijk in months]
    return Progress(
        wijken=wijken,
        started=len(started),
        since=min(started, default=None),
        is_pilot=bool(started) and pilot.issuperset(wijken),
    )
