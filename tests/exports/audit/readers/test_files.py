"""What is read, and what is reported as not examined."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from analytics.disclosure.protector import demo_protector
from data.demo import write_demo
from data.reference.areas import Level, at_level
from exports.audit import audit
from exports.audit.findings import Kind
from tests.exports.audit import naive
from tests.exports.audit.city import (
    SENTENCE,
    Row,
    cells_of,
    random_counts,
    small_count_rounded,
    table,
    write_csv,
    year,
)


@pytest.mark.parametrize("name", ["kaart.png", "film.mp4", "zonder_soort"])
def test_an_unknown_kind_is_reported(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x89PNG\r\n")
    report = audit([tmp_path / name])
    assert not report.complete
    assert name in report.unread[0]
    assert name in report.as_text()


@pytest.mark.parametrize("suffix", ["xlsx", "pptx", "pdf", "gpkg", "json", "svg", "zip", "duckdb"])
def test_a_damaged_file_is_reported(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"stuk.{suffix}"
    path.write_bytes(b"{dit is geen bestand van die soort")
    report = audit([path])
    assert not report.complete
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_walked_and_files_are_put_together(tmp_path: Path) -> None:
    rows = table(random_counts(1), Level.BUURT, year)
    (tmp_path / "diep").mkdir()
    write_csv(tmp_path / "a.csv", naive.blanked(rows))
    write_csv(tmp_path / "diep" / "b.csv", table(random_counts(1), Level.WIJK, year))
    report = audit([tmp_path])
    assert report.figures == len(at_level(Level.BUURT)) + len(at_level(Level.WIJK))
    assert report.recovered > 0


def test_deleted_pages_of_a_geopackage_are_reported(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.gpkg")) as connection:
        connection.execute("CREATE TABLE bron (tekst TEXT)")
        connection.executemany("INSERT INTO bron VALUES (?)", [("x" * 1000,)] * 50)
        connection.commit()
        connection.execute("DROP TABLE bron")
        connection.commit()
    (found,) = audit([tmp_path / "a.gpkg"]).findings
    assert (found.kind, "gewiste bladzijden" in found.what) == (Kind.SECRET, True)


def test_a_workbook_inside_a_presentation_is_opened(tmp_path: Path) -> None:
    inner = tmp_path / "in.csv"
    inner.write_text("gebiedscode;periode;matches\nWK077211;2021-09;3\n")
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as archive:
        archive.write(inner, "ppt/embeddings/bron.csv")
    report = audit([tmp_path / "a.pptx"])
    assert "embeddings/bron.csv" in report.findings[0].where


def test_the_same_figures_in_another_shape_are_the_same(tmp_path: Path) -> None:
    rows = [Row(area, "2021-09", 40) for area in at_level(Level.WIJK)]
    write_csv(tmp_path / "a.csv", rows)
    wide = ["gebied;september 2021", *(f"{row.area.name};40" for row in rows)]
    (tmp_path / "matches.csv").write_text("\n".join(["Matches", "", *wide]), encoding="utf-8")
    heads, *body = cells_of(rows, "matches")
    records = [dict(zip(heads, row, strict=True)) for row in body]
    (tmp_path / "a.json").write_text(json.dumps({"rows": records}))
    report = audit([tmp_path])
    assert (report.figures, report.cells, report.failed) == (60, 20, False)


def test_a_data_file_is_an_alarm(tmp_path: Path) -> None:
    path = tmp_path / "demo.duckdb"
    write_demo(path, seed=7, scale=0.1, progress=lambda step: None, protector=demo_protector())
    report = audit([path])
    assert [finding.kind for finding in report.findings] == [Kind.SECRET]


def test_twenty_files_of_one_month_are_examined_together(tmp_path: Path) -> None:
    rounded = small_count_rounded(random_counts(1), 2)
    for number, level in enumerate([Level.BUURT, Level.WIJK, Level.STADSDEEL, Level.GEMEENTE] * 5):
        rows = table(rounded, level, year)
        write_csv(tmp_path / f"{number}.csv", rows, above=[SENTENCE])
    report = audit([tmp_path])
    assert report.findings == ()
    assert report.complete


def test_the_report_says_what_was_found(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [Row(at_level(Level.WIJK)[0], "2021-09", 3)])
    report = audit([path])
    values = report.as_json()
    assert json.loads(json.dumps(values)) == values
    assert values["failed"] is True
    assert report.as_text().splitlines()[2].startswith("Deze exports zijn niet veilig")
    assert [finding.kind for finding in report.findings] == [Kind.SMALL]


def test_a_report_without_findings_says_so(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [Row(at_level(Level.WIJK)[0], "2021-09", 30)])
    assert "geen kleine aantallen" in audit([path]).as_text()


@pytest.mark.parametrize("number", [3, 40])
def test_a_separator_in_a_remark_parts_no_columns(tmp_path: Path, number: int) -> None:
    rows = f'wijk;vacatures;matches;let op\nKortonjo;3;{number};"geen jaar; geen maand"\n'
    (tmp_path / "a.csv").write_text(rows)
    assert audit([tmp_path]).failed is (number == 3)
