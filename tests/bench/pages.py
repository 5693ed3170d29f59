"""Page time with few and with many records: `python -m tests.bench.pages [few many]`.

A page reads the marts, so its time should depend on areas and periods and not on records. Both
files are measured in turn, with every cache emptied, so that a busy machine slows both alike.
"""

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import streamlit as st
from streamlit.testing.v1 import AppTest

from data.contract.tables import TABLES
from data.demo import make_demo, write_demo
from data.file.store import Store
from pages import PAGES, Page, page
from tests.paths import APP

MEASURED = tuple(page(path) for path in ("overzicht/overzicht", "kaart/kaart"))
RUNS = 15
FEW, MANY = 10_000, 1_000_000


def main(sizes: Sequence[int]) -> None:
    """Makes both files, measures and prints milliseconds per page, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        files = [_made(Path(folder), size) for size in sizes]
        for one in MEASURED:
            times = _in_turn(files, one)
            few, many = (median(taken) for taken in times)
            print(f"{one.title}: {few:.0f} ms en {many:.0f} ms, verhouding {many / few:.2f}")


def _made(folder: Path, size: int) -> Path:
    per_scale = sum(len(frame) for frame in make_demo().values())
    path = folder / f"{size}.duckdb"
    began = time.perf_counter()
    write_demo(path, seed=1, scale=size / per_scale, progress=lambda step: None)
    print(f"{_records(path):,} records gemaakt in {time.perf_counter() - began:.0f} s")
    return path


def _records(path: Path) -> int:
    store = Store(path)
    counts = [store.query(f"SELECT count(*) AS n FROM {table.name}", {}) for table in TABLES]
    store.close()
    return int(sum(count["n"].iloc[0] for count in counts))


def _in_turn(files: Sequence[Path], one: Page) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in files]
    for _ in range(RUNS):
        for file, taken in zip(files, times, strict=True):
            taken.append(_page_time(file, one))
    return times


def _page_time(file: Path, one: Page) -> float:
    """Milliseconds for one cold page, without the start of the test harness."""
    os.environ["BLOEI_DATABASE"] = str(file)
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    if one is not PAGES[0]:  # which is open already
        app.switch_page(one.script)
    st.cache_resource.clear()
    began = time.perf_counter()
    app.run()
    assert not app.exception
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [FEW, MANY])
