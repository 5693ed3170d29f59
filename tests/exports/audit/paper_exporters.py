"""A long table on paper, which goes on on a next page, with a note in its last rows."""

from pathlib import Path
from typing import Any

import typst
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject

from data.reference.areas import Level, at_level
from tests.exports.audit.office_exporters import TITLE, Note

FONTS = Path(__file__).parents[3] / "exports" / "fonts"
PAGE = """
#set document(title: "{title}", date: datetime(year: 2021, month: 10, day: 1))
#set text(lang: "nl", font: "Source Sans 3", size: 9pt)
#set page(paper: "a4")
= {title}
#table(
  columns: (4cm, 3cm, 3cm, 3cm),
  table.header[Buurt][Matches][Open vacatures][Wat dit zegt],
  {cells}
)
"""
Operation = tuple[Any, bytes]
BUURTEN = at_level(Level.BUURT)[:70]  # more than fit a page
SAYS = "te klein om er iets uit af te leiden"  # over lines


def _table(path: Path, note: Note, **form: Any) -> Path:
    rows = [[area.name, "10", "3", SAYS] for area in BUURTEN]
    rows[-2][1] = str(note or 0)
    cells = ", ".join(f'[#"{words}"]' for row in rows for words in row)
    page = PAGE.format(title=TITLE.replace("wijk", "buurt"), cells=cells)
    made: Any = typst.compile(page.encode(), font_paths=[FONTS], ignore_system_fonts=True, **form)
    (path / "leak.pdf").write_bytes(made)
    return path / "leak.pdf"


def next_page_of_named_table(path: Path, note: Note) -> Path:
    return _table(path, note, pdf_standards=["ua-1", "a-2a"])


def next_page_of_drawn_table(path: Path, note: Note) -> Path:
    return _table(path, note, pdf_tags=False)


def next_page_of_finely_marked_table(path: Path, note: Note) -> Path:
    """Its marks begin halfway a text."""
    writer = PdfWriter(clone_from=next_page_of_named_table(path, note))
    for page in writer.pages:
        drawn = page.get_contents()
        assert drawn is not None
        drawn.operations = [one for told in drawn.operations for one in _remarked(told)]
        page.replace_contents(drawn)
    writer.write(path / "leak.pdf")
    return path / "leak.pdf"


def _remarked(told: Operation) -> list[Operation]:
    """A mark around what is shown, and none elsewhere."""
    if told[1] != b"TJ":
        return [] if told[1] in (b"BDC", b"EMC") else [told]
    mark = DictionaryObject({NameObject("/MCID"): NumberObject(1)})
    return [([NameObject("/Span"), mark], b"BDC"), told, ([], b"EMC")]


ON_PAPER = (next_page_of_named_table, next_page_of_drawn_table, next_page_of_finely_marked_table)
