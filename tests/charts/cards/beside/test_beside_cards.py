"""The cards of Vergelijk: what is said, and what stands there where there is nothing to say."""

from collections.abc import Mapping
from datetime import date

import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.progress import progress
from analytics.figures.selection import Selection
from analytics.profile.beside import count_of, measured, sides, spread_of
from analytics.scope.answers import DirectAnswers
from analytics.scope.areas import NO_TEAM
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import EARLIER, REST, View
from analytics.scope.windows import Window
from charts.card import Card
from charts.cards import CARDS
from charts.cards.beside.beside import EMPTY, NOT_BEGUN, NOTHING
from charts.pictures import Bars, Trend
from data.file.store import Store
from data.reference.areas import Level
from tests.charts.cards.conftest import Tell
from tests.charts.conftest import City

GESTEL, STRIJP, TONGELRE = "SD7", "SD6", "SD3"
Counts = Mapping[str, tuple[int, float]]


def card_of(tell: Tell, counts: Counts, view: View) -> Card:
    """The bars, of counts and inhabitants that are given by the code of an area."""

    def counted(_: str, asked: Selection) -> tuple[int, float]:
        return counts[asked.area]

    answers = tell({count_of: counted, spread_of: 1.0})
    return CARDS["vergelijk.verschil"](Scope(answers, view))


def three(area: str = GESTEL) -> View:
    return View(area=area, beside=(STRIJP, TONGELRE), indicator="matches", window=Window.YEAR)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (
            {GESTEL: (310, 1000.0), STRIJP: (20, 1000.0), TONGELRE: (300, 1000.0)},
            "meer dan toeval: Gestel 15,5 keer zo veel als Strijp; Tongelre 15 keer zo veel als"
            " Strijp.",
        ),
        (
            {GESTEL: (200, 1000.0), STRIJP: (0, 1000.0), TONGELRE: (300, 1000.0)},
            "meer dan toeval: Gestel 200,0, Strijp 0,0; Tongelre 300,0, Strijp 0,0;"
            " Tongelre 50% meer dan Gestel.",
        ),
        (
            {GESTEL: (20, 1000.0), STRIJP: (21, 1000.0), TONGELRE: (22, 1000.0)},
            "de verschillen zijn niet groter dan toeval kan geven.",
        ),
    ],
)
def test_what_differs_is_told_the_greatest_first(tell: Tell, counts: Counts, told: str) -> None:
    card = card_of(tell, counts, three())
    begin = "Matches per 1.000 inwoners"
    assert card.sentence in (f"{begin}, {told}", f"{begin}: {told}")
    assert card.title == begin
    assert card.subtitle.startswith("Gestel, Strijp en Tongelre · ")
    assert card.table
    assert [list(line.cells[:3]) for line in card.table.lines] == [
        [name, counts[code][0], counts[code][0]]
        for name, code in (("Gestel", GESTEL), ("Strijp", STRIJP), ("Tongelre", TONGELRE))
    ]


def test_one_area_alone_has_its_figure(tell: Tell) -> None:
    counts = {GESTEL: (31, 2000.0), STRIJP: (0, 0.0), TONGELRE: (0, 0.0)}
    card = card_of(tell, counts, three())
    assert card.sentence == "Gestel: 15,5 matches per 1.000 inwoners."


@pytest.mark.parametrize(("people", "is_few"), [(99.0, True), (100.0, False)])
def test_of_few_inhabitants_there_is_a_count_and_no_rate(
    tell: Tell, people: float, *, is_few: bool
) -> None:
    """1 of 99 is no 10,1 per 1.000 that stands beside others, not in any of the cards."""
    counts = {GESTEL: (200, 1000.0), STRIJP: (1, people), TONGELRE: (1, people)}
    card = card_of(tell, counts, three())
    few = Mark.FEW_INHABITANTS
    assert card.table
    assert isinstance(card.picture, Bars)
    lines = [list(line.cells) for line in card.table.lines]
    assert [line[1] for line in lines] == [200, 1, 1]
    assert [line[2] == few for line in lines] == [False, is_few, is_few]
    assert [bar.mark == few for bar in card.picture.bars] == [False, is_few, is_few]
    words = " Minder dan 100 inwoners, en daarom zonder cijfer: Strijp en Tongelre."
    assert card.sentence.endswith(words) is is_few
    assert ("keer zo veel" in card.sentence) is not is_few


def test_without_inhabitants_there_is_nothing_to_compare(tell: Tell) -> None:
    assert card_of(tell, dict.fromkeys((GESTEL, STRIJP, TONGELRE), (3, 0.0)), three()).note == EMPTY


@pytest.mark.parametrize("name", ["verschil", "bereik", "cijfers"])
def test_without_an_area_it_is_said_what_to_choose(tell: Tell, name: str) -> None:
    assert CARDS[f"vergelijk.{name}"](Scope(tell({}), View())).note == NOTHING


def started(*codes: str) -> dict[object, object]:
    """Answers in which only these areas have started."""
    from analytics.figures.progress import Progress  # noqa: PLC0415

    def known(level: Level, _: date) -> dict[str, Progress]:
        every = {"GM0772", GESTEL, STRIJP, TONGELRE, NO_TEAM}
        amounts = {code: int(code in codes) for code in every}
        amounts["GM0772"] = len(codes)
        return {code: Progress((), amounts[code], None, is_pilot=False) for code in every}

    return {progress: known}


