"""Reading numbers: Dutch or English, as the other numbers of the column show."""

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum, auto

from data.delivery.files.raw import Cell
from data.delivery.refusal import CellProblem

_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_DUTCH = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+")
_ENGLISH = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+")
_MANY_GROUPS = 2
NO_NUMBER = "Dit is geen getal. Schrijf het getal in cijfers, zoals 1250 of 0,5."
UNCLEAR = (
    "Dit kan een getal met duizendtallen zijn of een met cijfers achter de komma. Schrijf het"
    " zonder teken voor duizendtallen."
)


class Notation(Enum):
    """Which sign stands before the decimals."""

    UNKNOWN = auto()
    COMMA = auto()
    POINT = auto()


def notation_of(cells: Iterable[Cell]) -> Notation:
    """The notation that the numbers of a column show; UNKNOWN when they show none or both.

    >>> notation_of(["1,000", "2.5"])
    <Notation.POINT: 3>
    """
    texts = {_plain(cell) for cell in set(cells) if isinstance(cell, str)}
    unclear = {
        text for text in texts if (g := _GROUPS.fullmatch(text)) and text.count(g[1]) < _MANY_GROUPS
    }
    sure = texts - unclear
    comma = any(_DUTCH.fullmatch(text) or text.count(".") >= _MANY_GROUPS for text in sure)
    point = any(_ENGLISH.fullmatch(text) or text.count(",") >= _MANY_GROUPS for text in sure)
    if comma == point:
        return Notation.UNKNOWN
    return Notation.COMMA if comma else Notation.POINT


def _is_unclear(text: str) -> bool:
    groups = _GROUPS.fullmatch(text)
    return bool(groups) and len(re.findall(r"[.,]", text)) < _MANY_GROUPS


def read_number(cell: Cell, notation: Notation = Notation.UNKNOWN, *, whole: bool = False) -> float:
    """A number in Dutch or English notation: 1.234,5 or 1,234.5; `whole` for counts.

    A single point or comma before three digits groups thousands in a count; in another number
    the notation of the column decides, and without one a point groups and a comma is refused.
    Raises CellProblem for what is no number.
    """
    text = _plain(cell)
    groups = _GROUPS.fullmatch(text)
    if groups and (whole or text.count(groups[1]) >= _MANY_GROUPS):
        text = text.replace(groups[1], "")
    elif groups and groups[1] == "," and notation is Notation.UNKNOWN:
        raise CellProblem(UNCLEAR)
    elif _is_dutch(text, notation, has_groups=bool(groups)):
        text = text.replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", "") if _ENGLISH.fullmatch(text) or groups else text
    if isinstance(cell, date) or not re.fullmatch(r"[+-]?\d{1,15}(?:\.\d+)?", text):
        raise CellProblem(NO_NUMBER)
    return float(text)


def _is_dutch(text: str, notation: Notation, *, has_groups: bool) -> bool:
    if has_groups:
        return notation is not Notation.POINT
    return bool(_DUTCH.fullmatch(text))


def _plain(cell: Cell) -> str:
    return re.sub(r"[\s'’]", "", str(cell))
