"""Names as text in what Streamlit reads as Markdown: titles, labels of buttons, messages."""

import re

# What begins markup: emphasis, code, links, pictures, tags, entities, headings, formulas, icons and
# colours (:red[…]), numbers of a list, and dashes that become a list or another sign.
_SIGN = re.compile(r"[\\`*_\[\]<>#~|$:@&!]|\.(?=\s)|[-+](?=[-+>\s])")
# An address becomes a link, and an icon a picture, whatever is escaped in it, unless a sign that
# nobody sees breaks it.
_ADDRESS = re.compile(r"https?:(?=//)|www(?=\.)|@|:(?=material/|streamlit:)", re.IGNORECASE)
JOINER = "\u2060"


def as_text(words: str) -> str:
    r"""Words that Streamlit shows as they are: no picture, link, icon or colour.

    >>> as_text("![p] - Woensel-Noord")
    '\\!\\[p\\] \\- Woensel-Noord'
    """
    return _SIGN.sub(r"\\\g<0>", _ADDRESS.sub(rf"\g<0>{JOINER}", words))
