"""Exporters of one chart about matches, each able to hide a note in a place that is not seen.

Without a note they are innocent; with one they leak. Each takes the target and the note.
"""

import base64
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
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


def _slide(note: Note) -> tuple[object, object]:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = TITLE
    data = CategoryChartData()
    data.categories = [area[1] for area in AREAS]
    data.add_series("matches", [area[2] for area in AREAS[:2]] + [note or 0])
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(6), Inches(4), data
    )
    return deck, frame


def chart_on_slide(path: Path, note: Note) -> Path:
    deck, _ = _slide(note)
    deck.save(path / "leak.pptx")  # type: ignore[attr-defined]
    return path / "leak.pptx"


def alt_text(path: Path, note: Note) -> Path:
    deck, frame = _slide(None)
    words = f"Kortonjo: {note}" if note else "Kortonjo: geen"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)  # type: ignore[attr-defined]
    deck.save(path / "leak.pptx")  # type: ignore[attr-defined]
    return path / "leak.pptx"


def speaker_notes(path: Path, note: Note) -> Path:
    deck, _ = _slide(None)
    slide = deck.slides[0]  # type: ignore[attr-defined]
    slide.notes_slide.notes_text_frame.text = f"In Kortonjo {note or 40} matches"
    deck.save(path / "leak.pptx")  # type: ignore[attr-defined]
    return path / "leak.pptx"


def keywords_of_slides(path: Path, note: Note) -> Path:
    deck, _ = _slide(None)
    deck.core_properties.keywords = f"Kortonjo={note}" if note else ""  # type: ignore[attr-defined]
    deck.save(path / "leak.pptx")  # type: ignore[attr-defined]
    return path / "leak.pptx"


def _coded(values: np.ndarray, **more: object) -> dict[str, object]:
    return {"dtype": values.dtype.str[1:], "bdata": base64.b64encode(values).decode(), **more}


def _plotly(path: Path, **trace: object) -> Path:
    bar = {"type": "bar", "x": [a[1] for a in AREAS], "y": [a[2] for a in AREAS], **trace}
    figure = {"data": [bar], "layout": {"title": {"text": TITLE}}}
    (path / "leak.json").write_text(json.dumps(figure))
    return path / "leak.json"


def coded_customdata(path: Path, note: Note) -> Path:
    numbers = np.array([[40, 5], [25, 5], [note or 0, 5]], dtype="<i2")
    return _plotly(path, customdata=_coded(numbers, shape="3, 2"))


def coded_heights(path: Path, note: Note) -> Path:
    return _plotly(path, y=_coded(np.array([40.0, 25.0, note or 0])), text=["40", "25", "<5"])


def hover_text(path: Path, note: Note) -> Path:
    return _plotly(path, hovertext=["40 matches", "25 matches", f"{note or 0} matches"])


def _svg(path: Path, inside: str) -> Path:
    axis = '<g class="mark-text role-axis-label"><text>1</text><text>2</text><text>3</text></g>'
    (path / "leak.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><title>{TITLE}</title>{axis}'
        f"<text>Binnenstad</text><text>40</text>{inside}</svg>"
    )
    return path / "leak.svg"


def title_in_picture(path: Path, note: Note) -> Path:
    return _svg(path, f"<g><title>Kortonjo: {note or 0}</title><path d='M0 0'/></g>")


def data_attribute(path: Path, note: Note) -> Path:
    return _svg(path, f'<rect data-waarde="{note or 0}" width="3"/>')


def label_in_picture(path: Path, note: Note) -> Path:
    return _svg(path, f"<text>{note or 0}</text>")


def comment_in_picture(path: Path, note: Note) -> Path:
    return _svg(path, f"<!-- Kortonjo {note or 0} -->")


def column_of_csv(path: Path, note: Note) -> Path:
    lines = ["gebiedscode;periode;matches;bron", "WK077222;2021-09;0;" + str(note or "")]
    (path / "leak.csv").write_text("\n".join(lines))
    return path / "leak.csv"


def property_of_feature(path: Path, note: Note) -> Path:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [3, 2]},
        "properties": {"area_code": "WK077222", "matches": 0, "_bron": {"echt": note or 0}},
    }
    (path / "leak.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "name": "2021-09", "features": [feature]})
    )
    return path / "leak.geojson"


def second_table_of_geopackage(path: Path, note: Note) -> Path:
    target = path / f"leak{note}.gpkg"
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("CREATE TABLE wijken (fid INTEGER, area_code TEXT, matches INTEGER)")
        connection.execute("INSERT INTO wijken VALUES (1, 'WK077222', 0)")
        connection.execute("CREATE TABLE bron (gebied TEXT, n INTEGER)")
        connection.execute("INSERT INTO bron VALUES ('Kortonjo', ?)", (note or 0,))
    return target


def _pdf(path: Path, lines: list[str], info: str = "") -> Path:
    """A PDF by hand: one page of text and a dictionary of properties."""
    drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {drawn} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({TITLE}) {info} >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    start = body.index("xref\n0")
    body += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\n"
    (path / "leak.pdf").write_text(body + f"startxref\n{start}\n%%EOF\n")
    return path / "leak.pdf"


def line_of_document(path: Path, note: Note) -> Path:
    return _pdf(path, [TITLE, "Binnenstad 40", f"Kortonjo {note or 0}", "1"])


def property_of_document(path: Path, note: Note) -> Path:
    return _pdf(path, [TITLE, "Binnenstad 40"], f"/Subject (Kortonjo: {note})" if note else "")


def file_in_zip(path: Path, note: Note) -> Path:
    inner = column_of_csv(path, note)
    with zipfile.ZipFile(path / "leak.zip", "w") as archive:
        archive.write(inner, "cijfers/wijken.csv")
    inner.unlink()
    return path / "leak.zip"


Exporter = Callable[[Path, Note], Path]
EXPORTERS: tuple[Exporter, ...] = (
    very_hidden_sheet, bare_number_on_hidden_sheet, comment, custom_property, defined_name,
    pivot_cache, left_over_string, chart_cache_in_workbook, chart_on_slide, alt_text,
    speaker_notes, keywords_of_slides, coded_customdata, coded_heights, hover_text,
    title_in_picture, data_attribute, label_in_picture, comment_in_picture, column_of_csv,
    property_of_feature, second_table_of_geopackage, line_of_document, property_of_document,
    file_in_zip,
)  # fmt: skip
