"""The empty presentation: that of the house with its theme and layouts, or the organisation's own.

Both have masters, layouts and placeholders, so that a title, a text, the foot and the number of a
slide are what an editor calls them.
"""

import re
from base64 import b64decode
from functools import cache
from html import escape
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from exports.house import House
from exports.logo import Logo
from exports.paper.renderer import renderer
from exports.slides.box import SLIDE_HEIGHT, SLIDE_WIDTH, Box

LANGUAGE = "nl-NL"
# The layouts of python-pptx's own template that are kept, by what they are called here.
LAYOUTS = {0: "Omslag", 5: "Titel", 1: "Titel en tekst"}
UNUSED = ("/thumbnail", "/printerSettings")
THEME_INKS = ("accent", "Blues", "Purples", "pilot", "line", "worse")
LOGO_SCALE = 8
LEFT, WIDTH = 0.6, SLIDE_WIDTH - 1.2
FOOT, FOOT_HEIGHT, LOGO_WIDTH = 6.98, 0.34, 2.0
TITLE_SIZE, TEXT_SIZE, COVER_SIZE, LEAD_SIZE, SMALL_SIZE = 24, 14, 38, 18, 9
NAMES = {
    "TITLE": "Titel",
    "CENTER_TITLE": "Titel",
    "SUBTITLE": "Ondertitel",
    "FOOTER": "Voettekst",
    "SLIDE_NUMBER": "‹nr.›",
}
_FONT = re.compile(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*')
_DARK = re.compile(r"<a:dk1>.*?</a:dk1>", re.DOTALL)


@cache
def logo_png(logo: Logo) -> bytes:
    """The logo as PNG, which every office program draws."""
    if not logo.is_svg:
        return logo.data
    drawn = renderer().ask({"logo": logo.data.decode("utf-8"), "scale": LOGO_SCALE})
    return b64decode(drawn)


def empty(house: House) -> Any:
    """A presentation without slides, in the dress of the house."""
    file = Presentation()
    file.slide_width, file.slide_height = Inches(SLIDE_WIDTH), Inches(SLIDE_HEIGHT)
    for number, layout in enumerate(list(file.slide_layouts)):
        if number in LAYOUTS:
            layout.name = LAYOUTS[number]
        else:
            file.slide_layouts.remove(layout)
    for rels in (file.part.package._rels, file.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
            rels.pop(key)
    _dress_theme(file, house)
    after = LEFT + _draw_logo(file.slide_master, house) + 0.1
    for part in (file.slide_master, *file.slide_layouts):
        _arrange(part, after)
        _translate(part)
    _dress_texts(file.slide_master, house)
    return file


def _arrange(part: Any, after: float) -> None:
    """Puts the placeholders of the master or a layout where they belong; a date has no place."""
    is_cover = part.name == LAYOUTS[0]
    places = {
        "TITLE": Box(LEFT, 0.35, WIDTH - 2.4, 0.7),
        "CENTER_TITLE": Box(LEFT, 2.2, WIDTH, 1.3),
        "SUBTITLE": Box(LEFT, 3.6, WIDTH, 1.5),
        "BODY": Box(LEFT, 1.35, WIDTH, 5.4),
        "OBJECT": Box(LEFT, 1.35, WIDTH, 5.4),
        "FOOTER": Box(after, FOOT, LEFT + WIDTH - 0.8 - after, FOOT_HEIGHT),
        "SLIDE_NUMBER": Box(LEFT + WIDTH - 0.7, FOOT, 0.7, FOOT_HEIGHT),
    }
    for shape in list(part.placeholders):
        kind = shape.placeholder_format.type.name
        if kind == "DATE":
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = places[kind].emu
        body = shape._element.txBody.bodyPr
        for side in ("lIns", "rIns", "tIns", "bIns"):
            body.set(side, "18288")
        body.set("anchor", "t" if kind in {"BODY", "OBJECT", "SUBTITLE"} else "ctr")
        if is_cover and kind in {"CENTER_TITLE", "SUBTITLE"}:
            size = COVER_SIZE if kind == "CENTER_TITLE" else LEAD_SIZE
            _set_list(shape, size, "tx1", is_bold=kind == "CENTER_TITLE")


def _draw_logo(master: Any, house: House) -> float:
    """The logo at the foot of every slide, as large as fits; its width in inches."""
    image, part = master.part.get_or_add_image_part(BytesIO(logo_png(house.logo)))
    wide, high = image.image.size
    height = min(FOOT_HEIGHT, LOGO_WIDTH * high / wide)
    place = Box(LEFT, FOOT + (FOOT_HEIGHT - height) / 2, height * wide / high, height).emu
    picture = parse_xml(
        f'<p:pic {nsdecls("p", "a", "r")}><p:nvPicPr><p:cNvPr id="99" name="logo"'
        ' descr="Logo van Buurt in Bloei"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/>'
        f'</p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{part}"/>'
        "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>"
        f'<a:off x="{place[0]}" y="{place[1]}"/><a:ext cx="{place[2]}" cy="{place[3]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    master.shapes._spTree.append(picture)
    width: float = height * wide / high
    return width


def _translate(part: Any) -> None:
    """Takes the English example texts out of a layout or the master."""
    for shape in part.placeholders:
        kind = shape.placeholder_format.type.name
        shape.name = NAMES.get(kind, "Tekst") if kind != "SLIDE_NUMBER" else "Dianummer"
        if kind != "SLIDE_NUMBER":
            shape.text_frame.text = NAMES.get(kind, "Tekst")
    speak_dutch(part.element)


def _dress_texts(master: Any, house: House) -> None:
    """Size and ink of titles, texts and the foot, once for all slides."""
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", str(TITLE_SIZE * 100))
    title.find(qn("a:defRPr")).set("b", "1")
    for level in styles.find(qn("p:bodyStyle")):
        for bullet in [part for part in level if part.tag in {qn("a:buFont"), qn("a:buChar")}]:
            level.remove(bullet)
        level.find(qn("a:defRPr")).addprevious(parse_xml(f"<a:buNone {nsdecls('a')}/>"))
        level.set("marL", "0")
        level.set("indent", "0")
        level.find(qn("a:defRPr")).set("sz", str(TEXT_SIZE * 100))
    for shape in master.placeholders:
        kind = shape.placeholder_format.type.name
        if kind in {"FOOTER", "SLIDE_NUMBER"}:
            _set_list(shape, SMALL_SIZE, house.colour("muted"), "r")


def _set_list(shape: Any, size: int, ink: str, side: str = "l", *, is_bold: bool = False) -> None:
    """How the text of a placeholder looks: an ink is a colour of the theme, or #RRGGBB."""
    colour = f'srgbClr val="{ink[1:]}"' if ink.startswith("#") else f'schemeClr val="{ink}"'
    style = shape._element.txBody.find(qn("a:lstStyle"))
    for level in list(style):
        style.remove(level)
    style.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="{side}"><a:buNone/>'
            f'<a:defRPr sz="{size * 100}" b="{int(is_bold)}"><a:solidFill><a:{colour}/>'
            "</a:solidFill></a:defRPr></a:lvl1pPr>"
        )
    )


def _dress_theme(file: Any, house: House) -> None:
    """The fonts and colours that a reader is offered when editing."""
    [theme] = [
        rel.target_part
        for rel in file.slide_master.part.rels.values()
        if rel.reltype.endswith("/theme")
    ]
    text = theme.blob.decode("utf-8")
    text = _FONT.sub(rf"\g<1>{escape(house.family)}", text)
    dark = f'<a:dk1><a:srgbClr val="{house.colour("ink")[1:]}"/></a:dk1>'
    text = _DARK.sub(dark, text, count=1)
    for place, ink in enumerate(THEME_INKS, 1):
        colour = house.colour(ink)[1:]
        pattern = rf'(<a:accent{place}>\s*<a:srgbClr val=")[^"]*'
        text = re.sub(pattern, rf"\g<1>{colour}", text)
    theme._blob = text.encode("utf-8")


def speak_dutch(element: Any) -> None:
    """Says of every run of text that it is Dutch."""
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr()
    for name in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for properties in element.iter(qn(name)):
            properties.set("lang", LANGUAGE)
