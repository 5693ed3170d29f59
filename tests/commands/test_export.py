"""`bloei.py export`: files as asked, the same ones every time, or a calm sentence."""

import json
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bloei import app
from data.file.store import Store
from exports.audit import audit
from tests.exports.conftest import city as city  # noqa: PLC0414 (a fixture)
from tests.exports.conftest import store as store  # noqa: PLC0414 (a fixture)
from tests.paths import ROOT

Export = Callable[..., Any]


@pytest.fixture
def export(store: Store) -> Export:
    def run(*words: str) -> Any:
        return CliRunner().invoke(app, ["export", "--file", str(store.path), *words])

    return run


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def manifest(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return told


def test_the_choices_are_listed(export: Export) -> None:
    output = export("--list").output
    for word in ("stadsdeel", "overzicht.trend", "geojson", "samenvatting"):
        assert word in output


def test_a_report_comes_with_a_manifest_that_fits(
    export: Export, store: Store, tmp_path: Path
) -> None:
    words = ["--report", "stadsdeel", "--area", "Tongelre", "--as-of", "2021-08-31"]
    assert export(*words, "--out", str(tmp_path)).exit_code == 0
    told, found = manifest(tmp_path), hashes(tmp_path)
    names = [
        f"rapport_stadsdeel_tongelre_2021-08-31_gemeente.{end}"
        for end in ("docx", "pdf", "pptx", "xlsx")
    ]
    assert sorted(found) == ["SHA256SUMS", "manifest.json", *names]
    assert told["bestanden"] == {name: found[name] for name in names}
    assert told["gegevensbestand_sha256"] == sha256(store.path.read_bytes()).hexdigest()
    assert (told["publiek"], told["peildatum"], told["contractversie"]) == (
        "gemeente", "2021-08-31", 3
    )  # fmt: skip
    assert told["selectie"]["area"] == "Tongelre"


def test_the_same_question_gives_the_same_bytes(export: Export, tmp_path: Path) -> None:
    words = ["--report", "wijk", "--area", "De Laak", "--window", "jaar"]
    for name in ("a", "b"):
        assert export(*words, "--out", str(tmp_path / name)).exit_code == 0
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")


def test_an_own_area_has_reports_as_others_have(export: Export, tmp_path: Path) -> None:
    words = ["--report", "kwartaalrapport", "--area", "eigen~Rond het park~1120~1110"]
    assert export(*words, "--format", "pptx,xlsx", "--out", str(tmp_path)).exit_code == 0
    stem = "kwartaalrapport_eigen-gebied_rond-het-park_2021-09-30_gemeente"
    made = [path for path in sorted(tmp_path.iterdir()) if path.name.startswith(stem)]
    assert [path.suffix for path in made] == [".pptx", ".xlsx"]
    assert audit(made).findings == ()
    found = export("--refresh", str(made[0]), "--out", str(tmp_path / "nieuw"))
    assert (found.exit_code, "NIET vernieuwd" in found.output) == (0, False), found.output


def test_a_report_of_every_area_of_a_level(export: Export, tmp_path: Path) -> None:
    words = ["--report", "stadsdeel", "--area", "all", "--format", "xlsx", "--parts", "bescherming"]
    assert export(*words, "--out", str(tmp_path)).exit_code == 0
    assert len(manifest(tmp_path)["bestanden"]) == 7


def test_cards_come_in_the_formats_that_were_asked(export: Export, tmp_path: Path) -> None:
    words = ["--chart", "overzicht.trend,overzicht.uitrol", "--format", "svg,csv", "--area", "SD5"]
    assert export(*words, "--level", "buurt", "--out", str(tmp_path)).exit_code == 0
    assert set(manifest(tmp_path)["bestanden"]) == {
        f"{name}_buurt_SD5_2021-09-30_gemeente.{end}"
        for name in ("trend", "uitrol")
        for end in ("svg", "csv")
    } | {f"{name}_buurt_SD5_2021-09-30_gemeente_toelichting.txt" for name in ("trend", "uitrol")}


def test_a_csv_waits_for_no_other_format() -> None:
    """Making and checking it loads nothing that draws, nor what reads other formats."""
    others = {"docx", "openpyxl", "plotly", "pptx", "pypdf", "scipy.linalg", "streamlit", "typst"}
    code = (
        "import sys, commands.exporting.exporting, commands.refusals, exports.tables.text_csv\n"
        "with commands.refusals.making(): pass\n"
        f"print(*({others} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_the_audience_is_the_municipality_unless_asked_otherwise(
    export: Export, tmp_path: Path
) -> None:
    words = ["--chart", "overzicht.trend", "--out", str(tmp_path)]
    export(*words)
    assert "gemeente.svg" in " ".join(hashes(tmp_path))
    export(*words, "--audience", "intern")
    [exact] = [path for path in tmp_path.iterdir() if path.name.endswith("intern.svg")]
    assert "INTERN" in exact.read_text(encoding="utf-8")


def test_a_day_inside_a_month_is_brought_back_with_a_word(export: Export, tmp_path: Path) -> None:
    words = ["--chart", "overzicht.trend", "--as-of", "2021-09-12", "--out", str(tmp_path)]
    answer = export(*words)
    assert "31 augustus 2021" in answer.output
    assert manifest(tmp_path)["peildatum"] == "2021-08-31"


def test_the_toelichting_of_the_author_stands_in_the_report(export: Export, tmp_path: Path) -> None:
    text = tmp_path / "tekst.txt"
    text.write_text("Besproken met het team.", encoding="utf-8")
    words = ["--report", "gemeente", "--format", "xlsx", "--explanation", str(text)]
    assert export(*words, "--out", str(tmp_path / "uit")).exit_code == 0
    assert str(tmp_path) not in (tmp_path / "uit" / "manifest.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["--report", "buurt"],
            "Kies als rapport uit: gemeente, stadsdeel, wijk, team, eigen gebied, rapport,",
        ),
        (["--report", "wijk", "--area", "Woensel"], "Er is geen wijk 'Woensel'."),
        (["--report", "eigen gebied"], "Noem het eigen gebied en zijn buurten: --area"),
        (["--report", "raadsbrief", "--area", "eigen~X~1110"], "Er is geen gemeente 'eigen~X"),
        (["--report", "wijk", "--format", "odt"], "Kies als formaat uit: pptx, pdf, xlsx, docx."),
        (["--report", "wijk", "--parts", "kaarten"], "Kies als deel uit: samenvatting"),
        (["--chart", "overzicht.tren"], "Bedoelt u overzicht.trend? Kies als kaartje uit: "),
        (["--chart", "overzicht.trend", "--format", "gpkg"], "Kies als formaat uit: png, svg"),
        (["--chart", "overzicht.trend", "--area", "Nergens"], "Gebied 'Nergens' bestaat niet."),
        (["--chart", "overzicht.trend", "--as-of", "2010-01-01"], "nog geen cijfers"),
        (["--chart", "overzicht.trend", "--window", "week"], "Kies als periode uit: alles"),
        (["--chart", "overzicht.trend", "--level", "straat"], "Kies als niveau uit:"),
        (["--chart", "overzicht.trend", "--indicator", "matchs"], "Bedoelt u matches?"),
        (["--chart", "overzicht.trend", "--audience", "pers"], "Kies als publiek uit:"),
        (["--report", "wijk", "--explanation", "/nergens.txt"], "kan niet worden gelezen"),
        ([], "Vraag een rapport (--report), een kaartje (--chart), of alle cijfers"),
        (["--format", "gpkg"], "Kies als formaat uit: html, csv, xlsx, swing, dcat."),
        (["--format", "csv", "--period", "week"], "Kies als periode uit: month, quarter, year."),
        (["--format", "csv", "--level", "straat"], "Kies als niveau uit: gemeente"),
        (["--format", "csv", "--indicator", "matches,matchs"], "Bedoelt u matches?"),
        (["--format", "csv", "--area", "SD3", "--level", "team"], "geen delen op dat niveau"),
        (["--format", "html", "--audience", "intern"], "alleen met afgeronde cijfers"),
        (["--format", "html", "--area", "Bergen"], "Kies een groter gebied"),
        (["--format", "csv", "--period", "year", "--as-of", "2018-11-30"], "nog geen hele periode"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    export: Export, tmp_path: Path, words: list[str], sentence: str
) -> None:
    answer = export(*words, "--out", str(tmp_path / "uit"))
    assert answer.exit_code == 2
    assert sentence in answer.output
    assert list(tmp_path.iterdir()) == []


def test_a_folder_must_be_named(export: Export) -> None:
    answer = export("--report", "wijk")
    assert (answer.exit_code, "--out" in answer.output) == (2, True)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    words = ["export", "--report", "wijk", "--out", str(tmp_path / "uit")]
    answer = CliRunner().invoke(app, [*words, "--file", str(tmp_path / "x.duckdb")])
    assert answer.exit_code == 1
    assert "Er is geen gegevensbestand" in answer.output


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(28, "No space left on device"), "kan niet worden geschreven"),
        (KeyboardInterrupt(), "Gestopt; er is niets geschreven."),
    ],
)
def test_nothing_is_left_when_it_stops_halfway(
    export: Export,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    sentence: str,
) -> None:
    write, files = Path.write_bytes, [0]

    def stops_at_the_third(path: Path, data: bytes) -> int:
        files[0] += 1
        if files[0] > 2:
            raise error
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", stops_at_the_third)
    words = ["--report", "stadsdeel", "--format", "xlsx", "--parts", "bescherming"]
    answer = export(*words, "--out", str(tmp_path / "uit"))
    assert answer.exit_code == 1
    assert sentence in answer.output
    assert list(tmp_path.iterdir()) == []


