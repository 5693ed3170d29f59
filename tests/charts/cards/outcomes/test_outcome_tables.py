"""The cards of waits and stays cell by cell, from courses written out by hand."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar, TypeVarTuple, Unpack

import pytest

from analytics.figures.doors.marts import Marts
from analytics.figures.durations import Agreement, Course, agreement, courses, difference, journey
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import Known, View
from analytics.scope.windows import Window
from analytics.statistics.spells import Asked, Facet, Journey, Outcome, Spell
from analytics.statistics.survival import share_of
from charts.card import Card
from charts.cards.outcomes.journeys import journey_table
from charts.cards.outcomes.span_groups import group_card
from charts.cards.outcomes.span_subjects import Subject
from charts.cards.outcomes.stays import (
    FEW_AGREED,
    NOT_OVER,
    agreement_curve,
    stay_answer,
    stay_curve,
)
from charts.cards.outcomes.waits import wait_curve
from charts.pictures import Panels, Trend
from data.reference.areas import Level
from tests.analytics.scope.fixed import Fixed
from tests.charts.cards.outcomes.test_outcome_words import course, stays, way

CITY = NamedArea(Level.GEMEENTE, "GM0772", "Eindhoven")
STRATUM = NamedArea(Level.STADSDEEL, "SD2", "Stratum", "GM0772")
GESTEL = NamedArea(Level.STADSDEEL, "SD7", "Gestel", "GM0772")
KNOWN = Known({a.code: a for a in (CITY, STRATUM, GESTEL)}, date(2018, 1, 1), date(2021, 10, 1))
FEW = "te weinig om te zeggen"

Questions = TypeVarTuple("Questions")
Outcomes = TypeVar("Outcomes")


class Canned(Fixed):
    """Answers that were written down, and what was asked."""

    def __init__(self, outcomes: Mapping[Callable[..., Any], Any]) -> None:
        super().__init__(KNOWN)
        self.outcomes = outcomes
        self.asked: list[tuple[Any, ...]] = []

    def of(
        self, analysis: Callable[[Marts, Unpack[Questions]], Outcomes], *asked: *Questions
    ) -> Outcomes:
        self.asked.append((analysis, *asked))
        found: Any = self.outcomes.get(analysis)
        outcome: Outcomes = found
        return outcome


def in_city(found: Course) -> Canned:
    return Canned({courses: {("GM0772", ""): found, ("SD2", ""): found}})


STAYS = stays((30, 20), (120, 50), running=(400, 30))


def rows(card: Card) -> list[list[Any]]:
    assert card.table is not None
    return [list(line.cells) for line in card.table.lines]


def columns(card: Card) -> list[tuple[str, int | None, bool]]:
    assert card.table is not None
    return [(one.heading, one.decimals, one.has_bars) for one in card.table.columns]


def whole(*headings: str) -> list[tuple[str, int, bool]]:
    """Columns of whole numbers."""
    return [(heading, 0, False) for heading in headings]


def trend(card: Card) -> Trend:
    assert isinstance(card.picture, Trend)
    return card.picture


def test_a_card_of_stays_in_full() -> None:
    card = stay_curve(Scope(in_city(STAYS), View()))
    assert (card.id, card.title) == (
        "uitkomsten.looptijd",
        "De helft van de matches is na 120 dagen voorbij",
    )
    assert card.subtitle == (
        "procent van de matches dat nog loopt · heel Eindhoven, sinds de start tot en met"
        " 1 oktober 2021 · gekleurde band: 95% zekerheid, voor de helft 120 tot 120 dagen"
    )
    assert card.source.endswith("· onder de as: hoeveel matches zo lang zijn gevolgd")
    assert card.sentence == card.alt
    assert card.sentence.startswith(
        "Heel Eindhoven, sinds de start tot en met 1 oktober 2021: na 3"
    )
    assert columns(card) == whole(
        "Maanden na de start", "Loopt nog (%)", "Minstens (%)", "Hoogstens (%)", "Gevolgd"
    )
    assert len(rows(card)) == 14  # 0 to 13 months: 400 days
    assert rows(card)[2] == [
        "2",
        pytest.approx(80),
        *(pytest.approx(n, abs=1) for n in (71, 87)),
        80,
    ]
    picture = trend(card)
    assert (list(picture.steps), picture.top, picture.unit) == (list(range(14)), 104, "procent")
    assert list(picture.counts) == [100, 100, 80, 80, *[30] * 10]
    assert [series.name for series in picture.series] == ["loopt nog"]


def test_a_part_of_the_city_stands_beside_the_whole() -> None:
    answers = in_city(STAYS)
    card = stay_curve(Scope(answers, View(area="SD2")))
    assert [series.name for series in trend(card).series] == ["loopt nog", "heel Eindhoven"]
    city = trend(card).series[1]
    assert city.is_dashed
    assert list(city.values) == list(trend(card).series[0].values)
    assert card.sentence.startswith("Stratum, sinds de start tot en met 1 oktober 2021: na 3")
    asked = [question[1] for question in answers.asked]
    assert [(one.level, one.area) for one in asked] == [
        (Level.STADSDEEL, "SD2"),
        (Level.GEMEENTE, "GM0772"),
    ]
    alone = Canned({courses: {("SD2", ""): STAYS, ("GM0772", ""): None}})
    assert len(trend(stay_curve(Scope(alone, View(area="SD2")))).series) == 1


def test_stays_without_a_half_have_a_plain_title() -> None:
    card = stay_curve(Scope(in_city(stays((30, 2), running=(400, 98))), View()))
    assert card.title == "Hoe lang matches lopen"
    assert card.subtitle.endswith("· gekleurde band: 95% zekerheid")


@pytest.mark.parametrize(
    ("window", "since"),
    [(Window.ALL, None), (Window.YEAR, date(2020, 10, 1)), (Window.MONTH, date(2021, 9, 1))],
)
def test_a_window_begins_on_the_evening_before_its_first_day(
    window: Window, since: date | None
) -> None:
    answers = in_city(STAYS)
    card = stay_curve(Scope(answers, View(window=window)))
    assert answers.asked == [
        (courses, Asked(Spell.STAY, Level.GEMEENTE, date(2021, 10, 1), "GM0772", since=since))
    ]
    assert window.label in card.subtitle


def agreed(months: int = 400, over: tuple[int, int] = (40, 10)) -> Agreement:
    planned = stays((60, 50), (120, 46), running=(400, 4)).alone
    found = stays((30, 20), (120, 50), running=(months, 30))
    judged, early = over
    kept = share_of(judged - early, judged, fewest=5)
    return Agreement(planned, found.alone, found.followed, kept, judged)


def test_an_agreement_in_full() -> None:
    answers = Canned({agreement: agreed()})
    card = agreement_curve(Scope(answers, View(window=Window.YEAR)))
    assert answers.asked[0][1].since is None  # about all, and the card says so
    assert card.sentence == (
        "Heel Eindhoven, sinds de start tot en met 1 oktober 2021: van de 40 matches sinds de start"
        " waarvan de afgesproken dag voorbij is, haalde 75% (60% tot 86%) die dag."
    )
    assert "sinds de start tot en met" in card.subtitle
    assert columns(card) == whole(
        *("Maanden na de start", "Loopt nog (%)", "Minstens (%)", "Hoogstens (%)"),
        *("Volgens afspraak (%)", "Gevolgd"),
    )
    ends = [pytest.approx(71, abs=1), pytest.approx(87, abs=1)]
    assert rows(card)[1] == ["1", pytest.approx(80), *ends, pytest.approx(100), 100]
    assert rows(card)[2] == ["2", pytest.approx(80), *ends, pytest.approx(50), 80]
    assert rows(card)[4][4:] == [FEW, 30]  # 4 agreed for so long
    kept = [pytest.approx(n, abs=0.5) for n in (75, 60, 86)]
    assert rows(card)[-1] == ["de afgesproken dag", *kept, None, 40]
    lasting, planned = trend(card).series
    assert (lasting.name, planned.name, planned.is_dashed) == ("loopt nog", "afgesproken", True)
    assert planned.values[4] is None


def test_an_agreement_of_few() -> None:
    assert agreement_curve(Scope(Canned({}), View())).note == FEW_AGREED
    short = Canned({agreement: Agreement(STAYS.alone, STAYS.alone, (9,), None, 0)})
    assert agreement_curve(Scope(short, View())).note == FEW_AGREED
    two = Canned({agreement: Agreement(STAYS.alone, STAYS.alone, (9, 8), None, 0)})
    card = agreement_curve(Scope(two, View()))
    assert card.sentence.endswith(NOT_OVER[1:])
    assert [row[0] for row in rows(card)] == ["0", "1"]


def test_the_answer_adds_how_often_the_agreed_day_was_kept() -> None:
    answers = Canned({courses: {("GM0772", ""): STAYS}, agreement: agreed()})
    assert stay_answer(Scope(answers, View())).endswith(
        "voorbij. Van de 40 matches sinds de start waarvan de afgesproken dag voorbij is, haalde"
        " 75% (60% tot 86%) die dag."
    )
    assert stay_answer(Scope(in_city(STAYS), View())).endswith(" voorbij.")
    assert stay_answer(Scope(in_city(STAYS), View())).startswith("Heel Eindhoven: ja, de meeste")


def test_a_card_of_waits_in_full() -> None:
    found = course([(27, "match", 60), (40, "left", 20), (400, "", 20)], Outcome.MATCH)
    card = wait_curve(Scope(in_city(found), View(area="SD2")))
    assert card.title == "De helft heeft na 27 dagen een match"
    assert card.source.endswith("· onder de as: hoeveel inwoners zo lang zijn gevolgd")
    assert "Stratum, sinds de start" in card.subtitle
    assert [series.name for series in trend(card).series] == [
        "met een match",
        "zonder uitstroom",
        "uitgestroomd",
    ]
    assert trend(card).top == 104
    assert columns(card) == whole(
        "Maanden na de scan",
        "Met een match (%)",
        "Minstens (%)",
        "Hoogstens (%)",
        "Uitgestroomd (%)",
        "Gevolgd",
    )
    assert rows(card)[2][0:2] == ["2", pytest.approx(60)]
    assert rows(card)[2][4:] == [pytest.approx(20), 20]
    none = course([(27, "match", 2), (400, "", 20)], Outcome.MATCH)
    assert wait_curve(Scope(in_city(none), View())).title == "Van scan tot match"


def test_a_journey_in_full() -> None:
    found = way(Journey(100, 62, 50, 42, 21))
    card = journey_table(Scope(Canned({journey: found}), View(window=Window.MONTH)))
    assert rows(card) == [
        ["Talentenscan gedaan", 100, 100, 100],
        ["Match gemaakt", 62, 100, 62],
        ["Match gestart (startdag bekend)", 50, 62, pytest.approx(100 * 50 / 62)],
        ["Loopt na 3 maanden nog", 21, 42, 50],
    ]
    assert columns(card) == [
        ("Stap", None, False),
        ("Inwoners", 0, True),
        ("Van de", 0, False),
        ("Procent", 0, False),
    ]
    assert card.source.endswith("8 matches zijn te jong voor de laatste stap en daar weggelaten")
    assert "sinds de start" in card.subtitle
    assert card.sentence.startswith("Heel Eindhoven, sinds de start")
    old = journey_table(Scope(Canned({journey: way(Journey(100, 62, 42, 42, 21))}), View()))
    assert old.source.endswith("alle gestarte matches tellen mee in de laatste stap")
    few = rows(journey_table(Scope(Canned({journey: way(Journey(9, 4, 3, 3, 2))}), View())))
    assert few[2:] == [
        ["Match gestart (startdag bekend)", 3, 4, FEW],
        ["Loopt na 3 maanden nog", FEW, 3, FEW],
    ]
    assert journey_table(Scope(Canned({}), View())).note


FAST = stays((30, 60), running=(500, 40))
YOUNG = stays((10, 2), running=(60, 8))
PARTS = {("SD2", ""): FAST, ("SD7", ""): YOUNG, ("GM0772", ""): FAST}


def test_groups_in_full() -> None:
    found = {("GM0772", "burenhulp"): FAST, ("GM0772", "betaald werk"): None}
    answers = Canned({courses: found | {("GM0772", ""): FAST}, difference: 0.5})
    card = group_card(Scope(answers, View()), Subject(Spell.STAY, Facet.KIND))
    assert card.title == "Hoe lang matches lopen, per soort"
    assert card.subtitle.startswith("procent van de matches dat nog loopt, per maand na de start")
    assert columns(card) == [
        ("Soort", None, False),
        *whole("Matches", "Helft voorbij na (dagen)", "Na 3 maanden (%)"),
        ("Na 6 maanden (%)", 0, True),
        ("Na 12 maanden (%)", 0, False),
        ("Zekerheid na 6 maanden", None, False),
    ]
    by_name = {row[0]: row[1:] for row in rows(card)}
    told = pytest.approx(40)
    assert by_name["burenhulp"] == [100, 30, told, told, told, "30% tot 49%"]
    assert by_name["betaald werk"] == [FEW, None, None, None, None, None]
    assert isinstance(card.picture, Panels)
    assert list(card.picture.panels) == ["burenhulp"]
    panel = card.picture.panels["burenhulp"]
    assert (list(panel.steps), panel.unit) == (list(range(19)), "procent")
    behind, line = panel.series
    assert (behind.name, behind.is_quiet, behind.low) == ("alles samen", True, ())
    assert (line.ink, len(line.values)) == ("accent", 19)
    assert line.values[16] == pytest.approx(40)
    assert line.values[17] is None


def test_parts_in_full() -> None:
    answers = Canned({courses: PARTS, difference: 0.01})
    card = group_card(Scope(answers, View()), Subject(Spell.STAY, Facet.NONE))
    assert card.title == "Hoe lang matches lopen, per stadsdeel"
    by_name = {row[0]: row[1:] for row in rows(card)}
    assert by_name["Gestel"] == [10, "nog niet te zeggen", FEW, FEW, FEW, None]
    assert (courses, Asked(Spell.STAY, Level.STADSDEEL, date(2021, 10, 1)), "") in answers.asked
    group_card(Scope(answers, View(area="SD2")), Subject(Spell.STAY, Facet.NONE))
    assert (courses, Asked(Spell.STAY, Level.WIJK, date(2021, 10, 1)), "SD2") in answers.asked
    nothing = Canned({courses: {("SD2", ""): None}, difference: 1.0})
    note = group_card(Scope(nothing, View()), Subject(Spell.WAIT, Facet.NONE)).note
    assert note.startswith("In geen enkele groep zijn er genoeg inwoners om te vergelijken.")


def test_a_half_day_is_shown_in_the_table_too() -> None:
    odd = stays((2, 50), (3, 10), running=(500, 40))
    even = stays((2, 50), (5, 10), running=(500, 40))
    found = {("GM0772", "burenhulp"): even, ("GM0772", "betaald werk"): odd}
    card = group_card(
        Scope(Canned({courses: found, difference: 1.0}), View()), Subject(Spell.STAY, Facet.KIND)
    )
    assert card.table is not None
    assert card.table.columns[2].decimals == 1
    assert sorted(row[2] for row in rows(card)) == [2.5, 3.5]
