"""Age groups as people and CBS write them: "27 tot 45 jaar", "45 t/m 66", or an age in years."""

import re

from data.delivery.text import plain_dashes
from data.reference.code_lists import code_lists

_UNITS = re.compile(r"\b(jaar|jarigen|jarig|jr|years?|old|leeftijd|van|de|en)\b\.?")
_UNTIL = re.compile(r"(\d{1,3})\s*(?:-|t/m|tm|tot en met|to|\u2026|\.\.)\s*(\d{1,3})")
_BELOW = re.compile(r"(\d{1,3})\s*(?:tot|<)\s*(\d{1,3})")
_FROM = re.compile(
    r"(\d{1,3})\s*(?:\+|plus|ouder|of ouder|eo|e\.o\.|of meer|-plus|-\+)|(?:>=|vanaf|≥)\s*(\d{1,3})"
)
_OVER = re.compile(r"(?:>|boven|ouder dan)\s*(\d{1,3})")
_UNDER = re.compile(r"(?:<|onder|jonger dan|tot)\s*(\d{1,3})")
_UP_TO = re.compile(r"(?:<=|≤|t/m|tm|tot met)\s*(\d{1,3})")
_YEARS = re.compile(r"\d{1,3}(?:[.,]0+)?")
_OLDEST = 120


def age_band(text: str) -> str | None:
    """The age group of the code list that a text names; None when it names none exactly.

    >>> age_band("27 tot 45 jaar"), age_band("67 jaar of ouder"), age_band("34"), age_band("20-30")
    ('27-44', '67+', '27-44', None)
    """
    plain = plain_dashes(text.casefold()).replace("tot en met", "t/m")
    plain = " ".join(_UNITS.sub(" ", plain).split()).strip(" .")
    bands = _bands()
    found = _range(plain)
    if found:
        return next((name for name, band in bands.items() if band == found), None)
    if _YEARS.fullmatch(plain) and float(plain.replace(",", ".")) <= _OLDEST:
        age = int(float(plain.replace(",", ".")))
        return next(name for name, (first, last) in bands.items() if first <= age <= last)
    return None


def _range(plain: str) -> tuple[int, int] | None:
    last = _OLDEST
    rules = (
        (_UNTIL, lambda a, b: (a, b)),
        (_BELOW, lambda a, b: (a, b - 1)),
        (_FROM, lambda a, b: (a if a is not None else b, last)),
        (_OVER, lambda a: (a + 1, last)),
        (_UP_TO, lambda a: (0, a)),
        (_UNDER, lambda a: (0, a - 1)),
    )
    for pattern, between in rules:
        parts = pattern.fullmatch(plain)
        if parts:
            figures = [int(figure) if figure else None for figure in parts.groups()]
            return between(*figures)
    return None


def _bands() -> dict[str, tuple[int, int]]:
    bands: dict[str, tuple[int, int]] = {}
    for name in code_lists()["age_band"]:
        first, _, last = name.partition("-")
        bands[name] = (int(first.rstrip("+")), int(last) if last else _OLDEST)
    return bands
