"""How far Buurt in Bloei has come per area: which of its wijken have started, and since when."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analytics.figures.doors.marts import Marts
from data.periods import add_months, months_between
from data.reference.areas import Level


@dataclass(frozen=True)
class Progress:
    """The rollout in one area. `wijken` are the codes of the wijken inside it, or around it.

    `began` is the day on which the first of them started. The pilot is where it began: all wijken
    of the area are among the first that started.
    """

    wijken: tuple[str, ...]
    started: int
    began: date | None
    is_pilot: bool

    @property
    def since(self) -> date | None:
        """The first day of the month in which the first wijk started."""
        return self.began.replace(day=1) if self.began else None

    @property
    def has_started(self) -> bool:
        """Whether any wijk of the area has started."""
        return self.started > 0

    def had_started(self, day: date) -> bool:
        """Whether any wijk had started by the end of the month of an earlier day."""
        return self.since is not None and self.since <= day

    def is_new(self, day: date) -> bool:
        """Whether on a day it takes part for less than a full month.

        Then nothing is told of how it does beside others: it has hardly had the time.
        """
        return self.began is not None and day < add_months(self.began, 1) - timedelta(days=1)

    def months_within(self, start: date | None, end: date) -> int:
        """The months in which it takes part, of the whole months from `start` until `end`.

        0 where there is no start.
        """
        if self.since is None or start is None:
            return 0
        return max(months_between(max(self.since, start), end) + 1, 0)


def progress(marts: Marts, level: Level, as_of: date) -> dict[str, Progress]:
    """The rollout by area code, as known on `as_of`."""
    days = _start_days(marts, as_of)
    pilot = pilot_of({wijk: day.replace(day=1) for wijk, day in days.items()})
    areas = wijken_of(marts, level)
    return {code: _progress(wijken, days, pilot) for code, wijken in areas.items()}


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


def _start_days(marts: Marts, as_of: date) -> dict[str, date]:
    """The day on which each wijk started; wijken that did not are absent."""
    found = marts.starts(as_of)
    days = zip(found["area_code"], found["started_on"], strict=True)
    return {wijk: day.date() for wijk, day in days if not pd.isna(day)}


def _progress(wijken: tuple[str, ...], days: Mapping[str, date], pilot: frozenset[str]) -> Progress:
    started = [days[wijk] for wijk in wijken if wijk in days]
    return Progress(
        wijken=wijken,
        started=len(started),
        began=min(started, default=None),
        is_pilot=bool(started) and pilot.issuperset(wijken),
    )
