"""Files come together or not at all."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from data.file.lock import Busy, locked
from data.file.together import ASIDE, STAGE, put_together
from tests.geo.faults import fails_at

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
    assert put_together(folder, [("a.pdf", b"1"), ("b.pdf", b"2")], closing) == [
        "a.pdf", "b.pdf", "manifest.json"
    ]  # fmt: skip
    assert content(folder) == {"a.pdf": b"1", "b.pdf": b"2", "manifest.json": b"a.pdf,b.pdf"}


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "ander.txt").write_bytes(b"blijft")
    (tmp_path / "a.pdf").write_bytes(b"oud")
    put_together(tmp_path, [("a.pdf", b"nieuw")], closing)
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
        put_together(tmp_path, halfway(error), closing)
    assert content(tmp_path) == {"a.pdf": b"oud"}


def test_a_folder_that_was_not_there_is_not_left_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        put_together(tmp_path / "uit", halfway(KeyboardInterrupt()), closing)
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
        put_together(tmp_path / "uit", [("a.pdf", b"lang"), ("b.pdf", b"lang")], closing)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moved", range(3))
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
        put_together(tmp_path, [("a.pdf", b"nieuw"), ("b.pdf", b"nieuw")], closing)
    assert content(tmp_path) == {"a.pdf": b"oud", "b.pdf": b"oud"}


def test_what_a_killed_run_left_goes_and_what_it_put_aside_comes_back(tmp_path: Path) -> None:
    dead, own = tmp_path / ".samen-ab_12cde", tmp_path / ".samen-van-mij"
    (dead / "oud").mkdir(parents=True)
    own.mkdir()
    (dead / "half.pdf").write_bytes(b"half")
    (dead / "oud" / "weg.pdf").write_bytes(b"oud")
    (dead / "oud" / "er.pdf").write_bytes(b"oud")
    (tmp_path / "er.pdf").write_bytes(b"nieuw")
    put_together(tmp_path, [("a.pdf", b"1")], closing)
    own.rmdir()
    assert content(tmp_path) == {
        "a.pdf": b"1", "er.pdf": b"nieuw", "weg.pdf": b"oud", "manifest.json": b"a.pdf"
    }  # fmt: skip


@pytest.mark.parametrize("name", ["fsync", "link"])
@pytest.mark.parametrize("call", [1, 2])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
def test_what_stops_before_anything_is_moved_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, call: int, error: BaseException
) -> None:
    for old in ("a.pdf", "b.pdf"):
        (tmp_path / old).write_bytes(b"oud")
    monkeypatch.setattr(os, name, fails_at(call, getattr(os, name), error))
    with pytest.raises(type(error)):
        put_together(tmp_path, [("a.pdf", b"nieuw"), ("b.pdf", b"nieuw")])
    assert content(tmp_path) == {"a.pdf": b"oud", "b.pdf": b"oud"}


def test_a_disk_without_second_names_gets_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"oud")
    monkeypatch.setattr(os, "link", fails_at(1, os.link, OSError("geen links")))
    monkeypatch.setattr(os, "replace", fails_at(1, os.replace, OSError("kapot")))
    with pytest.raises(OSError, match="kapot"):
        put_together(tmp_path, [("a.pdf", b"nieuw")])
    assert content(tmp_path) == {"a.pdf": b"oud"}


def test_a_copy_that_fails_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"oud")
    monkeypatch.setattr(os, "link", fails_at(1, os.link, OSError("geen links")))
    monkeypatch.setattr(shutil, "copy2", fails_at(1, shutil.copy2, OSError("vol")))
    with pytest.raises(OSError, match="vol"):
        put_together(tmp_path, [("a.pdf", b"nieuw")])
    assert content(tmp_path) == {"a.pdf": b"oud"}


def test_a_way_back_that_fails_keeps_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for old in ("a.pdf", "b.pdf"):
        (tmp_path / old).write_bytes(b"oud")
    right = os.replace

    def broken(source: Path, target: Path) -> None:
        if source.parent.name == ASIDE or target.name == "b.pdf":
            raise OSError("kapot")
        right(source, target)

    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(OSError, match="kapot"):
        put_together(tmp_path, [("a.pdf", b"nieuw"), ("b.pdf", b"nieuw")])
    [kept] = tmp_path.glob(f"{STAGE}*/{ASIDE}")
    assert content(kept) == {"a.pdf": b"oud", "b.pdf": b"oud"}


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"oud")
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(OSError, match=r"b\.pdf"):
        put_together(tmp_path, [("a.pdf", b"nieuw"), ("b.pdf", b"nieuw")])
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", "b.pdf"}
    assert (tmp_path / "a.pdf").read_bytes() == b"oud"


def test_files_in_folders_come_together_too(tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo" / "a.json").write_bytes(b"oud")
    names = ["geo/a.json", "static/geo/b.json"]
    assert put_together(tmp_path, [(name, name.encode()) for name in names]) == names
    assert [(tmp_path / name).read_bytes().decode() for name in names] == names
    assert {path.name for path in tmp_path.iterdir()} == {"geo", "static"}


def test_two_do_not_write_in_one_folder(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Busy):
        put_together(tmp_path, [("a.pdf", b"1")], closing)
    assert content(tmp_path) == {}
