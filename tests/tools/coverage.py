"""Measures how often forecasts were right, for docs/voorspelling.md; takes some minutes.

    .venv/bin/python -m tests.tools.coverage

writes analytics/rollout/forecast/coverage.csv: the sample delivery, the demo, and ten simulated
cities of each kind. `bloei.py docs` makes the page of it; a test measures a part again to see
that it is current.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from analytics.disclosure.protector import demo_protector
from analytics.figures.doors.marts import Audience, Marts, open_marts
from analytics.figures.progress import wijken_of
from analytics.rollout.forecast.backtest import Cell, Coverage, Groups, backtest
from analytics.rollout.forecast.history import History, history
from analytics.rollout.forecast_page import COVERAGE_FILE, FIELDS
from data.delivery.importer import import_delivery
from data.demo import make_demo
from data.demo.days import AS_OF
from data.file.store import Store
from data.reference.areas import Level
from tests.cities import write_city
from tests.paths import SAMPLE
from tests.simulated import KINDS, simulated, simulated_groups

LEVELS = (Level.WIJK, Level.STADSDEEL, Level.GEMEENTE)
SUBJECTS = ("matches", "inwoners_bereikt")
CITIES = 10

Found = dict[Cell, Coverage]


def main() -> None:
    """Writes the file."""
    with COVERAGE_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        for source, subject, numbers, found in _all():
            for cell, coverage in found.items():
                writer.writerow([source, subject, numbers, *cell, *coverage])


def _all() -> Iterator[tuple[str, str, str, Found]]:
    with TemporaryDirectory() as folder:
        for source, path in (("sample", sample_file(Path(folder))), ("demo", _demo(Path(folder)))):
            store = Store(path)
            for audience in Audience:
                marts = open_marts(store, audience)
                for subject in SUBJECTS:
                    yield source, subject, audience, measured(marts, subject)
            store.close()
    for kind in KINDS:
        yield kind, "", Audience.INTERN, of_kind(kind)


def sample_file(folder: Path) -> Path:
    """The sample delivery as a data file."""
    path = folder / "sample.duckdb"
    import_delivery(
        [SAMPLE],
        path,
        as_of=None,
        mapping=None,
        strict=False,
        progress=lambda step: None,
        protector=demo_protector(),
    )
    return path


def _demo(folder: Path) -> Path:
    path = folder / "demo.duckdb"
    write_city(path, make_demo(), AS_OF).close()
    return path


def measured(marts: Marts, subject: str) -> Found:
    """How often forecasts of a subject were right in a data file."""
    groups: Groups = {level: wijken_of(marts, level) for level in LEVELS}
    return backtest(history(marts, subject, marts.as_of), groups)


def of_kind(kind: str, seeds: range = range(CITIES)) -> Found:
    """How often forecasts of simulated cities were right, together."""
    found: Found = {}
    for seed in seeds:
        known: History = simulated(kind, seed)
        for cell, coverage in backtest(known, simulated_groups()).items():
            found[cell] = found.get(cell, Coverage()).plus(coverage)
    return found


if __name__ == "__main__":
    main()
