"""What every audience may know of a data file: its areas, their inhabitants, the programme."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date

import pandas as pd

from analytics.figures.sql import query
from data.file.store import Store
from data.reference.areas import Level
from data.reference.population import nearest_year


class PublicAnswers(ABC):
    """Questions with the same answer at both doors to figures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    @abstractmethod
    def as_of(self) -> date:
        """The last day of which this audience sees figures."""

    def areas(self, level: Level, day: date | None = None) -> pd.DataFrame:
        """The areas of a level by code, with their inhabitants in the year of a day.

        Without a day in that of the last one. Columns area_code, area_name, parent, inhabitants,
        area_ha.
        """
        asked = {"level": level, "year": self.population_year(day or self.as_of)}
        return self._store.query(query("areas"), asked)

    def population_year(self, day: date) -> int:
        """Of which year the inhabitants on a day are: its own, or the nearest that is there."""
        return nearest_year(self._store.years, day.year)

    @property
    def population_years(self) -> tuple[int, ...]:
        """The years of which the inhabitants are known."""
        return self._store.years

    def population(self, level: Level, years: Sequence[int]) -> pd.DataFrame:
        """The inhabitants of areas: columns year, area_code, inhabitants."""
        return self._store.query(query("population"), {"level": level, "years": list(years)})

    def inside(self, level: Level, area: str) -> set[str]:
        """The codes of the areas of a level that lie inside an area or share part of it."""
        found = self._store.query(query("inside"), {"level": level, "area": area})
        return set(found["area_code"])

    def wijken(self, level: Level) -> pd.DataFrame:
        """The wijken inside every area of a level: columns area_code, wijk_code."""
        return self._store.query(query("wijken"), {"level": level})

    # Starts, events and targets are about the programme, not about residents: they are public.

    def starts(self, until: date) -> pd.DataFrame:
        """Every wijk: columns area_code, area_name, inhabitants, team, started_on (or NaT)."""
        asked = {"until": until, "year": self.population_year(until)}
        return self._store.query(query("starts"), asked)

    def events(self, area: str, until: date) -> pd.DataFrame:
        """What happened in an area ("" for all) up to a day: columns happened_on, label."""
        return self._store.query(query("events"), {"area": area, "until": until})

    def targets(self) -> pd.DataFrame:
        """What was agreed: area_code, area_name, level, indicator, first_day, last_day, value."""
        return self._store.query(query("targets"), {})

    def buurten(self, level: Level) -> pd.DataFrame:
        """The buurten inside every area of a level: columns area_code, buurt_code."""
        return self._store.query(query("buurten"), {"level": level})
