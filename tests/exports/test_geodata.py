"""Areas for a GIS, read with geopandas."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import geopandas
import pyogrio
import pytest

from analytics.catalog import find
from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.card import Card
from charts.cards import CARDS as BUILDERS
from charts.pictures import AreaMap, MapArea
from data.file.store import Store
from data.reference.areas import Level, at_level
from exports.geodata import NoMap, geojson, gpkg, gpkg_in_degrees, layer
from exports.setting import Setting, setting_of
from tests.exports.paper.samples import CARDS, INTERN, SETTING, area_map, card

FIELDS = [
    "code",
    "naam",
    "niveau",
    "indicator",
    "moment",
    "status",
    "eenheid",
    "vanaf",
    "peildatum",
    "bron",
    "publiek",
    "waarde",
]
LAYER = "bereik_wijk_2021_09_30_gemeente"
Make = Callable[[Card, Setting], bytes]
both = pytest.mark.parametrize("make", [geojson, gpkg])


def read(made: bytes) -> Any:
    """The features of a file, under a name with the ending that its reader expects."""
    ending = "gpkg" if made.startswith(b"SQLite") else "geojson"
    with TemporaryDirectory() as folder:
        path = Path(folder, f"kaart.{ending}")
        path.write_bytes(made)
        return geopandas.read_file(path, layer=pyogrio.list_layers(path)[0, 0])


@both
@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT])
def test_every_area_is_a_feature_on_its_place(make: Make, level: Level) -> None:
    frame = read(make(card(area_map(level)), SETTING))
    assert frame.crs.to_epsg() == (28992 if make is gpkg else 4326)
    frame = frame.to_crs(4326)
    assert list(frame.columns.drop("geometry")) == FIELDS
    assert set(frame["code"]) == {area.code for area in at_level(level)}
    assert frame.geometry.is_valid.all()
    west, south, east, north = frame.total_bounds
    assert 5.3 < west < east < 5.6
    assert 51.3 < south < north < 51.6


def test_a_geopackage_in_degrees_is_the_same_layer(tmp_path: Path) -> None:
    degrees, metres = (make(card(area_map()), SETTING) for make in (gpkg_in_degrees, gpkg))
    assert read(degrees).crs.to_epsg() == 4326
    assert read(degrees).drop(columns="geometry").equals(read(metres).drop(columns="geometry"))
    assert read(degrees).to_crs(28992).geometry.geom_equals_exact(read(metres).geometry, 0.01).all()
    styles = []
    for name, made in (("a", degrees), ("b", metres)):
        (tmp_path / name).write_bytes(made)
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            styles.append(connection.execute("SELECT styleQML FROM layer_styles").fetchall())
    assert styles[0] == styles[1]


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


@pytest.mark.parametrize("view", [View(), View(Level.BUURT, "SD5", indicator="matches")])
def test_the_layer_of_every_map_names_what_it_shows(store: Store, view: View) -> None:
    """Of each card with a map: the indicator by its label, the unit, and the words around it."""
    scope = Scope(DirectAnswers(open_marts(store, Audience.INTERN), is_demo=True), view)
    made = [build(scope) for build in BUILDERS.values()]
    maps = [found for found in made if isinstance(found.picture, AreaMap)]
    assert {"kaart.kaart", "kaart.verandering", "witte_vlekken.wat_als"} <= {m.id for m in maps}
    for found in maps:
        told = layer(found, setting_of(scope))
        labels = [find(name).label for name in found.indicators]
        assert labels
        assert {feature.texts["indicator"] for feature in told.features} == {", ".join(labels)}
        assert all(feature.texts["eenheid"] for feature in told.features)
        assert found.title in told.description
        assert found.subtitle in told.description
    [change] = [layer(m, setting_of(scope)) for m in maps if m.id == "kaart.verandering"]
    assert {"verschil met oktober 2020"} == {
        feature.texts["eenheid"].rpartition(", ")[2] for feature in change.features
    }


@both
def test_a_card_without_a_map_says_so(make: Make) -> None:
    with pytest.raises(NoMap, match="geen kaart"):
        make(CARDS["lijnen"], SETTING)


def test_a_geopackage_has_one_map_named_after_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kaart.gpkg"
    path.write_bytes(gpkg(CARDS["kaart"], SETTING))
    assert pyogrio.list_layers(path).tolist() == [
        [LAYER, "MultiPolygon"],
        ["layer_styles", None],
    ]
    assert b"2021-09-30T00:00:00" in path.read_bytes()


def test_a_geopackage_has_days_numbers_aliases_and_colours(tmp_path: Path) -> None:
    path = tmp_path / "kaart.gpkg"
    path.write_bytes(gpkg(CARDS["kaart"], SETTING))
    told = pyogrio.read_info(path, layer=LAYER)
    types = dict(zip(told["fields"], told["ogr_types"], strict=True))
    assert (types["peildatum"], types["waarde"], types["code"]) == (
        "OFTDate", "OFTReal", "OFTString",
    )  # fmt: skip
    style = pyogrio.read_dataframe(path, layer="layer_styles").iloc[0]
    assert (style["f_table_name"], style["f_geometry_column"]) == (LAYER, told["geometry_name"])
    picture = CARDS["kaart"].picture
    assert isinstance(picture, AreaMap)
    root = ElementTree.fromstring(style["styleQML"])
    ranges = root.findall("renderer-v2/ranges/range")
    assert [one.attrib["label"] for one in ranges] == picture.classes.labels()
    assert [float(one.attrib["lower"]) for one in ranges[1:]] == list(picture.classes.borders)
    assert len(
        {
            option.attrib["value"]
            for option in root.iter("Option")
            if option.attrib.get("name") == "color"
        }
    ) == len(ranges)
    assert {alias.attrib["field"] for alias in root.iter("alias")} == set(FIELDS)
    with closing(sqlite3.connect(path)) as connection:
        named = connection.execute("SELECT column_name FROM gpkg_data_columns").fetchall()
        assert {name for (name,) in named} == set(FIELDS)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_value_has_the_colour_of_its_class() -> None:
    picture = CARDS["kaart"].picture
    assert isinstance(picture, AreaMap)
    made = layer(CARDS["kaart"], SETTING)
    values = [feature.value for feature in made.features if feature.value is not None]
    assert len(values) > 1
    for value in values:
        [index] = [n for n, shade in enumerate(made.shades) if shade.low <= value <= shade.high]
        assert index == picture.classes.index(value)


def test_geojson_is_as_its_standard_says() -> None:
    collection = json.loads(geojson(CARDS["kaart"], SETTING))
    assert "crs" not in collection
    for feature in collection["features"]:
        assert area_inside(feature["geometry"]["coordinates"][0]) > 0


def area_inside(ring: list[list[float]]) -> float:
    """Positive when a ring runs counter-clockwise (RFC 7946, 3.1.6), by the shoelace formula."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
