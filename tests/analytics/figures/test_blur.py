"""How sharp rounded figures are: the true figure lies between the ends, whatever it was."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalog import find
from analytics.figures.blur import (
    Blurred,
    blurred,
    is_above,
    is_certain_change,
    is_placed,
    may_move,
    stand_out,
    threshold_of,
)
from analytics.figures.result import Row, Status
from analytics.statistics.classes import Classes

COUNTS = st.integers(0, 200)
ERRORS = st.integers(-5, 5)


def row(numerator: float, denominator: float | None, value: float | None) -> Row:
    return Row("2021", "A", "A", numerator, denominator, value, Status.SHOWN)


def test_the_rate_of_the_issue_may_be_twice_as_high_or_nothing() -> None:
    """5 for 2 on 173 inhabitants: 28.9 per 1.000, which may be 0 to 57.8."""
    found = blurred(row(5, 173, 28.9), find("inwoners_bereikt_per_1000"), 5)
    assert found is not None
    assert (found.value, found.low, found.least) == (28.9, 0.0, 5)
    assert found.high == pytest.approx(57.803, abs=1e-3)


@pytest.mark.parametrize(
    ("indicator", "figure", "expected"),
    [
        ("matches", row(7, None, 7), Blurred(7, 2, 12, 7)),
        ("matches", row(3, None, 3), Blurred(3, 0, 8, 3)),
        ("vacatures", row(7, None, 7), Blurred(7, 7, 7, inf)),
        ("wijken_gestart", row(2, None, 2), Blurred(2, 2, 2, inf)),
        ("vrije_plekken", row(7, None, 7), Blurred(7, 2, 12, 7)),
        ("open_vacatures_per_wachtende", row(10, 20, 0.5), Blurred(0.5, 0.4, 10 / 15, 20)),
        ("open_vacatures_per_wachtende", row(10, 5, 2), Blurred(2, 1, inf, 5)),
        ("mediaan_dagen_tot_match", row(30, 40, 90), Blurred(90, -inf, inf, 40)),
    ],
)
def test_what_of_a_figure_was_rounded(indicator: str, figure: Row, expected: Blurred) -> None:
    assert blurred(figure, find(indicator), 5) == expected


def test_exact_figures_are_sharp_and_what_is_not_there_has_no_ends() -> None:
    assert blurred(row(7, None, 7), find("matches"), 0) == Blurred(7, 7, 7, inf)
    assert blurred(row(0, 90, None), find("matches_per_1000"), 5) is None


def test_what_is_public_has_no_threshold() -> None:
    assert threshold_of("vacancies", 5) == 0
    assert threshold_of("matches", 5) == 5


@given(COUNTS, ERRORS, st.integers(100, 9_000))
def test_the_true_rate_lies_between_the_ends(count: int, error: int, people: int) -> None:
    true = max(count + error, 0)
    found = blurred(row(count, people, 1000 * count / people), find("matches_per_1000"), 5)
    assert found is not None
    assert found.low - 1e-9 <= 1000 * true / people <= found.high + 1e-9


@given(COUNTS, COUNTS, ERRORS, ERRORS)
def test_a_difference_holds_all_that_it_may_be(now: int, before: int, one: int, other: int) -> None:
    def asked(count: int) -> Blurred:
        return Blurred(count, max(count - 5, 0), count + 5, count)

    found = asked(now).minus(asked(before))
    assert found.value == now - before
    assert found.least == min(now, before)
    assert found.low <= max(now + one, 0) - max(before + other, 0) <= found.high


SMALL, LARGE = Blurred(5, 0, 10, 5), Blurred(24, 19, 29, 24)


@pytest.mark.parametrize(
    ("one", "other", "above"),
    [
        (LARGE, SMALL, True),
        (SMALL, LARGE, False),
        (SMALL, SMALL, False),
        (Blurred(10, 5, 15, 10), SMALL, False),
        (Blurred(16, 11, 21, 16), SMALL, True),
        (Blurred(15, 10, 20, 15), SMALL, False),  # both may be 10
        (LARGE, Blurred(20, 15, 25, 20), True),  # both are four times the threshold
        (LARGE, Blurred(19, 14, 24, 19), False),
    ],
)
def test_above_means_above_whatever_rounding_did(
    one: Blurred, other: Blurred, *, above: bool
) -> None:
    assert is_above(one, other, 5) is above
    assert stand_out([one], [other], 5) is above
    assert stand_out([one, one], [other, SMALL], 5) is (above and is_above(one, SMALL, 5))


@pytest.mark.parametrize(
    ("difference", "certain"),
    [
        (Blurred(10, 0, 20, 0), False),  # 0 → 10
        (Blurred(11, 1, 21, 0), True),
        (Blurred(-11, -21, -1, 0), True),
        (Blurred(-10, -20, 0, 0), False),
        (Blurred(1, -9, 11, 20), True),
        (Blurred(1, -9, 11, 19), False),
    ],
)
def test_a_change_is_told_when_rounding_cannot_have_made_it(
    difference: Blurred, *, certain: bool
) -> None:
    assert is_certain_change(difference, 5) is certain


def test_a_place_needs_certainty_against_each_of_the_others() -> None:
    assert is_placed(LARGE, [SMALL], 5)
    assert is_placed(SMALL, [LARGE], 5)
    assert is_placed(LARGE, [LARGE], 5)
    assert not is_placed(SMALL, [LARGE, SMALL], 5)
    assert is_placed(SMALL, [], 5)


CLASSES = Classes((2.0, 4.0, 6.0, 8.0), 1)


@pytest.mark.parametrize(
    ("figure", "moves"),
    [
        (Blurred(3, 2, 4), False),
        (Blurred(3, 0, 5.9), False),
        (Blurred(3, 0, 6.0), True),
        (Blurred(5, 1.9, 5), True),
        (Blurred(5, 2.0, 5), False),
        (Blurred(9, 7, inf), False),
        (Blurred(5, 5, inf), True),
        (Blurred(0, 0, 3.9), False),
    ],
)
def test_a_colour_may_move_by_one_class_and_no_more(figure: Blurred, *, moves: bool) -> None:
    assert may_move(figure, CLASSES) is moves


def test_without_classes_nothing_can_move() -> None:
    assert not may_move(SMALL, Classes((), 0))


def test_the_ends_of_a_difference_are_those_that_two_figures_can_make() -> None:
    one, other = Blurred(10, 7, 12, 10), Blurred(4, 1, 6, 4)
    ends = [mine - theirs for mine in (7, 12) for theirs in (1, 6)]
    assert one.minus(other) == Blurred(6, min(ends), max(ends), 4)
    assert other.minus(one) == Blurred(-6, -max(ends), -min(ends), 4)


def test_without_borders_nothing_moves_by_a_class() -> None:
    wide = Blurred(5, -50, 50)
    assert not may_move(wide, Classes((), 0))
