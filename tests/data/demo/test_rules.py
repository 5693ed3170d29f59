"""Every rule of the contract, checked on demos of any seed by plain pandas."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.contract.columns import Kind
from data.contract.tables import TABLES
from data.reference.areas import areas
from data.reference.code_lists import code_lists
from tests.data.demo.made import AS_OF, SEEDS, UNSTARTED, begin, demo, matched_residents, wijk

few = settings(max_examples=4)


@given(seed=SEEDS)
@few
def test_the_tables_and_columns_are_those_of_the_contract(seed: int) -> None:
    expected = {table.name: [column.name for column in table.stored] for table in TABLES}
    assert {name: list(frame.columns) for name, frame in demo(seed).items()} == expected


@given(seed=SEEDS)
@few
def test_keys_are_unique_and_no_required_cell_is_empty(seed: int) -> None:
    for table in TABLES:
        frame = demo(seed)[table.name]
        assert not frame.duplicated(list(table.key)).any(), table.name
        for column in table.stored:
            assert not (column.required and frame[column.name].isna().any()), column.name


@given(seed=SEEDS)
@few
def test_references_exist(seed: int) -> None:
    frames = demo(seed)
    for table in TABLES:
        for column in table.stored:
            if column.kind is Kind.REFERENCE:
                delivered = set(frames[table.name][column.name].dropna())
                assert delivered <= set(frames[column.refers_to][column.name])


@given(seed=SEEDS)
@few
def test_codes_stand_in_their_list_and_areas_exist(seed: int) -> None:
    known = {area.code for area in areas()}
    frames = demo(seed)
    for table in TABLES:
        for column in table.stored:
            delivered = set(frames[table.name][column.name].dropna())
            if column.kind is Kind.CODE:
                assert delivered <= set(code_lists()[column.refers_to])
            if column.kind in (Kind.BUURT, Kind.WIJK, Kind.AREA):
                assert delivered <= known
            if column.kind is Kind.BUURT:
                assert all(code.startswith("BU") for code in delivered)


@given(seed=SEEDS)
@few
def test_nothing_happens_after_the_peildatum_or_before_the_start(seed: int) -> None:
    frames = demo(seed)
    for table in TABLES:
        for column in table.stored:
            if column.kind is Kind.DATE:
                days = frames[table.name][column.name].dropna()
                assert days.between(pd.Timestamp("2017-09-04"), AS_OF).all(), column.name
                assert (days == days.dt.normalize()).all()


@given(seed=SEEDS)
@few
def test_dates_follow_each_other(seed: int) -> None:
    frames = demo(seed)
    for table in TABLES:
        for order in table.orders:
            rows = frames[table.name].dropna(subset=[order.earlier, order.later])
            assert (rows[order.earlier] <= rows[order.later]).all(), order.reason
    matches = frames["matches"]
    named = matches.merge(frames["scans"], on="scan_id")
    assert (named["scanned_on"] <= named["matched_on"]).all()
    agreed = matches.dropna(subset=["agreed_until"])
    assert (begin(agreed) <= agreed["agreed_until"]).all()


@given(seed=SEEDS)
@few
def test_a_vacancy_opens_and_closes_while_its_place_takes_part(seed: int) -> None:
    vacancies = demo(seed)["vacancies"].merge(demo(seed)["places"], on="place_id")
    assert (vacancies["joined_on"] <= vacancies["opened_on"]).all()
    left = vacancies[vacancies["left_on"].notna()]
    assert (left["opened_on"] < left["left_on"]).all()
    assert (left["closed_on"] <= left["left_on"]).all()
    assert set(vacancies["positions"]) <= {1, 2, 3, 4, 5}
    assert (vacancies["closed_on"].isna() == vacancies["close_reason"].isna()).all()


@given(seed=SEEDS)
@few
def test_a_placed_match_fits_its_vacancy_and_its_resident(seed: int) -> None:
    frames = demo(seed)
    matches = frames["matches"].dropna(subset=["vacancy_id"])
    matches = matches.merge(frames["vacancies"], on="vacancy_id", suffixes=("", "_vacancy"))
    assert (matches["kind"] == matches["kind_vacancy"]).all()
    assert (matches["opened_on"] <= matches["matched_on"]).all()
    assert not (matches["closed_on"] <= matches["matched_on"]).any()
    talents = frames["scan_talents"].groupby("scan_id")["talent"].agg(set)
    pairs = zip(matches["talent"], matches["scan_id"].map(talents), strict=True)
    assert all(talent in named for talent, named in pairs)
    assert not matches.duplicated(["scan_id", "vacancy_id"]).any()


@given(seed=SEEDS)
@few
def test_no_match_outlasts_its_place(seed: int) -> None:
    frames = demo(seed, 4.0)
    matches = frames["matches"].merge(frames["vacancies"], on="vacancy_id")
    matches = matches.merge(frames["places"], on="place_id").dropna(subset=["left_on"])
    assert len(matches) > 0
    assert (matches["ended_on"] <= matches["left_on"]).all()
    stopped = matches["ended_on"] == matches["left_on"]
    assert (stopped == (matches["end_reason"] == "ontwikkelplaats gestopt")).all()


@given(seed=SEEDS)
@few
def test_a_match_without_vacancy_is_between_residents(seed: int) -> None:
    matches = demo(seed)["matches"]
    between = matches["kind"].isin(["burenhulp", "bewonersinitiatief"])
    assert (between == matches["vacancy_id"].isna()).all()
    assert (matches["ended_on"].isna() == matches["end_reason"].isna()).all()


@given(seed=SEEDS, scale=st.sampled_from([0.3, 1.0, 4.0]))
@settings(max_examples=8)
def test_never_more_running_matches_than_positions(seed: int, scale: float) -> None:
    frames = demo(seed, scale)
    positions = dict(
        zip(frames["vacancies"]["vacancy_id"], frames["vacancies"]["positions"], strict=True)
    )
    placed = frames["matches"].dropna(subset=["vacancy_id"])
    comes = [(v, day, 1) for v, day in zip(placed["vacancy_id"], begin(placed), strict=True)]
    ended = placed.dropna(subset=["ended_on"])
    # on its last day a match still runs: who comes counts before who goes
    goes = [(v, day, 2) for v, day in zip(ended["vacancy_id"], ended["ended_on"], strict=True)]
    running: Counter[str] = Counter()
    for vacancy, _, step in sorted(comes + goes):
        running[vacancy] += 1 if step == 1 else -1
        assert 0 <= running[vacancy] <= positions[vacancy]


@given(seed=SEEDS)
@few
def test_a_scan_names_one_to_five_talents(seed: int) -> None:
    frames = demo(seed)
    named = frames["scan_talents"].groupby("scan_id").size()
    assert set(named.index) == set(frames["scans"]["scan_id"])
    assert set(named) == {1, 2, 3, 4, 5}


@given(seed=SEEDS)
@few
def test_who_left_had_one_scan_and_no_match(seed: int) -> None:
    scans = demo(seed)["scans"]
    left = set(scans.loc[scans["left_on"].notna(), "resident_id"])
    assert left
    assert not left & matched_residents(demo(seed))
    assert not left & set(scans.loc[scans.duplicated("resident_id"), "resident_id"])


@given(seed=SEEDS)
@few
def test_scans_and_places_come_after_the_start_of_the_wijk(seed: int) -> None:
    frames = demo(seed)
    start = frames["rollout"].set_index("wijk_code")["started_on"]
    for table, day in (("scans", "scanned_on"), ("places", "joined_on")):
        frame = frames[table]
        assert not set(wijk(frame["buurt_code"])) & UNSTARTED
        assert (frame[day] < wijk(frame["buurt_code"]).map(start)).mean() < 0.01


@pytest.mark.parametrize("scale", [0.01, 0.013, 0.02, 0.1, 0.37])
def test_a_very_small_demo_keeps_the_rules_too(scale: float) -> None:
    for seed in range(5):
        frames = demo(seed, scale)
        assert len(frames["scans"]) == round(1100 * scale)
        assert len(frames["matches"]) == round(1250 * scale)
        named = frames["matches"].merge(frames["scans"], on="scan_id")
        assert len(named) == len(frames["matches"])
        assert (named["scanned_on"] <= named["matched_on"]).all()
