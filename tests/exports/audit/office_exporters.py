"""Workbooks and slides about matches, each able to hide a note in a place that is not seen."""

import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

Note = int | None
AREAS = (
    ("WK077211", "Binnenstad", 40),
    ("WK077221", "Oud-Stratum", 25),
    ("WK077222", "Kortonjo", 0),
)
TITLE = "Matches per wijk, 2021-09"
HEADINGS = ("gebiedscode", "gebied", "matches")


def _book() -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Cijfers 2021-09"
    sheet.append([TITLE])
    sheet.append([])
    sheet.append(list(HEADINGS))
    for area in AREAS:
        sheet.append(list(area))
    return book


def very_hidden_sheet(path: Path, note: Note) -> Path:
    book = _book()
    hidden = book.create_sheet("bron")
    hidden.sheet_state = "veryHidden"
    hidden.append(["gebiedscode", "gebied", "matches"])
    hidden.append(["WK077222", "Kortonjo", note or 0])
    book.save(path / "leak.xlsx")
    return path / "leak.xlsx"


def bare_number_on_hidden_sheet(path: Path, note: Note) -> Path:
    book = _book()
    hidden = book.create_sheet("bron")
    hidden.sheet_state = "hidden"
    hidden["C7"] = note
    book.save(path / "leak.xlsx")
    return path / "leak.xlsx"


def comment(path: Path, note: Note) -> Path:
    book = _book()
    book.worksheets[0]["C6"].comment = Comment(f"echt: {note}" if note else "afgerond", "ons")
    book.save(path / "leak.xlsx")
    return path / "leak.xlsx"


def custom_property(path: Path, note: Note) -> Path:
    book = _book()
    book.custom_doc_props.append(StringProperty(name="Kortonjo", value=str(note or "geen")))
    book.save(path / "leak.xlsx")
    return path / "leak.xlsx"


def defined_name(path: Path, note: Note) -> Path:
    book = _book()
    book.defined_names["Kortonjo"] = DefinedName("Kortonjo", attr_text=str(note or 0))
    book.save(path / "leak.xlsx")
    return path / "leak.xlsx"


def _with_part(path: Path, name: str, part: str, content: str) -> Path:
    """An xlsx file of ours with one part more, or in the place of the one of that name."""
    _book().save(path / "plain.xlsx")
    target = path / name
    with zipfile.ZipFile(path / "plain.xlsx") as source, zipfile.ZipFile(target, "w") as copy:
        for item in source.namelist():
            if item != part:
                copy.writestr(item, source.read(item))
        copy.writestr(part, content)
    (path / "plain.xlsx").unlink()
    return target


def pivot_cache(path: Path, note: Note) -> Path:
    fields = "".join(f'<cacheField name="{name}"><sharedItems/></cacheField>' for name in HEADINGS)
    definition = f"<pivotCacheDefinition><cacheFields>{fields}</cacheFields></pivotCacheDefinition>"
    records = (
        '<pivotCacheRecords><r><s v="WK077222"/><s v="Kortonjo"/>'
        f'<n v="{note or 0}"/></r></pivotCacheRecords>'
    )
    target = _with_part(path, "leak.xlsx", "xl/pivotCache/pivotCacheRecords1.xml", records)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("xl/pivotCache/pivotCacheDefinition1.xml", definition)
    return target


def left_over_string(path: Path, note: Note) -> Path:
    words = f"Kortonjo: {note} matches" if note else "Kortonjo: geen matches"
    content = f"<sst><si><t>{words}</t></si></sst>"
    return _with_part(path, "leak.xlsx", "xl/sharedStrings.xml", content)


def chart_cache_in_workbook(path: Path, note: Note) -> Path:
    book = _book()
    sheet = book.worksheets[0]
    chart = BarChart()
    chart.title = TITLE
    chart.add_data(Reference(sheet, min_col=3, min_row=3, max_row=6), titles_from_data=True)
    sheet.add_chart(chart, "F2")
    book.save(path / "plain.xlsx")
    with zipfile.ZipFile(path / "plain.xlsx") as archive:
        xml = archive.read("xl/charts/chart1.xml").decode()
    points = (
        f'<numCache><ptCount val="1"/><pt idx="0"><v>{note or 0}</v></pt></numCache></numRef></val>'
    )
    content = xml.replace("</numRef></val>", points)
    assert content != xml
    target = path / "leak.xlsx"
    with zipfile.ZipFile(path / "plain.xlsx") as source, zipfile.ZipFile(target, "w") as copy:
        for item in source.namelist():
            is_chart = item == "xl/charts/chart1.xml"
            copy.writestr(item, content if is_chart else source.read(item))
    return target


def _slide(note: Note) -> tuple[Any, Any]:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = TITLE
    data: Any = CategoryChartData()
    data.categories = [area[1] for area in AREAS]
    data.add_series("matches", [area[2] for area in AREAS[:2]] + [note or 0])
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(6), Inches(4), data
    )
    return deck, frame


def chart_on_slide(path: Path, note: Note) -> Path:
    deck, _ = _slide(note)
    deck.save(path / "leak.pptx")
    return path / "leak.pptx"


def alt_text(path: Path, note: Note) -> Path:
    deck, frame = _slide(None)
    words = f"Kortonjo: {note}" if note else "Kortonjo: geen"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    deck.save(path / "leak.pptx")
    return path / "leak.pptx"


def speaker_notes(path: Path, note: Note) -> Path:
    deck, _ = _slide(None)
    slide = deck.slides[0]
    slide.notes_slide.notes_text_frame.text = f"In Kortonjo {note or 40} matches"
    deck.save(path / "leak.pptx")
    return path / "leak.pptx"


def keywords_of_slides(path: Path, note: Note) -> Path:
    deck, _ = _slide(None)
    deck.core_properties.keywords = f"Kortonjo={note}" if note else ""
    deck.save(path / "leak.pptx")
    return path / "leak.pptx"


IN_OFFICE = (
    very_hidden_sheet,
    bare_number_on_hidden_sheet,
    comment,
    custom_property,
    defined_name,
    pivot_cache,
    left_over_string,
    chart_cache_in_workbook,
    chart_on_slide,
    alt_text,
    speaker_notes,
    keywords_of_slides,
)
