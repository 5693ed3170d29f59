"""`bloei.py import` and `demo`: nothing lost by a slip, a kill, a full disk or two at once."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from bloei import app
from data.file import database
from data.file.lock import locked
from data.file.standing import standing
from data.file.store import Store
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.data.delivery.deliveries import small_rows, write_csv
from tests.paths import ROOT

BACKUP = "b.v2021-09.duckdb"


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def said(answer: Result) -> str:
    return " ".join(answer.output.split())


def write_delivery(folder: Path, times: int = 3) -> Path:
    """A small sound delivery, with so many scans more."""
    folder.mkdir()
    rows = small_rows()
    first = rows["talentenscans"][1]
    rows["talentenscans"] += [[f"X{n}", f"RX{n}", *first[2:]] for n in range(times)]
    for name, lines in rows.items():
        write_csv(folder / f"{name}.csv", lines)
    return folder


@pytest.fixture(scope="module")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_delivery(tmp_path_factory.mktemp("levering") / "l")


@pytest.fixture(scope="module")
def loaded(delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("geladen")
    done = run("import", delivery, "--to", folder / "b.duckdb")
    assert done.exit_code == 0, done.output
    assert "Begonnen: reeks eerste" in done.output
    return folder


@pytest.fixture
def folder(loaded: Path, tmp_path: Path) -> Path:
    """A folder with a data file, its series and a backup that somebody made by hand."""
    copy = Path(shutil.copytree(loaded, tmp_path / "map", symlinks=True))
    (copy / BACKUP).write_text("een reservekopie")
    return copy


def state(folder: Path) -> Mapping[str, bytes | str]:
    """All that is in a folder, to see that nothing changed."""
    return {
        str(path.relative_to(folder)): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }


def refused(folder: Path, *words: object) -> str:
    """What a command says that stops, having changed nothing."""
    before = state(folder)
    answer = run(*words)
    assert answer.exit_code == 1, answer.output
    assert "Traceback" not in answer.output
    assert state(folder) == before
    return said(answer)


def test_a_second_import_goes_on_in_the_series_and_keeps_what_it_did_not_make(
    folder: Path, delivery: Path
) -> None:
    before = standing(folder / "b.duckdb").series
    (folder / "b.duckdb").resolve().chmod(0o600)
    assert run("import", delivery, "--to", folder / "b.duckdb").exit_code == 0
    assert (folder / BACKUP).read_text() == "een reservekopie"
    assert standing(folder / "b.duckdb").series == before
    assert (folder / "b.duckdb").stat().st_mode & 0o777 == 0o600
    other = run("import", delivery, "--to", folder / "oktober.duckdb")
    assert other.exit_code == 0
    assert standing(folder / "oktober.duckdb").series == before


# --- Names of files.


def test_a_target_must_be_the_name_of_a_data_file(folder: Path, delivery: Path) -> None:
    for name in ("reeksen/1-eerste/reeks.sleutel", "brief.docx", "b.sleutel", "scans.csv", "b"):
        for words in (["import", delivery], ["demo"]):
            assert "eindigt op .duckdb" in refused(folder, *words, "--to", folder / name)
    for words in (["import", delivery], ["demo"]):
        assert "is een map. Noem een bestand" in refused(folder, *words, "--to", folder)


def test_a_report_must_be_the_name_of_a_report(folder: Path, delivery: Path) -> None:
    words = ["import", delivery, "--to", folder / "b.duckdb", "--report"]
    for name in ("b.duckdb", "reeksen/1-eerste/reeks.grootboek", "."):
        assert "eindigt op .json" in refused(folder, *words, folder / name)
    assert "De map" in refused(folder, *words, folder / "nergens" / "r.json")
    mapping = folder / "koppen.json"
    mapping.write_text("{}")
    said = refused(folder, *words, mapping, "--mapping", mapping)
    assert "bestand van de levering" in said


def test_a_report_that_fails_after_success_says_that_the_import_stands(
    folder: Path, delivery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("commands.paths.replace", full)
    before = (folder / "b.duckdb").readlink()
    words = ["import", delivery, "--to", folder / "b.duckdb", "--report", folder / "r.json"]
    answer = run(*words)
    assert answer.exit_code == 1
    assert "De import staat" in said(answer)
    assert "de schijf is vol" in said(answer)
    assert (folder / "b.duckdb").readlink() != before


def test_a_name_is_text_and_no_markup(tmp_path: Path, delivery: Path) -> None:
    hostile = Path(shutil.copytree(delivery, tmp_path / "[b]"))
    (hostile / "matches.csv").rename(hostile / "[bold]matches[red].csv")
    target = tmp_path / "a[" / "b].duckdb"
    assert run("import", hostile, "--to", target).exit_code == 0
    assert "a[/b].duckdb bevat echte gegevens" in said(run("demo", "--to", target))


# --- What is there is not replaced without a question.


def test_demo_data_never_replaces_real_data(folder: Path) -> None:
    assert "bevat echte gegevens" in refused(folder, "demo", "--to", folder / "b.duckdb")
    (folder / "foto.duckdb").write_bytes(b"geen database" * 1000)
    assert "kan niet worden gelezen" in refused(folder, "demo", "--to", folder / "foto.duckdb")
    with duckdb.connect(str(folder / "ander.duckdb")) as con:
        con.execute("CREATE TABLE iets AS SELECT 1 AS x")
    assert "ander programma" in refused(folder, "demo", "--to", folder / "ander.duckdb")


def test_demo_data_may_be_replaced_by_demo_data_and_by_less_real_data(
    tmp_path: Path, delivery: Path
) -> None:
    target = tmp_path / "d.duckdb"
    write_city(target, odd_frames(), ODD_AS_OF).close()
    assert run("demo", "--to", target, "--scale", "0.05").exit_code == 0
    assert run("import", delivery, "--to", target).exit_code == 0
    assert not standing(target).is_demo


def test_a_file_of_another_program_is_not_replaced(folder: Path, delivery: Path) -> None:
    with duckdb.connect(str(folder / "ander.duckdb")) as con:
        con.execute("CREATE VIEW meta AS SELECT 1 AS as_of, 2 AS is_demo")
    words = ["import", delivery, "--to", folder / "ander.duckdb"]
    assert "ander programma. Kies een andere naam" in refused(folder, *words)


def test_much_less_asks_for_a_word(folder: Path, delivery: Path, tmp_path: Path) -> None:
    less = write_delivery(tmp_path / "minder", times=0)
    (less / "gebeurtenissen.csv").unlink()
    words = ["import", less, "--to", folder / "b.duckdb"]
    said = refused(folder, *words)
    assert "talentenscans 2 in plaats van 5 en gebeurtenissen 0 in plaats van 1" in said
    assert "--accept-less" in said
    assert run(*words, "--accept-less").exit_code == 0


# --- One at a time.


def test_the_second_import_is_told_who_is_busy(folder: Path, delivery: Path) -> None:
    with locked(folder):
        for words in (["import", delivery], ["demo"]):
            said = refused(folder, *words, "--to", folder / "c.duckdb")
            assert f"door proces {os.getpid()}, sinds" in said


def test_a_file_that_another_program_has_open_is_busy_and_not_damaged(
    folder: Path, delivery: Path
) -> None:
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str((folder / "b.duckdb").resolve())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        other.stdout.readline()
        for words in (
            ["import", delivery, "--to", folder / "b.duckdb"],
            ["figures", "scans", "--file", folder / "b.duckdb"],
            ["demo", "--to", folder / "b.duckdb"],
        ):
            answer = run(*words)
            assert answer.exit_code == 1
            assert "in gebruik door een ander programma" in said(answer)
            assert "beschadigd" not in said(answer)
        other.communicate()


# --- The disk.


def full_disk(*_: object) -> None:
    raise duckdb.IOException('IO Error: Could not write file "x": No space left on device')


@pytest.mark.parametrize("step", ["build_marts", "create_schema"])
@pytest.mark.parametrize("target", ["b.duckdb", "nieuw/c.duckdb"])
def test_a_full_disk_is_told_in_dutch_and_changes_nothing(
    folder: Path, delivery: Path, monkeypatch: pytest.MonkeyPatch, step: str, target: str
) -> None:
    monkeypatch.setattr(database, step, full_disk)
    for words in (["import", delivery], ["import", delivery, "--new-series", "proef"]):
        said = refused(folder, *words, "--to", folder / target)
        assert "kan niet worden geschreven (de schijf is vol)" in said
    assert not (folder / "nieuw").exists()


def test_a_name_that_is_too_long_is_told_in_dutch(folder: Path, delivery: Path) -> None:
    for length in (230, 300):
        target = folder / f"{'x' * length}.duckdb"
        for words in (["import", delivery], ["demo"]):
            assert "de naam is te lang" in refused(folder, *words, "--to", target)


def test_a_folder_that_may_not_be_written_is_told_in_dutch(
    folder: Path, delivery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("data.file.lock.os.open", read_only)
    for words in (["import", delivery], ["demo"]):
        said = refused(folder, *words, "--to", folder / "b.duckdb")
        assert "de schijf is alleen te lezen" in said


def test_damage_inside_a_data_file_is_told_in_dutch(folder: Path) -> None:
    version = (folder / "b.duckdb").resolve()
    content = bytearray(version.read_bytes())
    for place in range(3 * 4096, len(content), 4096):
        content[place : place + 64] = b"\xff" * 64
    version.write_bytes(content)
    for audience in ("gemeente", "intern"):
        answer = run("figures", "scans", "--file", folder / "b.duckdb", "--audience", audience)
        assert answer.exit_code == 1
        assert "beschadigd" in said(answer)


# --- Being stopped.


# Stops itself at the moment that half of the new file stands there.
STOPS = """
import os, signal, sys
from bloei import app
from data.file import database

