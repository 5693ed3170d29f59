"""What is said of the demo, in full: places where a figure easily becomes a claim too much.

Rates differ a little from those with the inhabitants of 2024: a rate takes the inhabitants of its
own year.
"""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest

from analytics.figures.doors.marts import Audience, open_marts
from analytics.figures.durations import difference
from analytics.figures.selection import Selection
from analytics.gaps.advice.next_place import uncovered
from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import snapshot
from analytics.rollout.against_pilot import comparisons
from analytics.rollout.aligned import field
from analytics.rollout.funnel import funnel
from analytics.scope.answers import DirectAnswers
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window
from analytics.statistics.limits import Verdict
from analytics.statistics.spells import Asked, Facet, Spell
from charts.card import Card, Line, Value
from charts.cards import CARDS
from charts.tabulate import table_of
from data.demo import make_demo
from data.file.store import Store
from data.reference.areas import Level
from tests.cities import write_city

AS_OF = date(2021, 10, 1)
CLOSED = date(2021, 9, 30)  # the last whole month: what the municipality sees
FEW = "te weinig om te zeggen"
FRAMES = make_demo()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = write_city(tmp_path_factory.mktemp("examples") / "demo.duckdb", FRAMES, AS_OF)
    yield store
    store.close()


@pytest.fixture(scope="module")
def inside(store: Store) -> DirectAnswers:
    return DirectAnswers(open_marts(store, Audience.INTERN), is_demo=True)


@pytest.fixture(scope="module")
def outside(store: Store) -> DirectAnswers:
    return DirectAnswers(open_marts(store, Audience.GEMEENTE), is_demo=True)


def card_of(answers: DirectAnswers, name: str, view: View) -> Card:
    return CARDS[name](Scope(answers, view))


def lines(card: Card) -> list[Line]:
    table = table_of(card)
    assert table is not None
    return list(table.lines)


def line_of(card: Card, code: str) -> Line:
    [found] = [line for line in lines(card) if line.code == code]
    return found


def column(card: Card, heading: str) -> list[Value]:
    table = table_of(card)
    assert table is not None
    at = [column.heading for column in table.columns].index(heading)
    return [line.cells[at] for line in table.lines]


def test_of_matches_that_mostly_still_run_nothing_is_told_for_later(inside: DirectAnswers) -> None:
    """Stratum on 27 December 2019: 5 of 17 ended and 12 run; that is no 0% after six months."""
    day = date(2019, 12, 27)
    selection = Selection(Level.STADSDEEL, day, area="SD2")
    assert inside.get("lopende_matches", selection).rows()[0].value == 12
    card = card_of(inside, "uitkomsten.looptijd_stadsdeel", View(as_of=day))
    [stratum] = [line for line in lines(card) if line.cells[0] == "Stratum"]
    assert stratum.cells[1] == 17
    assert stratum.cells[4:] == [FEW, FEW, None]


def test_of_seven_residents_nobody_waits_for_certain(inside: DirectAnswers) -> None:
    """Stratum on 11 July 2019: 7 scans are too few for any share, and for 100% (100% tot 100%)."""
    card = card_of(inside, "uitkomsten.wachttijd_stadsdeel", View(as_of=date(2019, 7, 11)))
    [stratum] = [line for line in lines(card) if line.cells[0] == "Stratum"]
    assert stratum.cells[1] == 7
    assert stratum.cells[3:] == [FEW, FEW, FEW, None]


def test_where_wijken_differ_almost_three_times_as_much_as_by_chance_it_is_said(
    inside: DirectAnswers,
) -> None:
    """Phi is 2.85 (with the inhabitants of 2024 it is 2.78), and yet no wijk stands out."""
    day = date(2021, 6, 30)
    found = inside.of(funnel, "vacatures", Level.WIJK, Window.YEAR, day)
    assert found.spread.phi == pytest.approx(2.847, abs=0.001)
    assert found.spread.probability < 0.001
    view = View(as_of=day, window=Window.YEAR, indicator="vacatures")
    card = card_of(inside, "uitrol.trechter", view)
    assert "(2,8 keer toeval)" in card.source
    assert card.sentence.endswith(
        "De 14 wijken buiten het pilotgebied verschillen samen meer dan toeval; geen ervan springt"
        " er op zichzelf uit."
    )
    assert Verdict.RATHER_HIGH in column(card, "Oordeel")


