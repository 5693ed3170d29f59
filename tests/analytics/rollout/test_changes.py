"""What changed: periods that fit, areas in order, and only real differences called so."""

from collections.abc import Iterator
from datetime import date

import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.rollout.changes import Change, Months, Versus, changes, judged, periods
from analytics.scope.windows import Span, Window
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests import twin
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
FRAMES = twin.prepared(make_demo(seed=3, scale=0.5))
QUARTER = Span(date(2021, 7, 1), date(2021, 9, 30))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = write_city(tmp_path_factory.mktemp("changes") / "demo.duckdb", FRAMES, AS_OF)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("window", "versus", "now", "then"),
    [
        (Window.QUARTER, Versus.BEFORE, QUARTER, Span(date(2021, 4, 1), date(2021, 6, 30))),
        (Window.QUARTER, Versus.YEAR_AGO, QUARTER, Span(date(2020, 7, 1), date(2020, 9, 30))),
        (Window.ALL, Versus.BEFORE, QUARTER, Span(date(2021, 4, 1), date(2021, 6, 30))),
        (
            Window.YEAR,
            Versus.BEFORE,
            Span(date(2020, 10, 1), date(2021, 9, 30)),
            Span(date(2019, 10, 1), date(2020, 9, 30)),
        ),
        (
            Window.MONTH,
            Versus.BEFORE,
            Span(date(2021, 9, 1), date(2021, 9, 30)),
            Span(date(2021, 8, 1), date(2021, 8, 31)),
        ),
    ],
)
@pytest.mark.parametrize("as_of", [date(2021, 9, 30), date(2021, 10, 14)])
def test_periods_are_whole_months_of_the_same_length(
    window: Window, versus: Versus, now: Span, then: Span, as_of: date
) -> None:
    assert periods(window, as_of, versus) == (now, then)


def test_a_leap_day_does_not_shift_a_month() -> None:
    assert periods(Window.MONTH, date(2020, 2, 29), Versus.YEAR_AGO) == (
        Span(date(2020, 2, 1), date(2020, 2, 29)),
        Span(date(2019, 2, 1), date(2019, 2, 28)),
    )


@pytest.mark.parametrize("versus", list(Versus))
def test_counts_equal_a_naive_count_of_both_periods(store: Store, versus: Versus) -> None:
    now, then = periods(Window.QUARTER, AS_OF, versus)
    found = changes(ExactMarts(store), "matches", Level.WIJK, now, then)
    assert {area.code for area in found.areas} == set(FRAMES["rollout"]["wijk_code"])
    for part, side in ((now, "now"), (then, "then")):
        counts = twin.amount(FRAMES, "matches", Level.WIJK, part.start, part.end)
        assert all(getattr(area, side) == counts[area.code] for area in found.areas)


@pytest.mark.parametrize("level", [Level.WIJK, Level.STADSDEEL, Level.BUURT])
def test_an_area_takes_part_from_the_month_in_which_its_first_wijk_started(
    store: Store, level: Level
) -> None:
    now, then = periods(Window.YEAR, AS_OF, Versus.BEFORE)
    found = changes(ExactMarts(store), "scans", level, now, then)
    around = twin.parents(level, FRAMES)
    first: dict[str, date] = {}
    rollout = FRAMES["rollout"]
    buurten = {code for code in around if code.startswith("BU")}
    for wijk, day in zip(rollout["wijk_code"], rollout["started_on"], strict=True):
        inside = {wijk} if level is not Level.BUURT else {b for b in buurten if b[2:8] == wijk[2:]}
        for code in inside:
            area = around.get(code, code)
            first[area] = min(first.get(area, date.max), day.date())
    for area in found.areas:
        since = first[area.code]
        months = [(2021, 9), (2020, 9)]
        wanted = [
            max(min(12 * (year - since.year) + month - since.month + 1, 12), 0)
            if (since.year, since.month) != (year, month) or since.day == 1
            else 0  # less than a full month
            for year, month in months
        ]
        assert list(area.months) == wanted


def area(name: str, now: int, then: int, months: tuple[int, int] = (3, 3)) -> Change:
    return Change(name, name, now, then, Months(*months))


def test_the_greatest_differences_stand_first_and_new_areas_last() -> None:
    some = [area("A", 5, 5), area("B", 1, 9), area("C", 40, 0, (3, 0)), area("D", 9, 8)]
    found = judged(some, 1.0)
    assert [change.name for change in found] == ["B", "D", "A", "C"]
    assert found[-1].probability is None
    assert not found[-1].is_real
    assert not found[-1].is_compared
    assert found[-1].change == 0


def test_only_a_difference_that_chance_does_not_make_is_real() -> None:
    some = [area("A", 60, 20), area("B", 5, 2), area("C", 20, 22), area("D", 0, 0)]
    assert {change.name for change in judged(some, 1.0) if change.is_real} == {"A"}


def test_among_many_areas_one_rare_difference_is_not_yet_real() -> None:
    alone = judged([area("A", 16, 5)], 1.0)
    among = judged([area("A", 16, 5), *(area(f"B{n}", 10, 10) for n in range(30))], 1.0)
    assert alone[0].is_real
    assert not among[0].is_real


def test_a_difference_that_months_often_make_is_not_real() -> None:
    assert judged([area("A", 16, 5)], 1.0)[0].is_real
    assert not judged([area("A", 16, 5)], 1.8)[0].is_real
    assert judged([area("A", 36, 5)], 1.8)[0].is_real


def test_without_months_to_see_spread_in_nothing_is_real() -> None:
    [found] = judged([area("A", 60, 2)], None)
    assert (found.probability, found.is_real) == (None, False)


def test_a_change_compares_pace() -> None:
    """12 in three months against 11 in one: from 11 to 4 a month."""
    [found] = judged([area("A", 12, 11, (3, 1))], 1.0)
    assert found.paces == (4, 11)
    assert found.change == -7
    assert not found.is_like
    assert not judged([area("A", 36, 12, (12, 4))], 1.0)[0].is_real
    assert judged([area("A", 36, 12, (12, 12))], 1.0)[0].is_real


def test_areas_are_in_order_of_their_pace() -> None:
    found = judged([area("A", 12, 11, (3, 1)), area("B", 30, 15), area("C", 31, 16)], 1.0)
    assert [change.name for change in found] == ["A", "B", "C"]


def test_a_difference_that_rounding_can_make_is_never_real(store: Store) -> None:
    [small] = judged([area("A", 10, 0)], 1.0, 5)
    assert (small.is_settled, small.is_real) == (False, False)
    [large] = judged([area("A", 11, 0)], 1.0, 5)
    assert (large.is_settled, large.is_real) == (True, True)
    [longer] = judged([area("A", 12, 10, (3, 1))], 1.0, 5)
    assert not longer.is_settled
    some = [area("A", 10, 0), area("B", 21, 20), area("C", 9, 0, (3, 0))]
    assert [change.name for change in judged(some, 1.0, 5)] == ["B", "A", "C"]
    now, then = periods(Window.QUARTER, AS_OF, Versus.YEAR_AGO)
    found = changes(ProtectedMarts(store), "matches", Level.BUURT, now, then)
    assert any(not change.is_settled for change in found.areas)
    for change in found.areas:
        if change.is_compared and change.is_settled and change.is_like:
            assert min(change.now, change.then) >= 20 or abs(change.now - change.then) > 10
    public = changes(ProtectedMarts(store), "vacatures", Level.BUURT, now, then)
    assert all(change.is_settled for change in public.areas)
