"""Areas for a GIS, read with geopandas."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas
import pyogrio
import pytest

from analytics.scope.ranking import Mark
from charts.card import Card
from charts.pictures import AreaMap, MapArea
from data.reference.areas import Level, at_level
from exports.geodata import NoMap, geojson, gpkg
from exports.setting import Setting
from tests.exports.paper.samples import CARDS, INTERN, SETTING, area_map, card

FIELDS = [
    "code",
    "naam",
    "indicator",
    "moment",
    "status",
    "eenheid",
    "peildatum",
    "bron",
    "publiek",
    "waarde",
]
Make = Callable[[Card, Setting], bytes]
both = pytest.mark.parametrize("make", [geojson, gpkg])


def read(made: bytes) -> Any:
    """The features of a file, under a name with the ending that its reader expects."""
    ending = "gpkg" if made.startswith(b"SQLite") else "geojson"
    with TemporaryDirectory() as folder:
        path = Path(folder, f"kaart.{ending}")
        path.write_bytes(made)
        return geopandas.read_file(path)


@both
@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT])
def test_every_area_is_a_feature_in_degrees(make: Make, level: Level) -> None:
    frame = read(make(card(area_map(level)), SETTING))
    assert list(frame.columns.drop("geometry")) == FIELDS
    assert set(frame["code"]) == {area.code for area in at_level(level)}
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.is_valid.all()
    west, south, east, north = frame.total_bounds
    assert 5.3 < west < east < 5.6
    assert 51.3 < south < north < 51.6


@both
def test_a_mark_stands_in_the_place_of_a_value(make: Make) -> None:
    frame = read(make(card(area_map()), SETTING)).set_index("code")
    withheld = frame[frame["status"] == Mark.WITHHELD]
    assert len(withheld)
    assert withheld["waarde"].isna().all()
    assert frame.loc[frame["status"] == "getoond", "waarde"].notna().all()


@both
def test_values_are_numbers_even_when_there_is_none(make: Make) -> None:
    nothing = card(area_map(value=lambda area, moment: Mark.NOT_STARTED))
    assert read(make(nothing, SETTING))["waarde"].isna().all()


def test_a_geopackage_without_values_has_a_column_of_numbers() -> None:
    made = gpkg(card(area_map(value=lambda area, moment: Mark.NOT_STARTED)), SETTING)
    assert read(made)["waarde"].dtype == "float64"


@both
def test_what_is_not_shown_is_not_in_it(make: Make) -> None:
    several = card(area_map(moments=3, shown=2))
    frame = read(make(several, SETTING))
    assert set(frame["moment"]) == {"maand 2"}
    assert len(frame) == len(at_level(Level.WIJK))


@both
def test_a_row_of_maps_has_every_moment(make: Make) -> None:
    frame = read(make(CARDS["kaarten"], SETTING))
    assert frame.groupby("moment").size().unique().tolist() == [20]
    assert frame["moment"].nunique() == 12


@both
def test_the_file_says_for_whom_it_is(make: Make) -> None:
    assert set(read(make(CARDS["kaart"], SETTING))["publiek"]) == {"gemeente"}
    assert set(read(make(CARDS["kaart"], INTERN))["publiek"]) == {"intern · INTERN · Demogegevens"}


@both
def test_a_team_is_one_area_without_borders_inside(make: Make) -> None:
    team = MapArea("T1", "Team", ["WK077251", "WK077252"], [3.0])
    picture = area_map()
    teams = AreaMap(Level.WIJK, [team], picture.classes, "YlGn", "aantal", ["nu"])
    [shape] = read(make(card(teams), SETTING)).geometry
    assert len(getattr(shape, "geoms", [shape])) == 1


@both
def test_the_same_card_gives_the_same_bytes(make: Make) -> None:
    assert make(CARDS["kaart"], SETTING) == make(CARDS["kaart"], SETTING)


@both
def test_a_card_without_a_map_says_so(make: Make) -> None:
    with pytest.raises(NoMap, match="geen kaart"):
        make(CARDS["lijnen"], SETTING)


def test_a_geopackage_has_one_layer_named_after_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kaart.gpkg"
    path.write_bytes(gpkg(CARDS["kaart"], SETTING))
    assert pyogrio.list_layers(path).tolist() == [
        ["bereik_wijk_2021_09_30_gemeente", "MultiPolygon"]
    ]
    assert b"2021-09-30T00:00:00" in path.read_bytes()


def test_geojson_is_as_its_standard_says() -> None:
    collection = json.loads(geojson(CARDS["kaart"], SETTING))
    assert "crs" not in collection
    for feature in collection["features"]:
        assert area_inside(feature["geometry"]["coordinates"][0]) > 0


def area_inside(ring: list[list[float]]) -> float:
    """Positive when a ring runs counter-clockwise (RFC 7946, 3.1.6), by the shoelace formula."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
