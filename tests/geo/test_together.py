"""Files that change together: whatever goes wrong, none of them has changed."""

import os
import shutil
from pathlib import Path

import pytest

from geo.together import replace_together
from tests.geo.faults import contents, fails_at

NAMES = ("a.json", "b.json", "c.json")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in NAMES]
    for path in paths[:2]:  # the third is a new one
        path.write_text(f"oud {path.name}")
    return paths


def test_all_files_get_their_text_and_nothing_else_stays(files: list[Path], tmp_path: Path) -> None:
    replace_together({path: f"nieuw é\n{path.name}" for path in files})
    assert contents(tmp_path) == {name: f"nieuw é\n{name}".encode() for name in NAMES}


def test_folders_are_made(tmp_path: Path) -> None:
    replace_together({tmp_path / "x" / "y.json": "tekst"})
    assert contents(tmp_path) == {"x/y.json": b"tekst"}


@pytest.mark.parametrize("call", [1, 2, 3])
@pytest.mark.parametrize("error", [OSError("vol"), KeyboardInterrupt(), MemoryError()])
@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_a_failure_leaves_all_as_it_was(
    files: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    error: BaseException,
    call: int,
) -> None:
    before = contents(tmp_path)
    monkeypatch.setattr(os, name, fails_at(call, getattr(os, name), error))
    with pytest.raises(type(error)):
        replace_together(dict.fromkeys(files, "nieuw"))
    assert contents(tmp_path) == before


@pytest.mark.parametrize("call", [1, 2])
def test_a_copy_that_fails_leaves_all_as_it_was(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    before = contents(tmp_path)
    monkeypatch.setattr(shutil, "copy2", fails_at(call, shutil.copy2, OSError("vol")))
    with pytest.raises(OSError, match="vol"):
        replace_together(dict.fromkeys(files, "nieuw"))
    assert contents(tmp_path) == before


def test_a_way_back_that_fails_keeps_the_copies(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {f"{path.name}.oud": path.read_bytes() for path in files[:2]}
    right = os.replace

    def broken(source: Path, target: Path) -> None:
        if source.suffix == ".oud" or target == files[1]:
            raise OSError("kapot")
        right(source, target)

    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(OSError, match="kapot"):
        replace_together(dict.fromkeys(files, "nieuw"))
    assert old.items() <= contents(tmp_path).items()


def test_a_folder_in_the_place_of_a_file_is_refused(files: list[Path], tmp_path: Path) -> None:
    files[2].mkdir()
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(OSError, match=r"c\.json"):
        replace_together(dict.fromkeys(files, "nieuw"))
    assert {path.name for path in tmp_path.iterdir()} == before
    assert files[0].read_text() == "oud a.json"
