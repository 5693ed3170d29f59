"""`bloei.py import --rehearse` and `--add`, `versions`, `rollback`; the ledger through it all."""

import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from analytics.loading.report import report_of
from analytics.loading.words import lines
from bloei import app
from data.delivery.process import Child, Job
from data.history.listing import history
from tests.data.delivery.deliveries import small_rows, write_csv
from tests.paths import SAMPLE

MENDED = ("S90002", "28-02-2020")


def run(*words: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=typed)


def said(answer: Result) -> str:
    return " ".join(answer.output.split())


def state(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rounded(file: Path) -> str:
    """What of a file goes out: the rounded matches and scans of every wijk."""
    asked = ("--level", "wijk", "--period", "year", "--from", "2018-01-01", "--format", "csv")
    answers = [run("figures", name, *asked, "--file", file) for name in ("scans", "matches")]
    assert [answer.exit_code for answer in answers] == [0, 0], answers[0].output
    return "".join(answer.stdout for answer in answers)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the sample is loaded, with its refused rows beside it."""
    folder = tmp_path_factory.mktemp("beheer")
    words = ("import", SAMPLE, "--to", folder / "b.duckdb", "--refused", folder / "geweigerd.xlsx")
    done = run(*words)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def mended(loaded: Path) -> Path:
    """The refused rows with one of them mended, as somebody would in Excel."""
    book = openpyxl.load_workbook(loaded / "geweigerd.xlsx")
    sheet = book["talentenscans"]
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == MENDED[0])
    cell = row[heads.index("Datum scan")]
    assert cell.fill.fgColor.rgb == "FFF8CBAD"  # the cell at fault is marked
    assert row[heads.index("Waarom geweigerd")].value.startswith("Dit is geen bestaande datum")
    cell.value = MENDED[1]
    book.save(loaded / "verbeterd.xlsx")
    return loaded / "verbeterd.xlsx"


def test_the_refused_rows_have_their_columns_and_reasons(loaded: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO((loaded / "geweigerd.xlsx").read_bytes()))
    assert {sheet.title: sheet.max_row - 1 for sheet in book} == {
        "matches": 3, "talentenscans": 5, "vacatures": 3,
    }  # fmt: skip
    for sheet in book:
        heads, *rows = sheet.iter_rows(values_only=True)
        assert heads[-2:] == ("Waarom geweigerd", "Stond in")
        assert all(row[-2] and ", rij " in row[-1] for row in rows)


def test_a_rehearsal_changes_nothing_and_says_what_its_data_says(
    loaded: Path, mended: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(loaded, tmp_path / "b", symlinks=True))
    before = state(folder)
    words = ("import", mended, "--to", folder / "b.duckdb", "--add", "--rehearse")
    answer = run(*words, "--report", tmp_path / "r.json")
    assert answer.exit_code == 0, answer.output
    assert state(folder) == before
    told = json.loads((tmp_path / "r.json").read_text())
    changes = report_of(told["changes"])
    for line in lines(changes):
        assert " ".join(line.split()) in said(answer)
    assert "talentenscans: 1.101 (was 1.100); 1 nieuw, 0 veranderd, 0 verdwenen" in lines(changes)
    assert "Dit was een proef: er is niets veranderd." in said(answer)
    assert (told["refusals"], told["added"]["scans"]["new"]) == ([], 1)


def test_a_rehearsal_tells_that_the_load_would_be_refused(loaded: Path, tmp_path: Path) -> None:
    rows = small_rows()
    (tmp_path / "l").mkdir()
    for name, table in rows.items():
        write_csv(tmp_path / "l" / f"{name}.csv", table)
    words = ("import", tmp_path / "l", "--to", loaded / "b.duckdb", "--rehearse")
    answer = run(*words)
    assert answer.exit_code == 0
    assert "Zo wordt het laden geweigerd: In deze levering staat veel minder" in said(answer)
    assert "1.100 talentenscans" in said(answer)
    assert "veel minder" not in said(run(*words, "--accept-less"))
    other = said(run(*words, "--accept-less", "--threshold", "7"))
    assert "Zo wordt het laden geweigerd: De drempel van reeks eerste" in other


def test_what_was_published_keeps_its_value_through_going_back_and_forth(
    loaded: Path, mended: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(loaded, tmp_path / "b", symlinks=True))
    target = folder / "b.duckdb"
    ledger = folder / "reeksen" / "1-eerste" / "reeks.grootboek"
    first, kept = rounded(target), ledger.read_bytes()
    assert run("import", mended, "--to", target, "--add").exit_code == 0
    second, grown = rounded(target), ledger.read_bytes()
    assert grown.startswith(kept)
    back = run("rollback", "--file", target, "--reason", "scan hoort er niet in")
    assert "Versie 1 is in gebruik, met peildatum 30 september 2021." in said(back)
    assert rounded(target) == first
    assert ledger.read_bytes() == grown
    assert run("import", mended, "--to", target, "--add").exit_code == 0
    assert rounded(target) == second
    assert ledger.read_bytes() == grown  # nothing is decided twice
    (tmp_path / "uit").mkdir()
    for name, text in (("eerste.csv", first), ("tweede.csv", second)):
        (tmp_path / "uit" / name).write_text(text, encoding="utf-8")
    assert run("audit", tmp_path / "uit").exit_code == 0
    told = said(run("versions", "--file", target))
    assert "3 versies" in told
    assert "Reden: scan hoort er niet in" in told
    compared = said(run("versions", "--file", target, "--compare", "1,3"))
    assert "talentenscans: 1.101 (was 1.100); 1 nieuw" in compared


def test_a_rollback_asks_for_the_reason(loaded: Path, tmp_path: Path) -> None:
    asked = run("rollback", "--file", loaded / "b.duckdb", typed="\n")
    assert asked.exit_code == 1
    assert "Er is geen eerdere versie" in said(asked)
    assert "geen gegevensbestand" in said(run("rollback", "--file", tmp_path / "x.duckdb"))
    assert "geen versies bewaard" in said(run("versions", "--file", tmp_path / "x.duckdb"))
    wrong = run("versions", "--file", loaded / "b.duckdb", "--compare", "1")
    assert "Noem twee versies" in said(wrong)


def test_names_of_the_workbook_are_checked(loaded: Path, tmp_path: Path) -> None:
    words = ("import", SAMPLE, "--to", loaded / "b.duckdb", "--rehearse", "--refused")
    assert "eindigt op .xlsx" in said(run(*words, tmp_path / "x.csv"))
    assert "De map" in said(run(*words, tmp_path / "nergens" / "x.xlsx"))


# --- In a process of its own.


def test_a_child_tells_its_steps_and_hands_over_what_it_found(
    loaded: Path, mended: Path, tmp_path: Path
) -> None:
    child = Child(Job((mended,), loaded / "b.duckdb", rehearse=True, add=True), tmp_path)
    done = child.wait()
    assert (done.code, done.is_running) == (0, False), done
    assert done.steps[0] == "Levering lezen"
    assert "Vergelijken met het bestand in gebruik" in done.steps
    assert report_of(child.report()["changes"]).tables[2].new == 1
    assert child.refused_rows().startswith(b"PK")
    assert len(history(loaded / "b.duckdb").versions) == 1


def test_a_child_that_is_refused_or_cancelled_says_so_and_leaves_nothing(
    loaded: Path, tmp_path: Path
) -> None:
    before = state(loaded)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    refused = Child(Job((tmp_path / "weg.csv",), loaded / "b.duckdb"), tmp_path / "a").wait()
    assert refused.code == 1
    assert "weg.csv bestaat niet" in refused.said
    stopped = Child(Job((SAMPLE,), loaded / "b.duckdb"), tmp_path / "b")
    assert stopped.state().is_running
    assert stopped.cancel().code == 1
    assert stopped.state().said
    assert (stopped.report(), stopped.refused_rows()) == ({}, b"")
    assert state(loaded) == before
