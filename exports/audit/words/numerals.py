"""Numbers as they are printed: what a cell can mean."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from exports.audit.content import Value
from exports.audit.words.spelling import closed, roman

_DUTCH = re.compile(r"[-−+]?(\d{1,3}([.\u00a0 ]\d{3})+|\d+)(,\d+)?(e[-+]?\d+|%)?", re.IGNORECASE)
_ENGLISH = re.compile(r"[-−+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?(e[-+]?\d+|%)?", re.IGNORECASE)
_SIGNS = {
    ",": re.compile(r"[-−+]?\d+,(?:\d{1,2}|\d{4,})%?"),
    ".": re.compile(r"[-−+]?\d+\.(?:\d{1,2}|\d{4,})%?"),
}  # not before three digits: those may be thousands
_UNDER = re.compile(r"(?:<|minder dan|onder)\s*(\d+)", re.IGNORECASE)
_BETWEEN = re.compile(r"(\d+)\s*(?:-|–|—|à|of|tot|t/m|tot en met|\.\.)\s*(\d+)")
_WITHHELD = re.compile(
    r"withheld|geheim|x|[.*•-]|te weinig( mensen om te tonen)?|niet getoond|onderdrukt|afgeschermd"
)
_AROUND = re.compile(
    r"^(?:[^\w+\-−<>≤≥,.]|ca\.?\s|circa\s|ongeveer\s|plm\.?\s)+"
    r"|(?:[^\w%+\-−]|\s(?:st|stuks|pers)\.?|\s\(\w+\))+$",
    re.IGNORECASE,
)
_LONGEST = 24  # signs: no small number with what stands around it is longer
_IN_WORDS = {"één": 1, "twee": 2, "drie": 3, "vier": 4}  # more are no small count
_ROMAN = re.compile(r"i|(?=..)x{0,3}l?x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_FULL_PRECISION = 9
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Printed:
    """A number with the decimals that were printed."""

    value: float
    decimals: int

    @property
    def margin(self) -> float:
        """Half a unit in the last printed decimal."""
        return 0.5 * 10.0**-self.decimals

    @property
    def is_whole(self) -> bool:
        """Whether it can be a count."""
        return self.value == round(self.value)


def counts_of(rate: Printed, scale: float) -> tuple[int, int]:
    """From which to which whole number `rate` x `scale` is, by the decimals that were printed.

    The first is above the last when there is no such number.
    """
    low = math.ceil((rate.value - rate.margin) * scale - _TOLERANCE)
    return low, math.floor((rate.value + rate.margin) * scale + _TOLERANCE)


def decimal_sign(cells: Iterable[Value], usual: str) -> str:
    """The decimal sign of numbers that are text: the one that they show, else the usual one.

    >>> decimal_sign(["33,3", "66,7"], "."), decimal_sign(["1.250", "3"], ",")
    (',', ',')
    """
    texts = [cell.strip() for cell in cells if isinstance(cell, str)]
    shown = [sign for sign, form in _SIGNS.items() if any(map(form.fullmatch, texts))]
    return shown[0] if len(shown) == 1 else usual


def printed(cell: Value, decimal: str) -> Printed | None:
    """The number in a cell; None when it holds none. `decimal` is the sign used in texts."""
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return Printed(float(cell), 0)
    if isinstance(cell, float):
        return _of_float(cell)
    pattern = _DUTCH if decimal == "," else _ENGLISH
    text = cell.strip()
    if not pattern.fullmatch(text) and not pattern.fullmatch(text := _bare(text)):
        return None
    digits = text.rstrip("%").replace("−", "-")
    for sign in "., \u00a0".replace(decimal, ""):
        digits = digits.replace(sign, "")
    digits, _, power = digits.lower().partition("e")
    whole, _, fraction = digits.partition(decimal)
    value = float(f"{whole}.{fraction or 0}e{power or 0}")
    return Printed(value, max(0, len(fraction) - int(power or 0)))


def _bare(cell: str) -> str:
    """The number in a cell without the signs around it, as in `±3`, `(3)`, `'3` and `3*`."""
    if _ROMAN.fullmatch(cell):
        return str(roman(cell))
    if cell.isalpha():
        return str(_IN_WORDS.get(cell.lower(), ""))
    text = _AROUND.sub("", cell) if len(cell) <= _LONGEST else ""
    return str(_IN_WORDS.get(text.lower(), text)).rstrip("-")


def _of_float(value: float) -> Printed | None:
    if value != value or abs(value) == float("inf"):  # noqa: PLR0124 - not a number
        return None
    decimals = len(repr(value).partition(".")[2]) if "e" not in repr(value) else _FULL_PRECISION
    return Printed(value, 0 if value == round(value) else decimals)


def withheld(cell: Value, threshold: int) -> tuple[int, int] | None:
    """The range that a cell states in place of a number, as `<5`; None when it is no such mark."""
    if not isinstance(cell, str):
        return None
    text = closed(cell.strip().lower())
    if found := _UNDER.fullmatch(text):
        return 1, int(found[1]) - 1
    if found := _BETWEEN.fullmatch(text):
        return int(found[1]), int(found[2])
    return (1, threshold - 1) if _WITHHELD.fullmatch(text) else None
