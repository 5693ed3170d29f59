"""The logo of the house: a drawing that holds all it needs, or a picture."""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

_PIXELS = re.compile(r"\d+(\.\d+)?(px)?")
# What an SVG fetches: anything but a part of itself or data that it carries along.
_OUTSIDE = re.compile(
    rb"""href\s*=\s*["'](?!\s*(?:#|data:))|url\(\s*["']?(?!\s*["']?(?:#|data:))|@import""",
    re.IGNORECASE,
)
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Logo:
    """A picture of the house: the bytes of an SVG or a PNG."""

    data: bytes

    @property
    def is_svg(self) -> bool:
        """Whether it is drawn in lines; else it is a PNG."""
        return not self.data.startswith(_PNG)


def read_logo(file: Path) -> Logo:
    """The logo of a file. ValueError, with what to change in Dutch, when it cannot be used."""
    try:
        logo = Logo(file.read_bytes())
        is_good = _is_drawing(logo.data) if logo.is_svg else _is_image(file)
    except OSError as problem:
        raise ValueError(f"Het logo {file} kan niet worden gelezen.") from problem
    if not is_good:
        raise ValueError(f"Het logo {file} is geen svg met een maat of geen goede png.")
    if logo.is_svg and _OUTSIDE.search(logo.data):
        raise ValueError(
            f"Het logo {file} haalt een plaatje, lettertype of stijl van buiten het bestand."
            " Sla het op met alles erin, of geef een png."
        )
    return logo


def _is_drawing(data: bytes) -> bool:
    """Whether it is an SVG that says how large it is: by a viewBox, or in pixels."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return False
    has_size = all(_PIXELS.fullmatch(root.get(side, "")) for side in ("width", "height"))
    return root.tag == "{http://www.w3.org/2000/svg}svg" and ("viewBox" in root.attrib or has_size)


def _is_image(file: Path) -> bool:
    try:
        with Image.open(file) as image:
            image.verify()
    except (OSError, SyntaxError):  # what Pillow raises for a damaged PNG
        return False
    return True
