"""Life tables and curves against published examples, and against statsmodels on random data."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.spells import DAYS, MONTHS, Clock
from analytics.survival import (
    Curve,
    aalen_johansen,
    at_risk,
    kaplan_meier,
    life_table,
    share_of,
)

Z = 1.959964


def spells(*rows: tuple[int, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["lasted", "outcome", "total"])


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
    assert [at_risk(SIX_MP, time) for time in (0, 6, 7, 10, 23, 36)] == [21, 21, 17, 15, 6, 0]


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
    known = dict(zip(table.times, table.at_risk, strict=True))
    assert [known[time] for time in (10, 16, 18, 23, 26, 27)] == [304, 302, 301, 300, 298, 297]
    cancer, other = (aalen_johansen(table, outcome) for outcome in ("cancer", "other"))
    percents = [100 * (1 - part) for part in staying(cancer, [10, 16, 23, 27])]
    steps = np.diff([0, *percents])
    assert list(np.round(steps, 1)) == [0.3, 0.3, 0.3, 0.3]
    alive = [100 * (1 - sum(rows)) for rows in zip(cancer.share, other.share, strict=True)]
    at = np.searchsorted(table.times, [10, 16, 18, 23, 26, 27])
    assert [alive[place] for place in at] == pytest.approx(
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
    found = share_of(0, 25)
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
    assert curve.share == pytest.approx(known.cinc[0], abs=1e-9)
    share, error = curve.share, known.cinc_se[0]
    told = np.isfinite(error) & (share > 0) & (share < 1 - 1e-9)
    spread = np.exp(-Z * error[told] / (share[told] * np.log(share[told])))
    assert curve.high[told] == pytest.approx(share[told] ** (1 / spread), abs=1e-6)
    assert curve.low[told] == pytest.approx(share[told] ** spread, abs=1e-6)


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
        assert half.value == times[below[0]]
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
    assert half is not None
    assert later is not None
    assert (half.value, later.value) == (0, 1)


def test_nothing_over_has_no_half_time_and_is_known_as_long_as_it_was_followed() -> None:
    curve = kaplan_meier(life_table(spells((50, "", 7)), DAYS, ["a"]), "a")
    seen = curve.at(50)
    assert curve.half() is None
    assert seen is not None
    assert (seen.value, seen.low, seen.high) == (0, 0, 0)
    assert curve.at(51) is None


def test_no_spells_at_all_give_an_empty_curve() -> None:
    curve = aalen_johansen(life_table(spells(), DAYS, ["a"]), "a")
    assert (curve.half(), curve.at(0), curve.table.entered) == (None, None, 0)
