"""Recognising sheets and headings, with and without a mapping file."""

import json
from pathlib import Path
from typing import Any

import pytest

from data.contract.tables import TABLES
from data.delivery.files import rows
from data.delivery.files.raw import Origin, RawSheet
from data.delivery.recognition.headings import locate
from data.delivery.recognition.mapping import read_mapping
from data.delivery.recognition.sheet_names import tables_named
from data.delivery.recognition.vocabulary import Vocabulary
from data.delivery.text import squash
from data.problems import DeliveryRefused
from tests.data.delivery.deliveries import Rows, read, small_rows, write_delivery, write_workbook

SCAN = ["S1", "R1", "1-4-2020", "Tempel", "groen en tuin"]
SCAN_HEADINGS = ["Scan-ID", "Inwoner", "Datum scan", "Buurt", "Talenten"]


def _scans(tmp_path: Path, headings: list[Any], *rows: list[Any]) -> Path:
    return write_delivery(tmp_path / "levering", {"talentenscans": [headings, *rows]})


def _found(path: Path, mapping: Path | None = None) -> list[list[Any]]:
    frame = read(path, mapping=mapping).frames["scans"]
    return frame[["scan_id", "resident_id", "buurt_code"]].to_numpy().tolist()


def test_no_heading_of_the_contract_means_two_columns_of_a_table() -> None:
    for table in TABLES:
        headings = [squash(text) for c in table.columns for text in {*c.headings, c.name}]
        meant = {squash(text): c.name for c in table.columns for text in (*c.headings, c.name)}
        assert set(headings) == meant.keys()
        for column in table.columns:
            assert {meant[squash(text)] for text in (*column.headings, column.name)} == {
                column.name
            }


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        (["Match-ID", "Scan-ID", "Talent"], "scan_talents"),
        (["Match-ID", "Scan-ID", "Datum match"], "matches"),
    ],
)
def test_of_tables_that_fit_as_well_the_whole_one_is_meant(headings: list[Any], name: str) -> None:
    raw = RawSheet("x.csv", "x", rows.Rows([headings, ["1", "2", "3"]]), Origin.TEXT, alone=True)
    [found] = locate(raw, Vocabulary({}))
    assert found.table
    assert found.table.name == name


@pytest.mark.parametrize(
    "headings",
    [
        ["scan id", "INWONER", " datum  scan ", "buurt", "talenten"],
        ["Scan_ID", "Inwoner:", "Datum scan (dd-mm-jjjj)", "Buurt*", "Talenten\n(max. 5)"],
        ["scan_id", "resident_id", "scanned_on", "buurt_code", "talents"],
        ["Scannummer", "Cliëntnummer", "Scandatum", "Woonbuurt", "Talent"],
    ],
)
def test_headings_match_without_case_accents_and_signs(headings: list[Any], tmp_path: Path) -> None:
    assert _found(_scans(tmp_path, headings, SCAN)) == [["S1", "R1", "BU07725320"]]


def test_title_lines_and_empty_rows_are_no_rows(tmp_path: Path) -> None:
    rows: Rows = [["Export oktober"], [], ["Scans van team Noord", "versie 2"]]
    path = tmp_path / "export.xlsx"
    write_workbook(path, {"Scans": [*rows, SCAN_HEADINGS, [], SCAN, ["", " "], ["S2"]]})
    report = read(path).report
    assert report.tables["scans"].read == 2
    assert [(rejection.row, rejection.key) for rejection in report.rejected] == [(8, "S2")]


def test_the_buurt_counts_and_else_the_postcode(tmp_path: Path) -> None:
    headings = ["Scan-ID", "Inwoner", "Datum scan", "Postcode", "Buurt", "Talenten"]
    rows = [["S1", "R1", "1-4-2020", "1011AA", "Tempel", "groen en tuin"]]
    rows += [["S2", "R2", "1-4-2020", "Esp", "", "groen en tuin"]]
    assert [row[2] for row in _found(_scans(tmp_path, headings, *rows))] == [
        "BU07725320",
        "BU07725450",
    ]


def test_two_headings_for_another_column_are_refused(tmp_path: Path) -> None:
    path = _scans(tmp_path, [*SCAN_HEADINGS, "Scandatum"], [*SCAN, "2-4-2020"])
    with pytest.raises(
        DeliveryRefused, match=r"meer dan een kolom voor datum van de scan: .*Scand"
    ):
        read(path)


@pytest.mark.parametrize("missing", range(5))
def test_a_missing_column_is_refused_with_what_was_found_and_expected(
    missing: int, tmp_path: Path
) -> None:
    headings = [text for i, text in enumerate(SCAN_HEADINGS) if i != missing]
    row = [text for i, text in enumerate(SCAN) if i != missing]
    with pytest.raises(DeliveryRefused) as refusal:
        read(_scans(tmp_path, headings, row))
    message = str(refusal.value)
    assert f"mist: {SCAN_HEADINGS[missing]}." in message
    assert all(text in message.partition("Gevonden koppen")[2] for text in headings)
    assert "Verwachte koppen: Scan-ID, Inwoner, Datum scan, Buurt en Talenten" in message


def test_a_known_file_with_foreign_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefused, match="Gevonden koppen: foo en bar"):
        read(_scans(tmp_path, ["foo", "bar"], ["1", "2"]))


