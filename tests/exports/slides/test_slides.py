"""Slides as PowerPoint reads them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE

from charts.card import Card, Column, Line, Table
from charts.pictures import Bar, Bars, Dot, Scatter, Series, Trend
from exports.house import house
from exports.slides.cards import pptx
from tests.exports.paper.samples import CARDS, INTERN, LONG_NAME, SETTING, card, full_map

NAMES = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@cache
def built(name: str) -> bytes:
    """The slides of a sample, for internal use: with every mark there is."""
    return pptx(CARDS[name], INTERN, house())


def sample(name: str) -> Any:
    return Presentation(BytesIO(built(name)))


def opened(subject: Card) -> Any:
    return Presentation(BytesIO(pptx(subject, SETTING, house())))


def shapes(file: Any) -> Iterator[Any]:
    """All shapes, those in groups too."""
    for slide in file.slides:
        for shape in slide.shapes:
            yield shape
            if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
                yield from shape.shapes


def charts(file: Any) -> list[Any]:
    return [shape.chart for shape in shapes(file) if shape.has_chart]


def tables(file: Any) -> list[Any]:
    return [shape.table for shape in shapes(file) if shape.has_table]


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def embedded(data: bytes) -> list[bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]


@pytest.mark.parametrize("name", CARDS)
def test_every_slide_tells_what_it_is_and_for_whom(name: str) -> None:
    subject = CARDS[name]
    for slide in sample(name).slides:
        assert slide.shapes.title.text_frame.text.startswith(subject.title)
        text = words(slide)
        for part in (subject.subtitle, subject.source, INTERN.selection, "INTERN", "Demogegevens"):
            assert part in text
        assert "Buurt in Bloei · WIJeindhoven" in text


def test_slides_for_the_municipality_have_no_mark_of_others() -> None:
    text = words(opened(CARDS["tijd"]).slides[0])
    assert "INTERN" not in text
    assert SETTING.audience_words in text


@pytest.mark.parametrize("name", [name for name in CARDS if name != "kaarten"])
def test_the_same_card_gives_the_same_bytes(name: str) -> None:
    assert pptx(CARDS[name], INTERN, house()) == built(name)


@pytest.mark.parametrize("name", CARDS)
def test_pictures_can_be_read_out_and_all_text_is_dutch(name: str) -> None:
    file = sample(name)
    for slide in file.slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type.name in {"PICTURE", "GROUP"}:
                assert shape._element._nvXxPr.cNvPr.get("descr")
        runs = list(slide.element.iter(f"{NAMES}r"))
        assert {run.find(f"{NAMES}rPr").get("lang") for run in runs} == {"nl-NL"}
    assert file.core_properties.language == "nl-NL"
    names = [layout.name for layout in file.slide_layouts]
    assert sorted(names) == ["Omslag", "Titel", "Titel en tekst"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("lijnen", XL_CHART_TYPE.LINE),
        ("balken", XL_CHART_TYPE.BAR_CLUSTERED),
        ("punten", XL_CHART_TYPE.XY_SCATTER),
    ],
)
def test_charts_are_native(name: str, kind: Any) -> None:
    [chart] = charts(sample(name))
    assert chart.chart_type == kind


def test_a_line_chart_has_the_figures_and_a_band_as_lines() -> None:
    [chart] = charts(sample("lijnen"))
    names = [series.name for series in chart.plots[0].series]
    assert names == ["matches", "matches, van", "matches, tot", LONG_NAME, "andere wijken"]
    assert list(chart.plots[0].series[0].values) == [float(month) for month in range(30)]


def test_panels_are_small_charts_with_one_scale() -> None:
    found = charts(sample("panelen"))
    assert len(found) == 4
    assert len({chart.value_axis.maximum_scale for chart in found}) == 1


def test_steps_that_jump_keep_their_height_until_the_next() -> None:
    line = Series("a", "accent", [100, 60, 20], is_stepped=True)
    [chart] = charts(opened(card(Trend([0.0, 30.0, 90.0], [line], "dagen"))))
    [series] = chart.plots[0].series
    assert list(series.iter_values()) == [100, 100, 60, 60, 20]


def test_a_map_is_a_shape_per_area_named_after_it() -> None:
    file = sample("kaart")
    names = [shape.name for shape in shapes(file)]
    picture = full_map()
    for area in picture.areas:
        assert names.count(area.name) == 1
    assert sum(name.startswith("rand ") for name in names) == 7
    assert {"legenda nog niet gestart", "Buurthuis", "Tuin"} <= set(names)
    freeforms = [shape for shape in shapes(file) if shape.name == picture.areas[0].name]
    assert freeforms[0].shape_type.name == "FREEFORM"


def test_a_series_of_maps_has_every_moment() -> None:
    names = [shape.name for shape in shapes(sample("kaarten"))]
    assert names.count("Centrum") == 12


def test_a_map_of_a_part_shows_its_areas_only_and_stays_on_the_slide() -> None:
    file = sample("deel")
    drawn = [shape for shape in shapes(file) if shape.shape_type == MSO_SHAPE_TYPE.FREEFORM]
    assert 10 < len(drawn) < 40
    assert all(s.left >= 0 and s.left + s.width <= file.slide_width for s in drawn)
    assert all(s.top >= 0 and s.top + s.height <= file.slide_height for s in drawn)


@pytest.mark.parametrize("name", ["warmte", "tijd", "tabel"])
def test_what_is_no_native_chart_is_a_native_table(name: str) -> None:
    assert tables(sample(name))


def test_a_table_tells_marks_and_marks_the_chosen_row() -> None:
    [table] = tables(sample("tabel"))
    texts = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    assert texts[1] == [f"{LONG_NAME} (pilot)", "1.234,5", "01-03-2019"]
    assert texts[2] == ["Nul", "0,0", "–"]
    assert texts[3][1] == "te weinig mensen om te tonen"
    bold = [row.cells[0].text_frame.paragraphs[0].runs[0].font.bold for row in table.rows]
    assert bold == [True, False, True, False]


def test_a_long_table_goes_on_on_the_next_slide() -> None:
    lines = [Line([f"Buurt {number}", number]) for number in range(116)]
    file = opened(card(table=Table("Buurten", [Column("Buurt"), Column("Matches", 0)], lines)))
    titles = [slide.shapes.title.text_frame.text for slide in file.slides]
    assert titles[0].endswith("(1 van 6)")
    assert sum(len(table.rows) - 1 for table in tables(file)) == 116


def test_many_bars_become_a_table() -> None:
    bars = [Bar(f"Buurt {number}", float(number)) for number in range(116)]
    file = opened(card(Bars(bars, "matches")))
    assert (len(charts(file)), len(tables(file))) == (0, 6)


def test_the_definitions_stand_in_the_notes() -> None:
    [slide] = opened(card(full_map(), indicators=["matches"], note="Niets.")).slides
    assert "Alle matches op de dag van de match" in slide.notes_slide.notes_text_frame.text


def test_the_workbook_in_a_chart_holds_what_is_shown_and_no_formula() -> None:
    picture = Bars([Bar("=1+1", 3.0), Bar("@SUM(A1)", None, mark="niet gestart")], "=cmd()", 1)
    [data] = embedded(pptx(card(picture), SETTING, house()))
    book = openpyxl.load_workbook(BytesIO(data))
    [sheet] = book.worksheets
    cells = [[cell.value for cell in row] for row in sheet.rows]
    assert cells == [[None, "=cmd()"], ["=1+1", 3], ["@SUM(A1) (niet gestart)", None]]
    assert {cell.data_type for row in sheet.rows for cell in row} <= {"s", "n"}
    assert sheet["B2"].number_format == "#,##0.0"


def test_months_are_days_in_the_workbook_of_a_chart() -> None:
    [data] = embedded(built("lijnen"))
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    assert sheet["A2"].value.date() == date(2019, 1, 1)


def test_points_of_one_value_and_empty_lines_are_no_error() -> None:
    flat = Scatter([Dot("a", 1.0, 1.0, is_named=True)], "x", "y")
    empty = Trend([date(2021, 1, 1)], [Series("niets", "accent", [None])])
    numbers = Trend([0.0], [Series("niets", "accent", [None], is_stepped=True)], "dagen")
    for picture in (flat, empty, numbers):
        assert len(charts(opened(card(picture)))) == 1


def test_untrusted_words_are_words() -> None:
    subject = card(full_map(), title="<b>=1+1 & 'x'</b>", sentence="]]> <a:t>")
    slide = opened(subject).slides[0]
    assert slide.shapes.title.text_frame.text == "<b>=1+1 & 'x'</b>"
    assert "]]> <a:t>" in words(slide)
