"""The two doors to figures: the exact one, and the one for figures that leave the building.

Which door a reader gets is decided once, in `open_marts`. The protected door reads the protected
mart only and has no way to the exact one; a function that takes `ProtectedMarts` (or a result of
it) cannot be handed anything else, and mypy checks that.
"""

from abc import abstractmethod
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

import pandas as pd

from analytics.catalog.indicator import Indicator
from analytics.figures.doors import withheld
from analytics.figures.doors.lasting import DurationAnswers
from analytics.figures.doors.records import RecordAnswers
from analytics.figures.doors.withheld import DURATION_LEVELS, FEWEST_RECORDS, NotPublished
from analytics.figures.doors.withheld_durations import WithheldDurations
from analytics.figures.selection import Selection
from analytics.figures.sql import query
from analytics.statistics.spells import DAYS, MONTHS
from analytics.thresholds import whole
from data.dutch import month
from data.file.opening import LOAD_AGAIN
from data.file.store import Store
from data.models.marts import Series, last_closed_month
from data.problems import DataFileProblem
from data.reference.areas import Level


class Audience(StrEnum):
    """Who sees the figures: the municipality and the public, or those who made the records."""

    GEMEENTE = "gemeente"
    INTERN = "intern"


class Marts(DurationAnswers):
    """What both doors give: what is public, and standings by measure, area and day."""

    audience: ClassVar[Audience]

    @property
    def counted_from(self) -> date:
        """The first day of the first month with any record: what is counted in all goes from it."""
        return self._store.beginning

    @property
    def beginning(self) -> date:
        """The first day of the month in which the first wijk started: where every axis begins.

        One odd early date moves no axis. Before any start it is the first month with a record.
        """
        start = self._store.first_start
        if start is None or start > self.as_of:
            return self.counted_from
        return max(self.counted_from, start.replace(day=1))

    @property
    def threshold(self) -> int:
        """Under which number counts are rounded; 0 when they are exact."""
        return 0

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

    def _held(self, measure: str) -> str:
        """The measure itself; DataFileProblem when the file was made without it."""
        if measure not in self._store.meta.measures:
            raise DataFileProblem(f"De maat {measure} is niet in dit bestand.", LOAD_AGAIN)
        return measure

    def once(
        self, asked: Hashable, work: Callable[[], pd.DataFrame], level: Level = Level.OWN
    ) -> pd.DataFrame:
        """What is worked out of the figures of this door, remembered for as long as they are.

        `level`: see `Store.once`.
        """
        return self._store.once((self.audience, asked), work, level)


class ExactMarts(RecordAnswers, Marts):
    """Exact figures, for those who work with the records."""

    audience = Audience.INTERN
    clock = DAYS
    _queries = ""

    @property
    def fewest(self) -> int:
        """Few: for those who work with the records."""
        return whole("spells_of_duration")

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


class ProtectedMarts(WithheldDurations, Marts):
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
        if self.counted_from > self.as_of:
            raise DataFileProblem(
                "De cijfers om naar buiten te brengen beginnen met"
                f" {month(self.counted_from)}; tot en met {month(self.as_of)} is er nog geen.",
                "Laad een levering waarin die maand voorbij is.",
            )

    @property
    def threshold(self) -> int:
        """Under which number counts are rounded."""
        return self._threshold

    @cached_property
    def counted_from(self) -> date:
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
        withheld.refuse_parts(selection, as_of, self.series.first_month if self.series else None)
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
        measures = (indicator.measure, indicator.denominator)
        return any(withheld.is_between_quarters(measure, level, day) for measure in measures)

    def known_day(self, day: date) -> date:
        """The end of the last month that is over on that day."""
        return last_closed_month(min(day, self.as_of))

    def standing(self, measure: str, level: Level, days: Sequence[date]) -> pd.DataFrame:
        """The rounded running total at the end of months; nothing for what is withheld."""
        published = [
            str(day) for day in days if not withheld.is_between_quarters(measure, level, day)
        ]
        asked = {"measure": self._held(measure), "level": level, "days": published}
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
