"""Recognising personal identifiers in cells: e-mail, Dutch telephone numbers and the BSN.

A column's different texts are searched as one long text, which keeps 300,000 rows quick.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from data.delivery.files.raw import Cell
from data.delivery.text import plain_dashes
from data.reference.areas import Level, at_level

_BETWEEN = "\x00"  # stands between two cells and is part of no pattern

_EMAIL = re.compile(r"[^\s@\x00]@[^\s@\x00]+\.[a-z]{2,}", re.IGNORECASE)
_DATE = re.compile(
    r"\b\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}\b|\b(?:19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2}\b"
)
_PHONE = re.compile(
    r"(?<![\w-])(?<!\d\.)"
    r"(?:(?:\+|00)31[\s.-]*\(?0?\)?|\(?0)"  # country code, or the zero before the area code
    r"[\s\-/()]{0,3}[1-9](?:[\s\-./()]{0,3}\d){8}"
    r"(?![\-./]?\w)"
)
# Excel makes a number of a telephone number: the zero or the plus in front is lost.
_BARE_COUNTRY_PHONE = re.compile(r"(?<![^\x00])31[1-9]\d{8}(?![^\x00])")
_BARE_MOBILE = re.compile(r"(?<![^\x00])6\d{8}(?![^\x00])")

_NUMBER = re.compile(
    r"(?<![\w.,+-])(?P<number>\d{8,9}|\d{3}[. ]\d{3}[. ]\d{3}|\d{4}[. ]\d{2}[. ]\d{3})"
    r"(?:[.,]0+)?(?![\w]|[.,-]\d)"
)
_COMPACT_DATE = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_BSN_LENGTH = 9
_SMALLEST_BSN = 10_000_000
_ELEVEN = 11


def identifier_kind(cells: Collection[Cell]) -> str:
    """What the different cells of a column look like, in Dutch; empty for no personal identifier.

    One e-mail address or telephone number is enough. One in eleven numbers passes the test of
    the BSN by chance, so that kind takes at least half of the numbers of 8 or 9 digits.
    """
    texts = _texts(cells)
    joined = plain_dashes(_BETWEEN.join(texts))
    if _EMAIL.search(joined):
        return "e-mailadres"
    undated = _DATE.sub(" datum ", joined)
    if _PHONE.search(undated) or _BARE_COUNTRY_PHONE.search(undated):
        return "telefoonnummer"
    if texts and 2 * len(_BARE_MOBILE.findall(joined)) >= len(texts):
        return "telefoonnummer"
    if _mostly(passes_eleven_test(number) for number in _numbers(joined)):
        return "burgerservicenummer"
    return ""


def _texts(cells: Iterable[Cell]) -> list[str]:
    # Dates and amounts with decimals cannot be an identifier.
    return [str(cell) for cell in cells if isinstance(cell, str | int)]


def _mostly(answers: Iterable[bool]) -> bool:
    known = list(answers)
    return bool(known) and 2 * sum(known) >= len(known)


def _numbers(joined: str) -> Iterator[str]:
    for found in _NUMBER.finditer(joined):
        digits = re.sub(r"\D", "", found["number"])
        if not (_COMPACT_DATE.fullmatch(digits) or digits in _buurt_numbers()):
            yield digits


def _buurt_numbers() -> frozenset[str]:
    return frozenset(area.code.removeprefix("BU") for area in at_level(Level.BUURT))


def passes_eleven_test(number: str) -> bool:
    """True when 8 or 9 digits can be a BSN: 9 a + 8 b + ... + 2 h - i is a multiple of 11.

    Source: the check that the Dutch government publishes for the burgerservicenummer.
    """
    digits = [int(digit) for digit in number.zfill(_BSN_LENGTH)]
    weights = (*range(_BSN_LENGTH, 1, -1), -1)
    total = sum(weight * digit for weight, digit in zip(weights, digits, strict=True))
    return int(number) >= _SMALLEST_BSN and total % _ELEVEN == 0
