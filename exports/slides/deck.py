"""A presentation in the house style: what stands on every slide, and a file without clock times."""

from copy import deepcopy
from enum import StrEnum
from functools import cached_property
from io import BytesIO
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from data.dutch import long_date
from exports.house import House
from exports.setting import Setting
from exports.slides.box import Box
from exports.slides.canvas import Canvas
from exports.slides.paint import paint
from exports.slides.template.empty import LANGUAGE, empty, speak_dutch
from exports.slides.template.look import FOOTS, TEXTS, box_of, look_of
from exports.slides.template.own import lent, own
from exports.slides.template.properties import tell
from exports.slides.words import fitted, wrapped
from exports.zips import steady

TEXT_SIZE, SMALL_SIZE = 13, 9
MARK_WIDTH, MARK_HEIGHT, MARK_TOP = 1.45, 0.34, 0.08  # inches
FOOT_LINES = 2


class Kind(StrEnum):
    """What a slide is: the words are the names of its layout in a `Look`."""

    COVER = "cover"
    CARD = "card"
    TEXT = "text"


class Deck:
    """Slides of one document: every slide carries the marks, the selection and the footer."""

    def __init__(self, title: str, setting: Setting, house: House) -> None:
        """An empty presentation of the house, or of the organisation when it has a template."""
        self.setting, self.title = setting, title
        self.house = lent(house, house.slides)[0] if house.slides else house
        self._file = own(house.slides) if house.slides else empty(house)
        self.look = look_of(self._file)

    def add(self, title: str, kind: Kind = Kind.CARD) -> Any:
        """A new slide with its head and foot; the slide, to be drawn on."""
        layout = getattr(self.look, kind) or self.look.card
        slide = self._file.slides.add_slide(layout)
        slide.shapes.turbo_add_enabled = True  # a map has hundreds of shapes
        fitted(slide.shapes.title, [title], self.house)
        if kind is Kind.CARD:
            _drop_texts(slide)
        self._draw_marks(self.canvas(slide))
        self._fill_foot(slide, layout)
        return slide

    def canvas(self, slide: Any) -> Canvas:
        """Where shapes on a slide are drawn."""
        return Canvas(slide.shapes, self.house)

    @property
    def slides(self) -> list[Any]:
        """The slides up to now."""
        return list(self._file.slides)

    @cached_property
    def foot(self) -> str:
        """What does not fit at the foot of the template and stands with the source."""
        foots = [one for one in self.look.card.placeholders if _kind(one) == "FOOTER"]
        words = self._foot_words
        if not foots:
            return words
        lines = wrapped(words, box_of(foots[0]).width, SMALL_SIZE, self.house)
        more = f"{self.setting.selection} · {self.setting.audience_words}"
        return "" if len(lines) <= FOOT_LINES else more

    @property
    def _foot_words(self) -> str:
        told = (self.house.footer, self.setting.selection, self.setting.audience_words)
        return " · ".join(told)

    def _draw_marks(self, canvas: Canvas) -> None:
        """INTERN and Demogegevens, in the corner at the right above."""
        right = self._file.slide_width / 914400 - 0.6
        for place, mark in enumerate(reversed(self.setting.marks)):
            left = right - MARK_WIDTH - place * (MARK_WIDTH + 0.15)
            shape = canvas.shapes.add_shape(
                MSO_SHAPE.RECTANGLE, *Box(left, MARK_TOP, MARK_WIDTH, MARK_HEIGHT).emu
            )
            shape.name = f"merk {mark}"
            paint(shape, canvas.ink("ink" if mark == "INTERN" else "pilot"))
            shape.text_frame.margin_left = shape.text_frame.margin_right = 0
            run = shape.text_frame.paragraphs[0].add_run()
            shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
            run.text, run.font.size, run.font.bold = mark, Pt(12), True
            run.font.color.rgb = canvas.ink("paper")

    def _fill_foot(self, slide: Any, layout: Any) -> None:
        """The foot, the date and the number in the places that the layout has for them."""
        foot = self.house.footer if self.foot else self._foot_words
        told = {"FOOTER": foot, "DATE": long_date(self.setting.as_of)}
        for holder in [one for one in layout.placeholders if _kind(one) in FOOTS]:
            element = deepcopy(holder._element)
            slide.shapes._spTree.append(element)
            [shape] = [one for one in slide.placeholders if one._element is element]
            paragraph = _emptied(shape)
            if _kind(holder) == "SLIDE_NUMBER":
                paragraph._p.insert_element_before(_number_field(), "a:endParaRPr")
            else:
                paragraph.add_run().text = told[_kind(holder)]

    def saved(self) -> bytes:
        """The bytes of the file: the same slides give the same bytes."""
        tell(self._file, self.title, self.setting)
        for slide in self._file.slides:
            speak_dutch(slide.element)
            _number_shapes(slide)
            for shape in slide.shapes:
                if shape.has_chart:
                    speak_dutch(shape.chart._chartSpace)
            if slide.has_notes_slide:
                speak_dutch(slide.notes_slide.element)
        file = BytesIO()
        self._file.save(file)
        return steady(file.getvalue())


def describe(shape: Any, words: str, name: str) -> None:
    """Gives a shape its text alternative and its name in the list of shapes."""
    shape.name = name
    shape._element._nvXxPr.cNvPr.set("descr", words)


def text_of(slide: Any) -> Any | None:
    """The place for a text on a slide, None where its layout has none."""
    return next((one for one in slide.placeholders if _kind(one) in TEXTS), None)


def subtitle_of(slide: Any) -> Any | None:
    """The place for a subtitle on a slide, None where its layout has none."""
    wanted = {"SUBTITLE", *TEXTS}
    return next((one for one in slide.placeholders if _kind(one) in wanted), None)


def _kind(shape: Any) -> str:
    name: str = shape.placeholder_format.type.name
    return name


def _drop_texts(slide: Any) -> None:
    """Takes away what would say "click to add text" under a chart."""
    for shape in list(slide.placeholders):
        if shape._element is not slide.shapes.title._element:
            shape._element.getparent().remove(shape._element)


def _emptied(shape: Any) -> Any:
    """The one paragraph of a shape that was copied from its layout, in the place of that layout."""
    element = shape._element
    for more in list(element.spPr):
        element.spPr.remove(more)
    style = element.txBody.find(qn("a:lstStyle"))
    for level in list(style if style is not None else ()):
        style.remove(level)
    shape.text_frame.clear()
    return shape.text_frame.paragraphs[0]


def _number_shapes(slide: Any) -> None:
    """Gives every shape a number of its own, those in groups too: a number twice is damage."""
    for number, about in enumerate(slide.element.iter(qn("p:cNvPr")), 1):
        about.set("id", str(number))


def _number_field() -> Any:
    """The number of the slide, which the program fills in."""
    return parse_xml(
        f'<a:fld {nsdecls("a")} id="{{5A1E0C1B-6D3C-4F0E-9B7A-2F6B0B5C7D10}}" type="slidenum">'
        f'<a:rPr lang="{LANGUAGE}"/><a:t>‹nr.›</a:t></a:fld>'
    )
