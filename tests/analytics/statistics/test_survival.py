"""Life tables and curves against published examples, and against statsmodels on random data."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analytics.statistics.spells import DAYS, MONTHS, Clock
from analytics.statistics.survival import (
    Curve,
    Interval,
    LifeTable,
    aalen_johansen,
    kaplan_meier,
    share_of,
)
from analytics.statistics.survival import life_table as counted_table

Z = 1.959964


def spells(*rows: tuple[int, str, int]) -> pd.DataFrame:
    """Spells that were followed from their beginning."""
    return pd.DataFrame(rows, columns=["lasted", "outcome", "total"]).assign(entered=0)


def late(*rows: tuple[int, int, str]) -> pd.DataFrame:
    """Spells one by one: the step from which they were followed, how long, and how they ended."""
    return pd.DataFrame(rows, columns=["entered", "lasted", "outcome"]).assign(total=1)


def life_table(
    frame: pd.DataFrame, clock: Clock, outcomes: Sequence[str], each: int = 1
) -> LifeTable:
    """A table that says something of one person too, as published examples do."""
    return counted_table(frame, clock, outcomes, fewest=1, each=each)


def once(times: Sequence[int], outcome: str) -> list[tuple[int, str, int]]:
    return [(time, outcome, 1) for time in times]


def staying(curve: Curve, times: Sequence[int]) -> list[float]:
    found = [curve.at(time) for time in times]
    return [1 - estimate.value for estimate in found if estimate]


# Acute myelogenous leukemia, maintained group (Miller 1981, "Survival Analysis", page 49), with
# the table that R's survival package prints for it (tests/doaml.Rout.save).
AML = spells(*once([9, 13, 18, 23, 31, 34, 48], "relapse"), *once([13, 28, 45, 161], ""))
AML_TIMES = [9, 13, 18, 23, 31, 34, 48]
AML_STAYING = [0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184]
AML_ERRORS = [0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535]


def test_kaplan_meier_is_that_of_r_for_the_leukemia_patients_of_miller() -> None:
    curve = kaplan_meier(life_table(AML, DAYS, ["relapse"]), "relapse")
    assert staying(curve, AML_TIMES) == pytest.approx(AML_STAYING, abs=0.0005)
    half = curve.half()
    assert half is not None
    assert half.value == 31


def test_the_band_is_greenwoods_on_the_scale_of_log_minus_log() -> None:
    curve = kaplan_meier(life_table(AML, DAYS, ["relapse"]), "relapse")
    for time, survival, error in zip(AML_TIMES, AML_STAYING, AML_ERRORS, strict=True):
        found = curve.at(time)
        assert found is not None
        spread = 1.96 * error / (survival * abs(np.log(survival)))
        ends = [1 - survival ** np.exp(-spread), 1 - survival ** np.exp(spread)]
        assert [found.low, found.high] == pytest.approx(ends, abs=0.005)


# Remission of leukemia under 6-MP (Freireich et al. 1963), as in Klein and Moeschberger,
# "Survival Analysis" (2003), table 4.1: weeks, survival.
SIX_MP = spells(
    *once([6, 6, 6, 7, 10, 13, 16, 22, 23], "relapse"),
    *once([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], ""),
)


def test_kaplan_meier_is_that_of_klein_and_moeschberger_for_6_mp() -> None:
    curve = kaplan_meier(life_table(SIX_MP, DAYS, ["relapse"]), "relapse")
    published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert staying(curve, [6, 7, 10, 13, 16, 22, 23]) == pytest.approx(published, abs=0.0006)
    half = curve.half()
    assert half is not None
    assert half.value == 23
    followed = list(curve.table.followed)
    assert [followed[time] for time in (0, 6, 7, 10, 23)] == [21, 21, 17, 15, 6]
    assert len(followed) == 36


# Breast cancer, the first nine of 305 patients (Satagopan et al., "A note on competing risks in
# survival data analysis", British Journal of Cancer 91, 2004, table 2). The printed incidences add
# up steps that were rounded to 0.3%, each of which is 0.33%.
BREAST = spells(
    *once([10, 16, 23, 27], "cancer"),
    *once([18, 26], "other"),
    *once([7, 14, 24], ""),
    (28, "", 296),
)


def test_aalen_johansen_is_that_of_the_worked_example_of_satagopan() -> None:
    table = life_table(BREAST, DAYS, ["cancer", "other"])
    moments = [10, 16, 18, 23, 26, 27]
    assert [table.at_risk[time] for time in moments] == [304, 302, 301, 300, 298, 297]
    cancer, other = (aalen_johansen(table, outcome) for outcome in ("cancer", "other"))
    percents = [100 * (1 - part) for part in staying(cancer, [10, 16, 23, 27])]
    steps = np.diff([0, *percents])
    assert list(np.round(steps, 1)) == [0.3, 0.3, 0.3, 0.3]
    alive = [100 * (1 - sum(rows)) for rows in zip(cancer.share, other.share, strict=True)]
    assert [alive[time] for time in moments] == pytest.approx(
        [99.7, 99.3, 99.0, 98.7, 98.3, 98.0], abs=0.06
    )


# Men with angina pectoris by year (Lee, "Statistical Methods for Survival Data Analysis", 1992,
# page 91; the example of SAS's LIFETEST): died and withdrawn per year, survival at its start.
ANGINA_DIED = [456, 226, 152, 171, 135, 125, 83, 74, 51, 42, 43, 34, 18, 9, 6, 0]
ANGINA_LOST = [0, 39, 22, 23, 24, 107, 133, 102, 68, 64, 45, 53, 33, 27, 23, 30]
ANGINA_STAYING = [
    1.0, 0.8114, 0.7170, 0.6524, 0.5786, 0.5193, 0.4611, 0.4172,
    0.3712, 0.3342, 0.2987, 0.2557, 0.2136, 0.1839, 0.1636, 0.1429,
]  # fmt: skip


def test_whole_steps_give_the_actuarial_life_table_of_lee() -> None:
    rows = [(year, "died", count) for year, count in enumerate(ANGINA_DIED) if count]
    rows += [(year, "", count) for year, count in enumerate(ANGINA_LOST) if count]
    curve = kaplan_meier(life_table(spells(*rows), MONTHS, ["died"]), "died")
    assert staying(curve, range(16)) == pytest.approx(ANGINA_STAYING, abs=0.00005)
    half = curve.half()
    assert half is not None
    assert half.value == pytest.approx(5.3313, abs=0.0001)


def test_a_share_has_the_score_interval() -> None:
    """Agresti, "Categorical Data Analysis" (2002), 1.4.3: 0 vegetarians of 25, from 0 to 0.133."""
    found = share_of(0, 25, fewest=5)
    assert found is not None
    assert (found.value, found.low) == (0, 0)
    assert found.high == pytest.approx(0.133, abs=0.0005)


people = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from(["a", "b", ""])), min_size=2, max_size=40
)


@settings(max_examples=30)
@given(people)
def test_curves_and_bands_are_those_of_statsmodels(rows: list[tuple[int, str]]) -> None:
    from statsmodels.duration.survfunc import CumIncidenceRight  # noqa: PLC0415 (2 seconds)

    frame = spells(*((time, outcome, 1) for time, outcome in rows))
    status = frame["outcome"].map({"": 0, "a": 1, "b": 2}).to_numpy()
    table = life_table(frame, DAYS, ["a", "b"])
    curve = aalen_johansen(table, "a")
    if 1 not in status:
        assert not curve.share.any()
        return
    with np.errstate(divide="ignore", invalid="ignore"):
        known = CumIncidenceRight(frame["lasted"].to_numpy(), status)
    at = np.unique(frame["lasted"])
    assert curve.share[at] == pytest.approx(known.cinc[0], abs=1e-9)
    share, error = curve.share[at], known.cinc_se[0]
    told = np.isfinite(error) & (share > 0) & (share < 1 - 1e-9)
    spread = np.exp(-Z * error[told] / (share[told] * np.log(share[told])))
    assert curve.high[at][told] == pytest.approx(share[told] ** (1 / spread), abs=1e-6)
    assert curve.low[at][told] == pytest.approx(share[told] ** spread, abs=1e-6)


def median_of_r(times: list[int], staying: np.ndarray, last: int) -> float:
    """As quantile.survfit of R's survival package has it: the middle of a step at a half."""
    first = next(n for n, share in enumerate(staying) if share <= 0.5 + 1e-9)
    if staying[first] < 0.5 - 1e-9:
        return times[first]
    return (times[first] + (times[first + 1] if first + 1 < len(times) else last)) / 2


