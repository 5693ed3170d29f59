"""A presentation in the house style: what stands on every slide, and a file without clock times."""

from datetime import datetime, time
from io import BytesIO
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from exports.house import House
from exports.setting import Setting
from exports.slides.box import SLIDE_WIDTH, Box
from exports.slides.canvas import Canvas
from exports.slides.paint import paint
from exports.slides.template import LANGUAGE, empty, logo_png, speak_dutch
from exports.slides.words import write
from exports.zips import steady

LEFT, RIGHT = 0.6, SLIDE_WIDTH - 0.6
WIDTH = RIGHT - LEFT
BODY = Box(LEFT, 1.55, WIDTH, 4.75)
TITLE = Box(LEFT, 0.35, WIDTH - 2.4, 0.7)
SUBTITLE = Box(LEFT, 1.02, WIDTH, 0.4)
SOURCE = Box(LEFT, 6.45, WIDTH, 0.42)
FOOT, FOOT_HEIGHT = 6.98, 0.34  # of which the text may take two lines
LOGO_WIDTH, FOOTER_WIDTH = 2.0, 2.6
TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 24, 13, 9
LONG_TITLE = 60  # letters: from here on they become smaller


class Deck:
    """Slides of one document: every slide carries the marks, the selection and the footer."""

    def __init__(self, title: str, setting: Setting, house: House) -> None:
        """An empty presentation of 16 by 9."""
        self.setting, self.house, self.title = setting, house, title
        self._file = empty(house)

    def add(self, title: str, place: Box = TITLE, size: int = TITLE_SIZE) -> Any:
        """A new slide with its head and foot; the slide, to be drawn on."""
        slide = self._file.slides.add_slide(self._file.slide_layouts[0])
        slide.shapes.turbo_add_enabled = True  # a map has hundreds of shapes
        canvas = self.canvas(slide)
        small = round(size * LONG_TITLE / max(len(title), LONG_TITLE))
        _write_title(slide.shapes.title, title, place, canvas.sized(max(small, TEXT_SIZE)))
        self._draw_marks(canvas)
        self._draw_foot(canvas, slide)
        return slide

    def canvas(self, slide: Any) -> Canvas:
        """Where shapes on a slide are drawn."""
        return Canvas(slide.shapes, self.house)

    def _draw_marks(self, canvas: Canvas) -> None:
        """INTERN and Demogegevens, at the right above."""
        for place, mark in enumerate(reversed(self.setting.marks)):
            box = Box(RIGHT - 1.45 - place * 1.6, 0.42, 1.45, 0.34)
            shape = canvas.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
            shape.name = f"merk {mark}"
            paint(shape, canvas.ink("ink" if mark == "INTERN" else "pilot"))
            shape.text_frame.margin_left = shape.text_frame.margin_right = 0
            run = shape.text_frame.paragraphs[0].add_run()
            shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
            run.text, run.font.size, run.font.bold = mark, Pt(12), True
            run.font.color.rgb = canvas.ink("paper")

    def _draw_foot(self, canvas: Canvas, slide: Any) -> None:
        small = canvas.sized(SMALL_SIZE)
        start = LEFT + _draw_logo(slide, self.house) + 0.1
        write(small, self.house.footer, Box(start, FOOT, FOOTER_WIDTH, FOOT_HEIGHT), ink="muted")
        words = f"{self.setting.selection} · {self.setting.audience_words}"
        after = start + FOOTER_WIDTH + 0.1
        room = Box(after, FOOT, RIGHT - 0.8 - after, FOOT_HEIGHT)
        middle = write(small, words, room, ink="muted")
        middle.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
        number = write(small, "", Box(RIGHT - 0.7, FOOT, 0.7, FOOT_HEIGHT), ink="muted")
        number.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
        number.text_frame.paragraphs[0]._p.append(_number_field(canvas))

    def saved(self) -> bytes:
        """The bytes of the file: the same slides give the same bytes."""
        _tell(self._file, self.title, self.setting)
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


def _draw_logo(slide: Any, house: House) -> float:
    """The logo in the foot, as large as fits whatever its shape; its width in inches."""
    picture = slide.shapes.add_picture(
        BytesIO(logo_png(house.logo)), Inches(LEFT), Inches(FOOT), height=Inches(FOOT_HEIGHT)
    )
    if picture.width > Inches(LOGO_WIDTH):
        picture.height = round(picture.height * Inches(LOGO_WIDTH) / picture.width)
        picture.width = Inches(LOGO_WIDTH)
        picture.top = Inches(FOOT) + (Inches(FOOT_HEIGHT) - picture.height) // 2
    describe(picture, "Logo van Buurt in Bloei", "logo")
    width: float = picture.width.inches
    return width


def _number_shapes(slide: Any) -> None:
    """Gives every shape a number of its own, those in groups too: a number twice is damage."""
    for number, about in enumerate(slide.element.iter(qn("p:cNvPr")), 1):
        about.set("id", str(number))


def _write_title(shape: Any, title: str, place: Box, canvas: Canvas) -> None:
    shape.left, shape.top, shape.width, shape.height = place.emu
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = Inches(0.02)
    frame.word_wrap = True
    frame.text = title
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    for run in frame.paragraphs[0].runs:
        run.font.size, run.font.bold = Pt(canvas.size), True
        run.font.color.rgb = canvas.ink("ink")


def _number_field(canvas: Canvas) -> Any:
    """The number of the slide, which the program fills in."""
    return parse_xml(
        f'<a:fld {nsdecls("a")} id="{{5A1E0C1B-6D3C-4F0E-9B7A-2F6B0B5C7D10}}" type="slidenum">'
        f'<a:rPr lang="{LANGUAGE}" sz="{SMALL_SIZE * 100}"><a:solidFill><a:srgbClr'
        f' val="{canvas.ink("muted")}"/></a:solidFill></a:rPr><a:t>‹nr.›</a:t></a:fld>'
    )


def _tell(file: Any, title: str, setting: Setting) -> None:
    """The properties of the file; its day is the peildatum, so that a rerun is the same."""
    about = file.core_properties
    about.title, about.subject, about.language = title, setting.selection, LANGUAGE
    about.author = about.last_modified_by = "WIJeindhoven"
    about.keywords, about.comments, about.revision = (
        ", ".join(setting.marks),
        setting.audience_words,
        1,
    )
    about.created = about.modified = datetime.combine(setting.as_of, time())
