"""Outlooks: yes, no or unsure by probability, and a reason wherever nothing can be said."""

from collections.abc import Iterator
from datetime import date

import pytest

from analytics.answers import DirectAnswers
from analytics.marts import ExactMarts
from analytics.outlook import Answer, Outlook, outlook, outlooks, path, target_of, year
from analytics.periods import add_months
from analytics.stand import age, standings
from analytics.targets import Pace, Target, paces
from analytics.view import View
from analytics.windows import Span
from data.areas import Level
from data.demo import make_demo
from data.phases import phase_of
from data.store import Store
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
DAY = date(2021, 9, 30)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DirectAnswers]:
    path_ = tmp_path_factory.mktemp("outlook") / "demo.duckdb"
    store: Store = write_city(path_, make_demo(seed=3, scale=0.3), AS_OF)
    yield DirectAnswers(ExactMarts(store), is_demo=True)
    store.close()


def target(value: float, end: date = date(2021, 12, 31), **parts: object) -> Target:
    base = Target("SD5", "Woensel-Noord", Level.STADSDEEL, "matches", date(2021, 1, 1), end, value)
    return base._replace(**parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("probability", "answer"),
    [
        (1.0, Answer.YES),
        (0.9, Answer.YES),
        (0.89, Answer.UNSURE),
        (0.11, Answer.UNSURE),
        (0.1, Answer.NO),
        (0.0, Answer.NO),
        (None, None),
    ],
)
def test_the_answer_follows_the_probability(
    probability: float | None, answer: Answer | None
) -> None:
    assert Outlook(Pace(target(5), DAY, 3), probability=probability).answer is answer


def test_a_forecast_begins_at_what_was_counted(answers: DirectAnswers) -> None:
    for found in outlooks(answers, AS_OF):
        if found.low is not None and found.middle is not None and found.high is not None:
            assert (found.pace.done or 0) <= found.low <= found.middle <= found.high
            assert found.probability is not None
            assert 0 <= found.probability <= 1
    assert any(found.low is not None for found in outlooks(answers, AS_OF))


def test_a_higher_target_is_never_more_probable(answers: DirectAnswers) -> None:
    [pace] = [pace for pace in answers.of(paces, AS_OF) if pace.target == _own(answers)]
    chances = []
    for value in range(int(pace.done or 0) + 1, int(pace.done or 0) + 40, 3):
        found = outlook(answers, Pace(pace.target._replace(value=value), DAY, pace.done), AS_OF)
        assert found.probability is not None
        chances.append(found.probability)
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.9
    assert chances[-1] < 0.1


def _own(answers: DirectAnswers) -> Target:
    found = target_of(answers, "SD5", "matches", AS_OF)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("aim", "done", "reason"),
    [
        (target(9, indicator="lopende_matches"), 3, "alleen aantallen die optellen"),
        (target(9, level=Level.BUURT, area="BU07723120"), 3, "per buurt"),
        (target(9, end=date(2023, 12, 31)), 3, "meer dan 12 maanden"),
        (target(9, level=Level.WIJK, area="WK077241"), 0, "nog geen hele maand"),
        (target(9), None, "geen cijfer"),
    ],
)
def test_without_a_forecast_there_is_a_reason(
    answers: DirectAnswers, aim: Target, done: float | None, reason: str
) -> None:
    found = outlook(answers, Pace(aim, DAY, done), AS_OF)
    assert reason in found.reason
    assert found.answer is None


def test_what_is_reached_or_over_needs_no_forecast(answers: DirectAnswers) -> None:
    assert outlook(answers, Pace(target(9), DAY, 9), AS_OF).answer is Answer.YES
    over = target(9, end=date(2021, 6, 30))
    assert outlook(answers, Pace(over, DAY, 8), AS_OF).answer is Answer.NO


def test_a_path_joins_what_was_counted_to_what_is_expected(answers: DirectAnswers) -> None:
    found = path(answers, answers.known.city, "matches", year(AS_OF), AS_OF)
    assert found.steps == tuple(add_months(date(2021, 1, 1), step) for step in range(12))
    assert [value is None for value in found.counted] == [False] * 9 + [True] * 3
    assert [value is None for value in found.middle] == [True] * 8 + [False] * 4
    assert found.low[8] == found.middle[8] == found.high[8] == found.counted[8]
    rising = [value for value in found.middle if value is not None]
    assert rising == sorted(rising)


def test_the_year_is_that_of_the_first_month_that_is_not_over() -> None:
    assert year(date(2021, 12, 30)) == Span(date(2021, 1, 1), date(2021, 12, 31))
    assert year(date(2021, 12, 31)) == Span(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("since", "as_of", "months"),
    [
        (None, AS_OF, None),
        (date(2021, 9, 1), date(2021, 9, 29), 0),
        (date(2021, 9, 1), date(2021, 9, 30), 1),
        (date(2021, 9, 1), date(2021, 10, 30), 1),
        (date(2020, 9, 1), date(2021, 9, 30), 13),
        (date(2021, 10, 1), AS_OF, 0),
    ],
)
def test_the_age_counts_whole_months(since: date | None, as_of: date, months: int | None) -> None:
    assert age(since, as_of) == months


def test_every_area_stands_in_the_phase_of_its_age_and_matches(answers: DirectAnswers) -> None:
    found = standings(answers, View(level=Level.WIJK))
    days = [area.progress.since or date.max for area in found]
    assert days == sorted(days)
    assert {area.name for area in found if area.months is None} == {
        "Oud-Woensel",
        "Gestelse Ontginning",
    }
    for area in found:
        if area.months is None:
            assert area.phase == "nog niet gestart"
            assert set(area.figures.values()) == {None}
        else:
            assert area.phase in {phase_of(area.months, count).name for count in (0, 5, 25)}


def test_what_was_reached_of_a_target_stands_with_its_area(answers: DirectAnswers) -> None:
    found = {area.code: area.reached for area in standings(answers, View(level=Level.STADSDEEL))}
    for pace in answers.of(paces, AS_OF):
        if pace.target.level is Level.STADSDEEL:
            assert found[pace.target.area][pace.target.indicator] == pace.share
