"""The real dashboard on a demo city, in a real Chromium."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from data.demo import make_demo
from tests.cities import write_city
from tests.tools.browser import open_browser
from tests.tools.server import running_dashboard

AS_OF = date(2021, 10, 1)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dashboard") / "demo.duckdb"
    write_city(path, make_demo(seed=11, scale=0.2), AS_OF).close()
    return path


@pytest.fixture(scope="session")
def dashboard(database: Path) -> Iterator[str]:
    with running_dashboard(database) as url:
        yield url
