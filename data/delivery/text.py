"""Comparing texts that people typed: case, accents, spaces and punctuation do not matter."""

import re
import unicodedata
from functools import lru_cache

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_ASCII_SIGNS = {n: None for n in range(128) if not chr(n).isalnum() and chr(n) != "+"}


@lru_cache(maxsize=50_000)
def squash(text: str) -> str:
    """Letters and digits of a text, in lower case and without accents; `+` stays (67+)."""
    if text.isascii():
        return text.lower().translate(_ASCII_SIGNS)
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if _counts(sign))


def _counts(sign: str) -> bool:
    # Unicode calls the apostrophe of some keyboards (U+02BC) a letter.
    return sign == "+" or (sign.isalnum() and unicodedata.category(sign) != "Lm")


def words(text: str) -> list[str]:
    """The words of a text, each squashed; digits and punctuation separate words."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return re.findall(r"[a-z]+", plain)


def plain_dashes(text: str) -> str:
    """The text with every kind of dash written as a hyphen."""
    return _DASHES.sub("-", text)