def test_eighteen_wijken_with_one_smoothed_rate_have_no_order(inside: DirectAnswers) -> None:
    """All are drawn in to 2.228 (with the inhabitants of 2024 to 2.124): Centrum is not first."""
    view = View(indicator="inwoners_bereikt")
    card = card_of(inside, "uitrol.rangorde", view)
    assert len(lines(card)) == 18
    assert column(card, "Met grootte") == pytest.approx([2.2275] * 18, abs=0.0001)
    assert {*column(card, "Nr."), *column(card, "Nr. zonder")} == {None}
    assert card.sentence == (
        "Er is geen rangorde: de verschillen tussen de wijken passen bij toeval."
    )
    assert {*column(card, "Oordeel")} == {Verdict.CHANCE}
    funnel_card = card_of(inside, "uitrol.trechter", view)
    assert funnel_card.sentence.endswith("buiten het pilotgebied passen bij toeval.")


def test_of_two_rare_differences_among_fourteen_wijken_one_is_real(store: Store) -> None:
    """Two wijken lie by themselves below the pilot with 95% certainty; compared at once, one."""
    marts = open_marts(store, Audience.INTERN)
    found = comparisons(field(marts, "inwoners_bereikt", Level.WIJK, AS_OF))
    rare = {row.curve.name for row in found if row.pilot and row.pilot.probability < 0.05}
    assert (len(found), rare) == (14, {"Achtse Molen", "Dommelbeemd"})
    assert {row.curve.name for row in found if row.is_real} == {"Achtse Molen"}
    view = View(indicator="inwoners_bereikt")
    said = CARDS["uitrol.leeftijd_tabel"](Scope(DirectAnswers(marts, is_demo=True), view)).sentence
    assert said == (
        "13 van de 14 wijken lopen achter op het pilotgebied op dezelfde leeftijd; bij 1 is dat"
        " meer dan toeval."
    )


@pytest.mark.parametrize(
    ("spell", "card", "area_or_talent", "ends", "chance"),
    [
        (Spell.STAY, "looptijd_talent", Facet.TALENT, ("36% tot 60%", "16% tot 35%"), 0.604),
        (Spell.WAIT, "wachttijd_talent", Facet.TALENT, ("62% tot 75%", "48% tot 63%"), 0.254),
    ],
)
def test_the_two_groups_that_lie_furthest_apart_are_not_tested_as_if_chosen_beforehand(
    inside: DirectAnswers,
    spell: Spell,
    card: str,
    area_or_talent: Facet,
    ends: tuple[str, str],
    chance: float,
) -> None:
    """The bands of the two hardly touch; over all ten talents the differences fit chance."""
    asked = Asked(spell, Level.GEMEENTE, AS_OF, "GM0772", area_or_talent)
    assert inside.of(difference, asked) == pytest.approx(chance, abs=0.001)
    made = card_of(inside, f"uitkomsten.{card}", View())
    shares = column(made, "Na 6 maanden (%)")
    bands = column(made, "Zekerheid na 6 maanden")
    assert (bands[shares.index(max(shares))], bands[shares.index(min(shares))]) == ends  # type: ignore[type-var]
    assert made.sentence.endswith("De verschillen tussen de talenten kunnen toeval zijn.")


def test_every_wijk_of_gestel_counts_at_its_own_age(inside: DirectAnswers) -> None:
    """All 82 scans of both wijken, the young one too, against 96 of the pilot at those ages."""
    view = View(level=Level.STADSDEEL, indicator="scans")
    gestel = line_of(card_of(inside, "uitrol.leeftijd_tabel", view), "SD7")
    assert gestel.cells[1:5] == [25, 13, 82, pytest.approx(95.56, abs=0.01)]
    assert gestel.cells[6] == pytest.approx(82 / 95.56, abs=0.001)
    wijken = card_of(inside, "uitrol.leeftijd_tabel", View(indicator="scans"))
    parts = [line_of(wijken, code).cells for code in ("WK077271", "WK077272")]
    assert sum(cells[2] for cells in parts) == 82  # type: ignore[misc]
    assert {cells[1] for cells in parts} == {13, 25}


