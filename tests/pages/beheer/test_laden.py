"""Gegevens laden: files are dropped, sheets and headings get their meaning, the rest is refused."""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from streamlit.testing.v1 import AppTest

from data.delivery.recognition.mapping import kept_mapping, read_mapping
from data.demo import make_demo
from data.file.store import Store
from pages.beheer import _recognised
from tests.cities import write_city
from tests.pages.conftest import AS_OF
from tests.paths import APP

PAGE = "pages/beheer/laden.py"
NOTE = '<p class="bloei-note">'
LIST = "Nr;Wie;Wanneer;Waar;Kan wat\nS1;R1;1-4-2020;Tempel;groen en tuin\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    path = tmp_path / "bloei.duckdb"
    write_city(path, make_demo(seed=11, scale=0.05), AS_OF).close()
    monkeypatch.setenv("BLOEI_DATABASE", str(path))
    app = AppTest.from_file(APP, default_timeout=120)
    app.run()
    app.switch_page(PAGE).run()
    return app


def drop(app: AppTest, *files: tuple[str, bytes]) -> str:
    """What the page says after files were dropped."""
    given = [(name, content, "application/octet-stream") for name, content in files]
    app.file_uploader(key="load-upload").set_value(given).run()
    assert not app.exception
    return said(app)


def said(app: AppTest) -> str:
    return "\n".join([*(str(part.body) for part in app.html), *(m.value for m in app.markdown)])


def choose(app: AppTest, label: str, value: str) -> None:
    [box] = [box for box in app.selectbox if label in box.label]
    box.set_value(value)


def test_an_unknown_sheet_is_given_a_table_that_stays_for_next_month(
    page: AppTest, tmp_path: Path
) -> None:
    shown = drop(page, ("mensen oktober.csv", LIST.encode()))
    assert "**mensen oktober.csv** wordt niet gelezen: geen bekende tabel" in shown
    choose(page, "Welke tabel is mensen oktober", "scans")
    page.run()
    page.button(key="load-keep").click().run()
    assert "mensen oktober.csv mist: Scan-ID" in said(page)
    columns = ("scan_id", "resident_id", "scanned_on", "buurt_code", "talents")
    for heading, column in zip(LIST.split("\n", maxsplit=1)[0].split(";"), columns, strict=True):
        choose(page, f"De kop {heading} in", column)
    page.run()
    page.button(key="load-keep").click().run()
    assert " mist: " not in said(page)
    kept = read_mapping(kept_mapping(tmp_path / "bloei.duckdb"))
    assert kept["scans", "bladen"] == ("mensen oktober",)
    shown = drop(page, ("mensen november.csv", LIST.encode()))
    assert "** wordt niet gelezen" not in shown
    assert " mist: " not in shown


def test_a_sheet_that_is_not_to_be_read_stays_so_and_can_be_chosen_again(page: AppTest) -> None:
    scans = "Scan-ID;Inwoner;Datum scan;Buurt;Talenten\nS1;R1;1-4-2020;Tempel;groen en tuin\n"
    drop(page, ("talentenscans.csv", scans.encode()), ("notities.csv", b"a;b\n1;2\n"))
    choose(page, "Welke tabel is talentenscans", _recognised.UNREAD)
    page.run()
    page.button(key="load-keep").click().run()
    assert "**talentenscans.csv** wordt niet gelezen: zo is het gekozen" in said(page)
    choose(page, "Welke tabel is talentenscans", "scans")
    page.run()
    page.button(key="load-keep").click().run()
    shown = said(page)
    assert "talentenscans.csv** wordt niet gelezen" not in shown
    assert "**notities.csv** wordt niet gelezen: geen bekende tabel" in shown


def _zip(inner: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(inner, content)
    return packed.getvalue()


def _far_away() -> bytes:
    book, written = openpyxl.Workbook(), io.BytesIO()
    book.worksheets[0]["XFD1048576"] = "x"
    book.save(written)
    return written.getvalue()


def _parquet() -> bytes:
    written = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"Match-ID": ["1", "2"]}), written)
    return written.getvalue()


def _flipped() -> bytes:
    content = bytearray(_parquet())
    content[-60] ^= 0x55
    return bytes(content)


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an open quote": ("matches.csv", lambda: b'Match-ID;Scan-ID\n1;2\n2;"3\n' + b"4;5\n" * 60_000),
    "a cell far away": ("matches.xlsx", _far_away),
    "no end": ("scans.parquet", lambda: _parquet()[:-40]),
    "a flipped byte": ("scans.parquet", _flipped),
    "half a workbook": ("scans.xlsx", lambda: _far_away()[:2000]),
    "an empty file": ("scans.csv", lambda: b""),
    "no database": ("b.duckdb", lambda: b"\x00" * 8 + b"DUCK" + b"\x00" * 500),
    "half a gzip": ("scans.csv.gz", lambda: gzip.compress(b"Scan-ID;Inwoner\n1;2\n" * 99)[:30]),
    "an archive in an archive": ("l.zip", lambda: _zip("scans.zip", _zip("scans.csv", b"a;b\n"))),
    "a page": ("scans.xls", lambda: b"<html><table><tr><td>Scan-ID</td></tr></table></html>"),
    "an old workbook": ("scans.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
    "no text": ("scans.csv", lambda: struct.pack("<400I", *range(400))),
    "a name with markup": ("![p](x.example)[b] :red[c].csv", lambda: b""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_a_calm_sentence_and_changes_nothing(
    app: AppTest, store: Store, name: str
) -> None:
    file, content = HOSTILE[name]
    before = store.path.read_bytes()
    app.run()
    page = app.switch_page(PAGE).run()
    shown = drop(page, (file, content()))
    *_, note = [body for part in page.html if (body := str(part.body)).startswith(NOTE)]
    assert file.partition(".")[0] in note
    assert note.endswith(".</p>")
    assert "Traceback" not in shown
    assert "load-rehearse" not in {button.key for button in page.button}
    assert store.path.read_bytes() == before
