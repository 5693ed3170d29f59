"""Comparing texts that people typed: case, accents, spaces and punctuation do not matter."""

import re
import unicodedata

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


def squash(text: str) -> str:
    """Letters and digits of a text, in lower case and without accents; `+` stays (67+)."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if sign.isalnum() or sign == "+")


def words(text: str) -> list[str]:
    """The words of a text, each squashed; digits and punctuation separate words."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return re.findall(r"[a-z]+", plain)


def plain_dashes(text: str) -> str:
    """The text with every kind of dash written as a hyphen."""
    return _DASHES.sub("-", text)


def listed(items: list[str], last: str = "en") -> str:
    """A Dutch enumeration: `a, b en c`."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
