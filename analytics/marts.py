"""The two doors to figures: the exact one, and the one for figures that leave the building.

Which door a reader gets is decided once, in `open_marts`. The protected door reads the protected
mart only and has no way to the exact one; a function that takes `ProtectedMarts` (or a result of
it) cannot be handed anything else, and mypy checks that.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

import pandas as pd

from analytics.periods import Period, month_end
from analytics.selection import Selection
from analytics.sql import query
from data.areas import Level
from data.marts import last_closed_month
from data.store import DataFileProblem, Store


class Audience(StrEnum):
    """Who sees the figures: the municipality and the public, or those who made the records."""

    GEMEENTE = "gemeente"
    INTERN = "intern"


class NotPublished(Exception):
    """What was asked is not given to this audience; the message says in Dutch what is."""


class Marts(ABC):
    """What both doors give: areas, and standings by measure, area and day."""

    audience: ClassVar[Audience]

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def beginning(self) -> date:
        """The first day of the first month with any record."""
        return self._store.beginning

    @property
    @abstractmethod
    def as_of(self) -> date:
        """The last day of which this audience sees figures."""

    @abstractmethod
    def allowed(self, selection: Selection) -> Selection:
        """The selection brought back to what this audience sees; NotPublished when it cannot."""

    @abstractmethod
    def standing(self, measure: str, level: Level, days: Sequence[date]) -> pd.DataFrame:
        """The running total on the evening of each day: columns day, area_code, total."""

    def areas(self, level: Level) -> pd.DataFrame:
        """The areas of a level by code: columns area_code, area_name, inhabitants."""
        return self._store.query(query("areas"), {"level": level})

    def inside(self, level: Level, area: str) -> set[str]:
        """The codes of the areas of a level that lie inside an area or share part of it."""
        found = self._store.query(query("inside"), {"level": level, "area": area})
        return set(found["area_code"])

    def wijken(self, level: Level) -> pd.DataFrame:
        """The wijken inside every area of a level: columns area_code, wijk_code."""
        return self._store.query(query("wijken"), {"level": level})

    def buurten(self, level: Level) -> pd.DataFrame:
        """The buurten inside every area of a level: columns area_code, buurt_code."""
        return self._store.query(query("buurten"), {"level": level})


class ExactMarts(Marts):
    """Exact figures, for those who work with the records."""

    audience = Audience.INTERN

    @property
    def as_of(self) -> date:
        """The peildatum of the file."""
        return self._store.meta.as_of

    def allowed(self, selection: Selection) -> Selection:
        """Later days than the file knows are brought back to its peildatum."""
        return replace(selection, as_of=min(selection.as_of, self.as_of))

    def standing(self, measure: str, level: Level, days: Sequence[date]) -> pd.DataFrame:
        """The exact running total on any day."""
        asked = {"measure": measure, "level": level, "days": [str(day) for day in days]}
        return self._store.query(query("standing"), asked)

    def known_on(self, name: str, day: date) -> pd.DataFrame:
        """The outcome of a query of analytics/queries that asks for one day, records and all."""
        return self._store.query(query(name), {"as_of": day})


class ProtectedMarts(Marts):
    """Rounded figures of whole months, for everybody else."""

    audience = Audience.GEMEENTE

    def __init__(self, store: Store) -> None:
        """DataFileProblem when the file was made without protection."""
        super().__init__(store)
        if store.seal is None:
            raise DataFileProblem(
                "Dit gegevensbestand heeft geen afgeronde cijfers om naar buiten te brengen.",
                "Laad de levering opnieuw met `python bloei.py import`.",
            )
        self.threshold = store.seal.threshold

    @property
    def beginning(self) -> date:
        """The first day of the first closed month, also when all records are younger."""
        return min(super().beginning, self.as_of.replace(day=1))

    @property
    def as_of(self) -> date:
        """The end of the last closed month."""
        return last_closed_month(self._store.meta.as_of)

    def allowed(self, selection: Selection) -> Selection:
        """A peildatum inside a month is brought back to the end of the month before it."""
        as_of = last_closed_month(min(selection.as_of, self.as_of))
        starts_whole = selection.start is None or selection.start.day == 1
        ends_whole = selection.end is None or selection.end == month_end(selection.end)
        if selection.period is Period.WEEK or not starts_whole or not ends_whole:
            raise NotPublished(
                "Naar buiten gaan alleen cijfers over hele maanden: kies een eerste dag die een"
                " maand begint, een laatste dag die een maand eindigt, en geen weken."
            )
        return replace(selection, as_of=as_of)

    def standing(self, measure: str, level: Level, days: Sequence[date]) -> pd.DataFrame:
        """The rounded running total at the end of months."""
        asked = {"measure": measure, "level": level, "days": [str(day) for day in days]}
        return self._store.query(query("protected_standing"), asked)


def open_marts(store: Store, audience: Audience = Audience.GEMEENTE) -> ExactMarts | ProtectedMarts:
    """The door for an audience: the one place where that is decided."""
    return ExactMarts(store) if audience is Audience.INTERN else ProtectedMarts(store)
