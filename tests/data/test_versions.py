"""Versions behind one name: all or nothing, and readers that keep reading."""

from pathlib import Path

import duckdb
import pytest

from data.versions import current, new_version


def write(target: Path, number: int) -> None:
    with new_version(target) as version, duckdb.connect(str(version)) as con:
        con.execute(f"CREATE TABLE answer AS SELECT {number} AS number")


def read(path: Path) -> int:
    with duckdb.connect(str(path), read_only=True) as con:
        row = con.execute("SELECT number FROM answer").fetchone()
    assert row is not None
    return int(row[0])


def test_the_name_opens_the_newest_version(tmp_path: Path) -> None:
    target = tmp_path / "file.duckdb"
    for number in range(4):
        write(target, number)
        assert read(target) == number


def test_an_open_reader_keeps_its_version_and_a_new_one_sees_the_next(tmp_path: Path) -> None:
    target = tmp_path / "file.duckdb"
    write(target, 1)
    with duckdb.connect(str(current(target)), read_only=True) as reader:
        write(target, 2)
        assert reader.execute("SELECT number FROM answer").fetchone() == (1,)
        assert read(current(target)) == 2


def fail(target: Path) -> None:
    with new_version(target) as version:
        version.write_text("half")
        raise RuntimeError("half way")


def test_a_failure_leaves_the_old_version_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "file.duckdb"
    write(target, 1)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(RuntimeError, match="half way"):
        fail(target)
    assert sorted(tmp_path.iterdir()) == before
    assert read(target) == 1


def test_old_versions_are_cleared_away(tmp_path: Path) -> None:
    target = tmp_path / "file.duckdb"
    for number in range(5):
        write(target, number)
    assert len(list(tmp_path.glob("file.v*.duckdb"))) == 2


def test_a_plain_file_of_that_name_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "file.duckdb"
    with duckdb.connect(str(target)) as con:
        con.execute("CREATE TABLE answer AS SELECT 7 AS number")
    write(target, 8)
    assert read(target) == 8


def test_a_folder_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        write(tmp_path / "file" / "x.duckdb", 1)


def test_a_link_is_copied_where_links_are_not_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: str) -> None:
        raise OSError("a required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    target = tmp_path / "file.duckdb"
    for number in (1, 2):
        write(target, number)
        assert read(target) == number
        assert not target.is_symlink()
