"""A file that must not be lost is replaced whole, or not at all."""

import os
from pathlib import Path

import pytest

from data.file.whole import replace


def test_the_new_content_stands_there_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    (tmp_path / "a.nieuw").write_text("van een gestopte keer")
    for content in (b"een", b"twee"):
        replace(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_for_the_owner_alone_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    replace(path, b"een")
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    replace(path, b"twee")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_the_old_content_stays_when_it_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a"
    replace(path, b"oud")
    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="No space"):
        replace(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]
