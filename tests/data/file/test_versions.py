"""Versions behind one name: all or nothing, and readers that keep reading."""

import os
from pathlib import Path

import duckdb
import pytest

from data.file.versions import current, new_version


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


# --- Only what this program makes exactly is its own, and what a killed run left goes.


STRANGERS = (
    "file.v2021-09.duckdb",  # a backup by hand
    "file.v1.duckdb",
    "file.v20210901T1200.duckdb",  # too short for a version
    "file.v20210901T1200001234567.duckdb",  # too long
    "file.v20210901T120000123456.csv",
    "file.v20210901T120000123456.duckdb.bak",
    "other.v20210901T120000123456.duckdb",
    "fileXv20210901T120000123456.duckdb",
)


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_file_that_it_did_not_make_stays(tmp_path: Path, stranger: str) -> None:
    (tmp_path / stranger).write_text("van iemand anders")
    for number in range(3):
        write(tmp_path / "file.duckdb", number)
    assert (tmp_path / stranger).read_text() == "van iemand anders"


@pytest.mark.parametrize("stem", ["x[1]", "a*b", "wat?", "[!a]", "punt.komma", "x.v1", "(a+)$"])
def test_a_name_with_odd_signs_is_cleared_like_any_other(tmp_path: Path, stem: str) -> None:
    (tmp_path / "x1.v20210901T120000123456.duckdb").write_text("van een ander bestand")
    for number in range(4):
        write(tmp_path / f"{stem}.duckdb", number)
    assert len(list(tmp_path.iterdir())) == 1 + 2 + 1
    assert read(tmp_path / f"{stem}.duckdb") == 3


def leave_behind(folder: Path) -> list[Path]:
    """What a kill leaves: a dead version younger than the current one, and parts of others."""
    dead = "file.v99990101T000000000000.duckdb"
    (folder / f"{dead}.tmp").mkdir()
    (folder / f"{dead}.tmp" / "duckdb_temp_block-0.block").write_text("half")
    names = [dead, f"{dead}.wal", f"{dead}.half", f"{dead}.half.wal"]
    names += ["file.v20200101T000000000000.duckdb.wal", "file.v20200101T000000000000.duckdb.link"]
    for name in names:
        (folder / name).write_text("half")
    return [folder / f"{dead}.tmp", *(folder / name for name in names)]


def test_what_a_kill_left_goes_and_never_counts_as_the_previous_version(tmp_path: Path) -> None:
    target = tmp_path / "file.duckdb"
    write(target, 1)
    good = current(target)
    rubbish = leave_behind(tmp_path)
    write(target, 2)
    assert [path for path in rubbish if path.exists()] == []
    assert read(good) == 1
    assert sorted(tmp_path.iterdir()) == sorted([target, good, current(target)])


def test_a_first_run_that_was_killed_leaves_no_previous_version(tmp_path: Path) -> None:
    (tmp_path / "file.v20210901T120000123456.duckdb").write_text("half")
    write(tmp_path / "file.duckdb", 1)
    assert len(list(tmp_path.iterdir())) == 2


def test_temporary_data_of_a_running_dashboard_stays(tmp_path: Path) -> None:
    target = tmp_path / "file.duckdb"
    write(target, 1)
    spill = current(target).with_name(current(target).name + ".tmp")
    spill.mkdir()
    write(target, 2)
    assert spill.exists()


def test_an_unfinished_version_never_has_a_versions_name(tmp_path: Path) -> None:
    with new_version(tmp_path / "file.duckdb") as version:
        version.write_text("half")
        assert not [path for path in tmp_path.iterdir() if path.suffix == ".duckdb"]


def test_a_link_to_another_place_stays_and_the_versions_are_kept_there(tmp_path: Path) -> None:
    drive, target = tmp_path / "schijf", tmp_path / "file.duckdb"
    drive.mkdir()
    (tmp_path / "door").symlink_to(drive / "echt.duckdb")
    target.symlink_to("door")
    for number in range(3):
        write(target, number)
        assert read(target) == number
    assert target.readlink() == Path("door")
    assert len(list(drive.glob("echt.v*.duckdb"))) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["door", "file.duckdb", "schijf"]


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.duckdb").symlink_to("b.duckdb")
    (tmp_path / "b.duckdb").symlink_to("a.duckdb")
    with pytest.raises(OSError, match="naar zichzelf"):
        write(tmp_path / "a.duckdb", 1)


@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_the_mode_of_the_file_is_kept(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "file.duckdb"
    write(target, 1)
    target.chmod(mode)
    write(target, 2)
    assert current(target).stat().st_mode & 0o777 == mode
    assert list(tmp_path.glob("*.half")) == []


def test_a_name_that_is_too_long_with_its_stamp_is_told_before_anything_is_written(
    tmp_path: Path,
) -> None:
    with pytest.raises(OSError, match="too long"):
        write(tmp_path / f"{'x' * 240}.duckdb", 1)
    assert list(tmp_path.iterdir()) == []


def test_a_stop_just_after_the_switch_keeps_the_new_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def switch_and_stop(source: Path, target: Path) -> None:
        replace(source, target)
        raise KeyboardInterrupt

    write(tmp_path / "file.duckdb", 1)
    monkeypatch.setattr("data.file.versions.os.replace", switch_and_stop)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "file.duckdb", 2)
    assert read(tmp_path / "file.duckdb") == 2
