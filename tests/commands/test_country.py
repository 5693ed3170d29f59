"""`bloei.py demo --country`: taken up where it stopped, and nothing else is ever written over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bloei import app
from commands import country
from data.demo.country import DATA_FILE, Gemeente, gemeenten
from data.reference.areas import VARIABLE
from tests.paths import ROOT

MADE = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_bytes(b'')"
ENDLESS = "import time; time.sleep(600)"
FAILS = "import sys; sys.exit('De schijf is vol.')"

Process = subprocess.Popen[str]


def run(folder: Path, *words: object) -> Result:
    asked = ["demo", "--country", "--to", folder, *words]
    return CliRunner().invoke(app, [str(word) for word in asked])


def making(monkeypatch: pytest.MonkeyPatch, code: str) -> list[Process]:
    """Lets another program make the gemeenten; the processes that were begun."""
    begun: list[Process] = []

    def begin(asked: country.Country, gemeente: Gemeente) -> Process:
        file = asked.folder / gemeente.code / DATA_FILE
        file.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-c", code, str(file)]
        begun.append(subprocess.Popen(command, stderr=subprocess.PIPE, text=True))
        return begun[-1]

    monkeypatch.setattr(country, "_begun", begin)
    return begun


def test_what_is_whole_stays_and_the_rest_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = making(monkeypatch, MADE)
    assert run(tmp_path / "land", "--gemeenten", 2).exit_code == 0
    assert len(begun) == 2
    answer = run(tmp_path / "land", "--gemeenten", 5)
    assert answer.exit_code == 0
    assert len(begun) == 5
    assert "5 verzonnen gemeenten" in answer.output
    assert {path.name for path in (tmp_path / "land").iterdir()} == {
        one.code for one in gemeenten()[:5]
    }


def test_no_process_outlives_the_one_that_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = making(monkeypatch, ENDLESS)

    def wait(running: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(country, "_wait_for_one", wait)
    answer = run(tmp_path / "land")
    assert answer.exit_code == 1
    assert "Wat heel is, blijft" in answer.output
    assert len(begun) == country.AT_ONCE
    assert all(process.poll() is not None for process in begun)


def test_a_gemeente_that_fails_tells_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    making(monkeypatch, FAILS)
    answer = run(tmp_path / "land")
    assert answer.exit_code == 1
    assert "is niet gemaakt. De schijf is vol." in " ".join(answer.output.split())


def test_a_folder_with_something_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = making(monkeypatch, MADE)
    (tmp_path / "foto.jpg").write_bytes(b"foto")
    for place in (tmp_path, tmp_path / "foto.jpg"):
        answer = run(place)
        assert answer.exit_code == 1
        assert "foto.jpg" in answer.output
    assert not begun
    assert [path.name for path in tmp_path.iterdir()] == ["foto.jpg"]


def test_a_number_of_gemeenten_is_for_a_country(tmp_path: Path) -> None:
    asked = ["demo", "--to", str(tmp_path / "b.duckdb"), "--gemeenten", "3"]
    answer = CliRunner().invoke(app, asked)
    assert answer.exit_code == 2
    assert "hoort bij --country" in answer.output
    assert not list(tmp_path.iterdir())


def test_a_dashboard_of_a_gemeente_knows_its_own_areas(tmp_path: Path) -> None:
    """The smallest one of the country, made and asked as its users do."""
    assert run(tmp_path, "--gemeenten", 1, "--scale", "0.01").exit_code == 0
    [gemeente] = gemeenten()[:1]
    asked = [sys.executable, "bloei.py", "figures", "matches", "--level", "wijk"]
    environment = {**os.environ, VARIABLE: str(tmp_path / gemeente.code)}
    environment.pop("BLOEI_DATABASE", None)
    answer = subprocess.run(
        asked, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert f"WK{gemeente.code[2:]}05" in answer.stdout
    assert "WK0772" not in answer.stdout
    assert all(line.endswith(".") for line in answer.stderr.splitlines())  # sentences alone
