"""Text from outside as plain text: no signs that steer a program or that nobody can see."""

import unicodedata

# Control, format (zero width, direction), surrogate, private use, and no character at all.
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def plain(text: str) -> str:
    r"""A text in one line, its letters composed, without what cannot be seen; spaces are single.

    >>> plain("een\x07  bus\u200btour\n")
    'een bustour'
    """
    spaced = (" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    seen = (sign for sign in spaced if unicodedata.category(sign) not in _STEERING)
    return " ".join("".join(seen).split())
