"""Every page on every level and window: it draws, and its figures are those of `figures`."""

import json
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalog import INDICATORS, Indicator, find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts
from analytics.figures.selection import Selection
from analytics.scope.view import LEVELS, Form
from analytics.scope.windows import Window, span
from data.dutch import number
from data.file.store import Store
from data.reference.areas import Level
from pages._parts.drawing.taking import ASKED
from pages._parts.frame.bar import INTO
from tests.pages import opening
from tests.pages.opening import charts, components

PAGES = {"overzicht": "pages/overzicht/overzicht.py", "kaart": "pages/kaart/kaart.py"}
TILES = ("inwoners_bereikt", "matches", "lopende_matches", "open_vacatures", "wachtend")
AS_OF = date(2021, 9, 30)


def opened(app: AppTest, page: str, **query: str) -> AppTest:
    """The page as a reader with this address sees it."""
    return opening.opened(app, PAGES[page], **query)


def markup(app: AppTest) -> str:
    return "\n".join(str(part.body) for part in app.html)


def maps(app: AppTest) -> list[dict[str, Any]]:
    """What the maps on the page are drawn from."""
    return [one for one in components(app) if "moments" in one]


def cells(app: AppTest) -> dict[str, list[str]]:
    """The texts of the number cells of the table on the page, by the name of the row."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", markup(app).split("<tbody>")[1])
    found = {}
    for row in rows:
        name = re.search(r'<th scope="row">(.*?)(<span|</th>)', row)
        assert name
        found[unescape(name[1])] = re.findall(r'<td class="number[^>]*>(.*?)</td>', row)
    return found


def values(
    store: Store, indicator: str, level: Level, window: Window, area: str = ""
) -> dict[str, float | None]:
    asked = span(window, AS_OF)
    selection = Selection(level, asked.end, area, asked.start)
    rows = figures(ExactMarts(store), find(indicator), selection).rows()
    return {row.area_name: row.value for row in rows}


@pytest.mark.parametrize("window", list(Window))
@pytest.mark.parametrize("level", LEVELS)
def test_overzicht_shows_the_figures(
    app: AppTest, store: Store, level: Level, window: Window
) -> None:
    opened(app, "overzicht", niveau=level, periode=window, peildatum=AS_OF.isoformat())
    assert [title.value for title in app.title] == ["Hoe ver is de uitrol?"]
    assert "van de 20 wijken zijn gestart" in markup(app)
    tiles = re.findall(r'<dd class="value">(.*?)</dd>', markup(app))
    expected = [values(store, tile, Level.GEMEENTE, window)["Eindhoven"] for tile in TILES]
    assert tiles == [number(value or 0) for value in expected]
    shown = cells(app)
    for column, indicator in enumerate(TILES):
        for name, value in values(store, indicator, level, window).items():
            assert shown[name][column] in (number(value or 0), "–")
            assert value == 0 or shown[name][column] != "–"


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: str(indicator.id))
@pytest.mark.parametrize("level", LEVELS)
def test_kaart_shows_the_figures(
    app: AppTest, store: Store, level: Level, indicator: Indicator
) -> None:
    opened(app, "kaart", niveau=level, peildatum=AS_OF.isoformat(), indicator=indicator.id)
    assert [title.value for title in app.title] == [indicator.question]
    if level not in indicator.levels:
        assert "Kies bij de filters een ander niveau" in markup(app)
        return
    shown = cells(app)
    expected = values(store, indicator.id, level, Window.ALL)
    assert set(shown) == set(expected)
    for name, value in expected.items():
        if value is None:
            assert re.match("[a-z]", shown[name][1])
        else:
            assert shown[name][1] in (number(value, indicator.decimals), "nog niet gestart")


@pytest.mark.parametrize("window", list(Window))
def test_kaart_follows_the_window(app: AppTest, store: Store, window: Window) -> None:
    opened(app, "kaart", periode=window, peildatum=AS_OF.isoformat(), indicator="matches")
    expected = values(store, "matches", Level.WIJK, window)
    shown = cells(app)
    ranked = [value for value in (expected[name] for name in shown) if value]
    assert ranked == sorted(ranked, reverse=True)
    assert shown["Erp"][1] == number(expected["Erp"] or 0)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SD5", "Woensel-Noord (stadsdeel)"),
        ("WK077251", "Ontginning (wijk)"),
        ("BU07721110", "Binnenstad (buurt)"),
        ("Team Stratum", "Team Stratum (team)"),
        ("WK077241", "Oud-Woensel (wijk)"),
    ],
)
def test_a_chosen_area_stands_in_words_on_every_page(
    app: AppTest, page: str, code: str, words: str
) -> None:
    opened(app, page, gebied=code)
    assert f'<p class="bloei-selection">{words} · ' in markup(app)


def test_the_chosen_area_filters_the_tiles_and_marks_its_row(app: AppTest, store: Store) -> None:
    opened(app, "overzicht", gebied="WK077242", peildatum=AS_OF.isoformat())
    tiles = re.findall(r'<dd class="value">(.*?)</dd>', markup(app))
    expected = [values(store, tile, Level.WIJK, Window.ALL, "WK077242")["Erp"] for tile in TILES]
    assert tiles == [number(value or 0) for value in expected]
    assert re.findall(r'aria-current="true"><th scope="row">(.*?)</th>', markup(app)) == ["Erp"]


def bar(app: AppTest) -> dict[str, dict[str, Any]]:
    """What the controls of the selection bar show, by the part of the address they change."""
    [shown] = [one for one in components(app) if "controls" in one]
    return {control["part"]: control for control in shown["controls"]}


def test_a_selection_goes_along_to_the_other_page(app: AppTest) -> None:
    opened(app, "overzicht", gebied="SD5")
    app.switch_page(PAGES["kaart"]).run()
    assert bar(app)["gebied"]["value"] == "SD5"
    assert app.query_params["gebied"] == "SD5"
    app.selectbox(key="indicator").select("matches").run()
    assert dict(app.query_params) == {"indicator": "matches", "gebied": "SD5"}


def test_an_address_that_the_reader_changes_wins(app: AppTest) -> None:
    opened(app, "overzicht", gebied="SD5")
    app.query_params["gebied"] = "SD2"
    app.run()
    assert bar(app)["gebied"]["value"] == "SD2"


@pytest.mark.parametrize(
    ("period", "label"),
    [("2020", "2020"), ("2021-Q2", "2e kwartaal van 2021"), ("jaar", "laatste 12 maanden")],
)
def test_the_bar_shows_the_period_and_offers_what_is_over(
    app: AppTest, period: str, label: str
) -> None:
    opened(app, "overzicht", periode=period)
    shown = bar(app)["periode"]
    assert (shown["value"], shown["label"]) == (period, label)
    [found] = re.findall(r'class="bloei-lists" hidden data-of="([^"]*)"', markup(app))
    lists = json.loads(unescape(found))
    offered = [label for group in lists["periode"]["groups"] for _, label in group["options"]]
    assert "2019" in offered
    assert "2021" not in offered


def test_nonsense_in_the_address_is_taken_away(app: AppTest) -> None:
    opened(app, "overzicht", gebied="Utrecht", niveau="land", peildatum="gisteren")
    assert dict(app.query_params) == {}
    assert "Heel Eindhoven" in markup(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_the_data_are_made_up(app: AppTest, page: str) -> None:
    assert "<b>Demogegevens</b>" in markup(opened(app, page))


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_has_a_text_and_a_source(app: AppTest, page: str) -> None:
    opened(app, page)
    assert all(chart["alt"] for chart in charts(app))
    [shown] = maps(app)
    assert "Kaart van Eindhoven" in shown["alt"]
    assert "18 wijken" in shown["alt"]
    sources = re.findall(r'<p class="bloei-source">(.*?)</p>', markup(app))
    assert any("Bron: CBS/Kadaster (CC BY 4.0)" in source for source in sources)
    assert all("peildatum 1 oktober 2021" in source for source in sources)


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("level", LEVELS)
def test_kaart_has_every_form_on_every_level(app: AppTest, level: Level, form: Form) -> None:
    opened(app, "kaart", niveau=level, vorm=form, gebied="SD5")
    titles = re.findall(r"<h2>(.*?)</h2>", markup(app))
    assert titles
    assert "Onverwachte" not in markup(app)
    assert len(maps(app)) == (0 if form in (Form.BARS, Form.TABLE) else 1)


def test_kaart_goes_into_the_chosen_area(app: AppTest) -> None:
    opened(app, "kaart", gebied="SD5", niveau="wijk")
    [shown] = maps(app)
    assert [area["name"] for area in shown["areas"]] == [
        "Ontginning",
        "Achtse Molen",
        "Aanschot",
        "Dommelbeemd",
    ]
    assert opening.ways(app) == {"Eindhoven": (INTO, "")}


def test_a_map_has_a_value_for_every_month(app: AppTest, store: Store) -> None:
    opened(app, "kaart", indicator="matches")
    [shown] = maps(app)
    assert shown["moments"][-2:] == ["september 2021", "1 oktober 2021"]
    months = {area["name"]: area["values"][-2] for area in shown["areas"]}
    expected = values(store, "matches", Level.WIJK, Window.ALL)
    assert {name: value for name, value in months.items() if value not in (0, "0")} == {
        name: value for name, value in expected.items() if value
    }


def test_the_gemeente_sees_no_points(app: AppTest) -> None:
    opened(app, "kaart", plaatsen="ja", publiek="gemeente")
    assert maps(app)[0]["spots"] == []
    assert [toggle.label for toggle in app.toggle] == []


def test_an_area_of_ones_own_works_on_every_page(app: AppTest) -> None:
    opened(app, "overzicht", gebied="eigen~Rond het park~1120~1110", niveau="buurt")
    assert app.query_params["gebied"] == "eigen~Rond het park~1110~1120"
    assert "Rond het park (eigen gebied)" in markup(app)
    app.switch_page(PAGES["kaart"]).run()
    assert [area["name"] for area in maps(app)[0]["areas"]] == ["Binnenstad", "Bergen"]


def test_nonsense_in_the_name_of_an_own_area_stays_text(app: AppTest) -> None:
    opened(app, "overzicht", gebied="eigen~<b>vet</b>~1110~9999")
    assert "&lt;b&gt;vet&lt;/b&gt; (eigen gebied)" in markup(app)
    assert app.query_params["gebied"] == "eigen~<b>vet</b>~1110"


def tiles(app: AppTest) -> list[tuple[str, str]]:
    """The figure and the words under it of every tile."""
    return re.findall(
        r'<dd class="value">(.*?)</dd><dd class="change [a-z]+">(.*?)</dd>', markup(app)
    )


def test_before_the_start_a_tile_shows_no_zero(app: AppTest) -> None:
    opened(app, "overzicht", gebied="SD5", peildatum="2018-03-31")
    assert set(tiles(app)) == {("–", "nog niet gestart")}
    assert '<dd class="line">' not in markup(app)


def test_a_tile_says_that_there_was_no_start_to_compare_with(app: AppTest) -> None:
    opened(app, "overzicht", gebied="SD5", peildatum="2020-01-31")
    words = {words for _, words in tiles(app)}
    assert words == {"12 maanden eerder nog niet gestart"}


def test_exact_tiles_tell_every_change_and_rounded_ones_what_is_certain(app: AppTest) -> None:
    opened(app, "overzicht", gebied="WK077242")
    assert all("te klein" not in words for _, words in tiles(app))
    opened(app, "overzicht", gebied="WK077242", publiek="gemeente")
    told = dict(zip(TILES, tiles(app), strict=True))
    assert told["matches"][1] == "te klein om te vergelijken"
    assert "te klein" not in told["open_vacatures"][1]


@pytest.mark.parametrize(
    ("area", "level", "shown"),
    [
        ("SD5", "stadsdeel", 4),  # its wijken
        ("WK077242", "wijk", 6),  # its buurten
        ("BU07721110", "wijk", 5),  # the buurten of the wijk around it
        ("Tongelre-Centrum", "team", 4),
    ],
)
@pytest.mark.parametrize("page", PAGES)
def test_a_map_is_about_the_chosen_area_and_its_parts(
    app: AppTest, page: str, area: str, level: str, shown: int
) -> None:
    opened(app, page, gebied=area, niveau=level)
    [found] = maps(app)
    assert len(found["areas"]) == shown


def test_what_is_slid_to_is_what_is_told_and_taken_along(app: AppTest) -> None:
    opened(app, "kaart", indicator="matches")
    app.session_state[ASKED] = "kaart.kaart"
    app.run()
    [shown] = maps(app)
    count = len(shown["moments"])
    assert "De kaart van 1 oktober 2021 gaat mee." in [part.value for part in app.caption]
    app.query_params["moment"] = "2021-08-31"
    app.session_state[ASKED] = "kaart.kaart"
    app.run()
    [slid] = maps(app)
    assert slid["slid"] == count - 3
    assert [area["values"] for area in slid["areas"]] == [area["values"] for area in shown["areas"]]
    assert "De kaart van augustus 2021 gaat mee." in [part.value for part in app.caption]
    assert any("tot en met 31 augustus 2021" in part.value for part in app.code)
    assert markup(app).count("tot en met 31 augustus 2021") == 2  # above the map and the table
    app.query_params["moment"] = "2016-01-31"  # no moment of this map
    app.run()
    assert maps(app)[0]["slid"] == count - 1
    assert "moment" not in app.query_params


def test_a_sentence_to_copy_says_for_whom_it_is(app: AppTest) -> None:
    app.session_state[ASKED] = "kaart.kaart"
    [exact] = opened(app, "kaart").code
    assert exact.value.startswith("INTERN: ")
    app.session_state[ASKED] = "kaart.kaart"
    [rounded] = opened(app, "kaart", publiek="gemeente").code
    assert "INTERN" not in rounded.value