def test_never_more_people_lack_a_place_than_wait(store: Store, inside: DirectAnswers) -> None:
    """On 9 January 2018 thirty wait, with 60 wanted talents out of reach: 26 people."""
    day = date(2018, 1, 9)
    known = snapshot(open_marts(store, Audience.INTERN), day)
    assert len(known.waiting) == 30
    assert int(uncovered(known, near(metres(), 1500)).to_numpy().sum()) == 60
    for name in ("wat_als", "wat_als_lijst"):
        assert card_of(inside, f"witte_vlekken.{name}", View(as_of=day)).sentence == (
            "In Eindhoven wachten 26 inwoners met een talent waarvoor binnen bereik geen plek vrij"
            " is."
        )


def test_ten_places_together_count_every_resident_once(inside: DirectAnswers) -> None:
    """The gains of the ten add up to 101; those are 79 people."""
    card = card_of(inside, "witte_vlekken.advies", View())
    assert sum(column(card, "Erbij")) == 101  # type: ignore[arg-type]
    assert column(card, "Samen")[-1] == 79
    assert card.sentence.endswith(
        "19 wachtende inwoners krijgen dan een plek binnen bereik. Met 10 plekken zijn het er 79."
    )


def test_four_wijken_began_on_the_first_day(inside: DirectAnswers) -> None:
    assert card_of(inside, "uitrol.tijdlijn", View()).sentence == (
        "4 wijken begonnen als eerste (4 september 2017), Ontginning als laatste (10 mei 2021)."
    )


def test_of_the_buurten_without_a_match_none_is_called_the_lowest(inside: DirectAnswers) -> None:
    view = View(level=Level.BUURT, indicator="matches")
    card = card_of(inside, "kaart.tabel", view)
    none = [line.code for line in lines(card) if line.cells[2] == 0]
    assert len(none) == 28
    assert "BU07726310" in none  # BeA2
    assert card.sentence.endswith("Het laagst: 28 buurten (0).")


def test_what_rounding_made_is_not_called_highest_or_lowest(
    inside: DirectAnswers, outside: DirectAnswers
) -> None:
    """Urkhoven is 5 for 2 people, 't Hool 5 for 4; the rate of the first is the highest of all."""
    shown = Selection(Level.BUURT, CLOSED)
    exact, rounded = (
        {row.area_name: row for row in answers.get("inwoners_bereikt_per_1000", shown).rows()}
        for answers in (inside, outside)
    )
    for name, counted in (("Urkhoven", (2, 5)), ("'t Hool", (4, 5))):
        assert (exact[name].numerator, rounded[name].numerator) == counted
    rates = {name: row.value for name, row in rounded.items() if row.value is not None}
    assert max(rates, key=lambda name: rates[name]) == "Urkhoven"
    view = View(level=Level.BUURT, audience=Audience.GEMEENTE)
    card = card_of(outside, "kaart.kaart", view)
    assert card.sentence.endswith(
        "Waar het het hoogst en het laagst is, is door het afronden niet te zeggen."
    )
    assert line_of(card, "BU07723340").cells[1] == Mark.TOO_SMALL
    within = card_of(
        outside, "kaart.kaart", View(Level.BUURT, "WK077233", audience=Audience.GEMEENTE)
    )
    assert within.sentence.startswith(
        "Bereikte inwoners per 1.000 inwoners in Oud-Tongelre (wijk), sinds de start, "
    )
    assert "Urkhoven" not in within.sentence


def test_the_year_of_a_day_is_that_of_the_day(inside: DirectAnswers) -> None:
    """On 31 December 2020: the 441 matches of 2020, and not the none of a year to come."""
    day = date(2020, 12, 31)
    made = pd.to_datetime(FRAMES["matches"]["matched_on"])
    assert int((made.dt.year == 2020).sum()) == 441
    view = View(as_of=day, indicator="matches")
    assert card_of(inside, "uitrol.verwachting", view).sentence.startswith(
        "In 2020 zijn in Eindhoven 441 matches geteld."
    )