def test_the_intruder_finds_nothing_in_reports_for_the_municipality(
    export: Export, tmp_path: Path
) -> None:
    export("--report", "stadsdeel", "--area", "Tongelre", "--out", str(tmp_path / "a"))
    export("--report", "gemeente", "--out", str(tmp_path / "b"))
    words = ["--chart", "overzicht.trend,overzicht.uitrol,kaart.tabel"]
    words += ["--format", "svg,pdf,pptx,xlsx,csv"]
    export(*words, "--out", str(tmp_path / "c"))
    found = audit([tmp_path])
    assert found.figures > 100
    assert not found.failed, found.as_text()


def test_all_figures_at_once_pass_the_audit(export: Export, tmp_path: Path) -> None:
    words = ["--format", "csv,swing,dcat", "--indicator", "matches,wachtend,matches_per_1000"]
    answer = export(*words, "--period", "quarter,year", "--out", str(tmp_path))
    assert answer.exit_code == 0, answer.output
    names = ["cijfers_gemeente.csv", "datapackage.json", "dcat_gemeente.jsonld"]
    assert sorted(manifest(tmp_path)["bestanden"]) == [*names, "swing_gemeente.xlsx"]
    found = audit([tmp_path])
    assert found.figures > 1000
    assert not found.failed, found.as_text()


