"""Inhabitants per area and year: additive, scaled to the wijk, and refused in words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference.areas import AREAS_FILE, Level, areas, at_level
from data.reference.population import (
    POPULATION_FILE,
    PopulationProblem,
    nearest_year,
    people_in,
    population,
    scaled,
)
from tests.twin_population import inhabitants_in

YEARS = (2015, 2016, 2017, 2018, 2019, 2020, 2021, 2023, 2024)
ERP = "WK077242"


@pytest.mark.parametrize("year", YEARS)
def test_every_year_equals_a_twin_and_adds_up(year: int) -> None:
    people = {f.area_code: f.inhabitants for f in population() if f.year == year}
    twin = inhabitants_in(year)
    assert people == {code: amount for code, amount in twin.items() if amount is not None}
    for area in areas():
        children = [people.get(inside.code, 0) for inside in areas() if inside.parent == area.code]
        if children:
            assert sum(children) == people[area.code], area


@pytest.mark.parametrize(
    ("code", "year", "inhabitants"),
    [
        ("GM0772", 2019, 231_601),  # as published by the gemeente
        ("GM0772", 2021, 235_662),
        ("BU07721110", 2015, 3_005),
        (ERP, 2024, 18_655),  # CBS; its buurten of 2023 are 17.880
        (ERP, 2023, 17_880),
    ],
)
def test_published_figures(code: str, year: int, inhabitants: int) -> None:
    assert people_in(year)[code] == inhabitants


def test_buurten_are_scaled_to_the_cbs_figure_of_their_wijk() -> None:
    for buurt in at_level(Level.BUURT):
        if buurt.parent == ERP:
            expected = people_in(2023)[buurt.code] * 18_655 / 17_880
            assert people_in(2024)[buurt.code] == pytest.approx(expected, abs=1)


@pytest.mark.parametrize(
    ("year", "near"), [(2010, 2015), (2015, 2015), (2022, 2021), (2023, 2023), (2099, 2024)]
)
def test_the_nearest_year_and_of_two_the_earlier(year: int, near: int) -> None:
    assert nearest_year(YEARS, year) == nearest_year(YEARS[::-1], year) == near
    assert people_in(year) == people_in(near)


def test_every_row_names_its_source() -> None:
    sources = {(f.area_code, f.year): f.source for f in population()}
    assert all(sources.values())
    assert sources["BU07721110", 2018] == "gemeente Eindhoven, eindhoven.incijfers.nl"
    assert sources["GM0772", 2024] == "CBS, kerncijfers wijken en buurten"
    assert sources["BU07721110", 2024] == (
        "CBS, kerncijfers wijken en buurten;"
        " over de buurten verdeeld zoals in 2023 (gemeente Eindhoven)"
    )


@given(st.lists(st.integers(0, 9_999), max_size=12), st.integers(0, 99_999))
def test_scaled_parts_add_up_and_keep_their_order(parts: list[int], total: int) -> None:
    found = scaled(parts, total)
    if not sum(parts):
        assert found == parts
        return
    assert sum(found) == total
    for part, share in zip(parts, found, strict=True):
        assert abs(share - part * total / sum(parts)) < 1


HEADING = "area_code,year,inhabitants,households,source\n"
WIJKEN = "".join(f"{area.code},2025,1000,400,CBS\n" for area in at_level(Level.WIJK))
BUURTEN = "".join(f"{area.code},2020,50,25,gemeente\n" for area in at_level(Level.BUURT))


def written(path: Path, rows: str) -> Path:
    target = path / "inwoners.csv"
    target.write_text(HEADING + rows, encoding="utf-8")
    return target


def test_a_year_that_the_owner_adds_counts_and_shares_over_the_buurten(tmp_path: Path) -> None:
    found = population(written(tmp_path, BUURTEN + WIJKEN))
    assert len(found) == 2 * len(areas())
    latest = {f.area_code: (f.inhabitants, f.households) for f in found if f.year == 2025}
    assert latest["GM0772"] == (20_000, 8_000)
    inside = [area.code for area in areas() if area.parent == ERP]
    assert sum(latest[code][0] for code in inside) == 1_000
    assert sum(latest[code][1] or 0 for code in inside) == 400


def test_households_are_known_only_where_all_of_them_are(tmp_path: Path) -> None:
    rows = (BUURTEN + WIJKEN).replace("BU07721110,2020,50,25", "BU07721110,2020,50,", 1)
    found = {(f.area_code, f.year): f.households for f in population(written(tmp_path, rows))}
    assert found["BU07721110", 2020] is None
    assert found["WK077211", 2020] is found["GM0772", 2020] is None
    assert (found["WK077211", 2025], found["BU07721120", 2025]) == (400, None)
    assert found["WK077221", 2020] == 25 * sum(a.parent == "WK077221" for a in areas())


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "heeft geen enkele rij"),
        ("BU07721110,2020,veel,,x\n", "rij 2 kan niet worden gelezen"),
        ("BU07721110,2020,5\n", "rij 2: de bron ontbreekt"),
        ("BU07721110,2020,-1,,x\n", "rij 2: een aantal is nooit minder dan 0"),
        ("BU07721110,2020,1,-1,x\n", "rij 2: een aantal is nooit minder dan 0"),
        ("GM0772,2020,5,,x\n", "rij 2: GM0772 is geen wijk of buurt"),
        ("BU07721110,2020,1,,x\nBU07721110,2020,1,,x\n", "rij 3: BU07721110 staat er voor 2020 al"),
        ("BU07721110,2020,1,,x\n", "in 2020 staat er niets van wijk WK077221"),
        (WIJKEN, "in wijk WK077211 wonen in 2025 mensen"),
    ],
)
def test_a_file_that_cannot_be_used_says_which_row(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(PopulationProblem) as problem:
        population(written(tmp_path, rows))
    assert said in str(problem.value)


def test_the_file_of_the_house_is_read_from_where_the_areas_are() -> None:
    assert POPULATION_FILE.parent == AREAS_FILE.parent
    assert {f.year for f in population()} == set(YEARS)