@pytest.mark.parametrize(
    ("begun", "strijp"), [([GESTEL], "nog niet gestart"), ([GESTEL, STRIJP], 0)]
)
def test_before_the_start_nothing_is_no_zero(
    tell: Tell, begun: list[str], strijp: str | int
) -> None:
    counts = {GESTEL: (200, 1000.0), STRIJP: (0, 1000.0)}
    answers = tell(
        {count_of: lambda _, asked: counts[asked.area], spread_of: 1.0, **started(*begun)}  # type: ignore[dict-item]
    )
    card = CARDS["vergelijk.verschil"](Scope(answers, View(area=GESTEL, beside=(STRIJP,))))
    assert isinstance(card.picture, Bars)
    assert card.table
    gestel, other = card.table.lines
    assert list(gestel.cells[1:3]) == [200, 200.0]
    assert list(other.cells[1:3]) == [strijp, strijp]
    assert card.picture.bars[1].value == (None if isinstance(strijp, str) else 0)
    assert card.picture.bars[1].mark == (strijp or "")
    assert ("Nog niet gestart op die dag: Strijp." in card.sentence) is isinstance(strijp, str)
    table = CARDS["vergelijk.cijfers"](
        Scope(answers, View(area=GESTEL, beside=(STRIJP,), indicator="matches"))
    ).table
    assert table
    assert {line.cells[2] for line in table.lines} == {strijp}
    assert {line.cells[1] for line in table.lines} == {200.0}


def test_what_was_counted_before_a_start_stands_there(tell: Tell) -> None:
    answers = tell({count_of: (3, 1000.0), spread_of: 1.0, **started()})  # type: ignore[dict-item]
    card = CARDS["vergelijk.verschil"](Scope(answers, View(area=GESTEL, beside=(STRIJP,))))
    assert card.table
    assert [line.cells[1] for line in card.table.lines] == [3, 3]


def test_where_none_has_started_nothing_is_compared(tell: Tell) -> None:
    answers = tell({count_of: (0, 1000.0), spread_of: 1.0, **started()})  # type: ignore[dict-item]
    for beside in ((STRIJP,), (REST,)):
        card = CARDS["vergelijk.verschil"](Scope(answers, View(area=GESTEL, beside=beside)))
        assert card.note == NOT_BEGUN


def test_the_rest_of_the_city_has_begun_when_another_area_has(tell: Tell) -> None:
    for begun, expected in (([GESTEL], False), ([GESTEL, STRIJP], True), ([STRIJP], True)):
        counts = {GESTEL: (0, 1000.0), "GM0772": (0, 9000.0)}
        answers = tell({count_of: lambda _, asked: counts[asked.area], **started(*begun)})  # type: ignore[dict-item] # noqa: B023
        found = measured(Scope(answers, View(area=GESTEL)), "matches")
        assert [one.has_begun for one in found] == [GESTEL in begun, expected]


def test_the_wijken_without_a_team_are_no_team(tell: Tell) -> None:
    scope = Scope(tell({}), View(area=NO_TEAM, beside=(EARLIER, REST, STRIJP)))
    assert [side.in_sentence for side in sides(scope)] == [
        "de wijken zonder team",
        "de wijken zonder team een jaar eerder",
        "de rest van de stad",
        "Strijp",
    ]
    assert [side.code for side in sides(scope)] == [NO_TEAM, NO_TEAM, "", STRIJP]


def test_rounded_counts_that_are_small_are_not_compared(store: Store) -> None:
    answers = DirectAnswers(open_marts(store, Audience.GEMEENTE), is_demo=True)
    scope = Scope(answers, View(area="WK077242", audience=Audience.GEMEENTE))
    table = CARDS["vergelijk.cijfers"](scope).table
    assert table
    for line, subject in zip(
        table.lines, CARDS["vergelijk.cijfers"](scope).indicators, strict=True
    ):
        for cell, one in zip(line.cells[1:], measured(scope, subject), strict=True):
            is_small = 0 < one.count < 4 * scope.threshold
            if is_small and not one.is_settled:
                assert cell == "te klein om te vergelijken"
            elif one.is_settled:
                assert cell == one.rate


@pytest.mark.parametrize("city", ["demo", "odd"])
def test_lines_end_with_what_the_sentence_says(cities: dict[str, City], city: str) -> None:
    scope = Scope(cities[city].answers(), View(area=TONGELRE, beside=(GESTEL, NO_TEAM, REST)))
    card = CARDS["vergelijk.bereik"](scope)
    assert isinstance(card.picture, Trend)
    assert card.table
    ends = {line.name: line.values[-1] for line in card.picture.series}
    assert list(card.table.lines[-1].cells[1:]) == list(ends.values())
    for name, end in ends.items():
        said = f"{end:.1f} in {name}".replace(".", ",").replace(
            f"in {NO_TEAM}", "in de wijken zonder team"
        )
        assert (said in card.sentence) is (end is not None)
