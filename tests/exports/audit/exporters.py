"""Exporters of one chart about matches, each able to hide a note in a place that is not seen.

Without a note they are innocent; with one they leak. Each takes the folder and the note.
"""

import base64
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np

from tests.exports.audit.office_exporters import AREAS, IN_OFFICE, TITLE, Note
from tests.exports.audit.paper_exporters import ON_PAPER


def _coded(values: np.ndarray, **more: object) -> dict[str, object]:
    return {
        "dtype": values.dtype.str[1:],
        "bdata": base64.b64encode(values.tobytes()).decode(),
        **more,
    }


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
    *IN_OFFICE, *ON_PAPER, coded_customdata, coded_heights, hover_text,
    title_in_picture, data_attribute, label_in_picture, comment_in_picture, column_of_csv,
    property_of_feature, second_table_of_geopackage, line_of_document, property_of_document,
    file_in_zip,
)  # fmt: skip
