"""Small cities for what is exported from a data file: an ordinary one, and odd ones."""

from collections.abc import Callable, Iterator
from datetime import date

import pandas as pd
import pytest

from data.demo import make_demo
from data.file.store import Store
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.twin import Frames

AS_OF = date(2021, 10, 1)
ORDINARY = "gewoon"


def _ordinary() -> tuple[Frames, date]:
    return make_demo(seed=11, scale=0.2), AS_OF


def _two_wijken() -> tuple[Frames, date]:
    """Only two wijken take part, and they began on the same day."""
    frames = dict(make_demo(seed=11, scale=0.2))
    rollout = frames["rollout"].iloc[:2]
    return {**frames, "rollout": rollout.assign(started_on=pd.Timestamp("2017-09-04"))}, AS_OF


def _one_scan() -> tuple[Frames, date]:
    frames = odd_frames()
    empty = {name: frames[name].iloc[:0] for name in ("places", "vacancies", "matches")}
    one = {name: frames[name].iloc[:1] for name in ("scans", "scan_talents")}
    return {**frames, **empty, **one}, ODD_AS_OF


def _no_matches() -> tuple[Frames, date]:
    frames = odd_frames()
    return {**frames, "matches": frames["matches"].iloc[:0]}, ODD_AS_OF


MADE: dict[str, Callable[[], tuple[Frames, date]]] = {
    ORDINARY: _ordinary,
    "klein en vreemd": lambda: (odd_frames(), ODD_AS_OF),
    "twee wijken": _two_wijken,
    "een scan": _one_scan,
    "zonder matches": _no_matches,
}


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Store]]:
    """The store of a city of MADE by its name, made when it is first asked for."""
    stores: dict[str, Store] = {}

    def store_of(name: str) -> Store:
        if name not in stores:
            path = tmp_path_factory.mktemp("exports") / "stad.duckdb"
            stores[name] = write_city(path, *MADE[name]())
        return stores[name]

    yield store_of
    for store in stores.values():
        store.close()


@pytest.fixture(scope="session")
def store(city: Callable[[str], Store]) -> Store:
    """The ordinary city."""
    return city(ORDINARY)
