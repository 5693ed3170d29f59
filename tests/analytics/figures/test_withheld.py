"""What the protected audience is not given, at the borders of each rule."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import fields
from datetime import date

import pandas as pd
import pytest

from analytics.figures.doors.lasting import NOWHERE
from analytics.figures.doors.withheld import (
    FEWEST_RECORDS,
    NotPublished,
    is_between_quarters,
    refuse_parts,
    told,
)
from analytics.figures.doors.withheld_durations import WithheldDurations
from analytics.figures.selection import Selection
from analytics.statistics.spells import Asked, Journey, Spell
from data.periods import Period
from data.reference.areas import Level

FIRST = date(2019, 6, 1)
FEWEST = 100


def refused(words: str) -> AbstractContextManager[object]:
    return pytest.raises(NotPublished, match=words) if words else nullcontext()


@pytest.mark.parametrize(
    ("as_of", "start", "words"),
    [
        (date(2019, 6, 30), None, ""),
        (date(2019, 6, 30), FIRST, ""),
        (FIRST, FIRST, ""),
        (date(2019, 5, 31), None, "vanaf juni 2019"),
        (date(2019, 6, 30), date(2019, 5, 1), "vanaf juni 2019"),
    ],
)
def test_nothing_is_given_of_before_the_first_month_of_a_series(
    as_of: date, start: date | None, words: str
) -> None:
    asked = Selection(Level.WIJK, as_of, start=start)
    with refused(words):
        refuse_parts(asked, as_of, FIRST)
    refuse_parts(asked, as_of, None)


@pytest.mark.parametrize(
    ("start", "end", "period", "words"),
    [
        (None, None, None, ""),
        (date(2020, 2, 1), date(2020, 2, 29), Period.MONTH, ""),
        (date(2020, 2, 2), date(2020, 2, 29), None, "hele maanden"),
        (date(2020, 2, 1), date(2020, 2, 28), None, "hele maanden"),
        (None, None, Period.WEEK, "geen weken"),
    ],
)
def test_only_whole_months_are_given(
    start: date | None, end: date | None, period: Period | None, words: str
) -> None:
    asked = Selection(Level.WIJK, date(2020, 3, 31), "", start, end, period)
    with refused(words):
        refuse_parts(asked, asked.as_of, None)


@pytest.mark.parametrize(
    ("total", "records", "is_told"),
    [
        (FEWEST - 1, 1, True),  # it does not seem to be enough: elsewhere nothing is said of it
        (FEWEST, FEWEST_RECORDS - 1, False),
        (FEWEST, FEWEST_RECORDS, True),
    ],
)
def test_a_group_that_seems_large_rests_on_enough_records(
    total: int, records: int, *, is_told: bool
) -> None:
    """Each group by itself, its rows together; without a group all rows are one."""
    rows = {"area": ["A", "A", "B"], "total": [total - 1, 1, 1], "records": [records - 1, 1, 1]}
    found = pd.DataFrame(rows)
    for level in (Level.GEMEENTE, Level.STADSDEEL):
        kept = told(found, level, FEWEST, ["area"])
        assert kept["area"].tolist() == (["A", "A", "B"] if is_told else ["B"])
        assert list(kept) == ["area", "total"]
    alone = told(found[found["area"] == "A"], Level.GEMEENTE, FEWEST, [])
    assert len(alone) == (2 if is_told else 0)
    for level in (Level.WIJK, Level.BUURT, Level.TEAM):
        assert not len(told(found, level, FEWEST, ["area"]))


@pytest.mark.parametrize(
    ("measure", "level", "day", "is_between"),
    [
        ("waiting", Level.BUURT, date(2021, 8, 31), True),
        ("waiting", Level.OWN, date(2021, 8, 31), True),
        ("waiting", Level.BUURT, date(2021, 9, 30), False),
        ("waiting", Level.WIJK, date(2021, 8, 31), False),
        ("scans", Level.BUURT, date(2021, 8, 31), False),
    ],
)
def test_who_stands_in_the_smallest_areas_is_told_at_the_ends_of_quarters(
    measure: str, level: Level, day: date, *, is_between: bool
) -> None:
    assert is_between_quarters(measure, level, day) is is_between


class Door(WithheldDurations):
    """A door of which the journeys are given."""

    def __init__(self, records: int) -> None:
        steps = {field.name: [place] for place, field in enumerate(fields(Journey), 1)}
        self._given = pd.DataFrame({"records": [records], **steps})

    def _journeys(self, asked: Asked, months: int) -> pd.DataFrame:
        return self._given


Door.__abstractmethods__ = frozenset()


@pytest.mark.parametrize(
    ("level", "records", "is_told"),
    [
        (Level.GEMEENTE, FEWEST_RECORDS, True),
        (Level.STADSDEEL, FEWEST_RECORDS, True),
        (Level.GEMEENTE, FEWEST_RECORDS - 1, False),
        (Level.WIJK, FEWEST_RECORDS, False),
        (Level.TEAM, FEWEST_RECORDS - 1, False),
    ],
)
def test_a_journey_is_told_of_a_large_area_with_enough_records(
    level: Level, records: int, *, is_told: bool
) -> None:
    asked = Asked(Spell.STAY, level, date(2021, 9, 30), "X")
    told_one = Journey(*range(1, len(fields(Journey)) + 1))
    assert Door(records).journey(asked, 3) == (told_one if is_told else NOWHERE)  # type: ignore[abstract]
    assert Journey(*[0] * len(fields(Journey))) == NOWHERE
