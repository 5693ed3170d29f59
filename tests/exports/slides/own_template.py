"""A presentation as a municipality could have it: its own masters, names and wide logo."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from PIL import Image
from pptx import Presentation
from pptx.util import Emu, Inches

from exports.zips import zipped

BLUE, PALE = "005CA9", "FFE699"
TEMPLATE = b"presentationml.template.main+xml"
PRESENTATION = b"presentationml.presentation.main+xml"


def write_template(path: Path, *, accent: str = BLUE, has_text: bool = True) -> Path:
    """16 by 9, a title at the foot of a coloured band, and a slide that must go."""
    file = Presentation()
    file.slide_width, file.slide_height = Inches(13.333), Inches(7.5)
    _colour(file, accent)
    _paint(file.slide_master)
    for number, name in ((0, "Gemeente voorblad"), (5, "Kop"), (1, "Kop met verhaal")):
        _place(file.slide_layouts[number], name)
    kept = {"Gemeente voorblad", "Kop", *(["Kop met verhaal"] if has_text else [])}
    for layout in list(file.slide_layouts):
        if layout.name not in kept:
            file.slide_layouts.remove(layout)
    file.slides.add_slide(file.slide_layouts[0]).shapes.title.text = "Voorbeeld van vorig jaar"
    made = BytesIO()
    file.save(made)
    path.write_bytes(_as_template(made) if path.suffix == ".potx" else made.getvalue())
    return path


def _colour(file: Any, accent: str) -> None:
    [theme] = [
        one.target_part
        for one in file.slide_master.part.rels.values()
        if one.reltype.endswith("/theme")
    ]
    theme._blob = theme.blob.replace(b'<a:srgbClr val="4F81BD"/>', _srgb(accent), 1)


def _srgb(colour: str) -> bytes:
    return f'<a:srgbClr val="{colour}"/>'.encode()


def _paint(master: Any) -> None:
    """A wide logo at the left above, on the master: 15 by 1."""
    logo = BytesIO()
    Image.new("RGB", (600, 40), f"#{BLUE}").save(logo, "PNG")
    _, part = master.part.get_or_add_image_part(logo)
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    picture = slide.shapes.add_picture(logo, Inches(0.5), Inches(0.2), Inches(6))._element
    picture.blipFill.blip.rEmbed = part
    picture.nvPicPr.cNvPr.set("name", "beeldmerk")
    master.shapes._spTree.append(picture)


def _place(layout: Any, name: str) -> None:
    layout.name = name
    tops = {"TITLE": 0.8, "CENTER_TITLE": 2.5, "SUBTITLE": 4.2, "OBJECT": 2.0}
    for shape in layout.placeholders:
        kind = shape.placeholder_format.type.name
        shape.name = f"{name} {kind}"
        if kind in tops:
            height = {"TITLE": 0.9, "CENTER_TITLE": 1.5, "SUBTITLE": 1.5, "OBJECT": 4.4}[kind]
            shape.left, shape.top = Inches(0.7), Inches(tops[kind])
            shape.width, shape.height = Inches(11.9), Inches(height)
        else:
            shape.left = Emu(round(shape.left * 4 / 3)) if shape.left else Inches(0.7)
            shape.top, shape.height = Inches(6.95), Inches(0.4)
            shape.width = Inches(3)


def _as_template(made: BytesIO) -> bytes:
    with ZipFile(made) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    return zipped(
        (name, data.replace(PRESENTATION, TEMPLATE) if name == "[Content_Types].xml" else data)
        for name, data in parts
    )
