"""The demo tells the published story: totals, pilot, rollout, lockdowns and gaps."""

import pandas as pd
import pytest
from hypothesis import given, settings
from pandas.testing import assert_frame_equal

from data.contract.tables import TABLES
from data.demo import make_demo
from data.reference.areas import Level, areas, at_level
from data.reference.population import people_in
from tests.data.demo.made import (
    ANNOUNCED,
    AS_OF,
    SEEDS,
    UNSTARTED,
    begin,
    demo,
    waiting,
    wijk,
)
from tests.twin import Frames

PILOT = {"WK077231", "WK077232", "WK077233", "WK077211"}

few = settings(max_examples=4)


@given(seed=SEEDS)
@few
def test_the_published_totals_of_1_october_2021(seed: int) -> None:
    frames = demo(seed)
    assert len(frames["scans"]) == 1100
    assert len(frames["matches"]) == 1250
    assert len(frames["places"]) == 270
    assert len(frames["rollout"]) == 18


@given(seed=SEEDS)
@few
def test_what_was_known_at_the_announcement(seed: int) -> None:
    frames = demo(seed)
    assert (frames["vacancies"]["opened_on"] <= ANNOUNCED).sum() > 100
    assert 70 < (frames["matches"]["matched_on"] <= ANNOUNCED).sum() < 100
    early = frames["scans"][frames["scans"]["scanned_on"] <= ANNOUNCED]
    assert set(wijk(early["buurt_code"])) <= PILOT


@given(seed=SEEDS)
@few
def test_matching_began_about_four_months_after_the_start(seed: int) -> None:
    first = demo(seed)["matches"]["matched_on"].min()
    assert pd.Timestamp("2018-01-01") <= first <= pd.Timestamp("2018-04-30")


def test_the_rollout_goes_from_the_pilot_wijk_by_wijk_through_the_city() -> None:
    rollout = demo()["rollout"]
    pilot = rollout[rollout["started_on"] == "2017-09-04"]
    assert set(pilot["wijk_code"]) == PILOT
    assert set(pilot["team"]) == {"Tongelre-Centrum"}
    later = rollout[~rollout["wijk_code"].isin(PILOT)]
    assert later["started_on"].is_unique
    assert later["started_on"].between("2019-01-07", AS_OF).all()
    wijken = {area.code for area in at_level(Level.WIJK)}
    assert wijken - set(rollout["wijk_code"]) == UNSTARTED


def test_each_stadsdeel_has_its_own_team() -> None:
    rollout = demo()["rollout"]
    stadsdeel = {area.code: area.parent for area in areas()}
    teams = rollout.groupby(rollout["wijk_code"].map(stadsdeel))["team"].unique()
    assert {code: list(names) for code, names in teams.items()} == {
        "SD1": ["Tongelre-Centrum"],
        "SD2": ["Team Stratum"],
        "SD3": ["Tongelre-Centrum"],
        "SD4": ["Team Woensel-Zuid"],
        "SD5": ["Team Woensel-Noord"],
        "SD6": ["Team Strijp"],
        "SD7": ["Team Gestel"],
    }


@given(seed=SEEDS)
@few
def test_lockdowns_and_growth_show_in_scans_and_matches(seed: int) -> None:
    for table, day in (("scans", "scanned_on"), ("matches", "matched_on")):
        days = demo(seed)[table][day]
        autumn = days.between("2020-09-01", "2020-11-30").sum() / 3
        assert days.between("2020-04-01", "2020-06-30").sum() / 3 < 0.5 * autumn
        assert days.between("2021-01-01", "2021-03-31").sum() / 3 < 0.9 * autumn
        assert (
            days.between("2021-05-01", "2021-09-30").sum()
            > days.between("2019-05-01", "2019-09-30").sum()
        )


@given(seed=SEEDS)
@few
def test_a_few_residents_have_two_or_three_scans(seed: int) -> None:
    scans = demo(seed)["scans"].groupby("resident_id").size()
    assert set(scans) == {1, 2, 3}
    assert 0.03 < (scans > 1).mean() < 0.05


@given(seed=SEEDS)
@few
def test_a_resident_keeps_the_same_age_band(seed: int) -> None:
    bands = demo(seed)["scans"].groupby("resident_id")["age_band"]
    assert (bands.nunique(dropna=False) == 1).all()


@given(seed=SEEDS)
@few
def test_many_matches_end_soon_and_many_last(seed: int) -> None:
    matches = demo(seed)["matches"]
    lasted = (matches["ended_on"] - begin(matches)).dt.days
    assert 0.27 < (lasted <= 91).mean() < 0.40
    assert 0.25 < matches["ended_on"].isna().mean() < 0.45
    assert (matches["agreed_until"] > AS_OF).any()
    assert 0.13 < matches["vacancy_id"].isna().mean() < 0.17


@given(seed=SEEDS)
@few
def test_most_residents_find_a_place_in_their_own_stadsdeel(seed: int) -> None:
    frames = demo(seed)
    matches = frames["matches"].merge(frames["scans"], on="scan_id")
    matches = matches.merge(frames["vacancies"], on="vacancy_id")
    place = matches.merge(frames["places"], on="place_id", suffixes=("_scan", ""))
    assert 0.6 < (_stadsdeel(matches) == _stadsdeel(place)).mean() < 0.95


