"""What is said of a wijk that began a few days ago: nothing beside others, on any card."""

from collections import defaultdict
from datetime import date, timedelta

import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.profile.leads import profile_lead
from analytics.profile.profile import Figures, level_figures, told_apart
from analytics.profile.quarters import level_changes
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from charts.cards.chosen import NO_MONTH
from data.periods import add_months, month_end
from data.reference.areas import Level
from tests.charts.cards.conftest import Told
from tests.charts.conftest import City

NOT_COMPARED = "Nog geen hele maand gestart en daarom niet vergeleken: "
JUST_STARTED = " is net gestart: er is nog geen hele maand om te vergelijken."
OF_AREA = {
    "uitrol.leeftijd": JUST_STARTED,
    "uitrol.leeftijd_tabel": JUST_STARTED,
    "uitrol.trechter": JUST_STARTED,
    "uitrol.rangorde": JUST_STARTED,
    "uitrol.veranderd": JUST_STARTED,
    "vergelijk.verschil": NOT_COMPARED,
}


def last_started(city: City) -> tuple[str, date]:
    """The code of the wijk that started last, and its day."""
    rollout = city.frames["rollout"]
    days = zip(rollout["wijk_code"], rollout["started_on"], strict=True)
    wijk, day = max(days, key=lambda pair: pair[1])
    return str(wijk), date.fromisoformat(str(day)[:10])


@pytest.mark.parametrize("name", OF_AREA)
def test_a_wijk_of_a_few_days_is_not_compared(cities: dict[str, City], name: str) -> None:
    wijk, began = last_started(cities["demo"])
    for day in (began + timedelta(days=3), month_end(began)):
        view = View(Level.WIJK, wijk, as_of=day, indicator="vacatures")
        scope = Scope(cities["demo"].answers(), view)
        said = CARDS[name](scope).sentence
        assert OF_AREA[name].strip() in said
        assert scope.area.name in said
    grown = Scope(cities["demo"].answers(), View(Level.WIJK, wijk, indicator="vacatures"))
    assert OF_AREA[name].strip() not in CARDS[name](grown).sentence


@pytest.mark.parametrize("name", ["kaart.kaart", "kaart.tabel"])
@pytest.mark.parametrize("audience", Audience)
def test_a_wijk_of_a_few_days_is_no_extreme(
    cities: dict[str, City], name: str, audience: Audience
) -> None:
    city = cities["demo"]
    wijk, began = last_started(city)
    day = month_end(began)
    view = View(Level.WIJK, as_of=day, indicator="vacatures", audience=audience)
    scope = Scope(city.answers(audience), view)
    card, called = CARDS[name](scope), scope.known.areas[wijk].name
    assert card.sentence.count(called) == 1
    assert f"{NOT_COMPARED}{called}." in card.sentence
    assert called not in card.title
    later = Scope(city.answers(audience), View(Level.WIJK, as_of=add_months(day, 1)))
    assert NOT_COMPARED not in CARDS[name](later).sentence


def test_a_line_waits_for_a_whole_month_and_for_a_start(cities: dict[str, City]) -> None:
    wijk, began = last_started(cities["demo"])
    for day, note in (
        (began + timedelta(days=3), NO_MONTH),
        (began - timedelta(days=3), "Hier is geen cijfer per 1.000 inwoners: nog niet gestart."),
    ):
        scope = Scope(cities["demo"].answers(), View(Level.WIJK, wijk, as_of=day))
        assert CARDS["gebied.trend"](scope).note == note


def test_nothing_stands_out_in_a_wijk_of_one_day(cities: dict[str, City]) -> None:
    few, many = Figures(1.0, 0.1, 12_550.0), Figures(90.0, 9.0, 10_000.0)
    figures = defaultdict(lambda: many, {"WK077263": few})
    marts = open_marts(cities["odd"].store, Audience.INTERN)
    counted = {one.id: figures for one in told_apart()}
    answers = Told(marts, {level_figures: counted, level_changes: {"WK077263": []}})
    scope = Scope(answers, View(area="WK077263"))
    said = CARDS["gebied.indicatoren"](scope).sentence
    assert said == f"Meerhoven{JUST_STARTED}"
    assert said in profile_lead(scope)
    assert not CARDS["gebied.indicatoren"](Scope(answers, View())).sentence
    other = CARDS["gebied.indicatoren"](Scope(answers, View(area="WK077231"))).sentence
    assert JUST_STARTED not in other


def test_a_wijk_of_a_few_days_is_no_white_spot(cities: dict[str, City]) -> None:
    city = cities["demo"]
    wijk, began = last_started(city)
    scope = Scope(city.answers(), View(Level.WIJK, as_of=month_end(began)))
    ranked = CARDS["witte_vlekken.rangorde"](scope).table
    blind = CARDS["witte_vlekken.blinde_vlekken"](scope).table
    assert ranked
    assert blind
    assert wijk not in {line.code for line in ranked.lines if line.cells[0] is not None}
    assert wijk in {line.code for line in blind.lines}
