"""The pages Gegevens laden and Versies: for whom they are, and how a version is put back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.access import record
from data.demo import make_demo
from pages._parts.serving import uploads
from tests.cities import write_city
from tests.pages.conftest import AS_OF
from tests.pages.opening import opened
from tests.paths import APP

LOADING, VERSIONS = "pages/beheer/laden.py", "pages/beheer/versies.py"
USAGE = "pages/beheer/gebruik.py"


def markup(app: AppTest) -> str:
    return "\n".join(str(part.body) for part in app.html)


@pytest.fixture
def two_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    path = tmp_path / "bloei.duckdb"
    for seed in (11, 12):
        write_city(path, make_demo(seed=seed, scale=0.05), AS_OF).close()
    monkeypatch.setenv("BLOEI_DATABASE", str(path))
    return AppTest.from_file(APP, default_timeout=60)


@pytest.mark.parametrize(
    ("page", "words"), [(LOADING, "Gegevens laden kan"), (VERSIONS, "Versies")]
)
@pytest.mark.parametrize("role", [("gemeente",), ("team", "Team Strijp"), ("intern",)])
def test_who_does_not_manage_sees_one_calm_sentence_and_no_way_in(
    app: AppTest,
    as_role: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    role: tuple[str, ...],
    page: str,
    words: str,
) -> None:
    as_role(*role)
    monkeypatch.setattr(uploads, "open_way", lambda: pytest.fail("may not be opened"))
    shown = markup(opened(app, page))
    assert f"{words} " in shown
    assert "alleen een beheerder." in shown
    assert not app.get("file_uploader")


def test_the_loading_page_begins_with_the_files_and_nothing_else(app: AppTest) -> None:
    opened(app, LOADING)
    [uploader] = app.get("file_uploader")
    assert uploader.proto.multiple_files
    assert {".csv", ".xlsx", ".zip", ".parquet"} <= set(uploader.proto.type)
    assert ".exe" not in uploader.proto.type
    assert not app.header


def test_a_version_is_put_back_with_its_reason(two_versions: AppTest) -> None:
    app = opened(two_versions, VERSIONS)
    assert "2 versies, samen" in markup(app)
    app.text_input(key="versions-reason").input("Verkeerde maand")
    app.button(key="versions-roll").click().run()
    assert not app.exception
    assert "Versie 1 is in gebruik. Wat naar buiten ging, houdt zijn waarde." in markup(app)
    assert "Reden: Verkeerde maand" in markup(app)


def test_without_a_reason_nothing_changes(two_versions: AppTest) -> None:
    app = opened(two_versions, VERSIONS)
    app.button(key="versions-roll").click().run()
    assert "Geef de reden" in markup(app)
    assert "Reden: " not in markup(app)
    assert ">2 (in gebruik)<" in markup(app)


def test_two_versions_are_compared_in_words(two_versions: AppTest) -> None:
    app = opened(two_versions, VERSIONS)
    app.button(key="versions-compare").click().run()
    assert not app.exception
    shown = markup(app)
    assert "De peildatum blijft 1 oktober 2021." in shown
    assert "Rijen, nu en straks" in shown


def test_the_record_of_use_is_for_the_beheerder(app: AppTest, as_role: Callable[..., None]) -> None:
    opened(app, USAGE)
    assert "deze computer" in markup(app)
    assert "pagina met exacte aantallen" in markup(app)
    as_role("intern")
    app.run()
    assert "Het gebruik ziet alleen een beheerder." in markup(app)
    assert "deze computer" not in markup(app)


def test_going_back_stands_in_the_record(two_versions: AppTest) -> None:
    app = opened(two_versions, VERSIONS)
    app.text_input(key="versions-reason").input("Verkeerde maand")
    app.button(key="versions-roll").click().run()
    app.switch_page(USAGE).run()
    assert "andere versie in gebruik" in markup(app)
    assert "Verkeerde maand" not in markup(app)


def test_a_full_disk_keeps_the_exports_inside(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "LEAST_ROOM", 1 << 60)
    opened(app, USAGE)
    assert not app.get("download_button")
    assert "Er kan nu niets worden meegenomen" in "".join(part.value for part in app.caption)
