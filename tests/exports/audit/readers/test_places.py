"""A small count is found in every corner of a file where one was once missed."""

import gzip
import io
import sqlite3
import struct
import zipfile
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches

from exports.audit import audit
from exports.audit.findings import Kind
from tests.exports.audit.files import failed

ROWS = "gebiedscode;periode;matches\nWK077222;2021-09;{}\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title>{}</svg>'
PAGE = "<html><head><title>Matches per wijk</title></head><body>{}</body></html>"
CALL = (
    '<script>/** plotly.js */var a=[1,2,3];</script><script>Plotly.newPlot(\'g\',[{{"type":"bar",'
    '"x":["Kortonjo","Binnenstad"],"y":[{},40]}}],{{"title":{{"text":"Matches"}}}},{{}})</script>'
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(*files: tuple[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def docx(part: str, words: str) -> bytes:
    body = "<w:x {}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:x>"
    first = ("word/document.xml", body.format(WORD, "Matches per wijk"))
    return packed(first, (f"word/{part}.xml", body.format(WORD, words)))


@pytest.mark.parametrize(
    ("sentence", "is_small"),
    [
        ("In Kortonjo zijn drie inwoners bereikt.", True),
        ("Kortonjo: twee matches", True),
        ("In Kortonjo wacht slechts een inwoner.", True),
        ("In Kortonjo is één bewoner gekoppeld.", True),
        ("In Kortonjo zijn twaalf inwoners bereikt.", False),
        ("In drie wijken is Buurt in Bloei gestart.", False),
        ("Binnen drie maanden heeft de helft een match.", False),
        ("Een inwoner kan er meer dan een hebben; ieder telt één keer.", False),
        ("12 van de 14 wijken lopen achter; bij 4 is dat meer dan toeval.", False),
        ("Van de 40 inwoners in Kortonjo wachten er nog 3", True),
        ("1 van 6", False),
        ("Bereikte inwoners per buurt (1 van 6)", False),
        ("Meer bereikte inwoners: Erp (+65) en Gestel (+20); en nog 1 (oktober 2020)", False),
        ("3 van de 12 inwoners", True),
        ("Kortonjo had 0,3 matches per 1.000 inwoners.", True),
        ("Kortonjo had 1,3 matches per 1.000 inwoners.", False),
        ("Kortonjo had 0,3 matches per 1.000 inwoners meer dan gemiddeld.", False),
        ("In heel Eindhoven waren er 0,3 matches per 1.000 inwoners.", False),
        ("Van de matches is 33,3% betaald werk en 66,7% vrijwillig.", True),
        ("Van de matches is 33,4% betaald werk en 66,6% vrijwillig.", False),
        ("Van de 12 inwoners met een scan kreeg 25% een match.", True),
        ("Van de 40 inwoners met een scan kreeg 25% een match.", False),
        ("Van de 12 inwoners met een scan kreeg 0% een match.", False),
        ("Van de 12 vacatures is 25% vervuld.", False),
        ("Van de 12 inwoners is 25% meer bereikt.", False),
        ("Van de vacatures is 33,3% betaald werk en 66,7% vrijwillig.", False),
    ],
)
def test_sentences(tmp_path: Path, sentence: str, is_small: bool) -> None:
    assert failed(tmp_path, "leesmij.txt", sentence) is is_small


@pytest.mark.parametrize(
    ("rows", "is_small"),
    [
        ("wijk;periode;vrouw;man\nKortonjo;2021-09;33,3;66,7\n", True),
        ("wijk;betaald;vrijwillig\nKortonjo;33,3%;66,7%\n", True),
        ('wijk,vrouw,man\nKortonjo,"33,3","66,7"\n', True),  # commas, as Excel may write them
        ("wijk;vrouw;man\nKortonjo;33.3;66.7\n", True),  # points, as R may write them
        ("wijk;soort;aandeel\nKortonjo;betaald;33,3\nKortonjo;vrijwillig;66,7\n", True),
        ("wijk;soort;aandeel\nKortonjo;betaald;33,3\nCentrum;betaald;66,7\n", False),
        ("wijk;periode;vrouw;man\nKortonjo;2021-09;47,7;52,3\n", False),
    ],
)
def test_shares_in_tables(tmp_path: Path, rows: str, is_small: bool) -> None:
    assert failed(tmp_path, "delen.csv", rows) is is_small


@pytest.mark.parametrize("number", [3, 40])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", PAGE.format(CALL)),
        ("b.html", PAGE.format('<table><tr><th>wijk<th>matches<tr><td>Kortonjo<td>{}</table>')),
        ("c.html", PAGE.format('<script type="application/json">[{{"wijk":"Kortonjo",'
                               '"matches":{}}}]</script>')),
        ("d.html", PAGE.format("<!-- Kortonjo: {} inwoners -->")),
        ("e.html", PAGE.format('<img alt="Kortonjo: {} inwoners">')),
        ("a.xml", "<r><wijk>Kortonjo: {} inwoners</wijk></r>"),
        ("a.md", "| wijk | matches |\n|---|---|\n| Kortonjo | {} |"),
        ("a.jsonl", '{{"wijk":"Kortonjo","periode":"2021-09","matches":{0}}}\n' * 2),
    ],
)  # fmt: skip
def test_texts_of_the_web(tmp_path: Path, name: str, content: str, number: int) -> None:
    assert failed(tmp_path, name, content.format(number)) is (number == 3)


@pytest.mark.parametrize("number", [3, 40])
@pytest.mark.parametrize("part", ["comments", "footnotes", "endnotes", "header1", "footer2"])
def test_parts_of_a_document(tmp_path: Path, part: str, number: int) -> None:
    assert failed(tmp_path, "a.docx", docx(part, f"Kortonjo: {number} inwoners")) is (number == 3)


@pytest.mark.parametrize("number", [3, 40])
def test_files_that_are_packed(tmp_path: Path, number: int) -> None:
    rows = ROWS.format(number)
    inner = packed(("a.csv", rows))
    for name, data in (
        ("a.csv.gz", gzip.compress(rows.encode())),
        ("a.zip", packed(("in.zip", inner))),
        ("b.csv", gzip.compress(rows.encode())),  # under another name
    ):
        assert failed(tmp_path, name, data) is (number == 3)


@pytest.mark.parametrize("number", [3, 40])
@pytest.mark.parametrize("name", ["kortonjo_{}_inwoners.csv", "matches-kortonjo-{}.csv"])
def test_the_name_of_a_file(tmp_path: Path, name: str, number: int) -> None:
    rows = "wijk;matches\nKortonjo;40\n"
    assert failed(tmp_path, name.format(number), rows) is (number == 3)


@pytest.mark.parametrize(("rate", "is_small"), [("0,3", True), ("1,3", False)])
def test_a_rate_in_a_drawing(tmp_path: Path, rate: str, is_small: bool) -> None:
    apart = SVG.format("Matches per 1.000 inwoners", f"<text>Kortonjo</text><text>{rate}</text>")
    assert failed(tmp_path, "a.svg", apart) is is_small
    whole = SVG.format("Kaart", f"<text>Kortonjo: {rate} matches per 1.000 inwoners</text>")
    assert failed(tmp_path, "b.svg", whole) is is_small


@pytest.mark.parametrize(
    ("labels", "is_small"),
    [
        (("Kortonjo", "0,3", "Eindhoven", "9,9"), True),
        (("9,9", "Kortonjo", "0,3", "Eindhoven"), False),  # each number before its name
    ],
)
def test_names_and_rates_take_turns(
    tmp_path: Path, labels: tuple[str, ...], is_small: bool
) -> None:
    drawn = "".join(f"<text>{label}</text>" for label in labels)
    assert failed(tmp_path, "a.svg", SVG.format("Matches per 1.000 inwoners", drawn)) is is_small


@pytest.mark.parametrize(
    ("rate", "is_small"),
    [
        ("0,8", True),  # 3 of the 3.986 inhabitants of 2021; of those of 2024 nobody has this rate
        ("1,3", False),  # 5 of them; of those of 2015 it would be 4
    ],
)
def test_a_rate_of_the_inhabitants_of_an_earlier_year(
    tmp_path: Path, rate: str, is_small: bool
) -> None:
    words = f"Binnenstad: {rate} bereikte inwoners per 1.000 inwoners"
    assert failed(tmp_path, "leesmij.txt", words) is is_small


@pytest.mark.parametrize(("name", "is_small"), [("vacatures", False), ("matches", True)])
def test_a_number_beside_the_name_of_its_line(tmp_path: Path, name: str, is_small: bool) -> None:
    drawn = SVG.format("Matches en vacatures", f"<text>2</text><text>{name}</text>")
    assert failed(tmp_path, "a.svg", drawn) is is_small


@pytest.mark.parametrize(("unit", "is_small"), [("procent van de matches", False), ("", True)])
def test_a_label_in_percent_is_no_count(tmp_path: Path, unit: str, is_small: bool) -> None:
    drawn = SVG.format("Matches", f"<text>{unit}</text><text>Kortonjo 4</text><text>4</text>")
    assert failed(tmp_path, "a.svg", drawn) is is_small


@pytest.mark.parametrize(
    ("words", "is_small"),
    [
        ("Kortonjo: 0,3 per 1.000 inwoners", True),
        ("Kortonjo: 1,3 per 1.000 inwoners", False),
        ("Kortonjo: 3 matches", True),
    ],
)
def test_an_alternative_text_of_a_slide(tmp_path: Path, words: str, is_small: bool) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Matches"
    box = slide.shapes.add_textbox(0, 0, Inches(1), Inches(1))
    box._element.nvSpPr.cNvPr.set("descr", words)
    out = io.BytesIO()
    deck.save(out)
    assert failed(tmp_path, "a.pptx", out.getvalue()) is is_small


def test_a_text_in_a_picture(tmp_path: Path) -> None:
    body = b"tEXtComment\0Kortonjo: 3 inwoners"
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    assert failed(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + chunk)


@pytest.mark.parametrize(("statement", "is_left"), [("DROP TABLE bron", True), ("SELECT 1", False)])
def test_what_was_deleted_from_a_geopackage(tmp_path: Path, statement: str, is_left: bool) -> None:
    path = tmp_path / "a.gpkg"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE bron (tekst TEXT)")
        connection.executemany("INSERT INTO bron VALUES (?)", [("x" * 1000,)] * 50)
        connection.commit()
        connection.execute(statement)
        connection.commit()
    assert [f.kind for f in audit([path]).findings] == [Kind.SECRET] * is_left


def test_a_row_that_was_deleted_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE bron (tekst TEXT, n INTEGER)")
        rows = [("Kortonjo, matches", 3), ("Binnenstad, matches", 40)]
        connection.executemany("INSERT INTO bron VALUES (?, ?)", rows)
        connection.commit()
        connection.execute("DELETE FROM bron WHERE n = 3")
        connection.commit()
    (found,) = audit([path]).findings
    assert (found.kind, "gewiste rijen" in found.what) == (Kind.SECRET, True)


@pytest.mark.parametrize(
    "labels",
    [
        ("Putten", "Kortonjo", "0,3", "9,9"),  # a list of names, and then one of numbers
        ("Woen-", "0,3", "Kortonjo", "Putten"),  # the first name is broken off
        ("0,3", "Kortonjo", "9,9"),  # begins and ends in a number
    ],
)
def test_at_the_end_of_a_list_no_name_belongs_to_a_number(
    tmp_path: Path, labels: tuple[str, ...]
) -> None:
    drawn = "".join(f"<text>{label}</text>" for label in labels)
    assert not failed(tmp_path, "a.svg", SVG.format("Matches per 1.000 inwoners", drawn))
