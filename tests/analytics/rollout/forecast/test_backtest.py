"""How honest forecasts are, and that the documented table is what is measured."""

from collections.abc import Iterator

import numpy as np
import pytest

from analytics.figures.doors.marts import Audience, ExactMarts
from analytics.rollout.forecast.backtest import HORIZONS, Cell, Coverage, backtest
from analytics.rollout.forecast.draws import drawn, interval
from analytics.rollout.forecast.history import History
from analytics.rollout.forecast_page import LEVELS, SOURCES, coverages, forecast_page, table
from data.file.store import Store
from tests.analytics.rollout.forecast.test_draws import changed
from tests.simulated import KINDS, simulated, simulated_groups
from tests.tools.coverage import measured, sample_file

LOW, HIGH = 0.75, 0.85  # between which the share of an honest band of 80% lies
# Where the table lies outside those: a curve with the age of wijken lags behind a city that grows,
# and early errors of a season keep its later bands wide.
KNOWN_OUTSIDE = {
    ("growth", "gemeente", 12): (0.65, 0.85),
    ("flat", "gemeente", 12): (0.75, 0.87),
    ("season", "wijk", 12): (0.75, 0.88),
    ("season", "stadsdeel", 12): (0.75, 0.9),
    ("season", "gemeente", 12): (0.75, 0.92),
}


@pytest.mark.parametrize("kind", list(KINDS))
def test_bands_of_simulated_cities_hold_what_they_say(kind: str) -> None:
    found = coverages()[kind, "", Audience.INTERN]
    assert set(found) == {Cell(level, months) for level in LEVELS for months in HORIZONS}
    for cell, coverage in found.items():
        low, high = KNOWN_OUTSIDE.get((kind, *cell), (LOW, HIGH))
        assert low <= round(coverage.share, 2) <= high, cell
    assert found[Cell("gemeente", 12)].forecasts == 250


@pytest.mark.parametrize("source", ["sample", "demo"])
def test_wijken_and_stadsdelen_of_one_city_come_near(source: str) -> None:
    """One city is one draw: its levels with many areas are held, the city itself is not."""
    found = coverages()[source, "matches", Audience.INTERN]
    for level in ("wijk", "stadsdeel"):
        for months in HORIZONS:
            assert 0.7 <= found[Cell(level, months)].share <= 0.95


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(sample_file(tmp_path_factory.mktemp("coverage")))
    yield store
    store.close()


def test_the_table_of_the_sample_is_current(sample: Store) -> None:
    """After a change: python -m tests.tools.coverage, and bloei.py docs."""
    known = coverages()["sample", "matches", Audience.INTERN]
    assert measured(ExactMarts(sample), "matches") == known


def test_levels_and_horizons_stand_apart_on_the_page() -> None:
    lines = table()
    assert len(lines) == 2 + len(coverages())
    for level in LEVELS:
        assert all(f"{level}, {months} mnd" in lines[0] for months in HORIZONS)
    assert lines[-1].count("%") == len(LEVELS) * len(HORIZONS)
    assert lines[-1].endswith(f"| {' | '.join(_in_order('drift'))} |")
    assert set(SOURCES) >= {source for source, _, _ in coverages()}
    assert "\n".join(lines) in forecast_page()
    assert not any(len(line) > 100 for line in forecast_page().splitlines() if line[:1] != "|")


def _in_order(source: str) -> list[str]:
    found = coverages()[source, "", Audience.INTERN]
    cells = [Cell(level, months) for level in LEVELS for months in HORIZONS]
    return [f"{round(100 * found[cell].share)}%" for cell in cells]


def naive(known: History, level: str, months: int) -> Coverage:
    """Every forecast made anew from nothing but the months before it."""
    forecasts = inside = 0
    for origin in range(24, known.months - months + 1):
        ahead = drawn(known.until(origin), None, 400)
        for wijken in simulated_groups()[level].values():
            rows = [known.codes.index(code) for code in wijken]
            if min(known.started[rows]) < origin:
                low, high = interval(ahead.draws[rows, :months].sum(axis=(0, 1)))
                came = known.counts[rows][:, origin : origin + months].sum()
                forecasts, inside = forecasts + 1, inside + (low <= came <= high)
    return Coverage(forecasts, int(inside))


def test_a_backtest_equals_a_naive_one() -> None:
    known = simulated("flat", 1).until(33)
    found = backtest(known, simulated_groups())
    for level in ("wijk", "gemeente"):
        for months in (3, 6):
            assert found[Cell(level, months)] == naive(known, level, months)
    assert Cell("gemeente", 12) not in found
    assert found[Cell("gemeente", 3)].forecasts == 7


def test_what_came_counts_wijken_that_start_later() -> None:
    """A wijk that starts after every forecast but the last counts with the city, not by itself."""
    known = changed(simulated("flat", 0).until(30), started=np.zeros(18, np.int64))
    plain = backtest(known, simulated_groups())
    counts, started = known.counts.copy(), known.started.copy()
    started[-1], counts[-1, :27], counts[-1, 27:] = 27, 0, 10_000
    found = backtest(changed(known, counts=counts, started=started), simulated_groups())
    assert plain[Cell("wijk", 3)].forecasts == 4 * 18
    assert found[Cell("wijk", 3)].forecasts == 4 * 17
    assert found[Cell("gemeente", 3)].forecasts == 4
    assert found[Cell("gemeente", 3)].inside <= plain[Cell("gemeente", 3)].inside - 1


def test_shares_are_parts() -> None:
    assert Coverage().share == 0
    assert Coverage(4, 3).share == 0.75
    assert Coverage(4, 3).plus(Coverage(6, 5)) == Coverage(10, 8)


def test_a_band_that_is_too_narrow_would_be_found() -> None:
    known = simulated("clumped", 5)
    means = drawn(known.until(48)).expected[:, -1]
    draws = np.random.default_rng(1).poisson(means[:, None], (len(means), 400))
    came = known.counts[:, 48:].sum(axis=1)
    ends = [interval(row) for row in draws]
    inside = [low <= count <= high for (low, high), count in zip(ends, came, strict=True)]
    assert np.mean(inside) < 0.7
