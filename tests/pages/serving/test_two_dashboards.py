"""Two dashboards on one file: the file is all that they know, so they answer the same."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest

from data.demo import make_demo
from data.file.store import Store
from tests.cities import write_city
from tests.pages.conftest import AS_OF
from tests.tools.server import running_dashboard

ASKED = [
    f"figures?indicator={indicator}&level={level}&period=year&audience={audience}"
    for indicator in ("matches", "inwoners_bereikt_per_1000", "wachtend")
    for level in ("stadsdeel", "wijk")
    for audience in ("gemeente", "intern")
]


@pytest.fixture(scope="module")
def database(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(store.path, tmp_path_factory.mktemp("two") / "bloei.duckdb"))


@pytest.fixture(scope="module")
def two(database: Path) -> Iterator[list[str]]:
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        patch.setenv("BLOEI_API", "1")
        both = [running_dashboard(database) for _ in range(2)]
        yield [stack.enter_context(dashboard) for dashboard in both]


def answers(url: str) -> list[tuple[str, bytes]]:
    """What a dashboard answers, each with the tag of its version."""
    found = []
    for asked in ("areas", "catalogue", *ASKED):
        with urlopen(f"{url}/api/v1/{asked}") as answer:
            found.append((str(answer.headers["ETag"]), answer.read()))
    return found


def test_two_dashboards_answer_the_same_also_on_a_new_version(
    two: list[str], database: Path
) -> None:
    old, also_old = (answers(url) for url in two)
    assert old == also_old
    later = database.with_name("later.duckdb")
    write_city(later, make_demo(seed=12, scale=0.1), AS_OF).close()
    later.replace(database)
    new, also_new = (answers(url) for url in reversed(two))
    assert new == also_new
    assert {tag for tag, _ in new}.isdisjoint(tag for tag, _ in old)