def test_of_an_area_there_are_its_own_figures_and_those_of_its_parts(
    export: Export, tmp_path: Path
) -> None:
    words = ["--format", "csv,html", "--area", "Strijp", "--indicator", "matches"]
    assert export(*words, "--period", "year", "--out", str(tmp_path)).exit_code == 0
    assert set(manifest(tmp_path)["bestanden"]) == {
        "cijfers_SD6_gemeente.csv", "datapackage.json", "kijkdoos_SD6_gemeente.html"
    }  # fmt: skip
    lines = (tmp_path / "cijfers_SD6_gemeente.csv").read_text(encoding="utf-8").splitlines()
    assert {line.split(",")[4] for line in lines[1:]} == {"stadsdeel", "wijk", "buurt"}


def test_all_figures_for_intern_say_so_at_every_row(export: Export, tmp_path: Path) -> None:
    words = ["--format", "csv,swing", "--indicator", "matches", "--period", "year"]
    assert export(*words, "--audience", "intern", "--out", str(tmp_path)).exit_code == 0
    lines = (tmp_path / "cijfers_intern.csv").read_text(encoding="utf-8").splitlines()
    assert all(line.endswith(",INTERN") for line in lines[1:])
    assert audit([tmp_path / "swing_intern.xlsx"]).failed
