"""The command line as its users type it: answers, exit codes and the sample delivery's truth."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from analytics.catalog import INDICATORS
from bloei import app
from tests.cities import ODD_AS_OF, odd_frames, write_city
from tests.paths import SAMPLE

TRUTH = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("sample")
    done = run("import", SAMPLE, "--to", folder / "x.duckdb", "--report", folder / "r.json")
    assert done.exit_code == 0, done.output
    return folder / "x.duckdb", folder / "r.json"


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("odd") / "odd.duckdb"
    write_city(path, odd_frames(), ODD_AS_OF).close()
    return path


def rows(file: Path, *words: object) -> list[dict[str, Any]]:
    exact = ("--audience", "intern", "--file", file, "--format", "json")
    answer = run("figures", *words, *exact)
    assert answer.exit_code == 0, answer.output
    found: list[dict[str, Any]] = json.loads(answer.stdout)
    return found


def test_the_sample_gives_its_truth_to_the_row(sample: tuple[Path, Path]) -> None:
    report = json.loads(sample[1].read_text(encoding="utf-8"))
    assert report["tables"] == TRUTH["tables"]
    subjects = {key: word for part in TRUTH["rejected"].values() for key, word in part.items()}
    assert {row["key"] for row in report["rejected"]} == set(subjects)
    for row in report["rejected"]:
        assert subjects[row["key"]] in row["reason"], row


TRUE_FIGURES = {
    "scans": "scans",
    "residents": "inwoners_bereikt",
    "matches": "matches",
    "running matches": "lopende_matches",
    "vacancies": "vacatures",
    "open vacancies": "open_vacatures",
    "places active": "ontwikkelplaatsen",
    "wijken started": "wijken_gestart",
}


@pytest.mark.parametrize("as_of", ["2019-01-07", "2020-06-30", "2021-10-01"])
def test_the_sample_gives_its_true_figures(sample: tuple[Path, Path], as_of: str) -> None:
    truth = TRUTH[f"figures {as_of}"]
    for name, indicator in TRUE_FIGURES.items():
        (row,) = rows(sample[0], indicator, "--as-of", as_of)
        assert row["value"] == truth[name], name
    by_stadsdeel = rows(sample[0], "matches", "--level", "stadsdeel", "--as-of", as_of)
    found = {row["area_code"]: row["value"] for row in by_stadsdeel}
    assert found == truth["matches by stadsdeel of the resident"]


def test_strict_refuses_and_keeps_the_report(tmp_path: Path) -> None:
    done = run(
        "import", SAMPLE, "--to", tmp_path / "x.duckdb", "--strict", "--report", tmp_path / "r.json"
    )
    assert done.exit_code == 1
    assert len(json.loads((tmp_path / "r.json").read_text())["rejected"]) == 11
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


def test_a_refused_delivery_leaves_the_file_as_it_was(odd: Path, tmp_path: Path) -> None:
    delivery = tmp_path / "scans.csv"
    delivery.write_text("Scan-ID;Achternaam\nS1;Jansen\n", encoding="utf-8")
    before = odd.resolve()
    done = run("import", delivery, "--to", odd)
    assert done.exit_code == 1
    assert "Achternaam" in done.stderr
    assert odd.resolve() == before


def test_rows_are_the_result_columns(odd: Path) -> None:
    (row,) = rows(odd, "matches_per_1000", "--area", "De Laak")
    assert list(row) == [
        "period",
        "area_code",
        "area_name",
        "numerator",
        "denominator",
        "value",
        "status",
        "indicator",
        "audience",
    ]
    assert (row["area_code"], row["numerator"], row["denominator"]) == ("WK077231", 1, 5561)


def test_periods_from_the_command_line(odd: Path) -> None:
    words = ("scans", "--from", "2019-01-01", "--to", "2019-06-30", "--period", "quarter")
    found = {row["period"]: row["value"] for row in rows(odd, *words)}
    assert found == {"2019-Q1": 3, "2019-Q2": 1}


def test_csv_and_table_say_the_same(odd: Path) -> None:
    words = ("figures", "vrije_plekken", "--level", "wijk", "--file", odd, "--audience", "intern")
    text = run(*words, "--format", "csv").stdout
    laak = [row for row in csv.DictReader(io.StringIO(text)) if row["area_name"] == "De Laak"]
    assert [float(row["value"]) for row in laak] == [0.0]
    assert "De Laak" in run(*words).stdout


def test_figures_are_rounded_unless_exact_ones_are_asked(odd: Path) -> None:
    usual = run("figures", "scans", "--file", odd, "--format", "json")
    assert [row["audience"] for row in json.loads(usual.stdout)] == ["gemeente"]
    assert "INTERN" not in usual.output
    exact = run("figures", "scans", "--file", odd, "--format", "json", "--audience", "intern")
    assert [row["audience"] for row in json.loads(exact.stdout)] == ["INTERN"]
    assert "INTERN: exacte aantallen, niet om te delen." in exact.stderr


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2020-02-12", "alleen hele maanden. De peildatum is nu 31 januari 2020"),
        ("2020-03-15", "alleen hele maanden. De peildatum is nu 29 februari 2020"),  # of the file
        ("2020-03-16", "er zijn cijfers tot en met 29 februari 2020"),
    ],
)
def test_a_day_inside_a_month_is_brought_back_with_a_word(odd: Path, as_of: str, said: str) -> None:
    answer = run("figures", "scans", "--file", odd, "--as-of", as_of)
    assert answer.exit_code == 0
    assert said in " ".join(answer.stderr.split())


def test_the_end_of_a_month_needs_no_word(odd: Path) -> None:
    assert "Let op" not in run("figures", "scans", "--file", odd, "--as-of", "2020-01-31").output


def test_the_catalogue_is_listed_with_whole_names() -> None:
    listed = run("figures", "--list").stdout
    for indicator in INDICATORS:
        assert indicator.id in listed


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["scnas"], 2, "Bedoelt u scans?"),
        (["scans", "--area", "Tongelere"], 2, "Bedoelt u Tongelre?"),
        (["scans", "--level", "provincie"], 2, "stadsdeel"),
        (["scans", "--period", "eeuw"], 2, "quarter"),
        (["scans", "--from", "2020-05-01", "--to", "2020-04-01"], 2, "eerste dag"),
        (["scans", "--as-of", "gisteren"], 2, "gisteren"),
        ([], 2, "--list"),
    ],
)
def test_wrong_usage_is_told_in_dutch(odd: Path, words: list[str], code: int, said: str) -> None:
    answer = run("figures", *words, "--file", odd)
    assert answer.exit_code == code
    assert said in answer.output


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    missing = run("figures", "scans", "--file", tmp_path / "nergens.duckdb")
    assert missing.exit_code == 1
    assert "bloei.py import" in " ".join(missing.stderr.split())
    (tmp_path / "foto.duckdb").write_bytes(b"geen database" * 1000)
    damaged = run("figures", "scans", "--file", tmp_path / "foto.duckdb")
    assert damaged.exit_code == 1
    assert "beschadigd" in damaged.stderr


def test_a_place_that_cannot_be_written_is_told(odd: Path, tmp_path: Path) -> None:
    (tmp_path / "dossier").write_text("een bestand, geen map")
    target = tmp_path / "dossier" / "x.duckdb"
    for words in (["import", SAMPLE, "--to", target], ["demo", "--to", target]):
        answer = run(*words)
        assert answer.exit_code == 1
        assert "kan niet worden geschreven" in " ".join(answer.stderr.split())


def test_an_audit_passes_rounded_and_stops_exact_figures(odd: Path, tmp_path: Path) -> None:
    for audience, code in (("gemeente", 0), ("intern", 1)):
        words = ["figures", "scans", "--level", "wijk", "--file", odd, "--format", "csv"]
        export = tmp_path / f"{audience}.csv"
        export.write_text(run(*words, "--audience", audience).stdout, encoding="utf-8")
        assert run("audit", export).exit_code == code
    assert run("audit", tmp_path / "nergens.csv").exit_code == 2


def test_demo_tells_the_published_story(tmp_path: Path) -> None:
    assert run("demo", "--to", tmp_path / "demo.duckdb").exit_code == 0
    published = {"scans": 1100, "matches": 1250, "wijken_gestart": 18}
    for indicator, value in published.items():
        (row,) = rows(tmp_path / "demo.duckdb", indicator, "--as-of", "2021-10-01")
        assert row["value"] == value


def test_documentation_is_current() -> None:
    assert run("docs", "--check").exit_code == 0