@settings(max_examples=30)
@given(people)
def test_kaplan_meier_has_the_median_and_the_interval_of_statsmodels(
    rows: list[tuple[int, str]],
) -> None:
    from statsmodels.duration.survfunc import SurvfuncRight  # noqa: PLC0415 (2 seconds)

    frame = spells(*((time, outcome, 1) for time, outcome in rows))
    if "a" not in set(frame["outcome"]):
        return
    curve = kaplan_meier(life_table(frame, DAYS, ["a"]), "a")
    with np.errstate(divide="ignore", invalid="ignore"):
        known = SurvfuncRight(frame["lasted"], (frame["outcome"] == "a").astype(int))
    times = known.surv_times.astype(int).tolist()
    assert staying(curve, times) == pytest.approx(list(known.surv_prob), abs=1e-9)
    below = np.flatnonzero(known.surv_prob <= 0.5 + 1e-9)
    half = curve.half()
    assert (half is None) == (not len(below))
    if half is not None:
        assert half.value == median_of_r(times, known.surv_prob, frame["lasted"].max())
        assert half.low is not None
        assert half.low <= half.value <= (half.high or half.value)


@settings(max_examples=30)
@given(people, st.integers(2, 7))
def test_counts_stand_for_as_many_records(rows: list[tuple[int, str]], times: int) -> None:
    single = spells(*((time, outcome, 1) for time, outcome in rows))
    counted = spells(*((time, outcome, times) for time, outcome in rows))
    repeated = pd.concat([single] * times)
    outcomes = ["a", "b"]
    for wanted, frame, each in ((repeated, counted, 1), (single, counted, times)):
        first = aalen_johansen(life_table(wanted, DAYS, outcomes), "a")
        second = aalen_johansen(life_table(frame, DAYS, outcomes, each), "a")
        for name in ("share", "low", "high"):
            assert getattr(first, name) == pytest.approx(getattr(second, name))


