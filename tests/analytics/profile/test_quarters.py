"""The last whole quarter beside the one before: which days, and what changed on them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from analytics.catalog import Time, Unit, find
from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.profile.quarters import ENOUGH_FOR_PERCENT, last_quarters, quarter_changes
from analytics.scope.answers import DirectAnswers
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Span
from data.demo import make_demo
from data.dutch import rounded
from data.file.store import Store
from data.reference.areas import Level
from tests import twin
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
FRAMES = make_demo(seed=3, scale=0.3)
NOW, BEFORE = (
    Span(date(2021, 7, 1), date(2021, 9, 30)),
    Span(date(2021, 4, 1), date(2021, 6, 30)),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("changes") / "demo.duckdb"
    store = write_city(path, FRAMES, AS_OF)
    yield store
    store.close()


@pytest.fixture(scope="module")
def answers(store: Store) -> DirectAnswers:
    return DirectAnswers(ExactMarts(store), is_demo=True)


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
    found = quarter_changes(Scope(answers, View(area=code)))
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
    found = quarter_changes(Scope(answers, View(area="SD3")))
    assert found is not None
    sizes = [abs(change.relative) for change in found.changes if change.relative is not None]
    assert sizes == sorted(sizes, reverse=True)
    has_size = [change.relative is not None for change in found.changes]
    assert has_size == sorted(has_size, reverse=True)


def test_few_give_no_percentage(answers: DirectAnswers) -> None:
    found = quarter_changes(Scope(answers, View(area="BU07721110")))
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
        found = quarter_changes(Scope(answers, View(area=code)))
        assert found is not None
        assert not [change for change in found.changes if change.indicator == find("scans")]
    assert idle


def test_what_could_not_be_said_is_no_start(answers: DirectAnswers) -> None:
    """In the first quarter of 2018 nobody was followed for three months, in a city that ran."""
    found = quarter_changes(Scope(answers, View(as_of=date(2018, 6, 30))))
    assert found is not None
    unknown = {change.indicator.id: change.why for change in found.changes if change.before is None}
    assert unknown == {"match_binnen_3_maanden": Mark.TOO_EARLY}
    assert all(change.why is None for change in found.changes if change.before is not None)


def test_a_quarter_in_which_an_area_began_is_compared_by_pace(answers: DirectAnswers) -> None:
    """Meerhoven began in March 2019: one month of the first quarter, three of the second."""
    day = date(2019, 6, 30)
    found = quarter_changes(Scope(answers, View(area="WK077263", as_of=day)))
    assert found is not None
    frames = twin.prepared(FRAMES)
    for change in found.changes:
        indicator = change.indicator
        if indicator.time is Time.STOCK or indicator.is_rate:
            assert change.paces is None
            continue
        now = twin.amount(frames, indicator.measure, Level.WIJK, date(2019, 4, 1), day)["WK077263"]
        before = twin.amount(
            frames, indicator.measure, Level.WIJK, date(2019, 1, 1), date(2019, 3, 31)
        )["WK077263"]
        assert change.paces == (now / 3, before / 1)
        assert change.change == pytest.approx(now - before * 3)
    assert any(change.paces for change in found.changes)
    later = quarter_changes(Scope(answers, View(area="WK077263", as_of=date(2019, 9, 30))))
    assert later is not None
    assert all(change.paces is None for change in later.changes)


def test_what_rounding_can_make_is_not_told(store: Store) -> None:
    rounded_answers = DirectAnswers(ProtectedMarts(store), is_demo=True)
    for area in ("SD3", "WK077263", "BU07721110"):
        found = quarter_changes(Scope(rounded_answers, View(area=area)))
        assert found is not None
        for change in found.changes:
            is_count = not change.indicator.is_rate
            if change.indicator.counts is Unit.ORGANISATIONS and is_count:
                assert change.is_settled or change.indicator.id == "vrije_plekken"
            elif is_count and change.before is not None:
                small, far = min(change.now, change.before), abs(change.now - change.before)
                assert change.is_settled is (small >= 20 or far > 10)
            assert change.is_settled or change.relative is None
        settled = [change.is_settled for change in found.changes]
        assert settled == sorted(settled, reverse=True)


def test_percentages_are_of_the_numbers_as_they_are_read(answers: DirectAnswers) -> None:
    found = quarter_changes(Scope(answers, View()))
    assert found is not None
    for change in found.changes:
        if change.relative is not None:
            decimals = change.indicator.decimals
            now, before = rounded(change.now, decimals), rounded(change.before or 0, decimals)
            assert change.relative == pytest.approx((now - before) / before)
