"""The protected mart of a whole data file: safe, additive, close, the same month after month."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics.catalog import INDICATORS, Unit
from analytics.disclosure.ledger import About, LedgerRefused
from analytics.disclosure.protector import (
    CubeProtector,
    demo_protector,
    protector_for,
    protector_of,
)
from analytics.disclosure.series.place import FOLDER, new_series
from data.delivery.importer import read_delivery
from data.delivery.sources import find_files
from data.file.database import write_database
from data.file.store import Store
from data.models.meta import Meta
from data.reference.areas import areas
from tests import twin
from tests.analytics.disclosure.small import KEY
from tests.cities import ODD_AS_OF, odd_frames
from tests.paths import SAMPLE

THRESHOLD = 5
RESIDENTS = {i.measure for i in INDICATORS if i.counts is Unit.RESIDENTS and not i.is_rate}


@pytest.fixture(scope="module")
def frames() -> twin.Frames:
    found = find_files([SAMPLE])
    return read_delivery(found, as_of=None, mapping=None, progress=lambda _: None).frames


def publish(
    target: Path, frames: twin.Frames, as_of: date, protector: CubeProtector
) -> pd.DataFrame:
    write_database(target, frames, Meta(as_of, False, ()), protector=protector)
    store = Store(target)
    rows = store.query("SELECT * FROM protected_months", {})
    store.close()
    return rows


@pytest.fixture(scope="module")
def published(
    frames: twin.Frames, tmp_path_factory: pytest.TempPathFactory
) -> tuple[pd.DataFrame, CubeProtector]:
    target = tmp_path_factory.mktemp("protected") / "x.duckdb"
    begun = new_series(target.parent / FOLDER, About(THRESHOLD, "vast"), KEY)
    protector = protector_of(begun)
    return publish(target, frames, date(2021, 9, 30), protector), protector


def test_no_small_count_of_residents_anywhere(
    published: tuple[pd.DataFrame, CubeProtector],
) -> None:
    rows = published[0]
    people = rows[rows["measure"].isin(RESIDENTS)]
    assert set(people["measure"]) == RESIDENTS
    assert not people["total"].between(1, THRESHOLD - 1).any()
    assert not people["delta"].abs().between(1, THRESHOLD - 1).any()
    assert not (rows["total"] < 0).any()


def test_children_add_up_to_their_parent(published: tuple[pd.DataFrame, CubeProtector]) -> None:
    rows = published[0].set_index(["measure", "month", "area_code"])["total"].unstack()
    for parent in areas():
        children = [area.code for area in areas() if area.parent == parent.code]
        kept = rows.drop(index="started_wijken") if parent.code.startswith("WK") else rows
        if children:
            assert (kept[children].sum(axis=1) == kept[parent.code]).all(), parent


def test_the_cost_is_low(published: tuple[pd.DataFrame, CubeProtector]) -> None:
    errors = published[1].errors.to_dict("index")
    every = errors["alle totalen"]
    assert every["mean"] <= 2.5
    assert every["p95"] <= 6
    assert every["relative"] <= 0.03
    assert errors["year"]["max"] <= 3


def test_counts_of_organisations_are_exact(
    frames: twin.Frames, published: tuple[pd.DataFrame, CubeProtector]
) -> None:
    rows = published[0]
    city = rows[(rows["level"] == "gemeente") & (rows["month"] == "2021-09-01")]
    totals = city.set_index("measure")["total"]
    assert totals["vacancies"] == len(frames["vacancies"])
    assert totals["started_wijken"] == len(frames["rollout"])


def test_free_positions_stay_near_the_truth(
    frames: twin.Frames, published: tuple[pd.DataFrame, CubeProtector]
) -> None:
    rows = published[0]
    free = rows[(rows["measure"] == "free_positions") & (rows["month"] == "2021-09-01")]
    city = int(free[free["level"] == "gemeente"]["total"].iloc[0])
    truth = len(twin.free_places(twin.prepared(frames), pd.Timestamp("2021-09-30")))
    assert city == pytest.approx(truth, rel=0.15)


def test_the_same_file_again_gives_the_same_figures(frames: twin.Frames, tmp_path: Path) -> None:
    target, as_of = tmp_path / "x.duckdb", date(2021, 9, 30)
    first, second = (
        publish(target, frames, as_of, protector_for(target, THRESHOLD, None)) for _ in range(2)
    )
    pd.testing.assert_frame_equal(first, second)


def test_a_later_file_changes_nothing_that_was_published(
    frames: twin.Frames, tmp_path: Path
) -> None:
    target = tmp_path / "x.duckdb"
    prepared = twin.prepared(frames)
    keys = ["measure", "level", "area_code", "month"]
    before = pd.DataFrame()
    for as_of in (date(2021, 3, 31), date(2021, 6, 30), date(2021, 9, 30)):
        known = twin.known_on(prepared, as_of)
        known["rollout"] = prepared["rollout"]  # the teams are known from the start
        rows = publish(target, known, as_of, protector_for(target, THRESHOLD, None))
        rows = rows[rows["measure"].isin(RESIDENTS)].set_index(keys)
        if not before.empty:
            pd.testing.assert_frame_equal(rows.loc[before.index], before)
        before = rows


def test_without_key_or_ledger_nothing_is_published(tmp_path: Path) -> None:
    target = tmp_path / "x.duckdb"
    publish(target, odd_frames(), ODD_AS_OF, protector_for(target, THRESHOLD, None))
    folder = tmp_path / FOLDER / "1-eerste"
    key, ledger = folder / "reeks.sleutel", folder / "reeks.grootboek"
    for path, said in ((key, "ontbreekt de sleutel"), (ledger, "ontbreekt het grootboek")):
        aside = path.rename(path.with_name("aside"))
        with pytest.raises(LedgerRefused, match=said):
            protector_for(target, THRESHOLD, None)
        aside.rename(path)
    key.write_text("kort")
    with pytest.raises(LedgerRefused, match="te kort"):
        protector_for(target, THRESHOLD, None)
    key.write_text("een heel andere sleutel van voldoende lengte")
    with pytest.raises(LedgerRefused, match="andere sleutel"):
        protector_for(target, THRESHOLD, None)


def test_the_key_is_for_the_owner_alone_and_made_with_the_first_file(tmp_path: Path) -> None:
    target = tmp_path / "x.duckdb"
    protector = protector_for(target, THRESHOLD, None)
    assert list(tmp_path.iterdir()) == []
    publish(target, odd_frames(), ODD_AS_OF, protector)
    key = tmp_path / FOLDER / "1-eerste" / "reeks.sleutel"
    assert key.stat().st_mode & 0o777 == 0o600


def test_an_odd_city_and_an_empty_one_can_be_protected(tmp_path: Path) -> None:
    odd = publish(tmp_path / "odd.duckdb", odd_frames(), ODD_AS_OF, demo_protector())
    people = odd[odd["measure"].isin(RESIDENTS)]
    assert not people["total"].between(1, THRESHOLD - 1).any()
    empty = publish(tmp_path / "empty.duckdb", {}, ODD_AS_OF, demo_protector())
    assert (empty["total"] == 0).all()
