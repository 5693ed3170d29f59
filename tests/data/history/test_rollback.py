"""Versions that are kept, and going back and forth between them."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.file.database import write_database
from data.file.switches import add_switch, list_of, switches
from data.file.versions import FEWEST_KEPT, current, is_open, new_version, version_files
from data.history.listing import history
from data.history.rollback import RollbackRefused, roll_back
from data.history.words import summary, switch_lines, version_lines
from data.models.meta import Meta, Source
from tests.cities import odd_frames

DAY = date(2020, 3, 15)


def write(target: Path, name: str = "scans.csv", keep: int = 24) -> None:
    meta = Meta(DAY, is_demo=False, sources=(Source(name, "0" * 64),))
    write_database(target, odd_frames(), meta, keep=keep)


def write_like(target: Path, keep: int = 24) -> None:
    """One more version, with the content of the one in use."""
    with new_version(target, keep) as version:
        shutil.copyfile(current(target), version)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("versies") / "b.duckdb"
    for name in ("juli.csv", "augustus.csv", "september.csv"):
        write(target, name)
    return target


@pytest.fixture
def target(made: Path, tmp_path: Path) -> Path:
    for path in made.parent.iterdir():
        (tmp_path / path.name).hardlink_to(path) if not path.is_symlink() else None
    (tmp_path / made.name).symlink_to(made.readlink())
    return tmp_path / made.name


def used(target: Path) -> str:
    version = history(target).in_use
    assert version
    return version.sources[0].file


def test_every_version_tells_what_it_is(target: Path) -> None:
    found = history(target)
    assert [version.number for version in found.versions] == [1, 2, 3]
    assert [version.is_in_use for version in found.versions] == [False, False, True]
    assert [version.sources[0].file for version in found.versions] == [
        "juli.csv", "augustus.csv", "september.csv",
    ]  # fmt: skip
    last = found.versions[-1]
    assert (last.as_of, last.kind, last.problem) == (DAY, "full", "")
    assert last.rows
    assert last.rows["scans"] == len(odd_frames()["scans"])
    assert found.size == sum(path.stat().st_size for path in version_files(target))
    assert summary(found).startswith("3 versies, samen ")
    told = "\n".join(version_lines(last))
    assert "Versie 3 (in gebruik)" in told
    assert f"september.csv (SHA-256 {'0' * 64})" in told


def test_back_and_forth_in_one_step_and_the_reason_is_kept(target: Path) -> None:
    assert roll_back(target, " matches vergeten ").number == 2
    assert used(target) == "augustus.csv"
    assert roll_back(target, "toch goed", to=3, who="Noor").number == 3
    assert used(target) == "september.csv"
    assert [(s.reason, s.who) for s in switches(target)] == [
        ("matches vergeten", ""), ("toch goed", "Noor"),
    ]  # fmt: skip
    first, second = switch_lines(history(target))
    assert first.endswith("van versie 3 naar versie 2. Reden: matches vergeten")
    assert second.endswith("van versie 2 naar versie 3, door Noor. Reden: toch goed")


def test_a_step_knows_its_ends(target: Path) -> None:
    found = history(target)
    back, forth = found.step(-1), found.step(1)
    assert back == found.versions[1]
    assert forth is None
    roll_back(target, "naar het begin", to=1)
    found = history(target)
    assert found.step(1) == found.versions[1]
    assert found.step(-1) is None
    with pytest.raises(RollbackRefused, match="geen eerdere versie"):
        roll_back(target, "nog verder terug")


@pytest.mark.parametrize(
    ("reason", "to", "said"),
    [
        ("", 1, "Geef de reden"),
        ("  ", 1, "Geef de reden"),
        ("reden", 4, "Versie 4 is er niet"),
        ("reden", -1, "Versie -1 is er niet"),
        ("reden", 3, "al in gebruik"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(
    target: Path, reason: str, to: int, said: str
) -> None:
    before = sorted(path.name for path in target.parent.iterdir())
    with pytest.raises(RollbackRefused, match=said):
        roll_back(target, reason, to)
    assert used(target) == "september.csv"
    assert sorted(path.name for path in target.parent.iterdir()) == before


def test_a_damaged_version_does_not_come_back(target: Path) -> None:
    path = version_files(target)[0]
    path.unlink()
    path.write_bytes(b"stuk" * 5000)
    assert "beschadigd" in history(target).versions[0].problem
    with pytest.raises(RollbackRefused, match="kan niet terug"):
        roll_back(target, "reden", to=1)


def test_a_version_of_another_series_does_not_come_back(target: Path) -> None:
    for path, series in zip(version_files(target)[1:], ("aaaa", "bbbb"), strict=True):
        content = path.read_bytes()
        path.unlink()  # the files of the fixture are shared
        path.write_bytes(content)
        with duckdb.connect(str(path)) as con:
            con.execute("UPDATE meta SET series_id = ?", [series])
    with pytest.raises(RollbackRefused, match="andere reeks"):
        roll_back(target, "reden")


def test_after_going_back_the_versions_in_between_stay_and_a_new_one_comes_after(
    target: Path,
) -> None:
    roll_back(target, "terug", to=1)
    write_like(target)
    files = [version.sources[0].file for version in history(target).versions]
    assert files == ["juli.csv", "augustus.csv", "september.csv", "juli.csv"]
    assert history(target).in_use == history(target).versions[-1]


def test_where_links_are_not_allowed_going_back_copies(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: str) -> None:
        raise OSError("a required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    for number, name in ((2, "augustus.csv"), (3, "september.csv")):
        roll_back(target, "reden", to=number)
        assert not target.is_symlink()
        assert used(target) == name
    assert switches(target)[-1].before == version_files(target)[1].name


def test_so_many_versions_are_kept_as_is_asked(tmp_path: Path) -> None:
    target = tmp_path / "x.duckdb"
    for number in range(5):
        with new_version(target, keep=3) as version:
            version.write_text(str(number))
    assert [path.read_text() for path in version_files(target)] == ["2", "3", "4"]
    with new_version(target, keep=0) as version:
        version.write_text("5")
    assert len(version_files(target)) == FEWEST_KEPT


def test_the_version_in_use_before_a_load_stays_however_old(target: Path) -> None:
    roll_back(target, "terug", to=1)
    write_like(target, keep=2)
    files = [version.sources[0].file for version in history(target).versions]
    assert files == ["juli.csv", "september.csv", "juli.csv"]


READER = """
import duckdb, sys
con = duckdb.connect(sys.argv[1], read_only=True)
print("open", flush=True)
sys.stdin.read()
"""


def test_a_version_that_somebody_has_open_stays_until_it_is_closed(target: Path) -> None:
    oldest = version_files(target)[0]
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(oldest)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as reader:  # fmt: skip
        assert reader.stdout
        assert reader.stdin
        reader.stdout.readline()
        assert is_open(oldest)
        write_like(target, keep=2)
        assert oldest.exists()
        reader.stdin.close()
    assert not is_open(oldest)
    write_like(target, keep=2)
    assert not oldest.exists()
    assert current(target).exists()


def test_a_line_that_cannot_be_read_hides_no_other(target: Path) -> None:
    roll_back(target, "eerste")
    path = list_of(target)
    path.write_text("geen json\n[]\n" + path.read_text() + '{"moment": "gisteren"}\n')
    assert [switch.reason for switch in switches(target)] == ["eerste"]
    add_switch(target, switches(target)[0])
    assert len(switches(target)) == 2
