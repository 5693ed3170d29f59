"""Similar areas: against a naive twin, against an example made by hand, and in any order."""

from collections.abc import Iterator, Mapping
from math import log, sqrt
from pathlib import Path
from random import Random
from statistics import fmean, pstdev

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.figures.doors.marts import ExactMarts
from analytics.profile.similar import (
    NAMES,
    NEIGHBOURS,
    nearest,
    similar_areas,
    standardised,
    traits,
)
from data.file.store import Store
from data.reference.areas import Level, areas, at_level
from data.reference.context import context
from tests import twin
from tests.cities import ODD_AS_OF, odd_frames, write_city


def test_where_nothing_is_estimated_no_area_is_like_another(
    marts: ExactMarts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.reference.context.context", dict)
    for level in (Level.STADSDEEL, Level.WIJK, Level.BUURT):
        assert traits(marts, level)["eenzaam"].isna().all()
        assert not similar_areas(marts, level, at_level(level)[0].code).nearest


@pytest.fixture(scope="module")
def marts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ExactMarts]:
    path: Path = tmp_path_factory.mktemp("similar") / "odd.duckdb"
    store: Store = write_city(path, odd_frames(), ODD_AS_OF)
    yield ExactMarts(store)
    store.close()


def naive_traits(level: Level) -> dict[str, list[float]]:
    """The traits of the areas that can be compared, from the files, one area after another."""
    around = twin.parents(level, odd_frames())
    hectares: dict[str, float] = {}
    for area in areas():
        if area.level is Level.WIJK and level is Level.TEAM:
            hectares[around[area.code]] = hectares.get(around[area.code], 0) + area.area_ha
        elif area.level is level:
            hectares[area.code] = area.area_ha
    found = {}
    living = twin.inhabitants(Level.BUURT, odd_frames(), ODD_AS_OF)
    for code, people in twin.inhabitants(level, odd_frames(), ODD_AS_OF).items():
        inside = [b for b in at_level(Level.BUURT) if around[b.code] == code]
        known = [b for b in inside if living[b.code] and b.code in context()]
        if not people or people < 100 or not known:
            continue
        weights = [float(living[b.code] or 0) for b in known]
        means = [
            fmean([context()[b.code][name] for b in known], weights=weights) for name in NAMES[2:]
        ]
        found[code] = [log(people), log(people / hectares[code]), *means]
    return found


def naive_nearest(found: dict[str, list[float]], area: str) -> list[str]:
    columns = list(zip(*found.values(), strict=True))
    scores = {
        code: [(v - fmean(c)) / pstdev(c) for v, c in zip(row, columns, strict=True)]
        for code, row in found.items()
    }
    own = scores.pop(area)
    apart = {
        code: sqrt(sum((a - b) ** 2 for a, b in zip(own, row, strict=True)))
        for code, row in scores.items()
    }
    return sorted(apart, key=lambda code: (round(apart[code], 9), code))[:NEIGHBOURS]


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM])
def test_the_nearest_equal_the_naive_twin(marts: ExactMarts, level: Level) -> None:
    found = naive_traits(level)
    scores = standardised(traits(marts, level))
    assert set(scores.index) == set(found)
    for code in list(found)[::4]:
        assert nearest(scores, code) == naive_nearest(found, code)


def by_hand(rows: Mapping[str, tuple[float | None, float | None]]) -> pd.DataFrame:
    """Areas that differ in inhabitants and in one estimate only."""
    frame = pd.DataFrame(10.0, index=list(rows), columns=NAMES)
    frame["inhabitants"] = [row[0] for row in rows.values()]
    frame["eenzaam"] = [row[1] for row in rows.values()]
    return frame


def test_an_example_by_hand() -> None:
    # Inhabitants 1.000 and 10.000 are as far apart as 10.000 and 100.000: by logarithm the
    # z-scores are -1,22, 0 and 1,22; those of the estimate 1,22, 0 and -1,22.
    rows = {"A": (1_000, 30), "B": (10_000, 20), "C": (100_000, 10)}
    scores = standardised(by_hand(rows))
    assert scores.loc["A", "inhabitants"] == pytest.approx(-sqrt(1.5))
    assert scores.loc["A", "eenzaam"] == pytest.approx(sqrt(1.5))
    assert (scores["mantelzorger"] == 0).all()
    assert nearest(scores, "A") == ["B", "C"]
    assert nearest(scores, "B") == ["A", "C"]  # as far: then by code


def test_areas_without_people_or_estimates_take_no_part() -> None:
    rows = {"A": (99, 30), "B": (100, 20), "C": (None, 10), "D": (500, None), "E": (200, 20)}
    assert list(standardised(by_hand(rows)).index) == ["B", "E"]


amounts = st.tuples(st.integers(90, 9_000), st.integers(5, 60))


@given(rows=st.lists(amounts, min_size=2, max_size=9), shuffle=st.randoms(use_true_random=False))
def test_the_order_of_the_areas_does_not_matter(
    rows: list[tuple[int, int]], shuffle: Random
) -> None:
    found = by_hand({f"A{n}": row for n, row in enumerate(rows)})
    codes = list(found.index)
    shuffle.shuffle(codes)
    scores, others = standardised(found), standardised(found.loc[codes])
    for code in scores.index:
        assert nearest(scores, code) == nearest(others, code)
        assert code not in nearest(scores, code)


def test_why_areas_are_alike(marts: ExactMarts) -> None:
    found = similar_areas(marts, Level.BUURT, "BU07721110")
    scores = standardised(traits(marts, Level.BUURT))
    codes = [area.code for area in found.nearest]
    gaps = {
        name: fmean(abs(scores[name][c] - scores[name]["BU07721110"]) for c in codes)
        for name in NAMES
    }
    ordered = sorted(gaps, key=lambda name: gaps[name])
    assert [trait.name for trait in found.alike] == ordered[:3]
    assert found.different is not None
    assert found.different.name == ordered[-1]


@pytest.mark.parametrize(
    ("level", "code"),
    [(Level.GEMEENTE, "GM0772"), (Level.BUURT, "BU07726380"), (Level.BUURT, "BU07724360")],
)
def test_an_area_that_takes_no_part_has_no_similar_areas(
    marts: ExactMarts, level: Level, code: str
) -> None:
    assert similar_areas(marts, level, code).nearest == ()


def test_a_team_holds_the_hectares_of_its_wijken(marts: ExactMarts) -> None:
    team = marts.areas(Level.TEAM).set_index("area_code")["area_ha"]
    wijk = {area.code: area.area_ha for area in at_level(Level.WIJK)}
    assert team["Tongelre-Centrum"] == pytest.approx(wijk["WK077231"] + wijk["WK077211"])
