"""The two doors to figures: the exact one, and the one for figures that leave the building.

Which door a reader gets is decided once, in `open_marts`. The protected door reads the protected
mart only and has no way to the exact one; a function that takes `ProtectedMarts` (or a result of
it) cannot be handed anything else, and mypy checks that.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

from analytics.catalog.indicator import Indicator
from analytics.figures.selection import Selection
from analytics.figures.sql import query
from analytics.statistics.spells import DAYS, MONTHS, Asked, Clock, Journey
from data.dutch import month
from data.file.store import LOAD_AGAIN, Store
from data.models.marts import Series, last_closed_month
from data.periods import Period, is_quarter_end, month_end
from data.problems import DataFileProblem
from data.quality import Rule, breaking
from data.reference.areas import Level
from data.reference.population import nearest_year

# Where the protected audience gets durations: below it they rest on too few people.
DURATION_LEVELS = (Level.GEMEENTE, Level.STADSDEEL)
FEWEST_RECORDS = 20  # that must carry weight for a duration to be told
# What stands on residents and is told of the smallest areas at the ends of quarters only.
JOURNEY = tuple(field.name for field in fields(Journey))
STOCKS_OF_RESIDENTS = ("running_matches", "waiting", "free_positions")
SMALLEST_LEVELS = (Level.BUURT, Level.OWN)


class Audience(StrEnum):
    """Who sees the figures: the municipality and the public, or those who made the records."""

    GEMEENTE = "gemeente"
    INTERN = "intern"


class NotPublished(Exception):
    """What was asked is not given to this audience; the message says in Dutch what is."""


class Marts(ABC):
    """What both doors give: areas, and standings by measure, area and day."""

    audience: ClassVar[Audience]
    clock: ClassVar[Clock]
    _queries: ClassVar[str]  # how the names of this door's own queries begin

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

    @property
    def threshold(self) -> int:
        """Under which number counts are rounded; 0 when they are exact."""
        return 0

    @property
    @abstractmethod
    def fewest(self) -> int:
        """The number of spells under which nothing is said of how long they last."""

    @abstractmethod
    def allowed(self, selection: Selection) -> Selection:
        """The selection brought back to what this audience sees; NotPublished when it cannot."""

    @property
    def series(self) -> Series | None:
        """The series in which the file was rounded; None when it was not."""
        return self._store.seal.series if self._store.seal else None

    @abstractmethod
    def standing(self, measure: str, level: Level, days: Sequence[date]) -> pd.DataFrame:
        """The running total on the evening of each day: columns day, area_code, total."""

    @abstractmethod
    def places(self, as_of: date, area: str) -> pd.DataFrame:
        """The active ontwikkelplaatsen in an area ("": everywhere); NotPublished if not given.

        Columns place_id, name, sector, buurt_code, open_vacancies, free_positions, joined_on.
        """

    @property
    def each(self) -> int:
        """How many spells one record stands for."""
        return 1

    def withholds(self, indicator: Indicator, level: Level, day: date) -> bool:
        """Whether this audience gets no figures of an indicator at a level for that day."""
        return False

    @abstractmethod
    def known_day(self, day: date) -> date:
        """The last day of which this audience knows what happened, up to and including `day`."""

    def _held(self, measure: str) -> str:
        """The measure itself; DataFileProblem when the file was made without it."""
        if measure not in self._store.meta.measures:
            raise DataFileProblem(f"De maat {measure} is niet in dit bestand.", LOAD_AGAIN)
        return measure

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
        return Journey(**{name: int(found[name][0]) for name in JOURNEY})

    def _journeys(self, asked: Asked, months: int) -> pd.DataFrame:
        asks = {"lasting": self.clock.steps(months)}
        return self._ask("journeys", asks | self._place_and_day(asked))

    def _place_and_day(self, asked: Asked) -> dict[str, str]:
        day = self.known_day(asked.day)
        return {"level": asked.level, "area": asked.area, "day": day.isoformat()}

    def _ask(self, name: str, parameters: dict[str, Any]) -> pd.DataFrame:
        return self._store.query(query(f"{self._queries}{name}"), parameters)

    def once(self, asked: Hashable, work: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """What is worked out of the figures of this door, remembered for as long as they are."""
        return self._store.once((self.audience, asked), work)

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


class ExactMarts(Marts):
    """Exact figures, for those who work with the records."""

    audience = Audience.INTERN
    clock = DAYS
    _queries = ""

    @property
    def fewest(self) -> int:
        """Five: for those who work with the records."""
        return 5

    @property
    def as_of(self) -> date:
        """The peildatum of the file."""
        return self._store.meta.as_of

    def allowed(self, selection: Selection) -> Selection:
        """Later days than the file knows are brought back to its peildatum."""
        return replace(selection, as_of=min(selection.as_of, self.as_of))

    def known_day(self, day: date) -> date:
        """The day itself, up to the peildatum of the file."""
        return min(day, self.as_of)

    def standing(self, measure: str, level: Level, days: Sequence[date]) -> pd.DataFrame:
        """The exact running total on any day."""
        asked = {"measure": self._held(measure), "level": level, "days": [str(day) for day in days]}
        return self._store.query(query("standing"), asked)

    def places(self, as_of: date, area: str) -> pd.DataFrame:
        """The places as known on a day, with exact free positions."""
        asked = {"day": min(as_of, self.as_of), "area": area}
        return self._store.query(query("places"), asked)

    def breaking(self, rule: Rule, day: date) -> pd.DataFrame:
        """The records that break a rule on quality on a day (see `data.quality`)."""
        return breaking(self._store, rule, min(day, self.as_of))

    def known_on(self, name: str, day: date) -> pd.DataFrame:
        """The outcome of a query of queries/ that asks for one day, records and all."""
        return self._store.query(query(name), {"as_of": day})


class ProtectedMarts(Marts):
    """Rounded figures of whole months, for everybody else."""

    audience = Audience.GEMEENTE
    clock = MONTHS
    _queries = "protected_"

    def __init__(self, store: Store) -> None:
        """DataFileProblem when the file was made without protection."""
        super().__init__(store)
        if store.seal is None:
            raise DataFileProblem(
                "Dit gegevensbestand heeft geen afgeronde cijfers om naar buiten te brengen.",
                "Laad de levering opnieuw met `python bloei.py import`.",
            )
        self._threshold = store.seal.threshold

        if self.beginning > self.as_of:
            raise DataFileProblem(
                f"De cijfers om naar buiten te brengen beginnen met {month(self.beginning)}; tot en"
                f" met {month(self.as_of)} is er nog geen.",
                "Laad een levering waarin die maand voorbij is.",
            )

    @property
    def threshold(self) -> int:
        """Under which number counts are rounded."""
        return self._threshold

    @cached_property
    def beginning(self) -> date:
        """The first day of the first month with protected figures.

        In a series that begins with a later month: of that month.
        """
        if self.series and self.series.first_month:
            return self.series.first_month
        found = self._ask("beginning", {})
        day: date = found["month"][0].date()
        return day

    @property
    def last_day(self) -> date:
        """The peildatum of the file, which may lie within a month."""
        return self._store.meta.as_of

    @property
    def as_of(self) -> date:
        """The end of the last closed month."""
        return last_closed_month(self._store.meta.as_of)

    def allowed(self, selection: Selection) -> Selection:
        """A peildatum inside a month is brought back to the end of the month before it."""
        as_of = last_closed_month(min(selection.as_of, self.as_of))
        first = self.series.first_month if self.series else None
        if first and min(as_of, selection.start or as_of) < first:
            raise NotPublished(
                f"Naar buiten gaan alleen cijfers vanaf {month(first)}: daarmee begint de reeks."
            )
        starts_whole = selection.start is None or selection.start.day == 1
        ends_whole = selection.end is None or selection.end == month_end(selection.end)
        if selection.period is Period.WEEK or not starts_whole or not ends_whole:
            raise NotPublished(
                "Naar buiten gaan alleen cijfers over hele maanden: kies een eerste dag die een"
                " maand begint, een laatste dag die een maand eindigt, en geen weken."
            )
        return replace(selection, as_of=as_of)

    @property
    def each(self) -> int:
        """A record that counts stands for at least the threshold."""
        return self.threshold

    @property
    def fewest(self) -> int:
        """Spells under which nothing is said: those for which twenty records stand."""
        return FEWEST_RECORDS * self.threshold

    def withholds(self, indicator: Indicator, level: Level, day: date) -> bool:
        """Durations below a stadsdeel; who stands in a buurt, but at the ends of quarters.

        A published number rests on few people there, who could be followed from month to month.
        """
        if indicator.duration:
            return level not in DURATION_LEVELS
        return _is_between(indicator.measure, level, day)

    def spells(self, asked: Asked) -> pd.DataFrame:
        """Spells in whole months; none of a group that only seems to have twenty records."""
        return self._of_enough(super().spells(asked), asked.level, ["area_code", "facet_value"])

    def agreements(self, asked: Asked) -> pd.DataFrame:
        """The agreements of an area, when twenty records with one carry weight."""
        return self._of_enough(super().agreements(asked), asked.level, [])

    def journey(self, asked: Asked, months: int) -> Journey:
        """How far residents have come, when twenty records of them carry weight; else nowhere."""
        records = self._journeys(asked, months)["records"][0]
        is_told = records >= FEWEST_RECORDS and asked.level in DURATION_LEVELS
        return super().journey(asked, months) if is_told else Journey(*[0] * len(JOURNEY))

    def _of_enough(self, found: pd.DataFrame, level: Level, by: list[str]) -> pd.DataFrame:
        group = [found[column] for column in by] or [pd.Series(0, index=found.index)]
        sums = found.groupby(group)[["records", "total"]].transform("sum")
        seems_enough = sums["total"] >= self.fewest
        is_told = ~seems_enough | (sums["records"] >= FEWEST_RECORDS)
        kept = found[is_told & (level in DURATION_LEVELS)]
        return kept.drop(columns="records").reset_index(drop=True)

    def known_day(self, day: date) -> date:
        """The end of the last month that is over on that day."""
        return last_closed_month(min(day, self.as_of))

    def standing(self, measure: str, level: Level, days: Sequence[date]) -> pd.DataFrame:
        """The rounded running total at the end of months; nothing for what is withheld."""
        told = [str(day) for day in days if not _is_between(measure, level, day)]
        asked = {"measure": self._held(measure), "level": level, "days": told}
        return self._store.query(query("protected_standing"), asked)

    def places(self, as_of: date, area: str) -> pd.DataFrame:
        """NotPublished: a list of places rests on the records and not on the protected mart."""
        raise NotPublished(
            "De lijst van ontwikkelplaatsen is voor intern gebruik. Hoeveel het er zijn, staat bij"
            " de indicatoren."
        )


def open_marts(store: Store, audience: Audience = Audience.GEMEENTE) -> ExactMarts | ProtectedMarts:
    """The door for an audience: the one place where that is decided."""
    return ExactMarts(store) if audience is Audience.INTERN else ProtectedMarts(store)


def _is_between(measure: str, level: Level, day: date) -> bool:
    """Whether a small area would show who stands in it between two ends of quarters."""
    is_followed = measure in STOCKS_OF_RESIDENTS and level in SMALLEST_LEVELS
    return is_followed and not is_quarter_end(day)
