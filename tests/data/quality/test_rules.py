"""Every rule on quality finds the record that breaks it, and leaves its neighbour alone."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest

from analytics.catalog import INDICATORS
from analytics.figures.doors.marts import ExactMarts
from analytics.loading.findings import findings
from data.contract.tables import STORED_TABLES
from data.file.store import Store
from data.models.findings import rule_names
from data.quality import Rule, breaking, counts, rules
from data.reference.areas import Level
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
PILOT, STRIJP, NO_TEAM = "BU07723120", "BU07726380", "BU07724100"
LONG_AGO = "2021-09-01"


def place(key: str, left_on: str | None = None, buurt: str = PILOT) -> tuple[object, ...]:
    return (key, f"Plek {key}", "buurthuis", buurt, "2019-01-10", left_on)


def vacancy(
    key: str, place_id: str = "P1", positions: int = 9, opened: str = LONG_AGO,
    closed: str | None = None,
) -> tuple[object, ...]:  # fmt: skip
    talent = "groen en tuin"
    return (key, place_id, talent, "vrijwilligerswerk", positions, opened, closed, None)


def scan(
    key: str, resident: str | None = None, day: str = LONG_AGO, buurt: str = PILOT
) -> tuple[object, ...]:
    return (key, resident or f"R-{key}", day, buurt, None, None, None)


def match(
    key: str, vacancy_id: str | None = None, day: str = "2021-09-02", until: str | None = None,
    ended: str | None = None, reason: str | None = "afgerond", started: str | None = None,
) -> tuple[object, ...]:  # fmt: skip
    return (key, "S1", vacancy_id, day, "vrijwilligerswerk", started, until, ended, reason)


# Each odd row stands beside one that is just not odd.
ROWS: dict[str, list[tuple[object, ...]]] = {
    "places": [
        place("P1"),
        place("P2", "2021-06-30"),  # an open vacature
        place("P3", "2021-06-30"),  # a running match
        place("P4", "2021-06-30"),  # all is over
        place("P5", "2021-10-02"),  # leaves tomorrow
    ],
    "vacancies": [
        vacancy("V-full", positions=2),
        vacancy("V-over", positions=1),
        vacancy("V-was-over", positions=1),
        vacancy("V-p2", "P2"),
        vacancy("V-p3", "P3", closed="2021-09-30"),
        vacancy("V-p4", "P4", closed="2021-10-01"),
        vacancy("V-p5", "P5"),
        vacancy("V-closed", closed="2021-09-10"),
        vacancy("V-year", opened="2020-10-01"),
        vacancy("V-over-year", opened="2020-09-30"),
        vacancy("V-over-year-matched", opened="2020-09-30"),
        vacancy("V-over-year-closed", opened="2020-09-30", closed="2021-10-01"),
    ],
    "scans": [
        scan("S1", day="2020-03-15"),
        scan("S-before", day="2020-03-14", buurt=STRIJP),
        scan("S-first-day", day="2020-03-15", buurt=STRIJP),
        scan("S-nowhere", buurt=NO_TEAM),
        scan("S-a1", "R-moved", "2021-09-01"),
        scan("S-a2", "R-moved", "2021-09-30", STRIJP),
        scan("S-b1", "R-next-month", "2021-08-31"),
        scan("S-b2", "R-next-month", "2021-09-01", STRIJP),
        scan("S-c1", "R-same-buurt", "2021-09-01"),
        scan("S-c2", "R-same-buurt", "2021-09-02"),
        scan("SO12", "R-keys"),
        scan("S-012", "R-keys"),
        scan("S-1-11", "R-keys"),
        scan("S-11-1", "R-keys"),
        scan("s13", "R-keys"),
        scan("S14", "R-keys"),
    ],
    "scan_talents": [
        *[("S1", "groen en tuin"), ("S1", "taal en onderwijs"), ("S-a1", "taal en onderwijs")],
    ],
    "matches": [
        *[match("M-f1", "V-full"), match("M-f2", "V-full")],
        *[match("M-o1", "V-over"), match("M-o2", "V-over", started="2021-09-20")],
        *[match("M-w1", "V-was-over"), match("M-w2", "V-was-over", ended="2021-10-01")],
        match("M-p3", "V-p3"),
        match("M-p4", "V-p4", ended="2021-10-01"),
        match("M-closing-day", "V-closed", day="2021-09-10"),
        match("M-day-after", "V-closed", day="2021-09-11"),
        match("M-matched", "V-over-year-matched", ended="2021-09-03"),
        match("M-89", day="2021-07-01", until="2021-07-04"),
        match("M-90", day="2021-07-01", until="2021-07-03"),
        match("M-90-ended", day="2021-07-01", until="2021-07-03", ended="2021-10-01"),
        match("M-why", ended="2021-10-01", reason=None),
        match("M-blank", ended="2021-09-30", reason="  "),
        match("M-runs", reason=None),
    ],
    "rollout": [
        ("WK077231", "Tongelre-Centrum", "2017-09-04"),
        ("WK077263", "Team Strijp", "2020-03-15"),
    ],
    "targets": [],
    "events": [],
    "split_postcodes": [("places", "P2", 0.798), ("scans", "S-b2", 0.2)],
}  # fmt: skip
ODD = {
    "meer_matches_dan_plekken": {"V-over"},
    "scan_voor_start": {"S-before", "S-nowhere"},
    "vergeten_einde": {"M-90"},
    "vertrokken_ontwikkelplaats": {"P2", "P3"},
    "match_na_sluiting": {"M-day-after"},
    "vacature_zonder_match": {"V-over-year"},
    "twee_buurten": {"R-moved"},
    "einde_zonder_reden": {"M-why", "M-blank"},
    "nooit_gevraagd": {"taal en onderwijs"},
    "sleutels_lijken": {"SO12", "S-012"},
    "postcode_op_grens": {"P2", "S-b2"},
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    frames = {
        table.name: pd.DataFrame(ROWS[table.name], columns=[c.name for c in table.stored])
        for table in STORED_TABLES
    }
    store = write_city(tmp_path_factory.mktemp("quality") / "odd.duckdb", frames, AS_OF)
    yield store
    store.close()


def rule(name: str) -> Rule:
    return next(rule for rule in rules() if rule.id == name)


def found(store: Store, name: str, day: date = AS_OF) -> pd.DataFrame:
    return breaking(store, rule(name), day).set_index("record")


@pytest.mark.parametrize("name", ODD)
def test_a_rule_finds_what_breaks_it_and_nothing_else(store: Store, name: str) -> None:
    frame = found(store, name)
    assert sorted(frame.index) == sorted(ODD[name])
    assert (frame["since"] <= pd.Timestamp(AS_OF)).all()
    assert frame["detail"].notna().all()


def test_a_team_that_had_rows_misses_the_months_without(store: Store) -> None:
    frame = found(store, "maand_zonder_rijen")
    strijp = frame[frame["team"] == "Team Strijp"]
    # It has scans in March 2020 and September 2021; October 2021 is not over.
    assert len(strijp) == 17
    assert {"Team Strijp 04-2020", "Team Strijp 08-2021"} <= set(strijp.index)
    assert not {"Team Strijp 03-2020", "Team Strijp 09-2021"} & set(strijp.index)
    assert "Zonder team" not in set(frame["team"])


@pytest.mark.parametrize(
    ("name", "day", "records"),
    [
        ("meer_matches_dan_plekken", date(2021, 9, 19), {"V-was-over"}),
        ("meer_matches_dan_plekken", date(2021, 9, 20), {"V-over", "V-was-over"}),
        ("vergeten_einde", date(2021, 9, 30), set()),
        ("vergeten_einde", date(2021, 10, 2), {"M-90", "M-89"}),
        ("vertrokken_ontwikkelplaats", date(2021, 6, 29), set()),
        ("vertrokken_ontwikkelplaats", date(2021, 9, 30), {"P2", "P3", "P4"}),
        ("vertrokken_ontwikkelplaats", date(2021, 10, 2), {"P2", "P3", "P5"}),
        ("vacature_zonder_match", date(2021, 9, 30), set()),
        ("vacature_zonder_match", date(2021, 10, 2), {"V-over-year", "V-year"}),
        ("einde_zonder_reden", date(2021, 9, 30), {"M-blank"}),
        ("nooit_gevraagd", date(2020, 3, 14), set()),
        ("twee_buurten", date(2021, 9, 29), set()),
        ("match_na_sluiting", date(2021, 9, 10), set()),
        ("scan_voor_start", date(2021, 8, 31), {"S-before"}),
        ("sleutels_lijken", date(2021, 8, 31), set()),
        ("postcode_op_grens", date(2021, 8, 31), {"P2"}),
    ],
)
def test_a_rule_knows_only_what_had_happened(
    store: Store, name: str, day: date, records: set[str]
) -> None:
    assert set(found(store, name, day).index) == records


def test_a_record_says_since_when_where_and_why(store: Store) -> None:
    over = found(store, "meer_matches_dan_plekken").loc["V-over"]
    assert over["since"] == pd.Timestamp("2021-09-20")
    assert (over["buurt_code"], over["team"]) == (PILOT, "Tongelre-Centrum")
    assert over["detail"] == "2 lopende matches, plekken: 1"
    assert found(store, "vergeten_einde").loc["M-90", "since"] == pd.Timestamp("2021-10-01")
    assert found(store, "vacature_zonder_match").loc["V-over-year", "since"] == pd.Timestamp(
        "2021-10-01"
    )
    assert found(store, "scan_voor_start").loc["S-nowhere", "team"] == "Zonder team"
    assert found(store, "scan_voor_start").loc["S-before", "detail"] == "wijk gestart op 15-03-2020"
    talent = found(store, "nooit_gevraagd").loc["taal en onderwijs"]
    assert (talent["team"], talent["buurt_code"]) == ("", "")
    assert talent["detail"] == "genoemd bij scans: 2"
    assert found(store, "sleutels_lijken").loc["SO12", "detail"] == "scan, lijkt op S-012"
    split = found(store, "postcode_op_grens").loc["P2"]
    assert (split["since"], split["buurt_code"]) == (pd.Timestamp("2019-01-10"), PILOT)
    assert split["detail"] == "ontwikkelplaats, postcode voor hoogstens 80% in deze buurt"


def test_every_rule_is_tried_and_has_its_words_and_its_query() -> None:
    names = [rule.id for rule in rules()]
    assert set(names) == {*ODD, "maand_zonder_rijen"}
    assert sorted(names) == list(rule_names())
    known = {indicator.id for indicator in INDICATORS}
    for each in rules():
        assert each.indicators <= known
        assert each.advice.endswith(".")
        assert all((each.label, each.one, each.more))
        assert bool(each.indicators) or not each.is_heavy


@pytest.mark.parametrize("level", [level for level in Level if level is not Level.OWN])
def test_the_counts_in_the_file_are_those_of_the_records(store: Store, level: Level) -> None:
    marts = ExactMarts(store)
    for code in marts.areas(level)["area_code"]:
        records = findings(marts, store.meta.as_of, level, code)
        found = {one.rule.id: len(one.records) for one in records if one.records}
        assert counts(store, level, [code]) == found, code


def test_rules_of_weight_stand_first() -> None:
    weights = [rule.is_heavy for rule in rules()]
    assert weights == sorted(weights, reverse=True)
    assert rule("meer_matches_dan_plekken").counted(56) == (
        "56 vacatures met meer matches dan plekken"
    )
