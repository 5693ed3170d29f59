"""Cities for the tests of cards: the sample, the demo and an odd one, with their records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from bloei import app
from data.contract.tables import TABLES
from data.demo import make_demo
from data.file.store import Store
from tests import twin
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.paths import SAMPLE
from tests.twin import Frames

DEMO_AS_OF = date(2021, 10, 1)


@dataclass
class City:
    """A data file, and the records that went into it for who counts them again."""

    store: Store
    frames: Frames
    _answers: dict[Audience, DirectAnswers] = field(default_factory=dict)

    def answers(self, audience: Audience = Audience.INTERN) -> DirectAnswers:
        """The answers for an audience, remembered over all tests."""
        if audience not in self._answers:
            marts = open_marts(self.store, audience)
            self._answers[audience] = DirectAnswers(marts, is_demo=True)
        return self._answers[audience]


def _sample(path: Path) -> Store:
    done = CliRunner().invoke(app, ["import", str(SAMPLE), "--to", str(path)])
    assert done.exit_code == 0, done.output
    return Store(path)


def _records(path: Path) -> Frames:
    with duckdb.connect(str(path), read_only=True) as con:
        found = {table.name: con.table(table.name).df() for table in TABLES}
    return twin.prepared(found)


@pytest.fixture(scope="session")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, City]]:
    folder = tmp_path_factory.mktemp("cards")
    frames = make_demo(seed=11, scale=0.05)
    made = {
        "demo": write_city(folder / "demo.duckdb", frames, DEMO_AS_OF),
        "odd": write_city(folder / "odd.duckdb", odd_frames(), ODD_AS_OF),
        "sample": _sample(folder / "sample.duckdb"),
    }
    yield {name: City(store, _records(store.path)) for name, store in made.items()}
    for store in made.values():
        store.close()
