"""All figures that an audience may have: indicators x levels x whole periods, one after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analytics.catalog import INDICATORS, Indicator
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.scope.answers import Answers
from data.periods import Period, Slice, first_day, next_first_day, slices
from data.reference.areas import Level
from exports.setting import Setting

LEVELS = (Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM)
PERIODS = (Period.MONTH, Period.QUARTER, Period.YEAR)  # a week is a part of a month: never told
_ONE_DAY = timedelta(days=1)


class NoFigures(Exception):
    """There is no whole period to tell of; the message says so in Dutch."""


@dataclass(frozen=True)
class Wanted:
    """Which figures are wanted, up to which day."""

    as_of: date
    indicators: Sequence[Indicator] = INDICATORS
    levels: Sequence[Level] = LEVELS
    periods: Sequence[Period] = PERIODS


@dataclass(frozen=True)
class Figure:
    """One figure with all that it needs to stand alone in a table."""

    indicator: Indicator
    level: Level
    days: Slice
    row: Row


@dataclass(frozen=True)
class Flat:
    """Figures with the setting in which they were asked."""

    setting: Setting
    wanted: Wanted
    figures: Sequence[Figure]


def collect(answers: Answers, setting: Setting, wanted: Wanted) -> Flat:
    """The figures that were wanted, in the order of the catalogue, levels, time and areas.

    Only whole periods: half a year in a table of years would look like a fall. NoFigures when
    there are none.
    """
    figures = [
        figure for asked in _questions(answers, wanted) for figure in _answer(answers, asked)
    ]
    if not figures:
        raise NoFigures("Er is nog geen hele periode voorbij: kies een kortere periode (--period).")
    return Flat(setting, wanted, figures)


def whole(beginning: date, as_of: date, period: Period) -> list[Slice]:
    """The periods of which all days lie from the beginning up to the peildatum."""
    return [
        part
        for part in slices(beginning, as_of, period)
        if part.start == first_day(part.start, period)
        and next_first_day(part.start, period) - part.end == _ONE_DAY
    ]


_Question = tuple[Indicator, Level, Period, Sequence[Slice], date]


def _questions(answers: Answers, wanted: Wanted) -> Iterator[_Question]:
    known = answers.known
    present = {area.level for area in known.areas.values()}
    for indicator in wanted.indicators:
        for level in wanted.levels:
            for period in wanted.periods:
                parts = whole(known.beginning, min(wanted.as_of, known.as_of), period)
                if parts and level in present and level in indicator.levels:
                    yield indicator, level, period, parts, wanted.as_of


def _answer(answers: Answers, question: _Question) -> Iterator[Figure]:
    indicator, level, period, parts, as_of = question
    span = Selection(
        level=level, as_of=as_of, start=parts[0].start, end=parts[-1].end, period=period
    )
    by_label = {part.label: part for part in parts}
    for row in answers.get(indicator.id, span).rows():
        yield Figure(indicator, level, by_label[row.period], row)
