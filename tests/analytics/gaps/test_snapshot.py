"""What is known on a day, against plain pandas on the records of that day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.figures.doors.withheld import NotPublished
from analytics.gaps.snapshot import snapshot
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests import twin
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.twin import Frames

DEMO_AS_OF = date(2021, 10, 1)
FRAMES = {
    "demo": twin.prepared(make_demo(seed=3, scale=0.1)),
    "odd": twin.prepared(odd_frames()),
}
DAYS = [date(2017, 1, 1), date(2019, 2, 1), date(2019, 7, 1), date(2020, 3, 15), DEMO_AS_OF]
CASES = [(city, day) for city in FRAMES for day in DAYS]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Store]]:
    folder: Path = tmp_path_factory.mktemp("snapshot")
    last = {"demo": DEMO_AS_OF, "odd": ODD_AS_OF}
    made = {
        city: write_city(folder / f"{city}.duckdb", frames, last[city])
        for city, frames in FRAMES.items()
    }
    yield made
    for store in made.values():
        store.close()


def waiting_talents(frames: Frames, day: pd.Timestamp) -> set[tuple[str, str, str]]:
    """Resident, buurt and talent of everybody who waits."""
    buurten = twin.first_scans(frames).set_index("resident_id")["buurt_code"]
    scans = twin.open_on(frames["scans"], "scanned_on", "left_on", day)
    people = set(waiting_people(frames, day))
    named = scans[scans["resident_id"].isin(people)].merge(frames["scan_talents"], on="scan_id")
    rows = zip(named["resident_id"], named["talent"], strict=True)
    return {(person, buurten[person], talent) for person, talent in rows}


def waiting_people(frames: Frames, day: pd.Timestamp) -> list[str]:
    scans = twin.open_on(frames["scans"], "scanned_on", "left_on", day)
    made = frames["matches"][frames["matches"]["matched_on"] <= day]
    matched = made.merge(frames["scans"], on="scan_id")["resident_id"]
    return sorted(set(scans["resident_id"]) - set(matched))


@pytest.mark.parametrize(("city", "day"), CASES)
def test_who_waits_equals_the_records(stores: dict[str, Store], city: str, day: date) -> None:
    found = snapshot(ExactMarts(stores[city]), day)
    moment = pd.Timestamp(day)
    assert Counter(found.waiting["buurt"]) == Counter(twin.waiting(FRAMES[city], moment))
    assert sorted(found.waiting["resident_id"]) == waiting_people(FRAMES[city], moment)
    rows = found.wanted[["resident_id", "buurt", "talent"]].itertuples(index=False, name=None)
    assert sorted(rows) == sorted(waiting_talents(FRAMES[city], moment))


@pytest.mark.parametrize(("city", "day"), CASES)
def test_days_are_counted_from_the_day_on_which_the_waiting_began(
    stores: dict[str, Store], city: str, day: date
) -> None:
    """Back by the days that somebody waits, somebody waits; a day further nobody does."""
    found = snapshot(ExactMarts(stores[city]), day)
    for person, days in zip(found.waiting["resident_id"], found.waiting["days"], strict=True):
        began = pd.Timestamp(found.as_of) - pd.Timedelta(days=days)
        assert person in waiting_people(FRAMES[city], began)
        assert person not in waiting_people(FRAMES[city], began - pd.Timedelta(days=1))


@pytest.mark.parametrize(("city", "day"), CASES)
def test_free_positions_equal_the_records(stores: dict[str, Store], city: str, day: date) -> None:
    frames, moment = FRAMES[city], pd.Timestamp(day)
    found = snapshot(ExactMarts(stores[city]), day).vacancies
    free = Counter(dict(found.groupby("buurt")["free"].sum()))
    assert +free == Counter(twin.free_places(frames, moment))
    open_now = twin.open_on(twin.with_buurt(frames, "vacancies"), "opened_on", "closed_on", moment)
    assert sorted(found["vacancy_id"]) == sorted(open_now["vacancy_id"])


@pytest.mark.parametrize(("city", "day"), CASES)
def test_flows_equal_the_records(stores: dict[str, Store], city: str, day: date) -> None:
    frames = FRAMES[city]
    made = twin.with_buurt(frames, "matches")
    made = made[made["matched_on"] <= pd.Timestamp(day)]
    offers = twin.with_buurt(frames, "vacancies").rename(columns={"buurt_code": "place_buurt"})
    made = made.merge(offers[["vacancy_id", "talent", "place_buurt"]], how="left")
    columns = ["buurt_code", "place_buurt", "talent", "kind"]
    naive = Counter(map(tuple, made[columns].fillna("").to_numpy()))
    found = snapshot(ExactMarts(stores[city]), day).matches
    cells = found.groupby(["buurt", "place_buurt", "talent", "kind"])["matches"].sum()
    assert Counter(cells.to_dict()) == naive


@pytest.mark.parametrize(("city", "day"), CASES)
def test_reach_of_the_programme_equals_the_records(
    stores: dict[str, Store], city: str, day: date
) -> None:
    buurten = snapshot(ExactMarts(stores[city]), day).buurten
    for column in ("scans", "residents"):
        naive = twin.amount(FRAMES[city], column, Level.BUURT, None, day)
        assert +Counter(buurten[column].to_dict()) == naive
    around = twin.parents(Level.WIJK, FRAMES[city])
    assert buurten["wijk"].to_dict() == {code: around[code] for code in buurten.index}


def test_a_day_after_the_file_is_brought_back_to_its_last(stores: dict[str, Store]) -> None:
    assert snapshot(ExactMarts(stores["odd"]), date(2030, 1, 1)).as_of == ODD_AS_OF


def test_other_audiences_get_a_sentence_and_no_records(stores: dict[str, Store]) -> None:
    with pytest.raises(NotPublished, match="Alleen wie met de gegevens werkt"):
        snapshot(ProtectedMarts(stores["demo"]), DEMO_AS_OF)
