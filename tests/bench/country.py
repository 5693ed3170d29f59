"""A gemeente of the country beside Eindhoven: `python -m tests.bench.country FOLDER...`.

Each FOLDER is laid out as a gemeente (see `data.reference.areas`), with its data file; the project
itself, with its demo, is always measured too. Every round gives each a process of its own, in turn,
so that a busy machine slows all alike. Measured is what the server does for a change of stadsdeel,
when it is asked for the first time and when it is known: questions to the file, CPU and time.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from data.file.store import Store
from data.reference.areas import VARIABLE, Level, at_level
from pages import page
from tests.pages.opening import opened
from tests.paths import APP, ROOT

ROUNDS = 5
MEASURED = ("overzicht/overzicht", "kaart/kaart", "gebied/gebied")
TOLD = ("vragen", "rekentijd", "duur")

Cost = tuple[float, float, float]  # questions, milliseconds of CPU, milliseconds


def main(folders: Sequence[Path]) -> None:
    """Prints a table: for each page and moment the medians of every gemeente."""
    places = [ROOT, *folders]
    taken = [[_measured(place) for place in places] for _ in range(ROUNDS)]
    print("| pagina | wijziging | wat |", " | ".join(place.name for place in places), "|")
    for moment in taken[0][0]:
        for number, told in enumerate(TOLD):
            costs = [
                median(turn[place][moment][number] for turn in taken)
                for place in range(len(places))
            ]
            print(f"| {moment} | {told} |", " | ".join(f"{cost:.0f}" for cost in costs), "|")


def _measured(place: Path) -> dict[str, Cost]:
    """What one gemeente costs, measured in a process that knows its areas."""
    environment = {**os.environ, VARIABLE: str(place), "BLOEI_AHEAD": "0"}
    environment["BLOEI_DATABASE"] = str(place / "data" / "demo.duckdb")
    command = [sys.executable, "-c", "from tests.bench import country; country.here()"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, Cost] = json.loads(done.stdout.splitlines()[-1])
    return found


def here() -> None:
    """Prints what the gemeente of this process costs, by page and moment, as JSON."""
    Store._ask = lambda *asked: _QUESTIONS.ask(*asked)  # type: ignore[method-assign] # noqa: PLW0108
    app = AppTest.from_file(str(APP), default_timeout=120).run()
    first, other = (area.code for area in at_level(Level.STADSDEEL)[:2])
    found: dict[str, Cost] = {}
    for path in MEASURED:
        one = page(path)
        opened(app, one.script, gebied="")
        for moment, code in (("eerst", first), ("niveau bekend", other), ("bekend", first)):
            found[f"{one.title} | {moment}"] = _cost(app, one.script, code)
    print(json.dumps(found))


def _cost(app: AppTest, script: str, code: str) -> Cost:
    before = _QUESTIONS.asked
    cpu, clock = time.process_time(), time.perf_counter()
    opened(app, script, gebied=code)
    assert not app.error, app.error  # of a page that shows what went wrong
    taken = time.process_time() - cpu, time.perf_counter() - clock
    return float(_QUESTIONS.asked - before), taken[0] * 1000, taken[1] * 1000


class _Counting:
    """How often the file was asked something."""

    def __init__(self) -> None:
        self.asked, self._ask = 0, Store._ask

    def ask(self, store: Store, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
        """Asks the file, and counts."""
        self.asked += 1
        return self._ask(store, sql, parameters)


_QUESTIONS = _Counting()


if __name__ == "__main__":
    main([Path(text).absolute() for text in sys.argv[1:]])
