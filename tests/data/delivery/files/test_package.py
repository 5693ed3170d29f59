"""A workbook is looked through in pieces: what it says does not depend on where they end."""

from contextlib import nullcontext
from pathlib import Path
from zipfile import ZipFile

import pytest

from data.delivery.files import package
from data.delivery.files.limits import MAX_OPEN_CELLS
from data.delivery.files.package import SheetFacts, look_through
from data.problems import DeliveryRefused

BOOK = '<workbook><workbookPr{}/><sheets><sheet name="Blad 1" r:id="r1"/></sheets>{}</workbook>'
RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c></row>',
    '<row r="2" hidden="1"><c r="A2"><f>1+1</f><v>2</v></c><c r="C2"/></row>',
    '<row r="30"><c r="AB30" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    '<row r="31" hidden="true"><c r="A31" t="str"><f>"a"</f><v></v></c></row>',
    '<row r="32"><c r="B32"><f>A1</f></c></row>',
)


def facts_of(folder: Path, rows: tuple[str, ...], is_1904: str = "", calc: str = "") -> SheetFacts:
    path = folder / "book.xlsx"
    with ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", BOOK.format(is_1904, calc))
        book.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        book.writestr("xl/worksheets/sheet1.xml", f"<sheetData>{''.join(rows)}</sheetData>")
    [facts] = look_through(path, "book.xlsx").sheets.values()
    return facts


@pytest.mark.parametrize("size", [16, 23, 64, 101, 1 << 20])
def test_what_is_found_does_not_depend_on_the_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(package, "_CHUNK", size)
    facts = facts_of(tmp_path, ROWS)
    assert facts == SheetFacts(
        cells=6,
        last_row=32,
        last_column=28,
        hidden_rows=2,
        uncalculated="B32",
        errors={(29, 27): "#DIV/0!"},
    )


@pytest.mark.parametrize(
    ("row", "calc", "found"),
    [
        ('<row r="1"><c r="A1"><f>B1</f><v>5</v></c></row>', "", ""),
        ('<row r="1"><c r="A1"><f>B1</f><v>0</v></c></row>', "", ""),
        ('<row r="1"><c r="A1"><f>B1</f><v>0</v></c></row>', '<calcPr fullCalcOnLoad="1"/>', "A1"),
        ('<row r="1"><c r="A1"><f>B1</f><v>5</v></c></row>', '<calcPr fullCalcOnLoad="1"/>', ""),
        ('<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f></c></row>', "", "A1"),
        ('<row r="1"><c r="A1" t="str"><f>B1</f></c></row>', "", ""),
        ('<row r="1"><c><f>B1</f></c></row>', "", ""),
    ],
)
def test_a_formula_without_a_result_is_named(
    tmp_path: Path, row: str, calc: str, found: str
) -> None:
    assert facts_of(tmp_path, (row,), calc=calc).uncalculated == found


@pytest.mark.parametrize("cell", ['office:value="5"/>', "><text:p>5</text:p></table:table-cell>"])
def test_a_row_with_a_value_counts_as_often_as_it_is_repeated(tmp_path: Path, cell: str) -> None:
    path, times = tmp_path / "book.ods", MAX_OPEN_CELLS + 1
    for repeated, is_too_large in (("", False), (f' table:number-rows-repeated="{times}"', True)):
        with ZipFile(path, "w") as book:
            row = f"<table:table-row{repeated}><table:table-cell {cell}</table:table-row>"
            book.writestr("content.xml", f'<table:table table:name="Blad 1">{row}</table:table>')
        with pytest.raises(DeliveryRefused) if is_too_large else nullcontext():
            assert look_through(path, "book.ods").sheets == {}


@pytest.mark.parametrize("said", [' date1904="1"', ' date1904="true"', ' date1904="0"', ""])
def test_days_may_be_counted_from_1904(tmp_path: Path, said: str) -> None:
    facts_of(tmp_path, ROWS[:1], is_1904=said)
    book = look_through(tmp_path / "book.xlsx", "book.xlsx")
    assert book.from_1904 is (said.endswith(('"1"', '"true"')))
