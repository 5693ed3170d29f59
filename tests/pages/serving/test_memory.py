"""Memory: collected at quiet moments only, and the same after many runs."""

import gc
import weakref

import pytest
from streamlit.testing.v1 import AppTest

from pages._parts.serving import memory
from tests.house.test_settings import CONFIG

RUNS = 8
GROWTH = 0.002  # share of the objects: a thousand; runs that each kept one card have more


@pytest.fixture
def collections(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    done: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: done.append("collected"))
    monkeypatch.setattr(gc, "freeze", lambda: done.append("frozen"))
    return done


def looked(collections: list[str], readings: list[float], since: float) -> tuple[float, int]:
    """What a look gives on a clock with these readings, and how often it collected."""
    waits: list[float] = []
    found = memory.tend(since, waits.append, iter(readings).__next__)
    assert waits == [memory.GLANCE]
    return found, len(collections)


def test_streamlit_does_not_collect_after_every_run() -> None:
    assert CONFIG["runner"]["postScriptGC"] is False


def test_what_is_loaded_is_cleaned_once_and_set_aside(collections: list[str]) -> None:
    memory.settle()
    assert collections == ["collected", "frozen"]


def test_it_collects_once_the_work_is_done(collections: list[str]) -> None:
    assert looked(collections, [5.0, 5.0 + memory.WORKING, 5.2], since=1.0) == (5.2, 1)


def test_it_waits_while_a_reader_waits(collections: list[str]) -> None:
    assert looked(collections, [5.0, 5.1], since=1.0) == (1.0, 0)


def test_it_leaves_a_server_alone_that_did_nothing(collections: list[str]) -> None:
    assert looked(collections, [1.01, 1.01], since=1.0) == (1.0, 0)
    assert looked(collections, [1.02, 1.02, 1.1], since=1.0) == (1.1, 1)


def objects() -> int:
    """What is alive: pandas lets dead references to its blocks lie until there are 500 of them."""
    gc.collect()
    found = gc.get_objects()
    return sum(not (isinstance(one, weakref.ref) and one() is None) for one in found)


def test_many_runs_leave_nothing_behind(app: AppTest) -> None:
    def visit(times: int) -> int:
        for _ in range(times):
            for area in ("SD1", "SD3"):
                app.query_params["gebied"] = area
                app.run()
                assert not app.exception
        return objects()

    before = visit(2)
    assert visit(RUNS) < before * (1 + GROWTH)
