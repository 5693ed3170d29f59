"""One area beside the others: every figure is one that can be asked for by itself."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

import pytest

from analytics.catalog import INDICATORS, MIN_INHABITANTS, find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.figures.selection import Selection
from analytics.profile.profile import Comparison, comparable, comparisons, similar, told_apart
from analytics.scope.answers import DirectAnswers
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests.cities import write_city

AS_OF = date(2021, 9, 30)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("profile")
    store = write_city(folder / "demo.duckdb", make_demo(seed=3, scale=0.3), AS_OF)
    yield store
    store.close()


@pytest.fixture(scope="module")
def answers(store: Store) -> DirectAnswers:
    return DirectAnswers(ExactMarts(store), is_demo=True)


def value(store: Store, indicator: str, level: Level, code: str) -> float | None:
    [row] = figures(ExactMarts(store), find(indicator), Selection(level, AS_OF, code)).rows()
    return row.value


def row_of(answers: DirectAnswers, area: str, indicator: str) -> Comparison:
    found = comparisons(Scope(answers, View(area=area)))
    return next(row for row in found if row.indicator.id == indicator)


def test_every_indicator_is_told_once() -> None:
    told = {indicator.id for indicator in told_apart()}
    left_out = {indicator.id for indicator in INDICATORS} - told
    assert left_out == {"matches_per_1000", "inwoners_bereikt_per_1000"}
    assert "open_vacatures_per_wachtende" in told


@pytest.mark.parametrize(
    ("level", "code", "around"),
    [
        (Level.BUURT, "BU07721110", (Level.WIJK, "WK077211")),
        (Level.WIJK, "WK077231", (Level.STADSDEEL, "SD3")),
        (Level.WIJK, "WK077211", None),  # all of the stadsdeel of that name
        (Level.STADSDEEL, "SD3", None),
        (Level.TEAM, "Tongelre-Centrum", None),
    ],
)
def test_an_area_stands_beside_its_parent_the_city_and_similar_areas(
    answers: DirectAnswers,
    store: Store,
    level: Level,
    code: str,
    around: tuple[Level, str] | None,
) -> None:
    rate = "matches_per_1000"
    found = row_of(answers, code, "matches")
    assert found.amount == value(store, "matches", level, code)
    assert found.own == value(store, rate, level, code)
    assert found.parent == (value(store, rate, *around) if around else None)
    assert found.city == value(store, rate, Level.GEMEENTE, "GM0772")
    near = [
        area.code for area in similar(Scope(answers, View()), answers.known.areas[code]).nearest
    ]
    started = answers.progress(level, AS_OF)
    rates = [value(store, rate, level, c) for c in near if started[c].has_started]
    assert found.similar == pytest.approx(median(rate or 0.0 for rate in rates))


def test_what_cannot_be_compared_is_not(answers: DirectAnswers) -> None:
    assert comparable(find("wijken_gestart")) is None
    wijken = row_of(answers, "SD3", "wijken_gestart")
    assert (wijken.own, wijken.city, wijken.similar) == (None, None, None)
    rate = row_of(answers, "SD3", "open_vacatures_per_wachtende")
    assert rate.amount is None
    assert isinstance(rate.own, float)


def test_an_area_with_few_people_has_counts_and_no_rates(answers: DirectAnswers) -> None:
    esp = row_of(answers, "BU07725450", "ontwikkelplaatsen")
    assert (answers.known.areas["BU07725450"].name, MIN_INHABITANTS) == ("Esp", 100)
    assert isinstance(esp.amount, int | float)
    assert esp.own is Mark.FEW_INHABITANTS
    assert (esp.similar, esp.expected) == (None, None)


def test_not_started_is_a_mark_and_not_a_zero(answers: DirectAnswers) -> None:
    found = comparisons(Scope(answers, View(area="WK077231", as_of=date(2017, 9, 30))))
    assert any(isinstance(row.amount, int | float) for row in found)
    idle = comparisons(Scope(answers, View(area="WK077263", as_of=date(2017, 9, 30))))
    assert {row.amount for row in idle if not row.indicator.is_rate} == {Mark.NOT_STARTED}


def test_the_protected_audience_gets_rounded_figures(store: Store) -> None:
    answers = DirectAnswers(ProtectedMarts(store), is_demo=True)
    found = comparisons(Scope(answers, View(area="BU07721110", audience=answers.audience)))
    scans = next(row for row in found if row.indicator.id == "scans")
    [row] = figures(
        ProtectedMarts(store), find("scans"), Selection(Level.BUURT, AS_OF, "BU07721110")
    ).rows()
    assert scans.amount == row.value
    assert scans.amount not in range(1, 5)
