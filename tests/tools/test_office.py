from pathlib import Path

import pytest

from tests.tools import office


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH, empty; the user may install nothing."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("SOFFICE", raising=False)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    return folder


def put(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\nexit 0\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", office.NAMES)
def test_every_known_name_is_found(programs: Path, name: str) -> None:
    assert office.find() is None
    path = put(programs, name)
    assert office.find() == str(path)


def test_a_chosen_program_goes_before_the_ones_on_path(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(programs, "soffice")
    chosen = put(tmp_path, "my-office")
    monkeypatch.setenv("SOFFICE", str(chosen))
    assert office.find() == str(chosen)


def test_without_rights_it_stops_with_one_line_of_advice(programs: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        office.main()
    assert "make test OFFICE=0" in str(stop.value)
    assert "\n" not in str(stop.value)


def test_without_a_program_nothing_is_converted(programs: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="OFFICE=0"):
        office.as_pdf([tmp_path / "a.pptx"], tmp_path, tmp_path / "profile")
