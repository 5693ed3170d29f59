"""Fresh boundaries from the first page to the files, and every fault on the way there."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.affinity import translate
from shapely.geometry import mapping, shape

from data.reference.areas import Level, at_level
from geo import refresh as under_test
from geo.boundaries import GEO_FOLDER, SOURCE_FILE, boundary_year
from geo.build import BUURTEN_FILE, BoundaryError, build
from geo.coverage import boundary_faults
from geo.pdok import NotRetrieved, Piece
from geo.refresh import MOST_BYTES, difference, refresh
from geo.shapes import Shapes, hectares, read_shapes
from geo.simplify import simplified
from tests.geo.faults import contents, fails_at
from tests.geo.maps import DRAWN_LEVELS, committed_shapes, detailed
from tests.geo.pdok_server import PATH, YEAR, Feature, Reply, Service, official, serving

TODAY = date(2026, 11, 24)
SECOND = "BU07721120"
ROUNDING_HA = 0.05  # a metre, over the length of a cut


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service(official())) as running:
        yield running


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the committed boundaries, in the year before."""
    (tmp_path / "geo").mkdir()
    shutil.copytree(GEO_FOLDER, tmp_path / "static" / "geo")
    shutil.copy(BUURTEN_FILE, tmp_path / "geo")
    (tmp_path / "geo" / "bron.json").write_text('{"year": 2023}')
    return tmp_path


def refreshed(root: Path, service: Service, year: int = YEAR) -> int:
    return refresh(year, root, base_url=service.address, today=TODAY)


def refused(root: Path, service: Service, year: int = YEAR) -> str:
    """What is told; all files are checked to be as they were."""
    before = contents(root)
    with pytest.raises((NotRetrieved, BoundaryError)) as refusal:
        refreshed(root, service, year)
    assert contents(root) == before
    return str(refusal.value)


def replaced(feature: Feature, change: Callable[[Any], Any]) -> None:
    feature["geometry"] = mapping(change(shape(feature["geometry"])))


def serve(service: Service, shapes: Shapes) -> None:
    for feature in service.features:
        feature["geometry"] = mapping(shapes[feature["properties"]["buurtcode"]])


def drawn(root: Path, level: Level) -> dict[str, shapely.Geometry]:
    return read_shapes(root / "static" / "geo" / f"{level}.json", "code")


def test_generalised_borders_come_back_as_they_are(root: Path, service: Service) -> None:
    before = contents(root / "static")
    assert refreshed(root, service) == 116
    assert contents(root / "static") == before
    assert sorted(contents(root)) == [
        "data/reference/buren.csv",
        "data/reference/punten.csv",
        "geo/bron.json",
        "geo/buurten.geojson",
        *(f"static/geo/{level}.json" for level in sorted(DRAWN_LEVELS)),
    ]


def test_the_source_tells_year_and_date(root: Path, service: Service) -> None:
    refreshed(root, service)
    source = root / "geo" / "bron.json"
    assert json.loads(source.read_text(encoding="utf-8")) == {
        "source": "CBS/Kadaster (CC BY 4.0)",
        "year": YEAR,
        "retrieved": "2026-11-24",
    }
    assert boundary_year(source) == YEAR
    assert set(json.loads(SOURCE_FILE.read_text(encoding="utf-8"))) == {
        "source",
        "year",
        "retrieved",
    }


def test_detailed_borders_are_simplified_to_the_size_of_a_page(
    root: Path, service: Service
) -> None:
    fine = detailed(committed_shapes(Level.BUURT), 25)
    serve(service, fine)
    refreshed(root, service)
    assert MOST_BYTES / 2 < (root / "geo" / "buurten.geojson").stat().st_size <= MOST_BYTES
    assert (root / "static" / "geo" / "buurt.json").stat().st_size < 1.1 * MOST_BYTES
    assert boundary_faults({level: drawn(root, level) for level in DRAWN_LEVELS}) == ()
    for code, area in drawn(root, Level.BUURT).items():
        assert hectares(area) == pytest.approx(hectares(fine[code]), rel=0.1)


