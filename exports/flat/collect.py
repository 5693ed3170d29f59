"""All figures that an audience may have: indicators x levels x whole periods, one after another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from analytics.catalog import INDICATORS, Indicator
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.figures.started import told
from analytics.scope.answers import Answers
from analytics.scope.scope import PARTS
from analytics.scope.windows import Window
from data.periods import Period, Slice, first_day, next_first_day, slices
from data.reference.areas import Level
from exports.setting import Setting

LEVELS = (Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM)
PERIODS = (Period.MONTH, Period.QUARTER, Period.YEAR)  # a week is a part of a month: never told
NO_PERIOD = "Er is nog geen hele periode voorbij: kies een kortere periode (--period)."
NO_LEVEL = "Dit gebied heeft geen delen op dat niveau: kies een ander niveau of een groter gebied."
_ONE_DAY = timedelta(days=1)


class NoFigures(Exception):
    """There is no whole period to tell of; the message says so in Dutch."""


@dataclass(frozen=True)
class Wanted:
    """Which figures are wanted, up to which day.

    `area` is the code of the area that they are about, with its parts; "" is the whole city.
    `window` is how far a kijkdoos looks back from each of its moments; tables have `periods`.
    """

    as_of: date
    indicators: Sequence[Indicator] = INDICATORS
    levels: Sequence[Level] = LEVELS
    periods: Sequence[Period] = PERIODS
    area: str = ""
    window: Window = Window.ALL


@dataclass(frozen=True)
class Figure:
    """One figure with all that it needs to stand alone in a table."""

    indicator: Indicator
    level: Level
    days: Slice
    row: Row


@dataclass(frozen=True)
class Flat:
    """What is wanted of some answers, with the setting in which it is asked.

    `tell` is told which part of the work is done, from 0 to 1.
    """

    answers: Answers
    setting: Setting
    wanted: Wanted
    tell: Callable[[float], None] = lambda part: None

    @cached_property
    def figures(self) -> Sequence[Figure]:
        """The figures in the order of the catalogue, levels, time and areas.

        Only whole periods: half a year in a table of years would look like a fall. NoFigures
        when there are none.
        """
        questions = list(_questions(self.answers, self.wanted))
        found: list[Figure] = []
        for number, asked in enumerate(questions, 1):
            found += _answer(self.answers, asked)
            self.tell(number / len(questions))
        if not found:
            raise NoFigures(NO_PERIOD if _levels(self.answers, self.wanted) else NO_LEVEL)
        return found


def whole(beginning: date, as_of: date, period: Period) -> list[Slice]:
    """The periods of which all days lie from the beginning up to the peildatum."""
    return [
        part
        for part in slices(beginning, as_of, period)
        if part.start == first_day(part.start, period)
        and next_first_day(part.start, period) - part.end == _ONE_DAY
    ]


_Question = tuple[Indicator, Selection, Sequence[Slice]]


def _questions(answers: Answers, wanted: Wanted) -> Iterator[_Question]:
    known = answers.known
    levels = _levels(answers, wanted)
    for indicator in wanted.indicators:
        for level in (level for level in levels if level in indicator.levels):
            for period in wanted.periods:
                parts = whole(known.beginning, min(wanted.as_of, known.as_of), period)
                if parts:
                    span = parts[0].start, parts[-1].end
                    asked = Selection(level, wanted.as_of, wanted.area, *span, period)
                    yield indicator, asked, parts


def _levels(answers: Answers, wanted: Wanted) -> list[Level]:
    """The levels that were wanted, of the area itself and its parts, that the data has."""
    own = answers.known.area(wanted.area).level
    present = {area.level for area in answers.known.areas.values()} & {own, *PARTS[own]}
    return [level for level in wanted.levels if level in present]


def _answer(answers: Answers, question: _Question) -> Iterator[Figure]:
    indicator, asked, parts = question
    by_label = {part.label: part for part in parts}
    for row in answers.of(told, indicator, asked).rows():
        yield Figure(indicator, asked.level, by_label[row.period], row)
