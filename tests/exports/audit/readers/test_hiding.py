"""What someone hides in a file beside what its kind is for is read too, or said not to be read."""

import base64
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from exports.audit import audit
from tests.exports.audit.files import failed

Maker = Callable[[int], bytes]
LINK = '<a href="data:text/csv,wijk%3Bmatches%0AKortonjo%3B{}">x</a>'
BOX = "From a\nSubject: x\n\nNiets.\n\nFrom b\nSubject: y\n\n"
MAIL = "Subject: x\nX-Note: {}\n\n{}\n"
WORDS = "Kortonjo: {} matches"
ROWS = "wijk;matches\nKortonjo;{}\nBinnenstad;40\n"
OPEN = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"'


def packed(*, before: str = "", behind: str = "", remark: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("leesmij.txt", "Niets te zien.")
        archive.comment = remark.encode()
    return before.encode() + buffer.getvalue() + behind.encode()


def workbook_with_a_note(number: int) -> bytes:
    buffer, book = io.BytesIO(), Workbook()
    book.active.append(["wijk", "vacatures"])
    book.save(buffer)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("docs/notitie.txt", WORDS.format(number))
    return buffer.getvalue()


def document_with_a_program(number: int) -> bytes:
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    script = {"/S": NameObject("/JavaScript"), "/JS": f"app.alert('{WORDS.format(number)}')"}
    action = {NameObject(key): value if key == "/S" else TextStringObject(value)
              for key, value in script.items()}  # fmt: skip
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.write(buffer)
    return buffer.getvalue()


def sheet_that_shows_something_else(number: int) -> bytes:
    name = "<table:table-cell><text:p>Kortonjo</text:p></table:table-cell>"
    told = f'<table:table-cell office:value="{number}"><text:p>50</text:p></table:table-cell>'
    heads = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>"
                    for one in ("wijk", "matches"))  # fmt: skip
    rows = f"<table:table-row>{heads}</table:table-row><table:table-row>{name}{told}"
    body = f"<office:body {OPEN}><table:table>{rows}</table:table-row></table:table></office:body>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", body)
    return buffer.getvalue()


def script(number: int) -> bytes:
    return json.dumps({"rijen": ROWS.format(number)}).encode()


def notebook(number: int) -> bytes:
    row = f"<tr><td>Kortonjo</td><td>{number}</td></tr>"
    page = ["<table><tr><th>wijk</th><th>matches</th></tr>", row, "</table>"]
    return json.dumps({"cells": [{"outputs": [{"data": {"text/html": page}}]}]}).encode()


PLACES: dict[str, Maker] = {
    "letters.csv": lambda n: ROWS.format(n).encode("utf-16-le"),
    "naam.toml": lambda n: f"[Kortonjo]\nmatches = {n}\n".encode(),
    "achter.zip": lambda n: packed(behind=ROWS.format(n)),
    "voor.zip": lambda n: packed(before=ROWS.format(n)),
    "opmerking.zip": lambda n: packed(remark=WORDS.format(n)),
    "deel.xlsx": workbook_with_a_note,
    "programma.pdf": document_with_a_program,
    "waarde.ods": sheet_that_shows_something_else,
    "rijen.json": script,
    "notitie.ipynb": notebook,
    "diep.json": lambda n: json.dumps({"a": {"matches": {"waarde": n, "wijk": "x"}}}).encode(),
    "regel.txt": lambda n: base64.b64encode(WORDS.format(n).encode()),
    "cijfers.txt": lambda n: WORDS.format(n).encode().hex().encode(),
    "adres.txt": lambda n: f"Kortonjo%3A%20{n}%20matches".encode(),
    "adres.html": lambda n: LINK.format(n).encode(),
    "stijl.html": lambda n: f'<style>p::after{{content:"{WORDS.format(n)}"}}</style>'.encode(),
    "woord.html": lambda n: f"<p>Kort<b>onjo</b>: {n} mat<i>ches</i></p>".encode(),
    "naam.html": lambda n: f'<p id="Kortonjo_{n}_matches">x</p>'.encode(),
    "brief.eml": lambda n: MAIL.format(WORDS.format(n), "Niets.").encode(),
    "bus.mbox": lambda n: (BOX + WORDS.format(n)).encode(),
}  # fmt: skip


@pytest.mark.parametrize("number", [3, 40])
@pytest.mark.parametrize("name", PLACES)
def test_what_is_hidden_is_read(tmp_path: Path, name: str, number: int) -> None:
    assert failed(tmp_path, name, PLACES[name](number)) is (number == 3)


@pytest.mark.parametrize("name", ["a.7z", "a.zst", "a.txt", "a.csv", "zonder_soort"])
def test_bytes_that_are_no_text_are_not_examined(tmp_path: Path, name: str) -> None:
    """Also when no byte of them is 0, by which programs tell text from other files."""
    (tmp_path / name).write_bytes(bytes(range(1, 256)))
    assert not audit([tmp_path / name]).complete
