"""What is recognised of a delivery, and the choices that are kept in a mapping file."""

import sys
from pathlib import Path

import openpyxl
import pytest

from data.delivery.left_out import CHOSEN
from data.delivery.overview import (
    Recognised,
    Unsure,
    overview_of,
    overviews,
)
from data.delivery.recognising import TOO_LONG, recognised
from data.delivery.recognition.mapping import (
    SKIPPED,
    read_mapping,
    with_choice,
    with_sheet,
    write_mapping,
)
from data.problems import DeliveryRefused

PLACES = "Ontwikkelplaats-ID;Naam;Sector;Buurt;Aangesloten op;Vertrekdatm;Kleur\n"
ROW = "P1;Tuin;tuin en groen;Binnenstad;1-2-2020;1-2-2021;groen\n"


def delivered(folder: Path, head: str = PLACES, name: str = "ontwikkelplaatsen.csv") -> Path:
    path = folder / name
    path.write_text(head + ROW, encoding="utf-8")
    return path


def test_every_sheet_tells_what_it_is(tmp_path: Path) -> None:
    [sheet] = overviews([delivered(tmp_path)], None)
    assert (sheet.title, sheet.table, sheet.missing) == ("ontwikkelplaatsen.csv", "places", ())
    assert Recognised("Naam", "name", is_guessed=False) in sheet.columns
    assert Recognised("Vertrekdatm", "left_on", is_guessed=True) in sheet.columns
    assert sheet.unsure == (Unsure("Kleur", "", ()),)


def test_a_heading_that_may_be_a_column_is_asked(tmp_path: Path) -> None:
    head = PLACES.replace("Vertrekdatm", "Weg sinds")
    [sheet] = overviews([delivered(tmp_path, head)], None)
    assert Unsure("Weg sinds", "left_on", ("left_on",)) in sheet.unsure


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    head = PLACES.replace("Sector", "Soort bedrijf")
    [sheet] = overviews([delivered(tmp_path, head)], None)
    assert sheet.missing == ("sector",)
    assert "sector" in next(one.free for one in sheet.unsure if one.heading == "Soort bedrijf")


def test_an_unknown_sheet_has_no_table(tmp_path: Path) -> None:
    path = tmp_path / "boodschappen.csv"
    path.write_text("Appels;Peren\n1;2\n", encoding="utf-8")
    [sheet] = overviews([path], None)
    assert (sheet.table, sheet.name, sheet.is_open) == ("", "boodschappen", True)


def test_a_sheet_is_the_table_that_was_chosen_for_it(tmp_path: Path) -> None:
    rows = "Nr;Wie;Wanneer;Waar;Kan\nS1;R1;1-4-2020;Tempel;groen en tuin\n"
    (tmp_path / "mensen oktober.csv").write_text(rows, encoding="utf-8")
    own = with_sheet({}, "Export mensen september (2)", "scans")
    for heading, column in zip(
        rows.split("\n", maxsplit=1)[0].split(";"),
        ("scan_id", "resident_id", "scanned_on", "buurt_code", "talents"),
        strict=True,
    ):
        own = with_choice(own, "scans", heading, column)
    write_mapping(tmp_path / "k.toml", own)
    assert read_mapping(tmp_path / "k.toml") == own
    [sheet] = overviews([tmp_path / "mensen oktober.csv"], tmp_path / "k.toml")
    assert (sheet.table, sheet.missing, sheet.unsure) == ("scans", (), ())
    write_mapping(tmp_path / "k.toml", with_sheet(own, "mensen", ""))
    [sheet] = overviews([tmp_path / "mensen oktober.csv"], tmp_path / "k.toml")
    assert (sheet.table, sheet.is_open, sheet.why) == ("", False, CHOSEN)


def test_a_sheet_that_says_nothing_is_known_by_its_file(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Zomaar")["A1"] = "x"
    book.worksheets[0]["A1"] = "y"
    book.worksheets[0].title = "Blad1"
    book.save(tmp_path / "cijfers.xlsx")
    names = [sheet.name for sheet in overviews([tmp_path / "cijfers.xlsx"], None)]
    assert names == ["cijfers, blad Blad1", "Zomaar"]


def test_one_sheet_is_not_two_tables(tmp_path: Path) -> None:
    path = tmp_path / "k.toml"
    path.write_text('scans.bladen = "lijst"\nmatches.bladen = "Lijst 2021"\n', encoding="utf-8")
    with pytest.raises(DeliveryRefused, match="hoort bij twee tabellen"):
        read_mapping(path)


def test_a_choice_is_there_next_month(tmp_path: Path) -> None:
    source, mapping = delivered(tmp_path), tmp_path / "bloei.koppen.toml"
    head = PLACES.replace("Sector", "Soort bedrijf")
    delivered(tmp_path, head)
    write_mapping(mapping, with_choice({}, "places", "Soort bedrijf", "sector"))
    write_mapping(mapping, with_choice(read_mapping(mapping), "places", "Kleur", SKIPPED))
    [sheet] = overviews([source], mapping)
    assert Recognised("Soort bedrijf", "sector", is_guessed=False) in sheet.columns
    assert (sheet.missing, sheet.unsure) == ((), ())


def test_a_process_of_its_own_tells_the_same(tmp_path: Path) -> None:
    sources = [delivered(tmp_path)]
    found = overviews(sources, None)
    assert recognised(sources, tmp_path / "absent.toml") == found
    assert [overview_of(sheet.as_json()) for sheet in found] == found


def test_a_file_that_cannot_be_read_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(DeliveryRefused, match="kan niet worden gelezen"):
        recognised([path], None)


@pytest.mark.parametrize("program", ["while True: pass", "import os; os.abort()"])
def test_a_file_that_takes_all_is_refused_and_takes_nobody_along(
    program: str, tmp_path: Path
) -> None:
    command = (sys.executable, "-c", program)
    with pytest.raises(DeliveryRefused) as refused:
        recognised([tmp_path], None, seconds=1, command=command)
    assert str(refused.value) == TOO_LONG
