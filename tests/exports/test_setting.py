"""Every rounded export says in which series it was rounded; the manifest says so of all."""

import json
from pathlib import Path

import pytest

from analytics.disclosure.protector import DEMO_SERIES
from analytics.disclosure.series.overlap import Told, of_manifest, series_in
from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from data.file.store import Store
from exports.manifest import Origin, manifest
from exports.setting import Setting, setting_of
from tests.cities import ODD_AS_OF, odd_frames, write_city


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return write_city(tmp_path_factory.mktemp("x") / "x.duckdb", odd_frames(), ODD_AS_OF)


def setting(store: Store, audience: Audience) -> Setting:
    answers = DirectAnswers(open_marts(store, audience), is_demo=True)
    return setting_of(Scope(answers, View(audience=audience)))


def told(store: Store, audience: Audience) -> bytes:
    return manifest(Origin(store.path, setting(store, audience), {}), {"a.csv": b"a"})


def test_rounded_figures_name_their_series_in_the_source_line(store: Store) -> None:
    words = setting(store, Audience.GEMEENTE).audience_words
    assert words.endswith(f"totalen kloppen met elkaar. Reeks demo ({DEMO_SERIES.id}).")
    assert series_in(words) == {DEMO_SERIES.id}
    assert series_in(setting(store, Audience.INTERN).audience_words) == set()


def test_every_manifest_names_the_series(store: Store) -> None:
    for audience in Audience:
        series = json.loads(told(store, audience))["reeks"]
        assert (series["kenmerk"], series["naam"], series["drempel"]) == (DEMO_SERIES.id, "demo", 5)


def test_the_days_of_a_manifest_are_those_of_its_figures(store: Store, tmp_path: Path) -> None:
    found = of_manifest("a", told(store, Audience.GEMEENTE))
    protected = open_marts(store, Audience.GEMEENTE)
    assert found == Told("a", DEMO_SERIES.id, protected.counted_from, protected.as_of)
    assert of_manifest("a", told(store, Audience.INTERN)) is None