def test_the_build_from_the_new_buurten_gives_the_same_files(root: Path, service: Service) -> None:
    serve(service, detailed(committed_shapes(Level.BUURT), 25))
    refreshed(root, service)
    build(root / "geo" / "buurten.geojson", root / "again")
    assert contents(root / "again" / "static" / "geo") == contents(root / "static" / "geo")
    for name in ("data/reference/punten.csv", "data/reference/buren.csv"):
        assert (root / "again" / name).read_text() == (root / name).read_text()


def test_a_simplification_that_is_wrong_is_not_taken(
    root: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = BoundaryError("scheef")
    monkeypatch.setattr(under_test, "built", fails_at(1, under_test.built, wrong))
    assert refreshed(root, service) == 116
    assert boundary_faults({level: drawn(root, level) for level in DRAWN_LEVELS}) == ()


def test_no_right_simplification_is_told(
    root: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "MOST_BYTES", 20_000)
    assert refused(root, service).startswith("De grenzen blijven te groot")


def test_a_buurt_in_pieces_of_land_and_water_is_one(root: Path, service: Service) -> None:
    whole = shape(service.features[1]["geometry"])
    west, south, east, north = whole.bounds
    half = shapely.box(west, south, (west + east) / 2, north)
    water = service.features[1] | {"geometry": mapping(whole.intersection(half))}
    replaced(service.features[1], lambda area: area.difference(half))
    service.features.append(water)
    assert refreshed(root, service) == 116
    now = drawn(root, Level.BUURT)[SECOND]
    assert now.geom_type == "Polygon"
    assert hectares(now.symmetric_difference(whole)) < ROUNDING_HA


def test_the_same_buurt_on_two_pages_counts_once(root: Path, service: Service) -> None:
    service.features.append(service.features[0])
    assert refreshed(root, service) == 116


def test_seams_between_neighbours_are_stitched(root: Path, service: Service) -> None:
    replaced(service.features[1], lambda area: translate(area, 0.000002))
    assert refreshed(root, service) == 116


def test_a_missing_buurt_is_told(root: Path, service: Service) -> None:
    service.features.pop(1)
    assert refused(root, service) == (
        "De kaart van 2024 heeft 115 buurten, data/reference/gebieden.csv 116."
        " Verdwenen: BU07721120 Bergen."
        " Pas eerst data/reference/gebieden.csv aan."
    )


def test_an_unknown_buurt_is_told(root: Path, service: Service) -> None:
    service.features[1]["properties"] |= {"buurtcode": "BU07721199", "buurtnaam": "Nieuwe Bergen"}
    assert refused(root, service) == (
        "De kaart van 2024 heeft 116 buurten, data/reference/gebieden.csv 116. Nieuw:"
        " BU07721199 Nieuwe Bergen. Verdwenen: BU07721120 Bergen."
        " Pas eerst data/reference/gebieden.csv aan."
    )


def test_equal_buurten_are_no_difference() -> None:
    buurten = [Piece(area.code, "", area.parent, shapely.Point()) for area in at_level(Level.BUURT)]
    assert difference(YEAR, buurten) == ()


def test_a_buurt_in_another_wijk_is_told(root: Path, service: Service) -> None:
    service.features[0]["properties"]["wijkcode"] = "WK077221"
    assert refused(root, service) == (
        "Volgens het kaartbestand ligt buurt Binnenstad (BU07721110) in wijk Oud-Stratum "
        "(WK077221), volgens gebieden.csv in wijk Centrum (WK077211)."
    )


def test_a_piece_in_another_wijk_is_told(root: Path, service: Service) -> None:
    first = service.features[0]
    service.features.insert(0, first | {"properties": first["properties"] | {"wijkcode": "WK07"}})
    assert "in gebied WK07," in refused(root, service)


def test_shapes_that_overlap_are_told(root: Path, service: Service) -> None:
    replaced(service.features[1], lambda area: translate(area, 0.001))
    assert "Gebieden overlappen elkaar, samen " in refused(root, service)


def test_a_gap_between_buurten_is_told(root: Path, service: Service) -> None:
    replaced(service.features[1], lambda area: area.buffer(-0.0003, join_style="mitre"))
    assert refused(root, service).startswith("Er is een gat van ")


def test_a_border_that_crosses_itself_is_told(root: Path, service: Service) -> None:
    bow = [(5.40, 51.40), (5.41, 51.41), (5.41, 51.40), (5.40, 51.41), (5.40, 51.40)]
    service.features[1]["geometry"] = {"type": "Polygon", "coordinates": [bow]}
    assert refused(root, service) == (
        "De grens van buurt Bergen (BU07721120) is leeg of kruist zichzelf."
    )


@pytest.mark.parametrize(
    "moved",
    [lambda points: points[:, ::-1], lambda points: points * (1_000, 100)],
    ids=["latitude first", "metres"],
)
def test_a_map_that_lies_elsewhere_is_told(
    root: Path, service: Service, moved: Callable[[Any], Any]
) -> None:
    for feature in service.features:
        replaced(feature, lambda area: shapely.transform(area, moved))
    assert refused(root, service) == "De kaart ligt niet op de plaats van Eindhoven."


def test_another_gemeente_alone_is_no_map(root: Path, service: Service) -> None:
    service.filters = False
    for feature in service.features:
        feature["properties"]["gemeentecode"] = "GM0363"
    assert "geen enkele buurt van Eindhoven" in refused(root, service)


def test_an_empty_collection_is_told(root: Path, service: Service) -> None:
    service.features.clear()
    assert "geen enkele buurt van Eindhoven" in refused(root, service)


def test_a_year_that_does_not_exist_changes_nothing(root: Path, service: Service) -> None:
    assert "Van 2031 is er geen kaart" in refused(root, service, 2031)


def test_a_service_that_dies_halfway_changes_nothing(root: Path, service: Service) -> None:
    service.on_reply = lambda number, reply: reply if number == 1 else None
    assert "(pagina 2)" in refused(root, service)


@pytest.mark.parametrize(
    "change",
    [
        lambda reply: replace(reply, missing=10),
        lambda reply: replace(reply, body=reply.body[:-20]),
        lambda reply: Reply(b"<html>Storing</html>", headers={"Content-Type": "text/html"}),
        lambda reply: Reply(b"", 500),
        lambda reply: Reply(b"", 404),
    ],
    ids=["cut off", "half a zip", "html", "500", "404"],
)
def test_a_wrong_third_page_changes_nothing(
    root: Path, service: Service, change: Callable[[Reply], Reply]
) -> None:
    service.on_reply = lambda number, reply: change(reply) if number == 3 else reply
    assert "(pagina 3)" in refused(root, service)


@pytest.mark.parametrize("href", [f"{PATH}?limit=1&gemeentecode=GM0772", "http://elders.nl/"])
def test_a_next_page_that_leads_astray_changes_nothing(
    root: Path, service: Service, href: str
) -> None:
    service.on_page = lambda number, page: page.update(links=[{"rel": "next", "href": href}])
    assert refused(root, service)


@pytest.mark.parametrize("name", ["fsync", "replace"])
@pytest.mark.parametrize("call", range(1, 7))
def test_a_disk_that_cannot_be_written_changes_nothing(
    root: Path, service: Service, monkeypatch: pytest.MonkeyPatch, name: str, call: int
) -> None:
    serve(service, simplified(committed_shapes(Level.BUURT), 60))
    before = contents(root)
    monkeypatch.setattr(os, name, fails_at(call, getattr(os, name), OSError(28, "vol")))
    with pytest.raises(OSError, match="vol"):
        refreshed(root, service)
    assert contents(root) == before
