"""Text that the font of the house can draw: what it lacks becomes what comes nearest.

A typesetter stops at a sign without a glyph, or draws nothing; a document may do neither.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from fontTools.ttLib import TTFont

from exports.house import House

LACKING = "?"
LAYOUT = "\n\u00a0 "  # is never drawn
Value = TypeVar("Value")


def drawable(value: Value, house: House) -> Value:
    """A value (text, or cards, lists and mappings of it) with only signs that both fonts have."""
    known = _signs(house.fonts)
    made: Value = _drawable(value, known)
    return made


def _drawable(value: Any, known: frozenset[str]) -> Any:
    if isinstance(value, str):
        return value if known.issuperset(value) else type(value)(_text(value, known))
    if isinstance(value, Mapping):
        return {_drawable(key, known): _drawable(one, known) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_drawable(one, known) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return _changed(value, known)
    return value


def _changed(value: Any, known: frozenset[str]) -> Any:
    """A dataclass with the fields that change; itself when none does."""
    pairs = ((field.name, getattr(value, field.name)) for field in fields(value) if field.init)
    made = {name: (old, _drawable(old, known)) for name, old in pairs}
    changed = {name: new for name, (old, new) in made.items() if new is not old and new != old}
    return replace(value, **changed) if changed else value


def _text(text: str, known: frozenset[str]) -> str:
    return "".join(
        sign if sign in known else _nearest(sign, known)
        for sign in unicodedata.normalize("NFC", text)
    )


def _nearest(sign: str, known: frozenset[str]) -> str:
    """The plain form of a sign (a wide =, a ligature), else LACKING."""
    if unicodedata.combining(sign):  # an accent of no letter has no place in the text of a PDF
        return ""
    plain = unicodedata.normalize("NFKC", sign)
    bare = "".join(c for c in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(c))
    return next((text for text in (plain, bare) if text and known.issuperset(text)), LACKING)


@cache
def _signs(fonts: tuple[Path, ...]) -> frozenset[str]:
    """The signs that every one of the fonts has."""
    return frozenset.intersection(*map(_signs_of, fonts)) | frozenset(LAYOUT)


def _signs_of(font: Path) -> frozenset[str]:
    with TTFont(font, lazy=True) as file:
        signs = map(chr, file.getBestCmap())
        return frozenset(sign for sign in signs if not unicodedata.combining(sign))
