"""The empty Word document: our own, or that of the organisation with its head, foot and styles."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from exports.house import HouseProblem
from exports.template import as_file

KIND = b"document"
OURS = ("Title", "Subtitle", "Heading 1", "Caption", "Quote", "TOC Heading")
TABLE = "Table Grid"
UNUSED = ("stylesWithEffects", "/thumbnail")  # a second list of styles, and an English picture


def opened(path: Path | None) -> tuple[Any, list[str]]:
    """A document without text, and in words what of it could not be matched. HouseProblem."""
    if path is None:
        file, notes = Document(), []
    else:
        file = Document(BytesIO(_read(path)))
        _clear(file)
        notes = _add_styles(file)
    for rels in (file.part.rels, file.part.package.rels):
        for key in [key for key, one in rels.items() if one.reltype.endswith(UNUSED)]:
            rels.pop(key)
    return file, notes


def _read(path: Path) -> bytes:
    """The bytes of a template as those of a document. HouseProblem when it is none."""
    try:
        made = as_file(path, KIND)
        Document(BytesIO(made))
    except OSError as problem:
        raise HouseProblem(f"Het sjabloon {path} kan niet worden gelezen.") from problem
    except (BadZipFile, KeyError, ValueError) as problem:
        raise HouseProblem(
            f"Het sjabloon {path} is geen goed Word-bestand: sla het op als docx of dotx,"
            " zonder macro's en zonder wachtwoord."
        ) from problem
    return made


def _clear(file: Any) -> None:
    """Takes the example text away; page, head and foot are those of the last section."""
    body = file.element.body
    for part in list(body):
        if part.tag != qn("w:sectPr"):
            body.remove(part)


def _add_styles(file: Any) -> list[str]:
    """Makes the styles that the template does not have look like its plain text."""
    names = {style.name for style in file.styles}
    missing = [name for name in OURS if name not in names]
    for name in missing:
        added = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        added.base_style = file.styles["Normal"]
    notes = [f"De stijl {name} is er niet: die tekst is als gewone tekst." for name in missing]
    if TABLE not in names:
        notes.append(f"De tabelstijl {TABLE} is er niet: tabellen hebben geen lijnen.")
    return notes