LACKS = {
    ("SD5", "zorg en ondersteuning"),
    ("SD5", "administratie en digitaal"),
    ("SD7", "techniek en klussen"),
}


@given(seed=SEEDS)
@few
def test_places_lack_where_the_story_says_so(seed: int) -> None:
    seeking, free = _seeking(demo(seed)), _free(demo(seed))
    lacking = seeking.index.isin(LACKS)
    assert seeking[lacking].sum() > 3 * free.reindex(seeking.index).fillna(0)[lacking].sum()
    assert seeking[~lacking].sum() < 2 * free[~free.index.isin(LACKS)].sum()


def _seeking(frames: Frames) -> pd.Series:
    """How often those who wait name a talent, by stadsdeel and talent."""
    named = waiting(frames).merge(frames["scan_talents"], on="scan_id")
    return named.groupby([_stadsdeel(named), "talent"]).size()


def _free(frames: Frames) -> pd.Series:
    """Positions of open vacancies without a running match, by stadsdeel and talent."""
    running = frames["matches"].loc[frames["matches"]["ended_on"].isna(), "vacancy_id"]
    vacancies = frames["vacancies"].merge(frames["places"], on="place_id")
    vacancies = vacancies[vacancies["closed_on"].isna()]
    taken = vacancies["vacancy_id"].map(running.value_counts()).fillna(0)
    free = vacancies["positions"] - taken
    return free.groupby([_stadsdeel(vacancies), vacancies["talent"]]).sum()


def _stadsdeel(frame: pd.DataFrame) -> pd.Series:
    return wijk(frame["buurt_code"]).map({area.code: area.parent for area in areas()})


def test_big_buurten_have_more_scans_in_proportion() -> None:
    inhabitants = people_in(2023)
    scans = demo(scale=20.0)["scans"]
    pilot = scans[wijk(scans["buurt_code"]).isin(PILOT)]["buurt_code"].value_counts()
    people = pd.Series({code: inhabitants[code] for code in pilot.index})
    rates = (pilot / people)[people > 2000]
    assert len(rates) > 5
    assert rates.max() < 1.3 * rates.min()
    assert all(inhabitants[code] > 0 for code in scans["buurt_code"].unique())


def test_names_of_places_are_unique_and_say_where_it_is() -> None:
    for scale in (1.0, 20.0):
        places = demo(scale=scale)["places"]
        assert places["name"].is_unique
        buurten = {area.code: area.name.split(",")[0] for area in at_level(Level.BUURT)}
        pairs = zip(places["name"], places["buurt_code"].map(buurten), strict=True)
        assert all(f" {buurt}" in name for name, buurt in pairs)


def test_the_targets_of_the_stadsdelen_add_up_to_that_of_the_city() -> None:
    targets = demo()["targets"]
    stadsdelen = targets["area_code"].str.startswith("SD")
    assert set(targets["indicator"]) == {"matches", "inwoners_bereikt"}
    parts = targets[stadsdelen].groupby("indicator")
    assert (parts.size() == 7).all()
    city = targets[~stadsdelen].set_index("indicator")
    assert set(city["area_code"]) == {"GM0772"}
    assert parts["value"].sum().to_dict() == city["value"].to_dict()
    assert set(targets["from_month"]) == {pd.Timestamp("2021-01-01")}
    assert set(targets["to_month"]) == {pd.Timestamp("2021-12-01")}


def test_the_events_are_numbered_by_day() -> None:
    events = demo()["events"]
    assert list(events["event_id"]) == ["E001", "E002", "E003", "E004", "E005"]
    assert events["happened_on"].is_monotonic_increasing
    assert events["happened_on"].dt.year.tolist() == [2018, 2019, 2020, 2020, 2021]


def test_the_bus_brings_nobody_before_its_tour() -> None:
    frames = demo(scale=20.0)
    bus = frames["scans"][frames["scans"]["channel"] == "buurtbus"]
    tour = frames["events"].set_index("label").loc["Bustour door de wijken", "happened_on"]
    assert len(bus) > 0
    assert (bus["scanned_on"] >= tour).all()


@given(seed=SEEDS)
@settings(max_examples=3)
def test_the_same_seed_gives_the_same_frames(seed: int) -> None:
    first, second = make_demo(seed, 2.0), make_demo(seed, 2.0)
    for table in TABLES:
        assert_frame_equal(first[table.name], second[table.name])


def test_another_seed_gives_other_frames() -> None:
    assert not make_demo(1)["scans"].equals(make_demo(2)["scans"])


def test_scale_20_gives_20_times_the_totals_in_the_same_wijken() -> None:
    one, twenty = demo(), demo(scale=20.0)
    for table in ("places", "vacancies", "scans", "matches"):
        assert len(twenty[table]) == 20 * len(one[table])
    assert_frame_equal(one["rollout"], twenty["rollout"])
    assert (twenty["targets"]["value"] == 20 * one["targets"]["value"]).all()
    early = {
        name: frame["matches"]["matched_on"] <= ANNOUNCED
        for name, frame in {"one": one, "twenty": twenty}.items()
    }
    assert early["twenty"].sum() == 20 * early["one"].sum()


@pytest.mark.parametrize("scale", [0.0, -1.0, 0.009, float("nan"), float("inf")])
def test_a_scale_without_sense_is_refused_in_dutch(scale: float) -> None:
    with pytest.raises(ValueError, match="schaal"):
        make_demo(scale=scale)
