"""A demo city for the quality of its records."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.demo import make_demo
from data.file.store import Store
from tests.cities import write_city


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("quality") / "demo.duckdb"
    store = write_city(path, make_demo(seed=11, scale=0.2), date(2021, 10, 1))
    yield store
    store.close()
