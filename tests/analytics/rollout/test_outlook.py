"""Outlooks: yes, no or unsure by probability, and a reason wherever nothing can be said."""

from collections.abc import Iterator
from datetime import date

import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.rollout.forecast.draws import forecast, interval
from analytics.rollout.forecast.history import history
from analytics.rollout.forecast.path import banded, no_forecast, path, plans, year
from analytics.rollout.outlook import Answer, Outlook, outlook, outlooks, target_of, unclear_below
from analytics.rollout.stand import age, standings
from analytics.rollout.targets import Pace, Target, paces
from analytics.scope.answers import DirectAnswers
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Span
from data.demo import make_demo
from data.file.store import Store
from data.periods import add_months
from data.reference.areas import Level
from data.reference.phases import phase_of
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
        (target(9, level=Level.WIJK, area="WK077241"), 0, "nog niet gestart"),
        (target(9), None, "geen cijfer"),
    ],
)
def test_without_a_forecast_there_is_a_reason(
    answers: DirectAnswers, aim: Target, done: float | None, reason: str
) -> None:
    found = outlook(answers, Pace(aim, DAY, done), AS_OF)
    assert reason in found.reason
    assert found.answer is None
    assert found.middle is None


def test_what_is_reached_or_over_needs_no_forecast(answers: DirectAnswers) -> None:
    assert outlook(answers, Pace(target(9), DAY, 9), AS_OF).answer is Answer.YES
    over = target(9, end=date(2021, 6, 30))
    assert outlook(answers, Pace(over, DAY, 8), AS_OF).answer is Answer.NO
    assert outlook(answers, Pace(over, DAY, 8), AS_OF).is_decided
    stock = target(9, indicator="lopende_matches")  # may fall again before its end
    assert outlook(answers, Pace(stock, DAY, 30), AS_OF).answer is None


def test_a_target_without_a_whole_month_is_expected_from_nothing(answers: DirectAnswers) -> None:
    """Its figure is not there yet, which is no zero, and the forecast is that of all its months."""
    day = date(2021, 1, 15)
    [pace] = [pace for pace in answers.of(paces, day) if pace.target == _own(answers)]
    assert (pace.done, pace.months_done, pace.so_far) == (None, 0, None)
    assert pace.needed == pace.target.value / 12
    found = outlook(answers, pace, day)
    drawn = answers.of(forecast, "matches", day)
    wijken = answers.progress(Level.STADSDEEL, day)["SD5"].wijken
    assert found.middle == drawn.middle(wijken)[11]
    assert found.probability == (drawn.totals(wijken)[11] >= pace.target.value).mean()


def test_an_outlook_is_what_came_and_what_is_drawn(answers: DirectAnswers) -> None:
    [pace] = [pace for pace in answers.of(paces, AS_OF) if pace.target == _own(answers)]
    found, drawn = outlook(answers, pace, AS_OF), answers.of(forecast, "matches", AS_OF)
    wijken = answers.progress(Level.STADSDEEL, AS_OF)["SD5"].wijken
    totals = drawn.totals(wijken)[2] + pace.done
    assert found.middle == drawn.middle(wijken)[2] + pace.done
    assert (found.low, found.high) == interval(totals)
    assert found.probability == (totals >= pace.target.value).mean()
    assert not found.is_decided


def test_the_city_expects_what_its_wijken_expect(answers: DirectAnswers) -> None:
    wijken = [area for area in answers.known.areas.values() if area.level is Level.WIJK]
    for day in (AS_OF, date(2020, 12, 31)):
        parts = [path(answers, wijk, "matches", year(day), day) for wijk in wijken]
        city = path(answers, answers.known.city, "matches", year(day), day)
        started = sum(int(part.middle[-1]) for part in parts if part.middle and part.middle[-1])
        coming = answers.of(forecast, "matches", day)
        last = len(city.middle) - sum(value is not None for value in city.counted)
        planned = [start.code for start in plans(answers, answers.known.city, day).planned]
        assert city.middle[-1] == started + coming.middle(tuple(planned))[last - 1]