@settings(max_examples=30)
@given(people, st.sampled_from([DAYS, MONTHS]))
def test_a_curve_rises_inside_its_band_and_never_above_one(
    rows: list[tuple[int, str]], clock: Clock
) -> None:
    frame = spells(*((time, outcome, 1) for time, outcome in rows))
    table = life_table(frame, clock, ["a", "b"])
    curves = [estimate(table, "a") for estimate in (aalen_johansen, kaplan_meier)]
    for curve in curves:
        assert (np.diff(curve.share) >= 0).all()
        assert (curve.low <= curve.share + 1e-12).all()
        assert (curve.share <= curve.high + 1e-12).all()
        assert 0 <= curve.share.min() <= curve.share.max() <= 1
    both = aalen_johansen(table, "a").share + aalen_johansen(table, "b").share
    assert both.max() <= 1 + 1e-9
    assert (curves[0].share <= curves[1].share + 1e-9).all()


def test_all_over_on_the_first_day_is_a_half_time_of_zero() -> None:
    curve = kaplan_meier(life_table(spells((0, "a", 7)), DAYS, ["a"]), "a")
    half, later = curve.half(), curve.at(91)
    assert half == Interval(0, 0, None)
    assert curve.at(0) == share_of(7, 7, fewest=1)
    assert later is None  # nobody was followed for so long


