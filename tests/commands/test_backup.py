"""`bloei.py backup` and `restore`: equal figures, equal rounding, and nothing half."""

import io
import json
import os
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bloei import app
from data.history.backup import ABOUT
from tests.data.delivery.deliveries import small_rows, write_delivery


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def said(answer: Result) -> str:
    return " ".join(answer.output.split())


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two versions, a mapping, a switch by hand and a backup of it all."""
    folder = tmp_path_factory.mktemp("back-up")
    source = write_delivery(folder / "levering", small_rows())
    (folder / "b").mkdir()
    (folder / "b" / "b.koppen.toml").write_text('scans.overslaan = ["Bezoek"]\n')
    for _ in range(2):
        assert run("import", source, "--to", folder / "b" / "b.duckdb").exit_code == 0
    words = ("rollback", "--file", folder / "b" / "b.duckdb", "--reason", "proef")
    assert run(*words).exit_code == 0
    done = run("backup", folder / "b.tar", "--file", folder / "b" / "b.duckdb")
    assert done.exit_code == 0, done.output
    assert "Er zit een geheime sleutel in" in said(done)
    return folder


def content(folder: Path) -> dict[str, bytes | str]:
    return {
        path.relative_to(folder).as_posix(): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if not path.is_dir() and "instellingen" not in path.parts
    }


def figures(file: Path, audience: str) -> str:
    words = ("--level", "wijk", "--format", "csv", "--audience", audience, "--file", file)
    answer = run("figures", "scans", *words)
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_a_backup_comes_back_the_same_on_an_empty_folder(used: Path, tmp_path: Path) -> None:
    back = tmp_path / "nieuw" / "map"
    done = run("restore", used / "b.tar", "--to", back)
    assert done.exit_code == 0, done.output
    assert content(back) == content(used / "b")
    for audience in ("intern", "gemeente"):
        asked = [figures(folder / "b.duckdb", audience) for folder in (used / "b", back)]
        assert asked[0] == asked[1]
    assert run("check", back / "b.duckdb").exit_code == 0
    versions = said(run("versions", "--file", back / "b.duckdb"))
    assert "Versie 1 (in gebruik)" in versions
    assert "Reden: proef" in versions
    assert (back / "instellingen" / "data" / "reference" / "code_lists.csv").exists()
    key = back / "reeksen" / "1-eerste" / "reeks.sleutel"
    assert key.stat().st_mode & 0o077 == 0
    assert run("import", used / "levering", "--to", back / "b.duckdb").exit_code == 0
    assert figures(back / "b.duckdb", "gemeente") == figures(used / "b" / "b.duckdb", "gemeente")


def test_only_the_owner_reads_a_backup_and_it_is_never_written_over(used: Path) -> None:
    assert (used / "b.tar").stat().st_mode & 0o777 == 0o600
    before = (used / "b.tar").read_bytes()
    again = run("backup", used / "b.tar", "--file", used / "b" / "b.duckdb")
    assert again.exit_code == 1
    assert "is er al" in said(again)
    assert (used / "b.tar").read_bytes() == before


def test_names_that_cannot_be_are_told(used: Path, tmp_path: Path) -> None:
    file = used / "b" / "b.duckdb"
    assert "eindigt op .tar" in said(run("backup", tmp_path / "b.zip", "--file", file))
    none = run("backup", tmp_path / "b.tar", "--file", tmp_path / "x.duckdb")
    assert "geen gegevensbestand" in said(none)
    gone = run("backup", tmp_path / "nergens" / "b.tar", "--file", file)
    assert "kan niet worden geschreven" in said(gone)
    assert "bestaat niet" in said(run("restore", tmp_path / "x.tar", "--to", tmp_path / "y"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_used_is_not_written_over(used: Path) -> None:
    before = content(used / "b")
    refused = run("restore", used / "b.tar", "--to", used / "b")
    assert refused.exit_code == 1
    assert "is niet leeg" in said(refused)
    assert content(used / "b") == before


def rewritten(tar: Path, to: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of a backup in which the members are changed."""
    with tarfile.open(tar) as archive:
        members = {m.name: archive.extractfile(m).read() for m in archive.getmembers()}  # type: ignore[union-attr]
    change(members)
    with tarfile.open(to, "w") as archive:
        for name, text in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
    return to


def other_key(members: dict[str, bytes]) -> None:
    members["reeksen/1-eerste/reeks.sleutel"] = b"x" * 64


def escaping(members: dict[str, bytes]) -> None:
    about = json.loads(members[ABOUT])
    about["bestanden"] = {"../weg.txt": about["bestanden"]["b.koppen.toml"]}
    members[ABOUT] = json.dumps(about).encode()
    members["../weg.txt"] = members["b.koppen.toml"]


def escaping_link(members: dict[str, bytes]) -> None:
    about = json.loads(members[ABOUT])
    about["links"] = {"x": "../../etc/passwd"}
    members[ABOUT] = json.dumps(about).encode()


def no_about(members: dict[str, bytes]) -> None:
    del members[ABOUT]


@pytest.mark.parametrize("change", [other_key, escaping, escaping_link, no_about])
def test_a_damaged_or_hostile_backup_leaves_nothing(
    used: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    tar = rewritten(used / "b.tar", tmp_path / "x.tar", change)
    refused = run("restore", tar, "--to", tmp_path / "in" / "map")
    assert refused.exit_code == 1
    assert "beschadigd" in said(refused)
    assert [path.name for path in tmp_path.rglob("*")] in (["x.tar", "in"], ["in", "x.tar"])


@pytest.mark.parametrize("part", [0.0, 0.5, 0.9])
def test_half_a_backup_is_no_backup(used: Path, tmp_path: Path, part: float) -> None:
    whole = (used / "b.tar").read_bytes()
    (tmp_path / "x.tar").write_bytes(whole[: int(len(whole) * part)])
    refused = run("restore", tmp_path / "x.tar", "--to", tmp_path / "map")
    assert refused.exit_code == 1
    assert "beschadigd" in said(refused)
    assert os.listdir(tmp_path) == ["x.tar"]


def test_a_full_disk_leaves_no_half_backup(
    used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    answer = run("backup", tmp_path / "b.tar", "--file", used / "b" / "b.duckdb")
    assert answer.exit_code == 1
    assert "de schijf is vol" in said(answer)
    assert os.listdir(tmp_path) == []
    shutil.rmtree(tmp_path)
