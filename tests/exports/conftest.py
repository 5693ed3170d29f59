"""A demo city, small, for what is exported from a data file."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.demo import make_demo
from data.store import Store
from tests.cities import write_city

AS_OF = date(2021, 10, 1)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("exports") / "demo.duckdb"
    store = write_city(path, make_demo(seed=11, scale=0.2), AS_OF)
    yield store
    store.close()
