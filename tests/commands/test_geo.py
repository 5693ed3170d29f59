"""`bloei.py geo` as its users type it: one line and an exit code, whatever happens."""

import json
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bloei import app
from geo import build, postcodes
from geo.boundaries import GEO_FOLDER
from tests.geo.faults import contents, fails_at
from tests.geo.pdok_server import Reply, Service, official, serving


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["geo", *(str(word) for word in words)])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(GEO_FOLDER, tmp_path / "static" / "geo")
    (tmp_path / "geo").mkdir()
    shutil.copy(build.BUURTEN_FILE, tmp_path / "geo")
    monkeypatch.setattr("data.reference.areas.CITY", tmp_path)
    return tmp_path


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service(official())) as running:
        yield running


def refused(root: Path, *words: object) -> str:
    before = contents(root)
    done = run("update", *words)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert contents(root) == before
    (line,) = done.stderr.splitlines()
    assert line.endswith("De grenzen van nu blijven staan.")
    return line


def test_an_update_tells_what_is_there_now(root: Path, service: Service) -> None:
    done = run("update", "--year", 2024, "--base-url", service.address)
    assert done.exit_code == 0, done.output
    told = " ".join(done.stdout.split())
    assert told.startswith("Klaar: de grenzen van 116 buurten in 2024 staan klaar.")
    assert json.loads((root / "geo" / "bron.json").read_text())["year"] == 2024


def test_no_network_is_told_in_one_line(root: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    assert "Geen verbinding" in refused(root, "--year", 2024, "--base-url", address)


def test_an_unknown_year_is_told_in_one_line(root: Path, service: Service) -> None:
    line = refused(root, "--year", 1812, "--base-url", service.address)
    assert line.startswith("Van 1812 is er geen kaart")


def test_a_page_in_html_is_told_in_one_line(root: Path, service: Service) -> None:
    service.on_reply = lambda _, reply: Reply(b"<html></html>")
    assert "is geen GeoJSON" in refused(root, "--year", 2024, "--base-url", service.address)


def test_many_faults_are_told_in_one_line(root: Path, service: Service) -> None:
    for feature in service.features:
        feature["properties"]["wijkcode"] = "WK077299"
    line = refused(root, "--year", 2024, "--base-url", service.address)
    assert line.count("Volgens het kaartbestand") == 4
    assert "Er is nog meer mis (112 keer)." in line


def test_a_full_disk_is_told_in_one_line(
    root: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fails_at(3, os.fsync, OSError(28, "No space left on device")))
    line = refused(root, "--year", 2024, "--base-url", service.address)
    assert line.startswith("De grenzen kunnen niet worden geschreven (de schijf is vol).")


def test_the_year_must_be_given() -> None:
    assert run("update").exit_code == 2


def test_postcodes_that_cannot_be_written_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "pc6hnr20240801_gwb.csv"
    source.write_text("PC6;Huisnummer;Buurt2024\n5611AA;1;7721110\n")
    monkeypatch.setattr(postcodes, "TARGET", tmp_path / "nergens" / "postcodes.csv")
    done = run("postcodes", source)
    assert done.exit_code == 1
    assert "kan niet worden geschreven" in done.stderr
