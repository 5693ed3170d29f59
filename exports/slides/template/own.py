"""The organisation's own presentation (pptx, potx) as the empty one, and what it lends."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.oxml.ns import qn

from charts.theme import contrast
from exports.house import LEAST_CONTRAST, WHITE, House, HouseProblem
from exports.slides.template.look import NoLook, look_of
from exports.template import as_file

KIND = b"presentation"
LENT = {"accent": "accent1", "ink": "dk1"}  # our inks, by the colours of a theme
UNUSED = ("/thumbnail", "/printerSettings")
_COLOUR = r'<a:{}>\s*<a:(?:srgbClr val|sysClr val="\w+" lastClr)="([0-9A-Fa-f]{{6}})"'


def own(path: Path) -> Any:
    """A presentation of the organisation without its slides. HouseProblem."""
    file = Presentation(BytesIO(_read(path)))
    listed = file.part._element.sldIdLst
    for slide in list(listed if listed is not None else ()):
        file.part.drop_rel(slide.rId)
        listed.remove(slide)
    for more in file.part._element.findall(qn("p:extLst")):  # names the slides that are gone
        file.part._element.remove(more)
    for rels in (file.part.package._rels, file.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
            rels.pop(key)
    return file


@cache
def _read(path: Path) -> bytes:
    """The bytes of a template as those of a presentation. HouseProblem when it is none."""
    try:
        made = as_file(path, KIND)
        look_of(Presentation(BytesIO(made)))
    except NoLook as problem:
        raise HouseProblem(f"Het sjabloon {path} past niet: {problem}") from problem
    except OSError as problem:
        raise HouseProblem(f"Het sjabloon {path} kan niet worden gelezen.") from problem
    except (BadZipFile, KeyError, ValueError, AttributeError) as problem:
        raise HouseProblem(
            f"Het sjabloon {path} is geen goede PowerPoint: sla het op als pptx of potx,"
            " zonder macro's en zonder wachtwoord."
        ) from problem
    return made


def lent(house: House, path: Path) -> tuple[House, list[str]]:
    """The house in the colours of the template, and in words what of it could not be used."""
    file = own(path)
    notes = list(look_of(file).notes)
    text = _theme(file)
    colours: dict[str, str] = {}
    for ink, name in LENT.items():
        found = re.search(_COLOUR.format(name), text)
        if found and contrast(f"#{found[1]}", WHITE) >= LEAST_CONTRAST[ink]:
            colours[ink] = f"#{found[1].upper()}"
        elif found:
            notes.append(f"De kleur {name} (#{found[1]}) is te licht: die blijft de onze.")
    return replace(house, palette=replace(house.palette, **colours)), notes


def _theme(file: Any) -> str:
    related = file.slide_masters[0].part.rels.values()
    themes = [one.target_part for one in related if one.reltype.endswith("/theme")]
    return str(themes[0].blob.decode("utf-8")) if themes else ""
