"""How long things lasted and how far residents came, as both doors to figures ask it."""

from abc import abstractmethod
from dataclasses import fields
from datetime import date
from typing import Any, ClassVar

import pandas as pd

from analytics.figures.doors.public import PublicAnswers
from analytics.figures.sql import query
from analytics.statistics.spells import Asked, Clock, Journey

_STEPS = tuple(field.name for field in fields(Journey))
NOWHERE = Journey(*[0] * len(_STEPS))


class DurationAnswers(PublicAnswers):
    """Spells, agreements and journeys, each on the clock of its door."""

    clock: ClassVar[Clock]
    _queries: ClassVar[str]  # how the names of this door's own queries begin

    @property
    @abstractmethod
    def fewest(self) -> int:
        """The number of spells under which nothing is said of how long they last."""

    @abstractmethod
    def known_day(self, day: date) -> date:
        """The last day of which this audience knows what happened, up to and including `day`."""

    def spells(self, asked: Asked) -> pd.DataFrame:
        """How long spells lasted, on the clock of this door, and how they ended.

        Columns area_code, facet_value, entered (the first step through which they were followed),
        lasted, outcome, total.
        """
        since = (asked.since or date.min).isoformat()
        asks = {"spell": asked.spell, "facet": asked.facet, "since": since}
        return self._ask("spells", asks | self._place_and_day(asked))

    def agreements(self, asked: Asked) -> pd.DataFrame:
        """For how long the matches of an area were agreed: agreed, is_over, is_early, total."""
        return self._ask("agreements", self._place_and_day(asked))

    def journey(self, asked: Asked, months: int) -> Journey:
        """How far the residents of an area have come, judged `months` after a match started."""
        found = self._journeys(asked, months)
        return Journey(**{name: int(found[name][0]) for name in _STEPS})

    def _journeys(self, asked: Asked, months: int) -> pd.DataFrame:
        asks = {"lasting": self.clock.steps(months)}
        return self._ask("journeys", asks | self._place_and_day(asked))

    def _place_and_day(self, asked: Asked) -> dict[str, str]:
        day = self.known_day(asked.day)
        return {"level": asked.level, "area": asked.area, "day": day.isoformat()}

    def _ask(self, name: str, parameters: dict[str, Any]) -> pd.DataFrame:
        return self._store.query(query(f"{self._queries}{name}"), parameters)
