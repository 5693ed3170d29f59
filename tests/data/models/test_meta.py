"""What a data file says of itself, and what happens when it says too little."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import duckdb
import pytest

from analytics.catalog import INDICATORS
from analytics.catalog.indicator import Time
from analytics.disclosure.protector import protector_for
from analytics.figures.compute import INHABITANTS
from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from data.contract.tables import CONTRACT_VERSION
from data.file.database import write_database
from data.file.store import Store
from data.file.versions import current
from data.models.measures import measures
from data.models.meta import ADDED, FULL, META_COLUMNS, Meta, Source
from data.problems import DataFileProblem
from data.reference.areas import Level
from tests.cities import ODD_AS_OF, odd_frames, write_city

META = Meta(ODD_AS_OF, is_demo=False, sources=(Source("scans.csv", "ab" * 32),))


def changed(path: Path, sql: str) -> None:
    with duckdb.connect(str(current(path))) as con:
        con.execute(sql)


def test_meta_comes_back_as_it_went_in(tmp_path: Path) -> None:
    write_database(tmp_path / "x.duckdb", odd_frames(), META)
    store = Store(tmp_path / "x.duckdb")
    assert store.meta == META
    assert (store.meta.contract_version, store.meta.measures) == (CONTRACT_VERSION, measures())
    assert store.meta.built_at == META.built_at
    store.close()


def test_every_field_is_a_described_column() -> None:
    assert list(META_COLUMNS) == [field.name for field in fields(Meta)]
    assert all(kind and comment for kind, comment in META_COLUMNS.values())


def test_every_measure_of_the_catalogue_is_a_measure_of_a_file() -> None:
    counted = {i.measure for i in INDICATORS if not i.duration}
    divided = {i.denominator for i in INDICATORS} - {"", INHABITANTS}
    assert counted | divided <= set(measures())


def test_a_file_without_a_measure_is_refused_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    write_city(path, odd_frames(), ODD_AS_OF).close()
    changed(path, "UPDATE meta SET measures = list_filter(measures, lambda m: m <> 'matches')")
    with pytest.raises(DataFileProblem, match="Niet in dit bestand: matches") as problem:
        Store(path)
    assert "Laad de levering opnieuw" in problem.value.advice


def test_no_door_answers_zero_for_a_measure_that_the_file_does_not_hold(tmp_path: Path) -> None:
    store = write_city(tmp_path / "x.duckdb", odd_frames(), ODD_AS_OF)
    indicator = next(i for i in INDICATORS if i.time is Time.STOCK)
    for door in (ExactMarts(store), ProtectedMarts(store)):
        assert len(door.standing(indicator.measure, Level.GEMEENTE, [ODD_AS_OF])) == 1
        with pytest.raises(DataFileProblem, match="bakfietsen is niet in dit bestand"):
            door.standing("bakfietsen", Level.GEMEENTE, [ODD_AS_OF])
    store.close()


def test_a_file_of_version_1_is_refused_and_its_ledger_goes_on(tmp_path: Path) -> None:
    path, day = tmp_path / "x.duckdb", date(2020, 2, 29)
    meta = Meta(day, is_demo=False, sources=())
    write_database(path, odd_frames(), meta, protector=protector_for(path, 5, None))
    before = shown(path)
    [kept] = tmp_path.glob("reeksen/*/reeks.grootboek")
    ledger = kept.read_text(encoding="utf-8")
    changed(path, "UPDATE meta SET contract_version = 1")
    changed(path, "ALTER TABLE meta DROP COLUMN measures")
    with pytest.raises(DataFileProblem, match="contractversie 1") as problem:
        Store(path)
    assert "Laad de levering opnieuw" in problem.value.advice
    write_database(path, odd_frames(), meta, protector=protector_for(path, 5, None))
    assert shown(path) == before
    assert kept.read_text(encoding="utf-8").startswith(ledger)


def shown(path: Path) -> list[list[object]]:
    store = Store(path)
    rows = store.query("SELECT * FROM protected_months ORDER BY ALL", {}).values.tolist()
    store.close()
    return rows


def test_a_column_that_came_later_has_its_default(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    meta = Meta(date(2020, 2, 29), is_demo=False, sources=(), kind=ADDED)
    write_database(path, odd_frames(), meta)
    assert Store(path).meta.kind == ADDED
    changed(path, "ALTER TABLE meta DROP COLUMN kind")
    assert Store(path).meta.kind == FULL