def test_nothing_over_has_no_half_time_and_is_known_as_long_as_it_was_followed() -> None:
    curve = kaplan_meier(life_table(spells((50, "", 7)), DAYS, ["a"]), "a")
    assert curve.half() is None
    assert curve.at(50) == share_of(0, 7, fewest=1)
    assert curve.at(51) is None


def test_no_spells_at_all_give_an_empty_curve() -> None:
    curve = aalen_johansen(life_table(spells(), DAYS, ["a"]), "a")
    assert (curve.half(), curve.at(0), curve.table.spells) == (None, None, 0)


@pytest.mark.parametrize(
    ("rows", "value", "low", "high"),
    [
        (once([1, 2, 3, 4], "a"), 2.5, 1, None),  # R: median 2.5, lower 1, upper NA
        (once([1, 2], "a") + once([3, 6], ""), 4, 1, None),  # flat at a half up to the last: R 4
        (once([1, 2, 3], "a"), 2, 1, None),
        ([(1, "a", 7)], 1, 1, None),  # all on one day: "1 of meer"
        (once([1, 2, 3, 4], "") + once([9], "a"), 9, 9, None),
    ],
)
def test_a_half_is_the_median_of_r(
    rows: list[tuple[int, str, int]], value: float, low: float, high: float | None
) -> None:
    curve = kaplan_meier(life_table(spells(*rows), DAYS, ["a"]), "a")
    assert curve.half() == Interval(value, low, high)


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ([(0, "a", 1), (1, "a", 1), (2, "a", 1), (3, "a", 1)], 2),
        ([(0, "a", 2), (3, "a", 2)], 2),  # a half from the end of step 0 to the beginning of 3
        ([(0, "a", 2), (5, "", 2)], 3),  # and up to the last
        ([(0, "a", 2), (1, "a", 1), (2, "a", 1)], 1),
        ([(0, "a", 1), (1, "a", 2), (2, "a", 1)], 1.5),
        ([(0, "a", 3), (1, "a", 1)], 2 / 3),
    ],
)
def test_on_whole_steps_the_half_lies_within_or_between_them(
    rows: list[tuple[int, str, int]], value: float
) -> None:
    half = kaplan_meier(life_table(spells(*rows), MONTHS, ["a"]), "a").half()
    assert half is not None
    assert half.value == pytest.approx(value)


def test_zero_of_five_is_a_band_up_to_43_percent() -> None:
    for estimate in (kaplan_meier, aalen_johansen):
        for outcome, ends in (("a", (0, 0, 0.4345)), ("b", (1, 0.5655, 1))):
            table = counted_table(spells((60, "b", 5)), DAYS, ["a", "b"], fewest=5)
            found = estimate(table, outcome).at(60)
            assert found is not None
            assert (found.value, found.low, found.high) == pytest.approx(ends, abs=0.00005)


def test_of_nobody_who_left_the_band_widens_as_fewer_are_followed() -> None:
    table = life_table(spells((10, "", 12), (60, "", 8)), DAYS, ["a"])
    curve = kaplan_meier(table, "a")
    assert curve.at(10) == share_of(0, 20, fewest=1)
    assert curve.at(11) == curve.at(60) == share_of(0, 8, fewest=1)


def test_who_leaves_otherwise_still_counts_in_the_band_of_nobody() -> None:
    """0 of 20 have left by a, whether 12 of the 20 left by b or not."""
    curve = aalen_johansen(life_table(spells((5, "b", 12), (60, "", 8)), DAYS, ["a", "b"]), "a")
    found, wanted = curve.at(60), share_of(0, 20, fewest=1)
    assert found is not None
    assert wanted is not None
    assert found.high == pytest.approx(wanted.high)


