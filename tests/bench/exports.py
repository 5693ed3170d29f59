"""Time of exports: `python -m tests.bench.exports`, on demo data of its own.

A report of one stadsdeel should be there within 5 seconds, all 20 wijken in three formats within
60, and a picture within 1 second after the first.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from analytics.disclosure.protector import demo_protector
from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from data.demo import write_demo
from data.file.store import Store
from data.reference.areas import Level
from exports import paper
from exports.formats import REPORT_FORMS
from exports.formats.batch import Order, documents
from exports.house import house
from exports.report.parts import PARTS
from exports.setting import setting_of


def main() -> None:
    """Measures and prints seconds, wall and processor."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.duckdb"
        write_demo(
            path, seed=2021, scale=1.0, progress=lambda step: None, protector=demo_protector()
        )
        store = Store(path)
        _measure(store)
        store.close()


def _measure(store: Store) -> None:
    answers = DirectAnswers(open_marts(store), is_demo=True)
    areas = list(answers.known.areas.values())
    stadsdelen = [area for area in areas if area.level is Level.STADSDEEL]
    wijken = [area for area in areas if area.level is Level.WIJK]
    with _timed("rapport van een stadsdeel, pptx + pdf + xlsx"):
        _make(answers, stadsdelen[:1])
    with _timed(f"rapporten van {len(wijken)} wijken, pptx + pdf + xlsx"):
        _make(answers, wijken)
    view = View(audience=Audience.GEMEENTE)
    card = CARDS["overzicht.trend"](Scope(answers, view))
    for words in ("eerste plaatje, png", "plaatje daarna, png"):
        with _timed(words):
            paper.png(card, setting_of(Scope(answers, view)), house())


def _make(answers: DirectAnswers, areas: Sequence[NamedArea]) -> None:
    order = Order(View(audience=Audience.GEMEENTE), areas, list(PARTS.values()), REPORT_FORMS)
    for _ in documents(answers, order, house()):
        pass


@contextmanager
def _timed(words: str) -> Iterator[None]:
    """Prints how long a block took, by the clock and by the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{words}: {wall:.1f} s ({cpu:.1f} s rekentijd)")


if __name__ == "__main__":
    main()
