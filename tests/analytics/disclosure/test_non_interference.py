"""What goes out is made from weights: other records without weight change none of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics.catalog import INDICATORS, Indicator
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ProtectedMarts
from analytics.figures.selection import Selection
from data.demo import make_demo
from data.file.database import write_database
from data.file.store import Store
from data.models.meta import Meta
from data.periods import Period
from data.reference.areas import Level
from tests.twins import Remembering, Same, others_behind, tables_of

AS_OF = date(2021, 10, 1)
META = Meta(AS_OF, True, ())
LEVELS = [level for level in Level if level is not Level.OWN]
LEFT_OUT = 12  # matches, one by one

Frames = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def frames() -> Frames:
    return make_demo(seed=11, scale=0.2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("twins")


@pytest.fixture(scope="module")
def first(frames: Frames, folder: Path) -> Remembering:
    protector = Remembering()
    write_database(folder / "first.duckdb", frames, META, protector=protector)
    return protector


@pytest.fixture(scope="module")
def stores(frames: Frames, first: Remembering, folder: Path) -> Iterator[tuple[Store, Store]]:
    """A city, and one with other records behind its representatives, some of them much older."""
    others = others_behind(frames, first.weights)
    strange = others["scans"]["scan_id"].str.startswith("anders-")
    early = others["scans"]["scanned_on"].mask(strange, date(2014, 3, 1))
    others["scans"] = others["scans"].assign(scanned_on=early)
    write_database(folder / "second.duckdb", others, META, protector=Same(first))
    both = Store(folder / "first.duckdb"), Store(folder / "second.duckdb")
    yield both
    for store in both:
        store.close()


def test_the_protected_tables_are_the_same(stores: tuple[Store, Store]) -> None:
    one, other = (tables_of(store.path) for store in stores)
    assert (
        set(one)
        == set(other)
        == {
            "protected_journeys",
            "protected_months",
            "protected_spells",
        }
    )
    for table, rows in one.items():
        pd.testing.assert_frame_equal(rows, other[table])
        assert len(rows) > 10


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: str(indicator.id))
@pytest.mark.parametrize("level", LEVELS)
def test_every_figure_is_the_same(
    stores: tuple[Store, Store], indicator: Indicator, level: Level
) -> None:
    asked = Selection(level, AS_OF, period=Period.YEAR)
    one, other = (figures(ProtectedMarts(store), indicator, asked) for store in stores)
    pd.testing.assert_frame_equal(one.frame, other.frame)
    assert one.selection == other.selection


def test_the_beginning_is_that_of_the_protected_months(stores: tuple[Store, Store]) -> None:
    one, other = stores
    assert other.beginning == date(2014, 3, 1)
    assert ProtectedMarts(other).beginning == ProtectedMarts(one).beginning == date(2017, 9, 1)


def test_one_match_without_weight_more_or_less_changes_nothing(
    frames: Frames, first: Remembering, folder: Path
) -> None:
    published = tables_of(folder / "first.duckdb")
    fills = first.weights.fills
    assert fills is not None
    bearing = pd.concat([first.weights.matches, fills]).groupby("match_id")["weight"].sum()
    without = frames["matches"][frames["matches"]["match_id"].map(bearing) == 0]
    on_vacancy = without[without["vacancy_id"].notna() & without["ended_on"].isna()]
    reached = _residents_without_weight(frames, first)
    lone = on_vacancy[on_vacancy["scan_id"].isin(reached)].head(LEFT_OUT)["match_id"]
    kept = frames["matches"][~frames["matches"]["match_id"].isin(lone)]
    assert len(lone) == LEFT_OUT
    target = folder / "less.duckdb"
    write_database(target, frames | {"matches": kept}, META, protector=Same(first))
    for table, rows in tables_of(target).items():
        pd.testing.assert_frame_equal(rows, published[table])


def _residents_without_weight(frames: Frames, first: Remembering) -> set[str]:
    """The scans of residents of whom no scan carries weight."""
    weights = first.weights.scans.set_index("scan_id")["weight"]
    scans = frames["scans"].assign(weight=frames["scans"]["scan_id"].map(weights))
    total = scans.groupby("resident_id")["weight"].transform("sum")
    return set(scans["scan_id"][total == 0])


def test_a_table_that_counts_records_would_be_found(
    frames: Frames, first: Remembering, folder: Path
) -> None:
    """With other weights the tables differ: the comparison can fail."""
    shifted = Remembering()
    shifted.given = first.given
    scans = first.weights.scans
    shifted.weights = replace(
        first.weights, scans=scans.assign(weight=scans["weight"].to_numpy()[::-1])
    )
    target = folder / "shifted.duckdb"
    write_database(target, frames, META, protector=Same(shifted))
    one, other = (tables_of(folder / name) for name in ("first.duckdb", "shifted.duckdb"))
    assert not one["protected_months"].equals(other["protected_months"])
