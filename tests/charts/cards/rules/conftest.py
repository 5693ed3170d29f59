"""The cities of the rules, through both doors."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from data.demo import make_demo
from data.file.store import Store
from data.reference import own_area
from tests.charts.cards.rules.keeping import OWN, Doors
from tests.charts.conftest import City
from tests.cities import write_city

AS_OF = date(2021, 10, 1)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("rules") / "demo.duckdb"
    store = write_city(path, make_demo(seed=5, scale=0.15), AS_OF)
    yield store.with_area(own_area.parse(OWN))  # type: ignore[arg-type]
    store.close()


@pytest.fixture(scope="session")
def doors(store: Store, cities: dict[str, City]) -> Doors:
    stores = {"demo": store} | {
        name: cities[name].store.with_area(own_area.parse(OWN))  # type: ignore[arg-type]
        for name in ("sample", "odd")
    }
    return {
        name: {who: DirectAnswers(open_marts(found, who), is_demo=True) for who in Audience}
        for name, found in stores.items()
    }
