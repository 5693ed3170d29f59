"""Working ahead: once for every version, and then a page asks the file nothing more."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analytics.figures.doors.marts import Audience
from analytics.scope.scope import Scope
from charts import registry
from charts.card import Card
from data.file.store import Store, Version, version_of
from data.problems import DataFileProblem
from data.reference.areas import Level, at_level
from pages import PAGES, page
from pages._parts import ahead, session

SOME = [pytest.param(page(path), id=path) for path in ("overzicht/overzicht", "gebied/gebied")]


@pytest.fixture(scope="module")
def worked(store: Store) -> Version:
    """The version of the city, for which has been worked ahead."""
    st.cache_resource.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BLOEI_DATABASE", str(store.path))
        done = ahead.look(None)
    assert done == version_of(store.path)
    return done


@pytest.fixture
def asked(worked: Version, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the file is asked: the measure, "" for anything else."""
    found, ask = [], Store._ask

    def noted(store: Store, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
        found.append(str(parameters.get("measure", "")))
        return ask(store, sql, parameters)

    monkeypatch.setattr(Store, "_ask", noted)
    return found


@pytest.mark.parametrize("audience", Audience)
def test_no_page_asks_anything_before_a_choice(
    app: AppTest, asked: list[str], audience: Audience
) -> None:
    app.query_params["publiek"] = audience
    app.run()
    for one in PAGES:
        app.switch_page(one.script).run()
        assert not app.exception
        # Lists of records are asked one by one, and only by who works with them.
        assert one.path.startswith("beheer/") or asked == [], one.path


@pytest.mark.parametrize("one", SOME)
@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT])
def test_an_area_asks_only_what_is_its_own(
    app: AppTest, asked: list[str], level: Level, one: Any
) -> None:
    app.run()
    app.query_params["gebied"] = at_level(level)[-1].code
    app.switch_page(one.script).run()
    assert not app.exception
    assert set(asked) <= {"", "started_wijken"}  # how far its rollout was on days of its own


@pytest.mark.usefixtures("worked")
@pytest.mark.parametrize("path", ahead.OF_AN_AREA)
def test_of_a_stadsdeel_every_card_is_there(
    app: AppTest, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.run()
    made: list[Card] = []

    def noted(found: Card, *_: Scope, **__: bool) -> Card:
        made.append(found)
        return found

    monkeypatch.setattr(registry, "_told", noted)
    for area in at_level(Level.STADSDEEL):
        app.query_params["gebied"] = area.code
        app.switch_page(page(path).script).run()
        assert not app.exception
    assert made == []


def test_it_works_once_for_every_version(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[Version, Audience]] = []
    monkeypatch.setattr(ahead, "_work", lambda found: done.append((found.version, found.reader)))
    monkeypatch.setenv("BLOEI_DATABASE", str(store.path))
    version = ahead.look(None)
    assert ahead.look(version) == version
    assert done == [(version, audience) for audience in Audience]


@pytest.mark.parametrize("error", [DataFileProblem("Dat is er niet.", ""), ValueError("kapot")])
def test_what_goes_wrong_is_tried_once_for_a_version(
    store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    tried: list[Audience] = []

    def fail(found: session.Results) -> None:
        tried.append(found.reader)
        raise error

    monkeypatch.setattr(ahead, "_work", fail)
    monkeypatch.setenv("BLOEI_DATABASE", str(store.path))
    version = ahead.look(None)
    assert version == version_of(store.path)
    assert ahead.look(version) == version
    assert tried == list(Audience)


def test_without_a_file_it_waits_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLOEI_DATABASE", str(tmp_path / "none.duckdb"))
    assert ahead.look(None) is None


def test_what_waits_is_given_to_nobody_who_may_not(worked: Version) -> None:
    unseen = ahead.Unseen(worked, Audience.INTERN)
    assert unseen.door == session.Door(worked, Audience.INTERN)
    assert not issubclass(session.PageScope, ahead.Unseen)


def test_who_starts_the_server_can_leave_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BLOEI_AHEAD", raising=False)
    assert ahead.is_wanted()
    monkeypatch.setenv("BLOEI_AHEAD", "0")
    assert not ahead.is_wanted()
