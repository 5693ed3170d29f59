"""The active places against the record tables, and what the protected door says."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.figures.doors.withheld import NotPublished
from analytics.figures.places import Place, active_places
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests import twin
from tests.cities import ODD_AS_OF, odd_frames, write_city

AS_OF = date(2021, 10, 1)
FRAMES = {"demo": make_demo(seed=3, scale=0.1), "odd": odd_frames()}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Store]]:
    folder: Path = tmp_path_factory.mktemp("places")
    days = {"demo": AS_OF, "odd": ODD_AS_OF}
    made = {
        name: write_city(folder / f"{name}.duckdb", FRAMES[name], days[name]) for name in FRAMES
    }
    yield made
    for store in made.values():
        store.close()


def naive(frames: twin.Frames, day: date) -> dict[str, tuple[int, int]]:
    """Open vacatures and free positions of every active place, counted record by record."""
    until = pd.Timestamp(day)
    places = twin.open_on(frames["places"], "joined_on", "left_on", until)
    vacancies = twin.open_on(frames["vacancies"], "opened_on", "closed_on", until)
    taken = Counter(twin.running(frames["matches"], until)["vacancy_id"].dropna())
    found = {}
    for place in places["place_id"]:
        own = vacancies[vacancies["place_id"] == place]
        positions = zip(own["vacancy_id"], own["positions"], strict=True)
        found[place] = (len(own), sum(max(0, n - taken[key]) for key, n in positions))
    return found


@pytest.mark.parametrize("city", FRAMES)
@pytest.mark.parametrize("day", [date(2019, 2, 1), date(2019, 12, 31), date(2020, 2, 10), AS_OF])
def test_active_places_equal_the_records(stores: dict[str, Store], city: str, day: date) -> None:
    marts = ExactMarts(stores[city])
    found = active_places(marts, day)
    expected = naive(twin.prepared(FRAMES[city]), min(day, marts.as_of))
    shown = {place.place_id: (place.open_vacancies, place.free_positions) for place in found}
    assert shown == expected
    assert [place.name for place in found] == sorted(place.name for place in found)


@pytest.mark.parametrize("level", [level for level in Level if level is not Level.OWN])
def test_the_areas_of_a_level_share_out_the_places(stores: dict[str, Store], level: Level) -> None:
    marts = ExactMarts(stores["demo"])
    codes = marts.areas(level)["area_code"]
    parts = [place for code in codes for place in active_places(marts, AS_OF, code)]
    everywhere = active_places(marts, AS_OF)
    assert sorted(parts, key=lambda place: (place.name, place.place_id)) == sorted(
        everywhere, key=lambda place: (place.name, place.place_id)
    )
    assert everywhere


def test_a_place_has_all_its_fields(stores: dict[str, Store]) -> None:
    [garden] = active_places(ExactMarts(stores["odd"]), ODD_AS_OF)
    joined = date(2019, 1, 10)
    expected = Place("P1", "Tuin van iedereen", "tuin en groen", "BU07723120", 1, 0, joined)
    assert garden == expected


def test_the_protected_door_gives_no_list(stores: dict[str, Store]) -> None:
    with pytest.raises(NotPublished, match="intern gebruik"):
        active_places(ProtectedMarts(stores["demo"]), AS_OF, "SD5")
