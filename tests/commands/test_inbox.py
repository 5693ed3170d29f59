"""`bloei.py inbox`: what lands there is loaded once, put away, and never lost."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bloei import app
from commands.loading.inbox import stands_still
from data.delivery.inbox import put_away
from data.file.lock import locked
from data.history.listing import history
from tests.data.delivery.deliveries import small_rows, write_csv, write_delivery


def run(inbox: Path, *words: object) -> Result:
    asked = ["inbox", inbox, "--to", inbox.parent / "b" / "b.duckdb", "--still", 0, *words]
    return CliRunner().invoke(app, [str(word) for word in asked])


def said(answer: Result) -> str:
    return " ".join(answer.output.split())


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return write_delivery(tmp_path / "inbox", small_rows())


def today(inbox: Path, kind: str, number: str = "") -> Path:
    return inbox / kind / f"{date.today().isoformat()}{number}"


def test_a_delivery_is_loaded_and_put_away_with_its_report(inbox: Path) -> None:
    (inbox / "deel2").mkdir()
    (inbox / "matches.csv").rename(inbox / "deel2" / "matches.csv")
    names = {path.name for path in inbox.iterdir()}
    done = run(inbox)
    assert done.exit_code == 0, done.output
    away = today(inbox, "verwerkt")
    assert {path.name for path in away.iterdir()} == names | {"verslag.json", "reden.txt"}
    assert json.loads((away / "verslag.json").read_text())["tables"]["matches"]["accepted"] == 2
    assert len(history(inbox.parent / "b" / "b.duckdb").versions) == 1
    again = run(inbox)
    assert (again.exit_code, "ligt geen levering" in said(again)) == (0, True)
    rows = small_rows()["talentenscans"]
    rows[1] = ["S3", "R3", "3-4-2020", "Tempel", "groen en tuin", "27-44", "buurtbus"]
    rows[2] = ["S4", "R4", "3-4-2020", "Nergens", "groen en tuin", "27-44", "buurtbus"]
    write_csv(inbox / "talentenscans.csv", rows)
    assert run(inbox, "--add").exit_code == 0
    second = today(inbox, "verwerkt", "-2")
    assert {path.name for path in second.iterdir()} == {
        "talentenscans.csv", "verslag.json", "reden.txt", "geweigerd.xlsx",
    }  # fmt: skip


def test_a_refused_delivery_is_put_away_with_the_reason(inbox: Path) -> None:
    (inbox / "scans.csv").write_text("Scan-ID;Achternaam\nS1;Jansen\n", encoding="utf-8")
    refused = run(inbox)
    assert refused.exit_code == 1, refused.output
    away = today(inbox, "geweigerd")
    assert "Achternaam" in (away / "reden.txt").read_text()
    assert (away / "scans.csv").exists()
    assert [path.name for path in inbox.iterdir()] == ["geweigerd"]
    assert not (inbox.parent / "b").exists()


def test_what_is_wrong_with_the_machine_leaves_the_delivery_where_it_is(inbox: Path) -> None:
    before = sorted(path.name for path in inbox.iterdir())
    with locked(inbox.parent / "b"):
        busy = run(inbox)
    assert busy.exit_code == 3
    assert "wordt al een bestand gemaakt" in said(busy)
    with locked(inbox):
        assert run(inbox).exit_code == 3
    assert sorted(path.name for path in inbox.iterdir()) == before
    assert run(inbox.parent / "nergens").exit_code == 2


def test_it_waits_until_the_files_stand_still(inbox: Path) -> None:
    waits: list[float] = []

    def grow(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) <= 2:
            with (inbox / ".matches.csv.part").open("a") as file:
                file.write("nog meer")

    assert stands_still(inbox, 7, 3, grow)
    assert waits == [7, 7, 7]
    waits.clear()
    assert not stands_still(inbox, 7, 2, grow)
    assert len(waits) == 2
    for path in inbox.iterdir():
        path.unlink()
    assert stands_still(inbox, 7, 2, grow)  # nothing to wait for
    assert len(waits) == 2


def test_two_deliveries_of_a_day_have_a_folder_each(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / "x.csv").write_text(str(number))
        put_away([tmp_path / "x.csv"], tmp_path, "verwerkt", date(2021, 10, 1))
    found = sorted(path.name for path in (tmp_path / "verwerkt").iterdir())
    assert found == ["2021-10-01", "2021-10-01-2", "2021-10-01-3"]
