"""The hashes beside an export: another program reads them, and what changed is found."""

import shutil
import subprocess
from pathlib import Path

import pytest

from exports.manifest import SUMS, Origin, told_of, verify
from tests.exports.paper.samples import SETTING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "data.duckdb"
    data.write_bytes(b"gegevens")
    made = tmp_path / "uit"
    made.mkdir()
    files = {"a.pdf": b"een", "met spatie é.csv": b"twee"}
    for name, content in [*files.items(), *told_of(Origin(data, SETTING, {}), files)]:
        (made / name).write_bytes(content)
    return made


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this system")
def test_sha256sum_reads_the_hashes(folder: Path) -> None:
    told = subprocess.run(
        ["sha256sum", "-c", "--strict", SUMS], cwd=folder, check=False, capture_output=True
    )
    assert told.returncode == 0
    assert told.stdout.count(b"OK") == 3


def test_what_is_as_it_was_made_is_good(folder: Path) -> None:
    found = verify(folder)
    assert found.is_good
    assert found.good == ["a.pdf", "manifest.json", "met spatie é.csv"]


@pytest.mark.parametrize("name", ["a.pdf", "manifest.json"])
def test_one_changed_byte_is_found(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    found = verify(folder)
    assert (found.is_good, found.changed) == (False, [name])


def test_what_is_gone_is_found_and_what_came_is_named(folder: Path) -> None:
    (folder / "a.pdf").rename(folder / "b.pdf")
    found = verify(folder)
    assert (found.is_good, found.gone, found.unknown) == (False, ["a.pdf"], ["b.pdf"])


@pytest.mark.parametrize("text", ["", "geen lijst\n", f"{'0' * 64}  ../a.pdf\n"])
def test_a_list_that_is_none_is_refused(folder: Path, text: str) -> None:
    (folder / SUMS).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=SUMS):
        verify(folder)
