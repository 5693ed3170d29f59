"""What a forecast learns from: a naive count, planned starts, and when it is enough."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.rollout.forecast.draws import drawn
from analytics.rollout.forecast.history import (
    LEAST_COUNT,
    LEAST_MONTHS,
    WINDOW,
    History,
    history,
)
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests import twin
from tests.analytics.rollout.forecast.test_draws import changed
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.simulated import LAST, simulated

AS_OF = date(2021, 10, 1)
NEW = ("WK077241", "WK077273")  # wijken of the demo that have no start


def planned_frames() -> dict[str, pd.DataFrame]:
    """The demo with a start in three months, and one after two years."""
    frames = make_demo(seed=3, scale=0.1)
    days = pd.to_datetime(["2021-12-13", "2023-12-13"])
    rows = pd.DataFrame({"wijk_code": NEW, "team": "Nieuw", "started_on": days})
    return frames | {"rollout": pd.concat([frames["rollout"], rows], ignore_index=True)}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("history") / "demo.duckdb"
    found = write_city(path, planned_frames(), AS_OF)
    yield found
    found.close()


def test_a_history_equals_a_naive_count(store: Store) -> None:
    frames = twin.prepared(planned_frames())
    known = history(ExactMarts(store), "matches", AS_OF)
    assert known.last == date(2021, 9, 30)
    assert known.months == 49
    counts = twin.amount(frames, "matches", Level.WIJK, date(2021, 9, 1), known.last)
    assert known.counts[:, -1].tolist() == [counts[code] for code in known.codes]
    total = twin.amount(frames, "matches", Level.WIJK, None, known.last)
    assert known.counts.sum(axis=1).tolist() == [total[code] for code in known.codes]


@pytest.mark.parametrize("door", [ExactMarts, ProtectedMarts])
def test_a_planned_start_lies_past_the_last_month(
    store: Store, door: type[ExactMarts] | type[ProtectedMarts]
) -> None:
    known = history(door(store), "matches", AS_OF)
    assert NEW[0] in known.codes
    assert NEW[1] not in known.codes
    row = known.codes.index(NEW[0])
    assert known.started[row] == known.months + 2
    assert known.counts[row].sum() == 0
    assert (known.people > 0).all()
    assert known.age == 49


def test_earlier_a_start_was_planned_too(store: Store) -> None:
    known = history(ExactMarts(store), "matches", date(2019, 1, 31))
    assert known.last == date(2019, 1, 31)
    assert known.started.max() == known.months + 10  # December; after January 2020 is too far
    assert known.started.min() == 0


def test_a_small_odd_city_has_a_history_and_no_forecast(tmp_path: Path) -> None:
    odd = write_city(tmp_path / "odd.duckdb", odd_frames(), ODD_AS_OF)
    known = history(ExactMarts(odd), "scans", ODD_AS_OF)
    odd.close()
    assert set(known.codes) == {"WK077231", "WK077211", "WK077263"}
    assert known.started.tolist() == [0, 18, 30]
    assert not drawn(known).months


def test_until_is_what_was_known() -> None:
    known = simulated("flat", 2)
    past = known.until(50)
    assert past.months == past.age == 50
    assert past.last == date(2020, 11, 30)
    assert (past.counts == known.counts[:, :50]).all()
    assert past.rows(("W3", "elsewhere")) == [3]


def test_age_begins_with_the_first_start() -> None:
    known = simulated("flat", 2)
    assert changed(known, started=known.started + 7).age == 53
    assert changed(known, started=known.started + 70).age == 0
    assert History((), known.counts[:0], known.started[:0], known.people[:0], LAST).age == 0


@pytest.mark.parametrize(
    ("months", "total", "is_enough"),
    [(9, 20, True), (8, 20, False), (9, 19, False), (60, 20, True), (60, 19, False)],
)
def test_nine_months_and_twenty_counts_are_enough(months: int, total: int, is_enough: bool) -> None:
    counts = np.zeros((18, months), np.int64)
    counts[0, -1] = total
    known = simulated("flat", 2)
    assert changed(known, counts=counts).is_enough is is_enough
    assert (LEAST_MONTHS, LEAST_COUNT) == (9, 20)


def test_counts_of_long_ago_are_not_enough() -> None:
    counts = np.zeros((18, 60), np.int64)
    counts[:, 60 - WINDOW - 1] = 50
    known = simulated("flat", 2)
    assert not changed(known, counts=counts).is_enough
    counts[:, 60 - WINDOW] = 50
    assert changed(known, counts=counts).is_enough
