"""The ways to write a number, made one: other signs, a range, a count with decimals, a fraction."""

import html
import re
from unicodedata import normalize

from exports.audit.words.meaning import Subject, counted, is_rate

COUNTED = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9,
}  # fmt: skip
_RAISED = re.compile(r"(?<=[\w).])[\u00b9\u00b2\u00b3\u2070-\u2079]+")  # points to a note
_ONE = rf"\d|{'|'.join(COUNTED)}"
_RANGE = re.compile(
    rf"(?<![\w.,/<>+\-–−])({_ONE})\s?(?:-|–|—|à|tot|of|t/m)\s?({_ONE})(?![\w%/])(?![.,:\-–]\d)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?<![\d.,])(\d)[.,]0{1,2}(?= (?P<noun>[^\W\d]+))")
_FRACTION = re.compile(r"(?<![\d/.,])(\d+)/(\d+)(?= (?P<noun>[^\W\d]+))")
_PER = re.compile(r"\bper\b", re.IGNORECASE)


def spelled(text: str) -> str:
    """A text with usual letters and digits: no codes of HTML, wide or raised digits.

    >>> spelled("³ inwoners"), spelled("&#51; inwoners"), spelled("Kortonjo¹")
    ('3 inwoners', '3 inwoners', 'Kortonjo')
    """
    if text.isascii() and "&" not in text:
        return text
    return normalize("NFKC", _RAISED.sub("", html.unescape(text)))


def in_full(text: str, threshold: int) -> str:
    """A text in which a narrow range, a count with zeros and a fraction are plain numbers.

    >>> in_full("2 à 3 inwoners", 5), in_full("1-4 inwoners", 5), in_full("3,0 inwoners", 5)
    ('3 inwoners', '1-4 inwoners', '3 inwoners')
    >>> in_full("3/12 inwoners", 5)
    '3 van de 12 inwoners'
    """
    text = _RANGE.sub(lambda found: _highest(found, threshold), text)
    text = _FRACTION.sub(lambda found: _if_people(found, f"{found[1]} van de {found[2]}"), text)
    if is_rate(text.lower()) or _PER.search(text):
        return text
    return _WHOLE.sub(lambda found: _if_people(found, found[1]), text)


def is_narrow(low: int, high: int, threshold: int) -> bool:
    """Whether a range tells more of a small count than that it is small."""
    return 1 <= low <= high < threshold and (low, high) != (1, threshold - 1)


def _highest(found: re.Match[str], threshold: int) -> str:
    low, high = (int(one) if one.isdigit() else COUNTED[one.lower()] for one in found.groups())
    return str(high) if low < high and is_narrow(low, high, threshold) else found[0]


def _if_people(found: re.Match[str], told: str) -> str:
    return told if counted(found["noun"]) is Subject.RESIDENTS else found[0]