how = int(sys.argv.pop())
database.build_marts = lambda *_: os.kill(os.getpid(), how)
app()
"""


def stopped(
    folder: Path, delivery: Path, target: str, how: signal.Signals
) -> "subprocess.CompletedProcess[str]":
    """An import in a process of its own, that is stopped while it writes."""
    words = ["import", str(delivery), "--to", str(folder / target), str(int(how))]
    return subprocess.run(
        [sys.executable, "-c", STOPS, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_being_stopped_leaves_all_as_it_was(
    folder: Path, delivery: Path, how: signal.Signals
) -> None:
    before = state(folder)
    process = stopped(folder, delivery, "nieuw.duckdb", how)
    said = process.stdout + process.stderr
    assert process.returncode == 1, said
    assert "Gestopt; er is niets veranderd." in said
    assert state(folder) == before


def test_after_a_kill_the_next_import_goes_on_and_clears_up(folder: Path, delivery: Path) -> None:
    good = (folder / "b.duckdb").resolve()
    process = stopped(folder, delivery, "b.duckdb", signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL, process.stderr
    assert list(folder.glob("*.half*"))
    assert run("import", delivery, "--to", folder / "b.duckdb").exit_code == 0
    Store(good).close()  # the version before is still the good one
    names = {"b.duckdb", "b.versies.jsonl", "reeksen", BACKUP, good.name}
    assert {path.name for path in folder.iterdir()} == names | {
        (folder / "b.duckdb").resolve().name
    }


# --- The series, as the command line tells of it.


def test_the_command_line_refuses_what_would_undo_the_rounding(
    folder: Path, delivery: Path, tmp_path: Path
) -> None:
    words = ["import", delivery, "--to"]
    key = folder / "reeksen" / "1-eerste" / "reeks.sleutel"
    assert "is 5, niet 3" in refused(folder, *words, folder / "c.duckdb", "--threshold", 3)
    other = tmp_path / "elders" / "c.duckdb"
    assert "haar grootboek ligt daar ook" in refused(folder, *words, other, "--key", key)
    key.with_suffix(".grootboek").unlink()
    for path in folder.glob("b*.duckdb"):
        path.unlink()
    assert "ontbreekt het grootboek" in refused(folder, *words, folder / "b.duckdb")
    assert not other.parent.exists()


def test_a_new_series_is_told_on_the_error_stream(folder: Path, delivery: Path) -> None:
    words = ["import", delivery, "--to", folder / "c.duckdb", "--new-series", "Proef"]
    answer = run(*words, "--threshold", "3", "--from-month", "2020-06")
    assert answer.exit_code == 0, answer.output
    assert "LET OP: een nieuwe reeks." in " ".join(answer.stderr.split())
    assert "vanaf juni 2020" in " ".join(answer.stderr.split())
    report = folder / "r.json"
    again = run(*words, "--report", report)
    assert again.exit_code == 0, again.output
    assert "LET OP" not in again.output
    assert json.loads(report.read_text())["tables"]
