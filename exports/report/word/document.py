"""A report as a Word document: real headings, captions, tables with a head, text alternatives."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor

from charts.card import Card
from charts.pictures import AreaMap
from charts.tabulate import table_of
from exports.glyphs import drawable
from exports.house import House
from exports.report.colophon import with_colophon
from exports.report.drawing import Drawing, drawing, drawing_within, drawn_width
from exports.report.report import Piece, Report, Shape, Text
from exports.report.word.letter import TABLE, opened
from exports.report.word.table import add_table
from exports.words import spoken
from exports.zips import steady

LANGUAGE = "nl-NL"
DPI = 200
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = Cm(21), Cm(29.7), Cm(2.3)
HIGHEST, COVER_HIGHEST = 16.0, 8.5  # of a picture, in cm
SMALLER, DENSE = 0.6, 0.8  # pictures in a document of a page or two, and where two share a page
SHORT = 6  # paragraphs of a text that stays on one page
SMALL, SMALL_PRINT = Pt(9), Pt(8.5)  # at the foot, and of sources
_PICTURE = """\
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: sys.inputs.family)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def docx(report: Report, house: House) -> bytes:
    """The bytes of the document: the same report gives the same bytes."""
    writer = _Writer(drawable(report, house), house)
    return writer.written()


class _Writer:
    """One document that is being written."""

    def __init__(self, report: Report, house: House) -> None:
        self._report, self._house = report, house
        self._file: Any = opened(house.document)[0]
        self._counts = {"Figuur": 0, "Tabel": 0}
        if house.document is None:
            _dress(self._file, house)
        has_lines = TABLE in {style.name for style in self._file.styles}
        self._table = TABLE if has_lines else None
        section = self._file.sections[0]
        self._width = section.page_width - section.left_margin - section.right_margin

    def written(self) -> bytes:
        self._begin()
        *pieces, colophon = with_colophon(self._report, self._house)
        for piece in pieces:
            self._add(piece)
        self._file.paragraphs[-1].paragraph_format.keep_with_next = True  # it is not alone there
        self._add(colophon)
        self._tell()
        file = BytesIO()
        self._file.save(file)
        return steady(file.getvalue())

    def _begin(self) -> None:
        """Head and foot of every page, the title, the map of the area and the contents."""
        report = self._report
        self._add_head_and_foot()
        self._file.add_paragraph(report.title, style="Title")
        self._file.add_paragraph(report.subtitle, style="Subtitle")
        self._file.add_paragraph(report.setting.audience_words)
        if report.cover is not None:
            room = Emu(self._width).pt, Cm(COVER_HIGHEST).pt
            made = drawing_within(report.cover, self._house, *room)
            self._add_picture(report.cover, made, COVER_HIGHEST)
        for said in report.lead:
            self._file.add_paragraph(said)
        if report.shape is Shape.REPORT:
            self._add_contents()

    def _add_head_and_foot(self) -> None:
        """On every page: the marks, and the foot where the template has none of its own."""
        section, report = self._file.sections[0], self._report
        heads = [section.header]
        if section.different_first_page_header_footer:
            heads.append(section.first_page_header)
        for head in heads if report.setting.marks else ():
            own = [paragraph for paragraph in head.paragraphs if not paragraph.runs]
            mark = own[0] if own else head.add_paragraph()
            mark.add_run(" · ".join(report.setting.marks))
        foot = section.footer
        if not "".join(paragraph.text for paragraph in foot.paragraphs).strip():
            foot.paragraphs[0].add_run(f"{self._house.footer} · {report.subtitle} · pagina ")
            _add_field(foot.paragraphs[0], "PAGE", "1")
            for run in foot.paragraphs[0].runs:
                run.font.size = SMALL

    def _add_contents(self) -> None:
        """A field that Word renews; until then the titles stand in it.

        After a map they begin a page of their own, which the summary shares with them.
        """
        head = self._file.add_paragraph("Inhoud", style="TOC Heading")
        head.paragraph_format.page_break_before = self._report.cover is not None or None
        pieces = with_colophon(self._report, self._house)
        titles = "\n".join(piece.title for piece in pieces)
        _add_field(self._file.add_paragraph(), 'TOC \\o "1-1" \\h \\z', titles)

    def _add(self, piece: Piece) -> None:
        if isinstance(piece, Card):
            self._add_card(piece)
        else:
            self._add_text(piece)

    def _add_text(self, text: Text) -> None:
        self._file.add_heading(text.title, level=1)
        made = [self._file.add_paragraph(words) for words in text.paragraphs]
        for term, meaning in text.terms:
            paragraph = self._file.add_paragraph()
            paragraph.add_run(f"{term}: ").bold = True
            paragraph.add_run(meaning)
            made.append(paragraph)
        if len(made) <= SHORT:
            _keep_together(made)

    def _add_card(self, card: Card) -> None:
        self._file.add_heading(card.title, level=1)
        for words in filter(None, (card.subtitle, card.sentence, card.note)):
            self._file.add_paragraph(words).paragraph_format.keep_with_next = not card.note
        made = drawing(card, self._house, drawn_width(self._report.shape))
        is_drawn = self._add_picture(card, made, HIGHEST)
        if not card.note and (not is_drawn or isinstance(card.picture, AreaMap)):
            self._add_table(card)
        if card.source:
            self._file.add_paragraph(card.source, style="Quote")

    def _add_picture(self, card: Card, made: Drawing | None, highest: float) -> bool:
        """The picture with its caption; False when the card has none."""
        if made is None:
            return False
        share = _share(self._report)
        width = round(self._width * share)
        shape = self._file.add_picture(BytesIO(_png(made.svg, self._house)), width=width)
        if shape.height > Cm(highest):
            shape.width, shape.height = round(shape.width * Cm(highest) / shape.height), Cm(highest)
        about = shape._inline.docPr
        about.set("descr", spoken(card))
        about.set("name", card.topic or card.title)
        self._file.paragraphs[-1].paragraph_format.keep_with_next = True
        caption = self._add_caption("Figuur", card)
        caption.paragraph_format.keep_with_next = not isinstance(card.picture, AreaMap) or None
        return True

    def _add_table(self, card: Card) -> None:
        """The figures under their caption; the head comes back on every page."""
        table = table_of(card)
        if table is None:
            return
        self._add_caption("Tabel", card).paragraph_format.keep_with_next = True
        add_table(self._file, table, self._table, self._width, self._house)

    def _add_caption(self, kind: str, card: Card) -> Any:
        self._counts[kind] += 1
        paragraph = self._file.add_paragraph(f"{kind} ", style="Caption")
        _add_field(paragraph, f"SEQ {kind} \\* ARABIC", str(self._counts[kind]))
        paragraph.add_run(f". {card.topic or card.title}")
        return paragraph

    def _tell(self) -> None:
        """The properties of the file; its day is the peildatum, so that a rerun is the same."""
        about, setting = self._file.core_properties, self._report.setting
        about.title, about.subject, about.language = self._report.title, setting.selection, LANGUAGE
        about.author = about.last_modified_by = "WIJeindhoven"
        about.keywords, about.comments = ", ".join(setting.marks), setting.audience_words
        about.created = about.modified = datetime.combine(setting.as_of, time())


