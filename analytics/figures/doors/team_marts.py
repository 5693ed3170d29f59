"""The door for a team: exact figures of its own areas, rounded ones of all others.

An area is the team's own when every buurt in it is. What an exact door can be asked that is not
of one area (records, lists of residents) is not given.
"""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.figures.doors.withheld import NotPublished, is_between_quarters
from analytics.statistics.spells import Asked, Journey
from data.file.store import Store
from data.models.marts import last_closed_month
from data.quality import Rule
from data.reference.areas import Level

RECORDS = ("scans", "vacancies", "matches")  # the measures that count each record once
NOT_OF_A_TEAM = "Dit gaat over records van de hele stad. Een team ziet alleen zijn eigen wijken."


class TeamMarts(ExactMarts):
    """Exact figures of the areas of some teams; DataFileProblem for a file without rounded ones."""

    def __init__(self, store: Store, teams: frozenset[str]) -> None:
        super().__init__(store)
        self._teams = teams
        self._protected = ProtectedMarts(store)

    @property
    def threshold(self) -> int:
        """Under which number the counts of other areas are rounded."""
        return self._protected.threshold

    @cached_property
    def counted_from(self) -> date:
        """The first month with a rounded record; an earlier exact one if the team has any in it."""
        rounded = self._protected.counted_from
        return super().counted_from if self._has_records_before(rounded) else rounded

    def _has_records_before(self, day: date) -> bool:
        eve = [day - timedelta(days=1)]
        early = pd.concat(super(TeamMarts, self).standing(m, Level.BUURT, eve) for m in RECORDS)
        return bool(early.loc[early["area_code"].isin(self._buurten), "total"].any())

    @property
    def beginning(self) -> date:
        """The first day of which there are exact and rounded figures."""
        return max(super().beginning, self._protected.beginning)

    @cached_property
    def _buurten(self) -> frozenset[str]:
        found = self.buurten(Level.TEAM)
        return frozenset(found[found["area_code"].isin(self._teams)]["buurt_code"])

    def own_areas(self, level: Level) -> frozenset[str]:
        """The codes of the areas of a level that lie inside the teams."""
        inside = self.buurten(level)
        is_own = inside["buurt_code"].isin(self._buurten).groupby(inside["area_code"]).all()
        return frozenset(is_own.index[is_own])

    def once(
        self, asked: Hashable, work: Callable[[], pd.DataFrame], level: Level = Level.OWN
    ) -> pd.DataFrame:
        """Remembered for these teams: what others see is something else."""
        return super().once((self._teams, asked), work, level)

    def standing(self, measure: str, level: Level, days: Sequence[date]) -> pd.DataFrame:
        """The running total: of own areas on any day, of others at the last day that is told."""
        exact = super().standing(measure, level, days)
        is_own = exact["area_code"].isin(self.own_areas(level))
        told = pd.DataFrame(
            {"asked": days, "day": [self._told(measure, level, day) for day in days]}
        ).drop_duplicates()
        rounded = self._protected.standing(measure, level, sorted(set(told["day"])))
        told = told.astype({"asked": rounded["day"].dtype, "day": rounded["day"].dtype})
        spread = told.merge(rounded, on="day").drop(columns="day").rename(columns={"asked": "day"})
        others = spread[~spread["area_code"].isin(self.own_areas(level))]
        return pd.concat([exact[is_own], others[list(exact.columns)]], ignore_index=True)

    def _told(self, measure: str, level: Level, day: date) -> date:
        """The last day up to `day` on which a rounded total is told."""
        told = self._protected.known_day(day)
        while is_between_quarters(measure, level, told):
            told = last_closed_month(told.replace(day=1))
        return told

    def spells(self, asked: Asked) -> pd.DataFrame:
        """The spells of own areas; none of others."""
        found = super().spells(asked)
        return found[found["area_code"].isin(self.own_areas(asked.level))].reset_index(drop=True)

    def agreements(self, asked: Asked) -> pd.DataFrame:
        """The agreements of an own area; none of another."""
        found = super().agreements(asked)
        return found if self._owns(asked) else found.iloc[:0]

    def journey(self, asked: Asked, months: int) -> Journey:
        """How far the residents of an own area have come; nowhere for another."""
        return super().journey(asked, months) if self._owns(asked) else Journey(0, 0, 0, 0, 0)

    def findings(self, level: Level, area: str) -> dict[str, int]:
        """How many records break each rule in an own area; of another nothing is told."""
        return super().findings(level, area) if area in self.own_areas(level) else {}

    def _owns(self, asked: Asked) -> bool:
        return asked.area in self.own_areas(asked.level)

    def places(self, as_of: date, area: str) -> pd.DataFrame:
        """NotPublished: records are not of one team."""
        raise NotPublished(NOT_OF_A_TEAM)

    def breaking(self, rule: Rule, day: date) -> pd.DataFrame:
        """NotPublished: records are not of one team."""
        raise NotPublished(NOT_OF_A_TEAM)

    def known_on(self, name: str, day: date) -> pd.DataFrame:
        """NotPublished: records are not of one team."""
        raise NotPublished(NOT_OF_A_TEAM)
