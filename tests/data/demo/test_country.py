"""The made-up country: how large it is, and that every gemeente has whole areas of its own."""

import csv
import json
from io import StringIO
from itertools import pairwise

import pytest

from data.demo.country import Gemeente, city_files, gemeenten
from data.reference.areas import Level

ALL = gemeenten()
OF_EACH_SIZE = list({one.buurten: one for one in ALL}.values())


def rows(files: dict[str, bytes], path: str, sign: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(files[path].decode()), delimiter=sign))


def test_it_is_as_large_as_a_country() -> None:
    assert len(ALL) == 342
    assert sum(one.buurten for one in ALL) == 14_500
    assert sum(one.records for one in ALL) == pytest.approx(50_000_000, rel=0.001)


def test_no_two_gemeenten_share_a_name_or_a_code() -> None:
    assert len({one.name for one in ALL}) == len({one.code for one in ALL}) == len(ALL)


def test_a_few_gemeenten_are_as_the_country() -> None:
    tenth = ALL[:34]
    assert sum(one.buurten for one in tenth) == pytest.approx(1_450, rel=0.1)
    assert {one.buurten for one in ALL[:50]} == {one.buurten for one in ALL}


@pytest.mark.parametrize("gemeente", OF_EACH_SIZE, ids=lambda one: str(one.buurten))
def test_every_area_lies_in_one_of_the_level_above(gemeente: Gemeente) -> None:
    areas = rows(city_files(gemeente), "data/reference/gebieden.csv")
    level_of = {row["code"]: row["level"] for row in areas}
    order = [Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.BUURT]
    assert len(level_of) == len(areas)
    assert areas[0] == {**areas[0], "code": gemeente.code, "parent": ""}
    assert {(level_of[row["parent"]], row["level"]) for row in areas[1:]} == set(pairwise(order))
    assert sum(row["level"] == Level.BUURT for row in areas) == gemeente.buurten
    names = [row["name"] for row in areas]
    assert len(set(names)) == len(names)
    assert not any(set("0123456789") & set(name) for name in names)  # no count, to the control


@pytest.mark.parametrize("gemeente", OF_EACH_SIZE, ids=lambda one: str(one.buurten))
def test_all_that_is_told_is_told_of_its_own_areas(gemeente: Gemeente) -> None:
    files = city_files(gemeente)
    areas = rows(files, "data/reference/gebieden.csv")
    codes = {level: {row["code"] for row in areas if row["level"] == level} for level in Level}
    drawn = json.loads(files["geo/buurten.geojson"])["features"]
    people = rows(files, "data/reference/inwoners.csv")
    assert {one["properties"]["buurtcode"] for one in drawn} == codes[Level.BUURT]
    assert {row["area_code"] for row in people} == codes[Level.BUURT]
    assert {row["wijk_code"] for row in rows(files, "data/demo/rollout.csv", ";")} == (
        codes[Level.WIJK]
    )
    assert {row["area_code"] for row in rows(files, "data/demo/targets.csv", ";")} == (
        codes[Level.STADSDEEL]
    )
    cells = {str(one["geometry"]["coordinates"]) for one in drawn}
    assert len(cells) == gemeente.buurten  # no two on the same place
