"""The house style of all exports: colours, fonts, logo and footer, from house.toml.

The owner's own style is a file of the same form with only what differs, named in the environment
variable BLOEI_HOUSE_STYLE.
"""

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

from charts.theme import PALETTES, Mode, Palette, contrast, ink_colour
from exports.logo import Logo, read_logo

OWN_STYLE = "BLOEI_HOUSE_STYLE"
DEFAULT_FILE = Path(__file__).with_name("house.toml")
FONT_FILES = 2  # regular and semibold
LONGEST_FOOTER = 80
# WCAG 2.1, criteria 1.4.3 (text) and 1.4.11 (lines).
LEAST_CONTRAST = {"ink": 4.5, "muted": 4.5, "accent": 4.5, "pilot": 4.5, "worse": 4.5, "line": 3.0}
WHITE, PALEST = "#FFFFFF", 1.25  # the contrast of the darkest ground with the paper of printers
TEMPLATES = {".pptx": "slides", ".potx": "slides", ".docx": "document", ".dotx": "document"}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class HouseProblem(Exception):
    """A house style that cannot be used; the message says in Dutch what to change."""


@dataclass(frozen=True)
class House:
    """How exports look. `fonts` are the regular and the semibold file (TTF or OTF).

    `web_fonts` are the same two for inside an SVG. `contact` is whom a reader can ask, "" for
    none. `slides` and `document` are templates of the organisation (pptx, potx; docx, dotx), None
    for our own.
    """

    palette: Palette
    family: str
    fonts: tuple[Path, Path]
    web_fonts: tuple[Path, Path]
    logo: Logo
    footer: str
    contact: str = ""
    slides: Path | None = None
    document: Path | None = None

    def colour(self, ink: str) -> str:
        """The colour of an ink: a field of the palette, a ramp or a stadsdeel (#RRGGBB)."""
        own: str | None = getattr(self.palette, ink, None)
        return own or ink_colour(ink, Mode.LIGHT)

    def with_templates(self, files: Sequence[Path]) -> "House":
        """The same house with templates of the organisation. HouseProblem for another kind."""
        found: dict[str, Any] = {}
        for file in files:
            if (kind := TEMPLATES.get(file.suffix.casefold())) is None:
                raise HouseProblem(
                    f"Geef als sjabloon een {', '.join(TEMPLATES)}: geen {file.name}."
                )
            found[kind] = file
        return replace(self, **found)


def house() -> House:
    """The house style in use: the owner's when there is one. HouseProblem when it is not good."""
    own = os.environ.get(OWN_STYLE, "")
    return read_house(Path(own) if own else None)


@cache
def read_house(own: Path | None = None) -> House:
    """The default style, with what differs in a file of the owner. HouseProblem when not good."""
    style = _parsed(DEFAULT_FILE)
    return _house(style | _parsed(own) if own else style)


def _parsed(file: Path) -> dict[str, Any]:
    """The settings of a file by name, its paths made whole."""
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise HouseProblem(f"De huisstijl {file} kan niet worden gelezen.") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise HouseProblem(
            f"De huisstijl {file} is geen goed TOML-bestand: {problem}."
        ) from problem
    font = raw.pop("font", {})
    _only_known(raw, {"footer", "contact", "logo", "colours", "templates"})
    _only_known(font, {"family", "files", "web"})
    settings = raw | font
    if "templates" in settings:
        settings["templates"] = [file.parent / text for text in _all_texts(settings["templates"])]
    for name in ("files", "web"):
        if name in settings:
            settings[name] = tuple(file.parent / text for text in _texts(settings[name], name))
    if "logo" in settings:
        settings["logo"] = file.parent / _text(settings["logo"], "logo")
    # An owner's font goes into an SVG as it is, unless there is a smaller one for that.
    return {"web": settings["files"], **settings} if "files" in settings else settings


def _house(settings: Mapping[str, Any]) -> House:
    return House(
        palette=_palette(settings["colours"]),
        family=_text(settings["family"], "family"),
        fonts=_fonts(settings["files"], _text(settings["family"], "family")),
        web_fonts=_pair(settings["web"]),
        logo=_logo(settings["logo"]),
        footer=_footer(_text(settings["footer"], "footer")),
        contact=_footer(_text(settings["contact"], "contact")) if "contact" in settings else "",
    ).with_templates(settings.get("templates", []))


def _only_known(given: Mapping[str, Any], known: set[str]) -> None:
    if not isinstance(given, Mapping):
        raise HouseProblem("De huisstijl heeft een blok [font] en een blok [colours] nodig.")
    if unknown := sorted(set(given) - known):
        names = ", ".join(sorted(known))
        raise HouseProblem(f"De huisstijl kent {unknown[0]} niet. Wel: {names}.")


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise HouseProblem(f"Bij {name} in de huisstijl hoort een tekst tussen aanhalingstekens.")
    return value


def _texts(value: object, name: str) -> list[str]:
    if not isinstance(value, list) or len(value) != FONT_FILES:
        raise HouseProblem(
            f"Bij {name} horen twee bestanden: het gewone en het halfvette lettertype."
        )
    return [_text(text, name) for text in value]


def _all_texts(value: object) -> list[str]:
    if not isinstance(value, list):
        raise HouseProblem("Bij templates in de huisstijl hoort een lijst van bestanden.")
    return [_text(text, "templates") for text in value]


def _footer(text: str) -> str:
    if len(text) > LONGEST_FOOTER or "\n" in text:
        raise HouseProblem(
            f"Bij footer en contact hoort één regel van hoogstens {LONGEST_FOOTER} tekens."
        )
    return text


def _palette(colours: Mapping[str, Any]) -> Palette:
    """The light palette with the owner's colours; those of text and lines can be seen on paper."""
    _only_known(colours, {field.name for field in fields(Palette)})
    for name, colour in colours.items():
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise HouseProblem(f"De kleur {name} is {colour}: schrijf haar als #2F7D4F.")
    palette = replace(PALETTES[Mode.LIGHT], **colours)
    if contrast(palette.paper, WHITE) > PALEST:
        raise HouseProblem(
            f"De kleur paper ({palette.paper}) is te donker: documenten en werkmappen worden op"
            " wit gedrukt. Kies wit of een heel lichte kleur."
        )
    for name, least in LEAST_CONTRAST.items():
        colour = getattr(palette, name)
        if contrast(colour, palette.paper) < least:
            raise HouseProblem(
                f"De kleur {name} ({colour}) is op {palette.paper} niet goed te zien:"
                " kies een kleur met meer contrast."
            )
    return palette


def _fonts(files: tuple[Path, ...], family: str) -> tuple[Path, Path]:
    for file in files:
        try:
            found = ImageFont.truetype(file).getname()[0]
        except OSError as problem:
            raise HouseProblem(
                f"Het lettertype {file} kan niet worden gelezen: geef een ttf- of otf-bestand."
            ) from problem
        if not (found or "").startswith(family):  # no letters would be drawn at all
            raise HouseProblem(
                f"Het lettertype {file.name} heet {found}, maar bij family in de huisstijl staat"
                f" {family}. Geef bij files de bestanden van {family}, of pas family aan."
            )
    return _pair(files)


def _pair(files: tuple[Path, ...]) -> tuple[Path, Path]:
    for file in files:
        if not file.is_file():
            raise HouseProblem(f"Het lettertype {file} is er niet.")
    regular, semibold = files
    return regular, semibold


def _logo(file: Path) -> Logo:
    try:
        return read_logo(file)
    except ValueError as problem:
        raise HouseProblem(str(problem)) from problem
