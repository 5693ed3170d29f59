"""The registry of formats, and how files are called."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.pictures import AreaMap
from exports.formats import CARD_FORMS, REPORT_FORMS, file_name
from exports.house import house
from exports.zips import steady, zipped
from tests.exports.paper.samples import CARDS, INTERN, SETTING

FORMS = {form.name: form for form in CARD_FORMS}
STARTS = {
    "png": b"\x89PNG",
    "svg": b"<",
    "pdf": b"%PDF",
    "pptx": b"PK",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "geojson": b"{",
    "gpkg": b"SQLite format 3",
    "gpkg-4326": b"SQLite format 3",
}
PAIRS = [(card, form) for card in ("kaart", "tabel", "lijnen") for form in FORMS]


def test_there_is_a_format_for_every_reader() -> None:
    assert set(FORMS) == set(STARTS)
    assert [form.name for form in REPORT_FORMS] == ["pptx", "pdf", "xlsx", "docx"]


@pytest.mark.parametrize("name", CARDS)
def test_only_maps_become_layers_and_nothing_becomes_no_file(name: str) -> None:
    card = CARDS[name]
    applied = {form.name for form in CARD_FORMS if form.applies(card)}
    if name == "leeg":
        assert applied == set()
    else:
        assert ({"geojson", "gpkg"} <= applied) == isinstance(card.picture, AreaMap)
        assert {"png", "svg", "pdf", "pptx", "xlsx", "csv"} <= applied


@pytest.mark.parametrize(("card", "form"), PAIRS)
def test_every_format_makes_its_kind_of_file(card: str, form: str) -> None:
    if FORMS[form].applies(CARDS[card]):
        assert FORMS[form].make(CARDS[card], SETTING, house()).startswith(STARTS[form])


def test_names_speak() -> None:
    stem = "matches_per_1000_wijk_2021-10-01"
    assert file_name(stem, SETTING, FORMS["pptx"]) == f"{stem}_gemeente.pptx"
    assert file_name(stem, INTERN, FORMS["csv"]) == f"{stem}_intern.csv"
    assert file_name(stem, SETTING, FORMS["gpkg-4326"]) == f"{stem}_4326_gemeente.gpkg"


@given(st.text())
def test_every_name_can_be_the_name_of_a_file(stem: str) -> None:
    name = file_name(stem, SETTING, FORMS["png"])
    assert name.endswith("_gemeente.png")
    assert not set(name) & set('/\\:*?"<>|\0\n ')
    assert not name.startswith((".", "-"))
    assert len(name) < 150


def test_a_zip_keeps_no_clock_time() -> None:
    parts = [("b.txt", b"2"), ("a.txt", b"1")]
    made = zipped(parts)
    with ZipFile(BytesIO(made)) as archive:
        assert archive.namelist() == ["b.txt", "a.txt"]
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert steady(made) == made
