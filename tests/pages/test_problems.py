"""What a reader sees when a file or a page is broken: calm Dutch and what to do."""

import logging
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analytics.figures.selection import Selection
from data.file.store import Store, version_of
from data.file.versions import current
from data.reference.areas import Level
from pages._parts import session
from pages._parts.session import Results
from tests.cities import odd_frames, write_city
from tests.pages.conftest import AS_OF
from tests.paths import APP

SECRET = "R0012345"
SCANS = 6  # of the odd city


def shown(path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("BLOEI_DATABASE", str(path))
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    return " ".join(str(part.value) for part in (*app.title, *app.error, *app.markdown))


def test_a_missing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = words(shown(tmp_path / "weg.duckdb", monkeypatch))
    assert "Het dashboard kan de gegevens niet lezen" in text
    assert "weg.duckdb" in text
    assert "python bloei.py" in text


def test_a_reader_hears_whom_to_ask_and_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_role: Callable[..., None]
) -> None:
    as_role("gemeente")
    text = words(shown(tmp_path / "weg.duckdb", monkeypatch))
    assert "Geef dit door aan de beheerder" in text
    assert "weg.duckdb" not in text
    assert "bloei.py" not in text


def test_a_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "stuk.duckdb"
    path.write_bytes(b"geen gegevensbestand" * 1000)
    text = words(shown(path, monkeypatch))
    assert "beschadigd" in text
    assert "python bloei.py import" in text


def test_a_file_of_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ander.duckdb"
    duckdb.connect(str(path)).close()
    assert "geen gegevensbestand van Buurt in Bloei" in words(shown(path, monkeypatch))


def test_a_file_of_an_older_contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "oud.duckdb"
    write_city(path, odd_frames(), AS_OF).close()
    with duckdb.connect(str(current(path))) as con:
        con.execute("UPDATE meta SET contract_version = 0")
    text = words(shown(path, monkeypatch))
    assert "contractversie 0" in text
    assert "Laad de levering opnieuw" in text


def test_a_file_with_half_of_its_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "half.duckdb"
    write_city(path, odd_frames(), AS_OF).close()
    with duckdb.connect(str(current(path))) as con:
        con.execute("DROP TABLE mart_months")
    assert "geen gegevensbestand van Buurt in Bloei" in words(shown(path, monkeypatch))


@pytest.mark.parametrize("audience", ["intern", "gemeente"])
def test_a_file_of_which_no_month_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, audience: str
) -> None:
    path = tmp_path / "jong.duckdb"
    frames = {"rollout": odd_frames()["rollout"].assign(started_on="2021-09-10")}
    write_city(path, frames, date(2021, 9, 15)).close()
    monkeypatch.setenv("BLOEI_DATABASE", str(path))
    for page in ("pages/overzicht/overzicht.py", "pages/kaart/kaart.py"):
        app = AppTest.from_file(APP, default_timeout=60)
        app.query_params["publiek"] = audience
        app.run()
        app.switch_page(page).run()
        assert not app.exception
        assert "kan nu niet worden getoond" not in words(app)


def test_a_page_that_breaks_says_so_and_the_log_holds_no_keys(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ValueError(f"inwoner {SECRET} bestaat niet")

    monkeypatch.setattr(Results, "get", broken)
    with caplog.at_level(logging.ERROR):
        text = words(shown(store.path, monkeypatch))
    assert "Deze pagina kan nu niet worden getoond" in text
    assert "De gegevens zijn niet geraakt" in text
    assert "ValueError" in caplog.text
    assert "test_problems.py" in caplog.text
    assert SECRET not in text + caplog.text


def test_a_new_import_is_followed_and_old_files_are_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "levend.duckdb"
    monkeypatch.setenv("BLOEI_DATABASE", str(path))
    opened: list[Store] = []
    for _ in range(session.OPEN_VERSIONS + 1):
        write_city(path, odd_frames(), AS_OF).close()
        found = session.results()
        assert found.version.path == current(path)
        opened.append(session._store(version_of(path)))
        assert found.series
        assert opened[-1].seal
        assert found.series == opened[-1].seal.series
    newest = opened[-session.OPEN_VERSIONS :]
    assert [store in newest for store in opened] == [is_open(store) for store in opened]


def test_a_file_that_is_copied_over_is_followed_and_breaks_no_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "levend.duckdb"
    monkeypatch.setenv("BLOEI_DATABASE", str(path))
    write_city(path, odd_frames(), AS_OF).close()
    before = session.results()
    known, whole = before.known.as_of, current(path).read_bytes()
    current(path).write_bytes(whole[: len(whole) // 2])  # halfway
    assert session.results().version == before.version
    assert before.get("scans", Selection(Level.GEMEENTE, AS_OF)).frame["value"].iloc[0] == SCANS
    write_city(tmp_path / "later.duckdb", odd_frames(), date(2020, 4, 30)).close()
    shutil.copyfile(tmp_path / "later.duckdb", path)
    assert known == AS_OF
    assert session.results().known.as_of == date(2020, 4, 30)


def is_open(store: Store) -> bool:
    try:
        store.query("SELECT $one", {"one": 1})
    except duckdb.ConnectionException:
        return False
    return True


def test_totals_that_do_not_fit_are_told_on_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anders.duckdb"
    write_city(path, odd_frames(), AS_OF).close()
    told = "De sommen van scans passen niet bij de records in dit bestand."
    assert not [part for part in shown(path, monkeypatch).html if told in str(part.body)]
    with duckdb.connect(str(current(path))) as con:
        con.execute("UPDATE mart_days SET delta = delta + 1 WHERE measure = 'scans'")
    app = shown(path, monkeypatch)
    for page in ("pages/overzicht/overzicht.py", "pages/kaart/kaart.py"):
        app.switch_page(page).run()
        [note] = [str(part.body) for part in app.html if told in str(part.body)]
        assert "zet een eerdere versie terug" in note
