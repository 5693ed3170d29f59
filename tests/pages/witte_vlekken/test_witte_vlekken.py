"""The section Witte vlekken: for internal readers only, and calm whatever the data holds."""

import hashlib
import re
from datetime import date
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.scope.view import LEVELS, Catchment
from charts.registry import INTERNAL
from data.demo import make_demo
from data.file.store import Store
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.pages import opening
from tests.paths import APP
from tests.twin import Frames

FOLDER = "pages/witte_vlekken"
TITLES = {
    "te_weinig": "Waar is te weinig?",
    "vraag_aanbod": "Welke plekken ontbreken, en waar?",
    "advies": "Wat zou hier het meest helpen?",
    "wat_als": "Wat als er plekken bij komen?",
}
AS_OF = date(2021, 10, 1)


def opened(app: AppTest, page: str, **query: str) -> AppTest:
    opening.opened(app, f"{FOLDER}/{page}.py", **query)
    assert [title.value for title in app.title] == [TITLES[page]]
    return app


def words(app: AppTest) -> str:
    return unescape("\n".join(str(part.body) for part in app.html))


def lead(app: AppTest) -> str:
    found = re.search(r'<p class="bloei-lead">(.*?)</p>', words(app))
    assert found
    return found[1]


@pytest.mark.parametrize("page", TITLES)
def test_a_page_answers_in_a_sentence(app: AppTest, page: str) -> None:
    text = lead(opened(app, page))
    assert text.endswith(".")
    assert "Eindhoven" in text or "wijk" in text or "Er wachten" in text


@pytest.mark.parametrize(("page", "level"), list(zip(TITLES, LEVELS, strict=True)))
def test_a_page_draws_on_any_level_and_for_any_area(app: AppTest, page: str, level: str) -> None:
    choices = {"niveau": level, "bereik": "4000", "talent": "groen en tuin"}
    app = opened(app, page, gebied="WK077253", **choices)
    assert "Aanschot" in lead(app) or page == "wat_als"


@pytest.mark.parametrize("page", TITLES)
def test_who_may_not_see_it_gets_one_calm_sentence(app: AppTest, page: str) -> None:
    app = opened(app, page, publiek="gemeente")
    assert INTERNAL in words(app)
    assert "<table" not in words(app)
    assert not re.search(r'class="bloei-(lead|head|source)"', words(app))
    assert not app.main.button
    assert len(app.main.selectbox) == 0


@pytest.mark.parametrize("page", TITLES)
def test_no_page_names_a_resident_a_scan_or_a_match(app: AppTest, page: str) -> None:
    assert not re.search(r"\b[RSMV]\d{4,}\b", words(opened(app, page)))


def emptied(frames: Frames, *tables: str) -> dict[str, pd.DataFrame]:
    return {name: frame.head(0) if name in tables else frame for name, frame in frames.items()}


def everyone_matched() -> dict[str, pd.DataFrame]:
    """Every scan has a match between residents, on the day itself."""
    frames = dict(make_demo(seed=11, scale=0.2))
    scans = frames["scans"]
    matches = pd.DataFrame(
        {
            "match_id": "N" + scans["scan_id"].astype(str),
            "scan_id": scans["scan_id"],
            "vacancy_id": None,
            "matched_on": scans["scanned_on"],
            "kind": "burenhulp",
        }
    )
    frames["matches"] = matches.reindex(columns=frames["matches"].columns)
    return frames


CITIES = {
    "empty": (emptied(odd_frames(), *odd_frames()), ODD_AS_OF),
    "odd": (odd_frames(), ODD_AS_OF),
    "everyone matched": (everyone_matched(), AS_OF),
    "no places": (
        emptied(make_demo(seed=11, scale=0.2), "places", "vacancies", "matches"),
        AS_OF,
    ),
}


@pytest.fixture(scope="module", params=CITIES)
def strange(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    frames, as_of = CITIES[request.param]
    path = tmp_path_factory.mktemp("strange") / "city.duckdb"
    write_city(path, frames, as_of).close()
    return path


@pytest.mark.parametrize("page", TITLES)
def test_strange_data_gives_calm_words(
    strange: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLOEI_DATABASE", str(strange))
    app = opened(AppTest.from_file(APP, default_timeout=60), page)
    assert "kan nu niet worden getoond" not in words(app) + " ".join(t.value for t in app.title)
    assert "nan" not in re.sub(r"[a-z]*nan[a-z]+|[a-z]+nan[a-z]*", "", words(app).lower())


def test_a_place_can_be_added_and_taken_away_and_nothing_is_stored(
    app: AppTest, store: Store
) -> None:
    before = hashlib.sha256(store.path.read_bytes()).hexdigest()
    app = opened(app, "wat_als")
    today, address = lead(app), app.query_params
    app.button(key="advised").click().run()
    assert lead(app).startswith("Met 3 nieuwe plekken")
    app.number_input(key="new_positions").set_value(4)
    app.button(key="FormSubmitter:addition-Zet erbij").click().run()
    assert lead(app).startswith("Met 7 nieuwe plekken")
    assert "4 plekken voor techniek en klussen" in " ".join(part.value for part in app.text)
    app.button(key="remove-0").click().run()
    assert lead(app).startswith("Met 6 nieuwe plekken")
    app.button(key="restart").click().run()
    assert lead(app) == today
    assert app.query_params == address
    assert hashlib.sha256(store.path.read_bytes()).hexdigest() == before
    assert list(store.path.parent.glob("*.wal")) == []


def test_choices_stand_in_the_address(app: AppTest) -> None:
    app = opened(app, "vraag_aanbod")
    app.selectbox(key="talent").select("groen en tuin").run()
    app.button_group(key="balance").set_value("verhouding").run()
    app.button_group(key="catchment").set_value(Catchment.BIKE).run()
    assert app.query_params["talent"] == "groen en tuin"
    assert app.query_params["stand"] == "verhouding"
    assert app.query_params["bereik"] == "4000"
    assert "binnen 4 km" in words(app)