def test_unknown_columns_and_sheets_are_named(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    scans: Rows = [[*SCAN_HEADINGS, "Kleur", ""], [*SCAN, "rood", "losse opmerking"]]
    pivot: Rows = [["Soort", "Aantal plekken"], ["burenhulp", 3]]
    notes: Rows = [["Toelichting"], ["De scans van dit jaar"]]
    write_workbook(path, {"Scans": scans, "Vacatures per soort": pivot, "Notities": notes})
    (tmp_path / "brief.pdf").write_bytes(b"x")
    report = read(tmp_path).report
    assert [column.column for column in report.left_out_columns] == ["Kleur", "kolom G"]
    assert [(sheet.file, sheet.sheet) for sheet in report.left_out_sheets] == [
        ("export.xlsx", "Vacatures per soort"),
        ("export.xlsx", "Notities"),
        ("brief.pdf", ""),
    ]
    assert list(report.tables) == ["scans"]


def test_a_delivery_without_a_known_sheet_is_refused(tmp_path: Path) -> None:
    path = write_delivery(tmp_path / "levering", {"overzicht": [["a", "b"], ["1", "2"]]})
    with pytest.raises(DeliveryRefused, match=r"Geen enkel blad is herkend .*overzicht\.csv"):
        read(path)


@pytest.mark.parametrize(
    ("name", "tables"),
    [
        ("Talentenscans 2021", ["scans"]),
        ("scan_talents", ["scan_talents"]),
        ("Talenten per scan", ["scan_talents"]),
        ("export-Vacatures-oktober", ["vacancies"]),
        ("Wijkteams", ["rollout"]),
        ("scans en matches", ["scans", "matches"]),
        ("Blad1", []),
    ],
)
def test_names_of_sheets(name: str, tables: list[str]) -> None:
    assert {table.name for table in tables_named(name, exactly=False)} == set(tables)


def test_a_sheet_of_talents_replaces_the_column(tmp_path: Path) -> None:
    sheets = small_rows()
    sheets["talentenscans"] = [SCAN_HEADINGS[:4], ["S1", "R1", "1-4-2020", "Tempel"]]
    sheets["matches"] = sheets["matches"][:2]
    sheets["talenten per scan"] = [["Scan-ID", "Talent"], ["S1", "Groen en tuin"]]
    delivery = read(write_delivery(tmp_path / "levering", sheets))
    assert not delivery.report.rejected
    assert delivery.frames["scan_talents"].to_numpy().tolist() == [["S1", "groen en tuin"]]
    assert delivery.report.tables["scan_talents"].accepted == 1


def _mapping(tmp_path: Path, text: str, name: str = "koppen.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["koppen.toml", "koppen.json"])
def test_a_mapping_adds_headings(name: str, tmp_path: Path) -> None:
    text = '[scans]\nscan_id = "Dossier"\nbuurt_code = ["Woongebied", "Gebied"]\n'
    if name.endswith("json"):
        content = {"talentenscans": {"scan_id": ["Dossier"], "buurt_code": "Gebied"}}
        text = json.dumps(content)
    headings = ["dossier", "Inwoner", "Datum scan", "GEBIED", "Talenten"]
    path = _scans(tmp_path, headings, SCAN)
    assert _found(path, _mapping(tmp_path, text, name)) == [["S1", "R1", "BU07725320"]]


def test_a_mapping_decides_between_two_headings(tmp_path: Path) -> None:
    path = _scans(tmp_path, [*SCAN_HEADINGS, "Gesprek"], [*SCAN, "2-4-2020"])
    frame = read(path, mapping=_mapping(tmp_path, 'scans.scanned_on = "Gesprek"')).frames["scans"]
    assert frame["scanned_on"].dt.day.tolist() == [2]


def test_a_column_that_a_mapping_leaves_out_is_not_guessed_at(tmp_path: Path) -> None:
    path = _scans(tmp_path, [*SCAN_HEADINGS, "Uitgestroomt op"], [*SCAN, "2-5-2020"])
    assert read(path).frames["scans"]["left_on"].notna().tolist() == [True]
    skipped = _mapping(tmp_path, 'scans.overslaan = ["Uitgestroomt op"]')
    assert read(path, mapping=skipped).frames["scans"]["left_on"].notna().tolist() == [False]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[scans", "geen geldig TOML of JSON"),
        ('[bezoeken]\nnaam = "Naam"', "de tabel bezoeken bestaat niet; kies uit places"),
        ('[scans]\nkleur = "Kleur"', "scans heeft geen kolom kleur; kies uit scan_id"),
        ("[scans]\nscan_id = 3", "bij scan_id hoort een kop"),
        ('[scans]\nscan_id = ["a", " "]', "bij scan_id hoort een kop"),
        ("scans = 3", "bij scans horen kolommen"),
        ('[scans]\nscan_id = "A"\nresident_id = "a "', "hoort bij twee kolommen"),
    ],
)
def test_an_unusable_mapping_is_refused(text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefused, match=rf"koppen\.toml is niet bruikbaar: .*{why}"):
        read_mapping(_mapping(tmp_path, text))


def test_a_mapping_that_is_no_table_or_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefused, match="per tabel"):
        read_mapping(_mapping(tmp_path, "[1]", "koppen.json"))
    with pytest.raises(DeliveryRefused, match="kan niet worden geopend"):
        read_mapping(tmp_path / "weg.toml")
    (tmp_path / "latin.toml").write_bytes(b"[scans]\nscan_id = '\xeb'")
    with pytest.raises(DeliveryRefused, match="geen geldig"):
        read_mapping(tmp_path / "latin.toml")
