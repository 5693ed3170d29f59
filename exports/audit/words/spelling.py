"""The ways to write a number, made one: other signs, a range, a count with decimals, a fraction."""

import html
import re
from unicodedata import normalize
from urllib.parse import unquote

from exports.audit.words.meaning import Subject, counted, is_rate

COUNTED = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9,
}  # fmt: skip
_UP_TO = " t/m "
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}
_RAISED = re.compile(r"(?<=[\w).])[\u00b9\u00b2\u00b3\u2070-\u2079]+")  # points to a note
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")  # a sign in the address of a page
_ONE = rf"\d|{'|'.join(COUNTED)}"
_RANGE = re.compile(
    rf"(?<![\w.,/<>+\-–−])({_ONE})\s?(?:-|–|—|à|tot|of|t/m)\s?({_ONE})(?![\w%/])(?![.,:\-–]\d)",
    re.IGNORECASE,
)
_OVER, _UNDER = r"(?:meer dan|groter dan|boven|>)", r"(?:minder dan|kleiner dan|onder|<)"
_OPEN = (
    re.compile(rf"{_OVER}\s?({_ONE})\s?(?:en|maar|,)\s?{_UNDER}\s?({_ONE})(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)({_ONE})\s?<\s?\w+\s?<\s?({_ONE})(?!\w)", re.IGNORECASE),
)
_BETWEEN = re.compile(rf"\btussen (?:de )?({_ONE}) en (?:de )?({_ONE})(?!\w)", re.IGNORECASE)
_ROMAN = re.compile(r"(?<![\w.])(?P<one>i{1,3}|iv)(?= (?P<noun>[^\W\d]+))", re.IGNORECASE)
_TIMES = re.compile(r"(?<![\d.,])(\d)\s?[x×](?= (?P<noun>[^\W\d]+))")
_WHOLE = re.compile(r"(?<![\d.,])(\d)[.,]0{1,2}(?= (?P<noun>[^\W\d]+))")
_FRACTION = re.compile(r"(?<![\d/.,])(\d+)/(\d+)(?= (?P<noun>[^\W\d]+))")
_PER = re.compile(r"\bper\b", re.IGNORECASE)


def spelled(text: str) -> str:
    """A text with usual letters and digits: no codes of HTML, wide or raised digits.

    >>> spelled("³ inwoners"), spelled("&#51; inwoners"), spelled("Kortonjo¹")
    ('3 inwoners', '3 inwoners', 'Kortonjo')
    """
    if len(_PERCENT.findall(text)) > 1 and " " not in text:
        text = unquote(text)
    if text.isascii() and "&" not in text:
        return text
    return normalize("NFKC", _RAISED.sub("", html.unescape(text)))


def closed(text: str) -> str:
    """A text in which what lies between two numbers is a range with its ends.

    >>> closed("meer dan 2 en minder dan 5"), closed("2 < n < 4"), closed("tussen twee en vier")
    ('3 t/m 4', '3 t/m 3', '2 t/m 4')
    """
    for form in _OPEN:
        text = form.sub(lambda found: f"{_digit(found[1]) + 1}{_UP_TO}{_digit(found[2]) - 1}", text)
    return _BETWEEN.sub(lambda found: f"{_digit(found[1])}{_UP_TO}{_digit(found[2])}", text)


def roman(letters: str) -> int:
    """The number that Roman numerals up to L stand for.

    >>> roman("III"), roman("iv"), roman("XL")
    (3, 4, 40)
    """
    values = [_ROMANS[letter] for letter in letters.lower()]
    return sum(one if one >= max(values[n:]) else -one for n, one in enumerate(values))


def in_full(text: str, threshold: int) -> str:
    """A text in which a narrow range, a count with zeros and a fraction are plain numbers.

    >>> in_full("2 à 3 inwoners", 5), in_full("1-4 inwoners", 5), in_full("3,0 inwoners", 5)
    ('3 inwoners', '1-4 inwoners', '3 inwoners')
    >>> in_full("3/12 inwoners", 5)
    '3 van de 12 inwoners'
    """
    text = _RANGE.sub(lambda found: _highest(found, threshold), closed(text))
    text = _ROMAN.sub(lambda found: _if_people(found, str(roman(found["one"]))), text)
    text = _TIMES.sub(lambda found: _if_people(found, found[1]), text)
    text = _FRACTION.sub(lambda found: _if_people(found, f"{found[1]} van de {found[2]}"), text)
    if is_rate(text.lower()) or _PER.search(text):
        return text
    return _WHOLE.sub(lambda found: _if_people(found, found[1]), text)


def is_narrow(low: int, high: int, threshold: int) -> bool:
    """Whether a range tells more of a small count than that it is small."""
    return 1 <= low <= high < threshold and (low, high) != (1, threshold - 1)


def _highest(found: re.Match[str], threshold: int) -> str:
    low, high = map(_digit, found.groups())
    is_range = low < high or _UP_TO in found[0]  # `1-1` is none
    return str(high) if is_range and is_narrow(low, high, threshold) else found[0]


def _digit(word: str) -> int:
    return int(word) if word.isdigit() else COUNTED[word.lower()]


def _if_people(found: re.Match[str], told: str) -> str:
    return told if counted(found["noun"]) is Subject.RESIDENTS else found[0]
