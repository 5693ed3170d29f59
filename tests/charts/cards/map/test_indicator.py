"""The cards of one indicator: what they are about and say, and what rounding leaves of it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from analytics.catalog import find
from analytics.figures.blur import blurred, may_move
from analytics.figures.doors.marts import Audience
from analytics.scope.indicator.indicator_scope import IndicatorScope
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.scope.windows import Window
from analytics.statistics.classes import Classes
from charts.card import Card
from charts.cards import CARDS
from charts.cards.map.indicator import NO_EARLIER_DAY
from charts.pictures import AreaMap, Bars
from data.dutch import number, signed
from data.periods import is_quarter_end
from data.reference.areas import Level
from tests.charts.cards import twins
from tests.charts.conftest import City

DAY = date(2021, 9, 30)


def area_map(card: Card) -> AreaMap:
    assert isinstance(card.picture, AreaMap)
    return card.picture


def card_of(cities: dict[str, City], card: str, view: View, name: str = "demo") -> Card:
    answers = cities[name].answers(view.audience)
    return CARDS[card](Scope(answers, view))


@pytest.mark.parametrize("name", ["demo", "odd", "sample"])
@pytest.mark.parametrize("area", ["", "SD3"])
@pytest.mark.parametrize("indicator", ["matches", "wachtend"])
def test_a_change_is_the_one_day_less_the_other(
    cities: dict[str, City], name: str, area: str, indicator: str
) -> None:
    city = cities[name]
    known = city.answers().known
    before = date(known.as_of.year - 1, 8, 31)
    view = View(Level.WIJK, area, indicator=indicator, since=before)
    card = card_of(cities, "kaart.verandering", view, name)
    assert card.table is not None
    for line in card.table.lines:
        level = known.areas[line.code].level
        then, now = (
            (
                twins.count(city.frames, indicator, level, line.code, None, day),
                twins.has_started(city.frames, level, line.code, day),
            )
            for day in (before, known.as_of)
        )
        if not now[0] and not now[1]:
            assert line.cells[1] == Mark.NOT_STARTED
        elif not then[0] and not twins.had_month(city.frames, level, line.code, before):
            assert line.cells[1] == Mark.NOT_YET
        else:
            assert line.cells[1] == now[0] - then[0]


def test_differences_say_of_what_and_against_when(cities: dict[str, City]) -> None:
    view = View(Level.WIJK, "SD5", as_of=DAY, since=date(2020, 9, 30))
    change = card_of(cities, "kaart.verandering", view)
    assert change.title == (
        "Bereikte inwoners per 1.000 inwoners: verschil tussen september 2020 en september 2021"
    )
    assert change.subtitle == (
        "Bereikte inwoners per 1.000 inwoners, verschil met september 2020 · wijken in"
        " Woensel-Noord (stadsdeel)"
    )
    assert area_map(change).unit == (
        "bereikte inwoners per 1.000 inwoners, verschil met september 2020"
    )
    assert change.file_name == "verschil_inwoners_bereikt_per_1000_wijk_SD5_2021-09-30"
    assert change.table is not None
    [own] = [line.cells[1] for line in change.table.lines if line.code == "SD5"]
    assert isinstance(own, float)
    assert change.sentence.startswith(
        "Bereikte inwoners per 1.000 inwoners in Woensel-Noord (stadsdeel), verschil tussen"
        f" september 2020 en september 2021: {signed(own, 1)}. Daarbinnen: "
    )
    differences = card_of(cities, "kaart.verschillen", view)
    assert differences.table == change.table
    assert (differences.subtitle, differences.sentence) == (change.subtitle, change.sentence)


def test_the_first_day_is_not_compared_with_itself(cities: dict[str, City]) -> None:
    first = cities["demo"].answers().known.beginning
    for name in ("kaart.verandering", "kaart.verschillen"):
        card = card_of(cities, name, View(indicator="matches", as_of=first))
        assert card.note == NO_EARLIER_DAY
        assert not card.picture
        assert not card.table


def test_a_window_that_moves_along_is_told(cities: dict[str, City]) -> None:
    flow = View(window=Window.QUARTER, indicator="matches", as_of=DAY)
    assert card_of(cities, "kaart.verandering", flow).subtitle.endswith(
        " · telkens de laatste 3 maanden"
    )
    stock = replace(flow, indicator="wachtend")
    assert "telkens" not in card_of(cities, "kaart.verandering", stock).subtitle
    whole = replace(flow, window=Window.ALL)
    assert "telkens" not in card_of(cities, "kaart.verandering", whole).subtitle


ABOUT = "Matches · buurten in Erp (wijk) · sinds de start, tot en met 30 september 2021"


@pytest.mark.parametrize("card", ["kaart.kaart", "kaart.staven", "kaart.tabel"])
def test_every_card_names_indicator_areas_and_days(cities: dict[str, City], card: str) -> None:
    view = View(Level.WIJK, "WK077242", indicator="matches", as_of=DAY)
    made = card_of(cities, card, view)
    assert made.subtitle == ABOUT
    assert made.sentence.startswith(
        "Matches in Erp (wijk), sinds de start, tot en met 30 september 2021: "
    )


@pytest.mark.parametrize(
    ("indicator", "area", "subtitle"),
    [
        ("wachtend", "", "Inwoners die wachten op een plek · wijken in heel Eindhoven · stand op"),
        ("scans", "", "Talentenscans · wijken in heel Eindhoven · sinds de start, tot en met"),
        (
            "mediaan_dagen_tot_match",
            "",
            "Dagen tot de helft een match heeft · wijken in heel Eindhoven · sinds de start, tot",
        ),
        ("matches", "BU07721110", "Matches · buurten in Centrum (wijk), Binnenstad gemarkeerd ·"),
        ("wijken_gestart", "WK077242", "wijken in Woensel-Zuid (stadsdeel), Erp gemarkeerd"),
        ("matches", "Tongelre-Centrum", "wijken in Tongelre-Centrum (team)"),
    ],
)
def test_the_subtitle_names_unit_and_place(
    cities: dict[str, City], indicator: str, area: str, subtitle: str
) -> None:
    view = View(Level.WIJK, area, indicator=indicator)
    card = card_of(cities, "kaart.tabel", view)
    assert subtitle in card.subtitle
    assert not card.note


@pytest.mark.parametrize(
    ("area", "advice"),
    [
        ("", "Kies bij de filters een ander niveau: stadsdeel, wijk of team."),
        ("BU07721110", "Kies bij de filters een groter gebied."),
    ],
)
def test_where_an_indicator_does_not_exist_it_is_said_what_to_choose(
    cities: dict[str, City], area: str, advice: str
) -> None:
    view = View(Level.BUURT, area, indicator="wijken_gestart")
    note = card_of(cities, "kaart.kaart", view).note
    assert note == f"Het aantal gestarte wijken bestaat niet voor buurten. {advice}"


def test_the_own_figure_of_the_sentence_stands_above_the_table(cities: dict[str, City]) -> None:
    for card in ("overzicht.kaart", "kaart.kaart", "kaart.tabel"):
        made = card_of(cities, card, View(Level.WIJK, "SD3", as_of=DAY))
        assert made.table is not None
        value = made.table.lines[0].cells[-1]
        assert isinstance(value, float)
        assert f"tot en met 30 september 2021: {number(value, 1)}. Daarbinnen: " in made.sentence


def test_a_buurt_stands_in_the_wijk_around_it(cities: dict[str, City]) -> None:
    made = card_of(cities, "kaart.tabel", View(Level.WIJK, "BU07721110", as_of=DAY))
    pattern = r"in Binnenstad \(buurt\), .* 2021: [\d,]+\. In Centrum \(wijk\): 5 buurten\."
    assert re.search(pattern, made.sentence)


def test_before_the_start_the_sentence_gives_no_figure(cities: dict[str, City]) -> None:
    made = card_of(cities, "kaart.tabel", View(Level.WIJK, "SD5", as_of=date(2018, 1, 31)))
    assert made.sentence.endswith(
        "2018: nog niet gestart. Daarbinnen: er zijn geen cijfers per wijk."
    )


def test_bars_mark_the_chosen_and_the_pilot(cities: dict[str, City]) -> None:
    view = View(Level.BUURT, "BU07721110", indicator="matches")
    bars = card_of(cities, "kaart.staven", view).picture
    assert isinstance(bars, Bars)
    inks = {bar.code: bar.ink for bar in bars.bars}
    assert inks.pop("BU07721110") == "accent"
    assert set(inks.values()) == {"pilot"}
    city = card_of(cities, "kaart.staven", View(indicator="matches")).picture
    assert isinstance(city, Bars)
    assert {bar.ink for bar in city.bars} == {"line", "pilot"}
    assert all((bar.value is None) == bool(bar.mark) for bar in city.bars)
    assert city.unit == "matches"


def test_bars_are_as_many_as_can_be_read_and_the_table_has_all(cities: dict[str, City]) -> None:
    made = card_of(cities, "kaart.staven", View(Level.BUURT, indicator="matches"))
    assert isinstance(made.picture, Bars)
    assert made.table is not None
    assert [bar.code for bar in made.picture.bars] == [line.code for line in made.table.lines[:40]]
    assert len(made.table.lines) == 116
    assert made.subtitle.endswith(" · de eerste 40 van 116; alle staan in de tabel")


@pytest.mark.parametrize("name", ["demo", "odd", "sample"])
@pytest.mark.parametrize("level", [Level.WIJK, Level.BUURT])
@pytest.mark.parametrize("indicator", ["matches_per_1000", "open_vacatures_per_wachtende"])
def test_a_rate_that_rounding_could_colour_otherwise_is_too_small(
    cities: dict[str, City], name: str, level: Level, indicator: str
) -> None:
    answers = cities[name].answers(Audience.GEMEENTE)
    view = View(level, indicator=indicator, audience=Audience.GEMEENTE)
    classes: Classes = IndicatorScope.within(Scope(answers, view), find(indicator)).classes
    rows = {
        row.area_code: row
        for row in answers.get(indicator, twins.selection(level, answers.known.as_of)).rows()
    }
    picture = area_map(CARDS["kaart.kaart"](Scope(answers, view)))
    table = twins.column(CARDS["kaart.tabel"](Scope(answers, view)), table_unit(indicator))
    for area in picture.areas:
        shown = area.values[picture.shown]
        figure = blurred(rows[area.code], find(indicator), answers.threshold)
        assert table[area.code] == shown
        if figure and shown != Mark.NOT_STARTED:
            assert (shown == Mark.TOO_SMALL) == may_move(figure, classes)


def table_unit(indicator: str) -> str:
    unit = find(indicator).unit
    return unit[0].upper() + unit[1:]


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("indicator", ["matches", "vacatures", "inwoners_bereikt_per_1000"])
def test_a_rank_is_given_where_rounding_cannot_have_made_it(
    cities: dict[str, City], audience: Audience, indicator: str
) -> None:
    answers = cities["sample"].answers(audience)
    view = View(Level.BUURT, indicator=indicator, audience=audience)
    card = CARDS["kaart.tabel"](Scope(answers, view))
    assert card.table is not None
    ranks = [line.cells[0] for line in card.table.lines if not isinstance(line.cells[2], str)]
    if audience is Audience.INTERN or indicator == "vacatures":
        assert all(ranks)
    else:
        assert not all(ranks)
        shown = [line.cells[2] for line in card.table.lines if line.cells[0]]
        assert all(isinstance(value, float) and value > 0 for value in shown)


def test_a_change_that_rounding_can_have_made_is_not_told(cities: dict[str, City]) -> None:
    view = View(
        Level.BUURT, indicator="matches", audience=Audience.GEMEENTE, since=date(2021, 8, 31)
    )
    card = card_of(cities, "kaart.verandering", view, "sample")
    assert card.table is not None
    told = [line.cells[1] for line in card.table.lines if isinstance(line.cells[1], float)]
    small = [line for line in card.table.lines if line.cells[1] == Mark.TOO_SMALL]
    assert len(small) > len(told)


@pytest.mark.parametrize(
    ("view", "each"),
    [
        (View(Level.WIJK, "SD3", indicator="matches"), "telkens sinds de start"),
        (
            View(Level.WIJK, "SD3", window=Window.QUARTER, indicator="matches"),
            "telkens de laatste 3 maanden",
        ),
        (View(Level.WIJK, "SD3", indicator="wachtend"), "telkens de stand"),
    ],
)
def test_a_series_names_its_first_and_its_last_moment(
    cities: dict[str, City], view: View, each: str
) -> None:
    card = card_of(cities, "kaart.reeks", view)
    moments = area_map(card).moments
    assert card.subtitle.endswith(f"{each} · {moments[0]} tot en met {moments[-1]}")


def test_a_series_of_small_areas_stands_at_the_ends_of_quarters(cities: dict[str, City]) -> None:
    view = View(Level.BUURT, "WK077211", indicator="wachtend", audience=Audience.GEMEENTE)
    picture = area_map(card_of(cities, "kaart.reeks", view, "sample"))
    assert all(is_quarter_end(day) for day in picture.days)
    assert any(isinstance(value, float) for area in picture.areas for value in area.values)


def test_a_series_has_its_months_in_columns(cities: dict[str, City]) -> None:
    card = card_of(cities, "kaart.reeks", View(Level.WIJK, "SD3", indicator="matches"))
    assert card.table is not None
    picture = area_map(card)
    assert picture.is_series
    assert [column.heading for column in card.table.columns[1:]] == list(picture.moments)
    columns = zip(*(area.values for area in picture.areas), strict=True)
    sums = [sum(map(float, column)) for column in columns]
    assert list(card.table.lines[0].cells[1:]) == sums


@pytest.mark.parametrize(
    ("indicator", "window", "starts"),
    [
        ("matches", Window.YEAR, "2020-10-02/"),
        ("matches", Window.ALL, ""),
        ("wachtend", Window.YEAR, ""),  # a stock is of a day
    ],
)
def test_the_data_of_a_series_say_from_which_day_they_count(
    cities: dict[str, City], indicator: str, window: Window, starts: str
) -> None:
    view = View(Level.WIJK, "SD3", indicator=indicator, window=window)
    card = card_of(cities, "kaart.reeks", view)
    assert card.table is not None
    assert card.table.columns[-1].iso == f"{starts}{area_map(card).days[-1]}"
    assert [bool(start) for start in area_map(card).starts] == [bool(starts)] * len(
        area_map(card).moments
    )


@pytest.mark.parametrize("name", ["kaart.kaart", "kaart.staven", "kaart.tabel"])
@pytest.mark.parametrize(
    ("indicator", "window", "since"),
    [
        ("matches", Window.YEAR, date(2020, 10, 2)),
        ("matches", Window.ALL, None),
        ("wachtend", Window.YEAR, None),
    ],
)
def test_the_rows_of_a_moment_say_from_which_day_they_count(
    cities: dict[str, City], name: str, indicator: str, window: Window, since: date | None
) -> None:
    view = View(Level.WIJK, "SD3", indicator=indicator, window=window)
    card = card_of(cities, name, view)
    assert card.table is not None
    assert {line.since for line in card.table.lines} == {since}


@pytest.mark.parametrize("name", ["kaart.staven", "kaart.tabel"])
def test_other_programs_are_told_what_is_counted(cities: dict[str, City], name: str) -> None:
    """Running matches are told in matches, and so are all matches: a csv has no title."""
    view = View(Level.WIJK, "SD3", indicator="lopende_matches")
    card = card_of(cities, name, view)
    assert card.table is not None
    assert (card.table.columns[-1].heading, card.table.columns[-1].iso) == (
        "Matches",
        "Lopende matches",
    )
