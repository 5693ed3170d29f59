"""Why a file could not be written is the reason of the system, also when DuckDB tells it."""

import errno
from collections import namedtuple
from pathlib import Path

import duckdb
import pytest

from data.file.refused import disk_error

Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ('Could not write file "/x": No space left on device', errno.ENOSPC),
        ('Cannot open file "/x": File name too long', errno.ENAMETOOLONG),
        ('Cannot open file "/x": Permission denied', errno.EACCES),
        ('Cannot open file "/x": Read-only file system', errno.EROFS),
    ],
)
def test_the_reason_of_the_system_is_found(tmp_path: Path, words: str, code: int) -> None:
    error = disk_error(duckdb.IOException(words), tmp_path)
    assert error
    assert error.errno == code


@pytest.mark.parametrize(("free", "is_full"), [(0, True), ((1 << 20) - 1, True), (1 << 20, False)])
def test_a_disk_that_is_full_is_the_reason_when_no_other_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, is_full: bool
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(1 << 30, 0, free))
    error = disk_error(duckdb.OutOfMemoryException("max_temp_directory_size"), tmp_path)
    assert (error is not None and error.errno == errno.ENOSPC) is is_full


def test_what_is_no_matter_of_the_disk_stays_what_it_is(tmp_path: Path) -> None:
    assert disk_error(duckdb.ConstraintException("Duplicate key"), tmp_path) is None
    error = disk_error(duckdb.IOException("iets anders\nmeer"), tmp_path / "nergens")
    assert str(error) == "iets anders"
