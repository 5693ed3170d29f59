"""Sentences about residents that stand where no reader of a format looks.

A name of a shape, a format of numbers, a link, a style, a statement of SQL: in XML and in other
text they are found by their quotation marks and brackets, whatever the part is for.
"""

import html
import re
from collections.abc import Iterable, Iterator

from exports.audit.content import Content, Text
from exports.audit.words.meaning import Subject, counted

_PIECE = re.compile(r"[>\"'(;]([^<>\"']{5,300})(?=[<\"'])")
_NUMBERED = re.compile(r"\d|\b(?:een|één|twee|drie|vier|enkele)\b", re.IGNORECASE)


def remains(where: str, source: str, known: Iterable[str] = ()) -> list[Text]:
    """The sentences about residents in a source that are not among the known texts.

    Only a number beside a word that says whom it counts tells something there.
    """
    told = "\n".join(known)
    return [Text(where, piece, hidden=True, scale=True) for piece in _pieces(source, told)]


def known_in(content: Content) -> Iterator[str]:
    """All words of a file that were read."""
    yield from (text.text for text in content.texts)
    yield from (
        cell for table in content.tables for row in table.rows for cell in row
        if isinstance(cell, str)
    )  # fmt: skip


def _pieces(source: str, told: str) -> Iterator[str]:
    for found in dict.fromkeys(_PIECE.findall(html.unescape(html.unescape(source)))):
        piece = " ".join(found.replace("_", " ").split())
        is_told = _NUMBERED.search(piece) and counted(piece) is Subject.RESIDENTS
        if is_told and piece not in told.replace("_", " "):
            yield piece