def _keep_together(paragraphs: Sequence[Any]) -> None:
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _share(report: Report) -> float:
    """How much of the width of the text a picture takes."""
    if report.shape is not Shape.REPORT:
        return SMALLER
    return DENSE if report.cover is not None else 1


def _png(svg: str, house: House) -> bytes:
    compiler: Any = typst.Compiler  # its types depend on what goes in
    made: bytes = compiler(
        input=_PICTURE.encode(),
        font_paths=sorted({str(file.parent.resolve()) for file in house.fonts}),
        ignore_system_fonts=True,
        sys_inputs={"svg": svg, "family": house.family},
    ).compile(format="png", ppi=DPI)
    return made


def _dress(file: Any, house: House) -> None:
    """The page, font and colours of the house, and Dutch as the language."""
    section = file.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = MARGIN
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Caption", "Quote", "TOC Heading"):
        style = file.styles[name]
        style.font.name = house.family
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for side in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{side}"), None)
        style.font.color.rgb = RGBColor.from_string(house.colour("ink").lstrip("#"))
    file.styles["Normal"].font.size = Pt(10.5)
    file.styles["Quote"].font.size = SMALL_PRINT
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _add_field(paragraph: Any, code: str, shown: str) -> None:
    """A field that the program fills in, with what it shows until then."""
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        if kind == "separate":
            words = OxmlElement("w:instrText")
            words.text = code
            words.set(qn("xml:space"), "preserve")
            paragraph.add_run()._r.append(words)
        paragraph.add_run()._r.append(mark)
        if kind == "separate":
            paragraph.add_run(shown)
