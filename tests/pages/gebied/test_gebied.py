"""The page of one area, on every level and for both audiences."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analytics.catalog import find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import ExactMarts
from analytics.figures.places import active_places
from analytics.figures.selection import Selection
from analytics.scope.sentences import PLURALS
from data.dutch import number
from data.file.store import Store
from data.reference.areas import Level
from pages._parts.frame import bar
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.pages import opening
from tests.pages.opening import charts, ways
from tests.pages.test_pages import markup
from tests.paths import APP

PAGE = "pages/gebied/gebied.py"
AS_OF = date(2021, 9, 30)
AREAS = {
    "SD5": (Level.STADSDEEL, "Woensel-Noord"),
    "WK077242": (Level.WIJK, "Erp"),
    "BU07721110": (Level.BUURT, "Binnenstad"),
    "Tongelre-Centrum": (Level.TEAM, "Tongelre-Centrum"),
}


def opened(app: AppTest, **query: str) -> AppTest:
    return opening.opened(app, PAGE, **query)


def table(app: AppTest, caption: str) -> dict[str, list[str]]:
    """The cells of the rows of one table on the page, by the name of the row."""
    body = markup(app).split(f"<caption>{caption}</caption>")[1].split("</tbody>")[0]
    found = {}
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", body.split("<tbody>")[1]):
        [name] = re.findall(r'<th scope="row">(.*?)</th>', row)
        found[unescape(name)] = [
            unescape(cell) for cell in re.findall(r"<td[^>]*>(.*?)(?:<span|</td>)", row)
        ]
    return found


def tabs(app: AppTest) -> list[str]:
    return re.findall(r'role="tab"[^>]*>(.*?)</button>', markup(app))


def count(store: Store, indicator: str, level: Level, code: str) -> float:
    [row] = figures(ExactMarts(store), find(indicator), Selection(level, AS_OF, code)).rows()
    return row.value or 0


@pytest.mark.parametrize("code", AREAS)
def test_the_page_is_about_the_chosen_area(app: AppTest, store: Store, code: str) -> None:
    level, name = AREAS[code]
    opened(app, gebied=code, peildatum=AS_OF.isoformat())
    assert [title.value for title in app.title] == [f"Hoe gaat het in {name}?"]
    shown = table(app, f"{name} in cijfers")
    for indicator in ("scans", "matches", "open_vacatures"):
        label = find(indicator).label
        expected = number(count(store, indicator, level, code))
        assert shown[label[0].upper() + label[1:]][0] == expected
    assert len(charts(app)) == 2
    assert all(chart["alt"] for chart in charts(app))


@pytest.mark.parametrize("code", ["SD5", "BU07721110"])
def test_the_similar_areas_are_named_and_explained(app: AppTest, code: str) -> None:
    opened(app, gebied=code)
    shown = table(app, f"Vergelijkbare {PLURALS[AREAS[code][0]]}")
    own, *others = shown
    assert own == AREAS[code][1]
    assert len(others) == 5
    explained = next(text for text in markup(app).split("<p>") if "lijkt" in text)
    assert all(name in unescape(explained) for name in others)
    assert "omdat" in explained
    assert "RIVM" in markup(app)


def test_the_places_are_listed_for_internal_use(app: AppTest, store: Store) -> None:
    opened(app, gebied="WK077242")
    shown = table(app, "Ontwikkelplaatsen in Erp")
    places = active_places(ExactMarts(store), date(2021, 10, 1), "WK077242")
    assert len(places) > 3
    assert set(shown) == {place.name for place in places}
    free = [int(cells[3]) for cells in shown.values()]
    assert free == sorted((place.free_positions for place in places), reverse=True)


def test_the_municipality_sees_how_many_places_there_are(app: AppTest, store: Store) -> None:
    opened(app, gebied="WK077242", publiek="gemeente")
    amount = number(count(store, "ontwikkelplaatsen", Level.WIJK, "WK077242"))
    assert f"doen hier {amount} ontwikkelplaatsen mee" in markup(app)
    assert "voor intern gebruik" in markup(app)
    assert "Ontwikkelplaatsen in Erp</caption>" not in markup(app)


def test_without_an_area_the_page_shows_the_city_and_where_to_go(app: AppTest) -> None:
    opened(app)
    assert [title.value for title in app.title] == ["Hoe gaat het in Eindhoven?"]
    assert "Kies een stadsdeel" in markup(app)
    assert "Vergelijkbare" not in markup(app)
    lists = tabs(app)
    assert lists[0] == "In cijfers"
    assert lists[-1] == "Ontwikkelplaatsen"
    assert ways(app)["Tongelre-Centrum"] == (bar.AREA, "Tongelre-Centrum")
    assert ways(app)["Woensel-Noord"] == (bar.AREA, "SD5")
    opened(app, gebied="SD5")
    assert tabs(app) == [*lists, "Vergelijkbare gebieden"]
    assert "Tongelre-Centrum" not in ways(app)
    assert "Woensel-Noord" not in ways(app)
    assert [title.value for title in app.title] == ["Hoe gaat het in Woensel-Noord?"]


def test_the_way_down_to_a_buurt_and_back_up(app: AppTest) -> None:
    opened(app)
    for code in ("SD1", "WK077211", "BU07721110", ""):
        assert (bar.AREA, code) in ways(app).values()
        opened(app, gebied=code)
    assert "gebied" not in app.query_params


@pytest.mark.parametrize(
    ("code", "audience"), [("BU07726380", "intern"), ("BU07725450", "gemeente")]
)
def test_an_area_with_hardly_anybody_says_so(app: AppTest, code: str, audience: str) -> None:
    opened(app, gebied=code, publiek=audience)
    assert "geen vergelijkbare buurten" in markup(app)
    assert "minder dan 100 inwoners" in markup(app)


def test_in_an_area_that_had_not_started_nothing_is_not_zero(app: AppTest) -> None:
    opened(app, gebied="WK077263", peildatum="2018-01-31")
    assert "Meerhoven is nog niet gestart." in markup(app)
    assert set(table(app, "Meerhoven in cijfers")["Matches"][:2]) == {"nog niet gestart"}
    assert "geen cijfer per 1.000 inwoners: nog niet gestart" in markup(app)


def test_before_two_quarters_there_is_nothing_to_compare(app: AppTest) -> None:
    opened(app, gebied="SD3", peildatum="2017-11-15")
    assert "nog geen twee hele kwartalen" in markup(app)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data file with a few scans and nothing else."""
    frames = odd_frames()
    for name in ("matches", "vacancies", "places", "events"):
        frames[name] = frames[name].iloc[:0]
    path = tmp_path_factory.mktemp("bare") / "bare.duckdb"
    write_city(path, frames, ODD_AS_OF).close()
    yield path
    st.cache_resource.clear()


@pytest.mark.parametrize(
    ("code", "audience"),
    [("", "gemeente"), ("BU07723120", "intern"), ("BU07726380", "gemeente")],
)
def test_a_file_with_hardly_any_record_is_shown_calmly(
    bare: Path, monkeypatch: pytest.MonkeyPatch, code: str, audience: str
) -> None:
    monkeypatch.setenv("BLOEI_DATABASE", str(bare))
    app = opened(AppTest.from_file(APP, default_timeout=60), gebied=code, publiek=audience)
    [title] = app.title
    assert title.value.startswith("Hoe gaat het in ")