@settings(max_examples=60)
@given(people, st.sampled_from([DAYS, MONTHS]), st.integers(1, 6), st.integers(1, 3))
@example([(0, "a")] * 5 + [(0, ""), (1, "a"), (1, "a")], DAYS, 1, 1)
def test_from_too_few_nothing_is_said_and_what_is_said_has_a_band_with_width(
    rows: list[tuple[int, str]], clock: Clock, fewest: int, each: int
) -> None:
    frame = spells(*((time, outcome, 1) for time, outcome in rows))
    table = counted_table(frame, clock, ["a", "b"], fewest=fewest, each=each)
    for curve in (aalen_johansen(table, "a"), kaplan_meier(table, "a")):
        for step in range(15):
            there = sum(time >= step for time, _ in rows)
            found = curve.at(step)
            assert (found is None) == (there < fewest)
            if found is not None:
                assert found.low is not None
                assert found.high is not None
                assert found.low < found.high
                assert found.low <= found.value <= found.high


def test_a_half_from_too_few_is_not_said_and_too_far_an_end_is_open() -> None:
    ten = once(range(1, 11), "a")
    by_fewest = {
        fewest: kaplan_meier(counted_table(spells(*ten), DAYS, ["a"], fewest=fewest), "a").half()
        for fewest in (1, 3, 4, 6, 7)
    }
    assert by_fewest[1] == Interval(5.5, 1, 8)  # the ends of statsmodels; 3 are followed up to 8
    assert by_fewest[3] == by_fewest[1]
    assert by_fewest[4] == Interval(5.5, 1, None)
    assert by_fewest[6] == Interval(5.5, 1, None)  # 6 are followed up to 5
    assert by_fewest[7] is None


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(-1, 8), st.integers(0, 8), st.sampled_from(["a", ""])),
        min_size=3,
        max_size=40,
    )
)
def test_who_comes_in_late_counts_from_then_on_as_in_statsmodels(
    rows: list[tuple[int, int, str]],
) -> None:
    from statsmodels.duration.survfunc import SurvfuncRight  # noqa: PLC0415 (2 seconds)

    entry = np.array([came for came, _, _ in rows])
    lasted = np.array([came + 1 + more for came, more, _ in rows])
    status = np.array([int(how == "a") for _, _, how in rows])
    frame = late(*zip(entry + 1, lasted, [how for _, _, how in rows], strict=True))
    curve = kaplan_meier(life_table(frame, DAYS, ["a"]), "a")
    if not status.any():
        assert not curve.share.any()
        return
    with np.errstate(divide="ignore", invalid="ignore"):
        known = SurvfuncRight(lasted, status, entry=entry)
    times = known.surv_times.astype(int)
    assert 1 - curve.share[times] == pytest.approx(known.surv_prob, abs=1e-9)


def test_where_few_were_followed_early_on_nothing_is_said_of_later_either() -> None:
    frame = late(*[(0, 40, "a")] * 4, *[(10, 60, "")] * 20)
    table = counted_table(frame, DAYS, ["a"], fewest=5)
    assert (table.followed[9], table.followed[10], table.known) == (4, 24, -1)
    assert kaplan_meier(table, "a").at(30) is None
    whole = counted_table(frame, DAYS, ["a"], fewest=4)
    assert whole.known == 60
    assert whole.records(30) == 4


def test_on_whole_steps_who_comes_in_during_one_counts_for_half() -> None:
    frame = late(*[(0, 3, "")] * 10, *[(2, 1, "a")] * 2, *[(2, 4, "")] * 6)
    table = life_table(frame, MONTHS, ["a"])
    assert list(table.followed) == [10, 10, 16, 16, 6]
    assert list(table.at_risk) == [10, 14, 16, 11, 3]
    found = kaplan_meier(table, "a").at(2)
    assert found is not None
    assert found.value == pytest.approx(2 / 14)


def test_a_share_of_too_few_is_none() -> None:
    assert share_of(2, 4, fewest=5) is None
    assert share_of(0, 0, fewest=0) is None
    assert share_of(2, 5, fewest=5) is not None
    assert share_of(20, 50, fewest=20, each=5) == share_of(4, 10, fewest=1)
