"""What changed: periods that fit, areas in order, and only real differences called so."""

from collections.abc import Iterator
from datetime import date

import pytest

from analytics.changes import Change, Months, Versus, changes, judged, periods
from analytics.marts import ExactMarts, ProtectedMarts
from analytics.windows import Span, Window
from data.areas import Level
from data.demo import make_demo
from data.store import Store
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


def area(name: str, now: int, then: int, months: tuple[int, int] = (3, 3)) -> Change:
    return Change(name, name, now, then, Months(*months), False, probability=None, is_real=False)


def test_the_greatest_differences_stand_first_and_new_areas_last() -> None:
    found = judged([area("A", 5, 5), area("B", 1, 9), area("C", 40, 0, (3, 0)), area("D", 9, 8)], 0)
    assert [change.name for change in found] == ["B", "D", "A", "C"]
    assert found[-1].probability is None
    assert not found[-1].is_real


def test_only_a_difference_that_chance_does_not_make_is_real() -> None:
    found = judged([area("A", 60, 20), area("B", 5, 2), area("C", 20, 22), area("D", 0, 0)], 0)
    assert {change.name for change in found if change.is_real} == {"A"}


def test_among_many_areas_one_rare_difference_is_not_yet_real() -> None:
    alone = judged([area("A", 16, 5)], 0)
    among = judged([area("A", 16, 5), *(area(f"B{n}", 10, 10) for n in range(30))], 0)
    assert alone[0].is_real
    assert not among[0].is_real


def test_months_that_an_area_took_part_count() -> None:
    assert not judged([area("A", 36, 12, (12, 4))], 0)[0].is_real
    assert judged([area("A", 36, 12, (12, 12))], 0)[0].is_real


def test_a_difference_that_rounding_can_make_is_never_real(store: Store) -> None:
    assert not judged([area("A", 10, 0)], 10)[0].is_real
    assert judged([area("A", 11, 0)], 10)[0].is_real
    now, then = periods(Window.QUARTER, AS_OF, Versus.YEAR_AGO)
    found = changes(ProtectedMarts(store), "matches", Level.BUURT, now, then)
    assert all(abs(change.difference) > 10 for change in found.areas if change.is_real)
