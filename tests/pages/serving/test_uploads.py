"""Dropped files: under names of their own in a folder that goes, with room for every job."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pages._parts.serving.uploads import Dropped, mark
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.data.test_temporary import GONE
from tests.tools.server import running_dashboard


def file(name: str, content: bytes, number: str = "1") -> Any:
    return SimpleNamespace(name=name, file_id=number, getbuffer=lambda: content)


def test_dropped_files_keep_their_names_and_lie_in_one_folder() -> None:
    files = [file("scans.csv", b"a"), file("map\\scans.csv", b"b"), file("../scans.csv", b"c")]
    dropped = Dropped([*files, file("..", b"d"), file("", b"e")])
    assert [path.name for path in dropped.paths][:3] == ["scans.csv", "2 scans.csv", "3 scans.csv"]
    assert {path.parent for path in dropped.paths} == {dropped.folder / "levering"}
    assert [path.read_bytes() for path in dropped.paths] == [b"a", b"b", b"c", b"d", b"e"]


def test_every_job_has_a_folder_and_all_go_when_nobody_holds_them() -> None:
    dropped = Dropped([file("scans.csv", b"a")])
    made = [dropped.new_folder("proef"), dropped.new_folder("proef"), dropped.new_folder("laad")]
    assert [path.name for path in made] == ["proef-1", "proef-2", "laad-1"]
    assert all(path.is_dir() and path.parent == dropped.folder for path in made)
    folder = dropped.folder
    del dropped
    assert not folder.exists()


def test_a_server_that_is_stopped_leaves_nothing_that_was_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "stad.duckdb"
    write_city(database, odd_frames(), ODD_AS_OF).close()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    left = tmp_path / f"bloei-{GONE}-b"
    left.mkdir()
    with running_dashboard(database):
        assert not left.exists()
        left.mkdir()
    assert not left.exists()


def test_another_choice_of_files_has_another_mark() -> None:
    one, other = file("a", b"", "1"), file("a", b"", "2")
    assert mark([one]) == mark([one])
    assert len({mark([one]), mark([other]), mark([one, other]), mark([other, one])}) == 4