def test_small_rounded_counts_decide_nothing(answers: DirectAnswers) -> None:
    """20 is four times the threshold of 5; vacatures are not rounded."""
    rounded = DirectAnswers(ProtectedMarts(answers._marts._store), is_demo=True)
    assert (unclear_below(rounded, "matches"), unclear_below(rounded, "vacatures")) == (20, 0)
    assert unclear_below(answers, "matches") == 0
    over = {"end": date(2021, 6, 30)}
    for value, done, is_said in [(19, 15, False), (20, 15, True), (15, 20, True), (15, 15, False)]:
        pace = Pace(target(value, **over), DAY, done)
        assert (outlook(rounded, pace, AS_OF).answer is not None) is is_said
        assert outlook(answers, pace, AS_OF).answer is not None
    few = Pace(target(9, indicator="vacatures", **over), DAY, 8)
    assert outlook(rounded, few, AS_OF).answer is Answer.NO


@pytest.mark.parametrize(
    ("end", "is_shown"),
    [(date(2020, 9, 30), False), (date(2020, 10, 31), True), (date(2022, 12, 31), True)],
)
def test_targets_are_shown_until_a_year_after_their_end(
    monkeypatch: pytest.MonkeyPatch, answers: DirectAnswers, end: date, *, is_shown: bool
) -> None:
    begin = date(2020, 1, 1)
    for start, is_running in ((begin, True), (AS_OF, True), (date(2021, 10, 2), False)):
        pace = Pace(target(9, end=max(end, start), start=start), DAY, 5)
        monkeypatch.setitem(answers._outcomes, (paces, AS_OF), (pace,))
        shown = is_running and (is_shown or start > begin)
        assert bool(outlooks(answers, AS_OF)) is shown


def test_a_band_holds_its_middle() -> None:
    assert banded(6, (5, 9)) == (5, 6, 9)
    assert banded(4, (5, 9)) == (4, 4, 9)
    assert banded(10, (5, 9)) == (5, 10, 10)


def test_before_the_start_nothing_is_counted(answers: DirectAnswers) -> None:
    """Ontginning started in May 2021: no zeros in the months before."""
    wijk = answers.known.areas["WK077251"]
    found = path(answers, wijk, "matches", year(AS_OF), AS_OF)
    assert [value is None for value in found.counted] == [True] * 4 + [False] * 5 + [True] * 3
    rows = answers.of(history, "matches", AS_OF)
    own = rows.counts[rows.codes.index("WK077251"), -9:].cumsum()
    assert list(found.counted[4:9]) == own[4:].tolist()
    assert found.so_far == own[-1]
    early = path(answers, wijk, "matches", year(date(2021, 5, 20)), date(2021, 5, 20))
    assert early.so_far is None
    assert early.reason == "hier is nog geen hele maand voorbij sinds de start"


def test_an_own_area_has_no_forecast(answers: DirectAnswers) -> None:
    own = NamedArea(Level.OWN, "eigen~X~3120", "X")
    assert no_forecast(answers, own.level, own.code, "matches", AS_OF).startswith("voor een eigen")


def test_plans_are_the_wijken_that_have_no_whole_month(answers: DirectAnswers) -> None:
    city = answers.known.city
    found = plans(answers, city, date(2021, 3, 31))
    assert [(start.name, start.day) for start in found.planned] == [
        ("Ontginning", date(2021, 5, 10))
    ]
    assert {start.name for start in found.unknown} == {"Oud-Woensel", "Gestelse Ontginning"}
    assert not plans(answers, city, date(2021, 5, 31)).planned
    assert len(plans(answers, city, date(2021, 5, 30)).planned) == 1
    assert len(plans(answers, city, date(2020, 4, 30)).unknown) == 3  # May 2021 is too far


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
    found = standings(Scope(answers, View(level=Level.WIJK)))
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
    found = {
        area.code: area.reached for area in standings(Scope(answers, View(level=Level.STADSDEEL)))
    }
    for pace in answers.of(paces, AS_OF):
        if pace.target.level is Level.STADSDEEL:
            assert found[pace.target.area][pace.target.indicator] == pace.share


@pytest.mark.parametrize("subject", ["matches", "inwoners_bereikt"])
def test_a_forecast_of_rounded_counts_is_no_finer_than_those(
    answers: DirectAnswers, subject: str
) -> None:
    """From 1 to the threshold there is nothing among rounded counts, nor in what follows."""
    rounded = DirectAnswers(ProtectedMarts(answers._marts._store), is_demo=True)
    wijken = [area for area in rounded.known.areas.values() if area.level is Level.WIJK]
    for day in (AS_OF, date(2021, 1, 31)):
        for wijk in wijken:
            found = path(rounded, wijk, subject, year(day), day)
            told = {value for line in (found.low, found.middle, found.high) for value in line}
            assert not told & {1, 2, 3, 4}
