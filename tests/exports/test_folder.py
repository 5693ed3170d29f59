"""Files come together or not at all."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from data.file.lock import Busy, locked
from exports.folder import deliver

File = tuple[str, bytes]


def closing(files: Mapping[str, bytes]) -> list[File]:
    return [("manifest.json", b",".join(sorted(name.encode() for name in files)))]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def halfway(error: BaseException) -> Iterator[File]:
    yield "a.pdf", b"nieuw"
    raise error


def test_all_files_are_there_with_the_closing_one(tmp_path: Path) -> None:
    folder = tmp_path / "nieuw" / "uit"
    assert deliver(folder, [("a.pdf", b"1"), ("b.pdf", b"2")], closing) == [
        "a.pdf", "b.pdf", "manifest.json"
    ]  # fmt: skip
    assert content(folder) == {"a.pdf": b"1", "b.pdf": b"2", "manifest.json": b"a.pdf,b.pdf"}


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "ander.txt").write_bytes(b"blijft")
    (tmp_path / "a.pdf").write_bytes(b"oud")
    deliver(tmp_path, [("a.pdf", b"nieuw")], closing)
    assert content(tmp_path) == {
        "ander.txt": b"blijft",
        "a.pdf": b"nieuw",
        "manifest.json": b"a.pdf",
    }


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), OSError(28, "No space left on device"), ValueError("x")]
)
def test_what_stops_halfway_leaves_the_folder_as_it_was(
    tmp_path: Path, error: BaseException
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"oud")
    with pytest.raises(type(error)):
        deliver(tmp_path, halfway(error), closing)
    assert content(tmp_path) == {"a.pdf": b"oud"}


def test_a_folder_that_was_not_there_is_not_left_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        deliver(tmp_path / "uit", halfway(KeyboardInterrupt()), closing)
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("written", [0, 1, 2])
def test_a_disk_that_is_full_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    write, left = Path.write_bytes, [written]

    def write_until_full(path: Path, data: bytes) -> int:
        if not left[0]:
            write(path, data[:1])  # half a file
            raise OSError(28, "No space left on device")
        left[0] -= 1
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_until_full)
    with pytest.raises(OSError, match="No space"):
        deliver(tmp_path / "uit", [("a.pdf", b"lang"), ("b.pdf", b"lang")], closing)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moved", range(4))
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(5, "I/O")])
def test_what_stops_while_files_are_moved_brings_back_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int, error: BaseException
) -> None:

    (tmp_path / "a.pdf").write_bytes(b"oud")
    (tmp_path / "b.pdf").write_bytes(b"oud")
    replace, calls = os.replace, [0]

    def replace_until(source: Any, target: Any) -> None:
        calls[0] += 1
        if calls[0] == moved + 1:
            raise error
        replace(source, target)

    monkeypatch.setattr("os.replace", replace_until)
    with pytest.raises(type(error)):
        deliver(tmp_path, [("a.pdf", b"nieuw"), ("b.pdf", b"nieuw")], closing)
    assert content(tmp_path) == {"a.pdf": b"oud", "b.pdf": b"oud"}


def test_what_a_killed_run_left_goes_and_what_it_put_aside_comes_back(tmp_path: Path) -> None:
    dead, own = tmp_path / ".export-ab_12cde", tmp_path / ".export-van-mij"
    (dead / "oud").mkdir(parents=True)
    own.mkdir()
    (dead / "half.pdf").write_bytes(b"half")
    (dead / "oud" / "weg.pdf").write_bytes(b"oud")
    (dead / "oud" / "er.pdf").write_bytes(b"oud")
    (tmp_path / "er.pdf").write_bytes(b"nieuw")
    deliver(tmp_path, [("a.pdf", b"1")], closing)
    own.rmdir()
    assert content(tmp_path) == {
        "a.pdf": b"1", "er.pdf": b"nieuw", "weg.pdf": b"oud", "manifest.json": b"a.pdf"
    }  # fmt: skip


def test_two_do_not_write_in_one_folder(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Busy):
        deliver(tmp_path, [("a.pdf", b"1")], closing)
    assert content(tmp_path) == {}
