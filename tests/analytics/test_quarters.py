"""The last whole quarter beside the one before: which days, and what changed on them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from analytics.answers import DirectAnswers
from analytics.catalog import Time, find
from analytics.marts import ExactMarts
from analytics.quarters import ENOUGH_FOR_PERCENT, last_quarters, quarter_changes
from analytics.view import View
from analytics.windows import Span
from data.areas import Level
from data.demo import make_demo
from data.store import Store
from tests import twin
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
FRAMES = make_demo(seed=3, scale=0.3)
NOW, BEFORE = (
    Span(date(2021, 7, 1), date(2021, 9, 30)),
    Span(date(2021, 4, 1), date(2021, 6, 30)),
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DirectAnswers]:
    path: Path = tmp_path_factory.mktemp("changes") / "demo.duckdb"
    store: Store = write_city(path, FRAMES, AS_OF)
    yield DirectAnswers(ExactMarts(store), is_demo=True)
    store.close()


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (AS_OF, (NOW, BEFORE)),
        (date(2021, 9, 30), (NOW, BEFORE)),
        (date(2021, 9, 29), (BEFORE, Span(date(2021, 1, 1), date(2021, 3, 31)))),
        (
            date(2021, 1, 31),
            (
                Span(date(2020, 10, 1), date(2020, 12, 31)),
                Span(date(2020, 7, 1), date(2020, 9, 30)),
            ),
        ),
    ],
)
def test_a_quarter_counts_once_it_is_over(as_of: date, expected: tuple[Span, Span]) -> None:
    assert last_quarters(as_of, date(2017, 9, 1)) == expected


@pytest.mark.parametrize(("beginning", "is_there"), [("2021-06-30", True), ("2021-07-01", False)])
def test_a_quarter_before_all_records_is_nothing_to_compare_with(
    beginning: str, *, is_there: bool
) -> None:
    assert (last_quarters(AS_OF, date.fromisoformat(beginning)) is not None) is is_there


@pytest.mark.parametrize(
    ("code", "level"), [("", Level.GEMEENTE), ("SD3", Level.STADSDEEL), ("WK077211", Level.WIJK)]
)
def test_changes_equal_the_records(answers: DirectAnswers, code: str, level: Level) -> None:
    found = quarter_changes(answers, View(area=code))
    assert found is not None
    frames = twin.prepared(FRAMES)
    for change in found.changes:
        indicator = change.indicator
        if indicator.is_rate:
            continue
        for span, value in ((found.quarter, change.now), (found.before, change.before)):
            start = span.start if indicator.time is Time.FLOW else None
            amounts = twin.amount(frames, indicator.measure, level, start, span.end)
            assert value == amounts[code or "GM0772"]


def test_the_largest_change_comes_first(answers: DirectAnswers) -> None:
    found = quarter_changes(answers, View(area="SD3"))
    assert found is not None
    sizes = [abs(change.relative) for change in found.changes if change.relative is not None]
    assert sizes == sorted(sizes, reverse=True)
    has_size = [change.relative is not None for change in found.changes]
    assert has_size == sorted(has_size, reverse=True)


def test_few_give_no_percentage(answers: DirectAnswers) -> None:
    found = quarter_changes(answers, View(area="BU07721110"))
    assert found is not None
    counts = [change for change in found.changes if not change.indicator.is_rate]
    assert {change.relative is None for change in counts} == {True, False}
    for change in counts:
        assert (change.relative is None) == ((change.before or 0) < ENOUGH_FOR_PERCENT)


def test_where_nothing_has_started_nothing_changes(answers: DirectAnswers) -> None:
    idle = [
        code for code, area in answers.progress(Level.WIJK, AS_OF).items() if not area.has_started
    ]
    for code in idle:
        found = quarter_changes(answers, View(area=code))
        assert found is not None
        assert not [change for change in found.changes if change.indicator == find("scans")]
    assert idle
