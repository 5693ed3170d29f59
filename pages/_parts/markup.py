"""Names as text in what Streamlit reads as Markdown: titles, labels of buttons, messages."""

import re

# What begins markup: emphasis, code, links, pictures, tags, entities, headings, formulas, icons and
# colours (:red[…]), addresses, numbers of a list, and dashes that become a list or another sign.
_SIGN = re.compile(r"[\\`*_\[\]<>#~|$:@&!]|\.(?=\s)|(?<=www)\.|[-+](?=[-+>\s])", re.IGNORECASE)


def as_text(words: str) -> str:
    r"""Words that Streamlit shows as they are: no picture, link, icon or colour.

    >>> as_text("![p](http://x) - Woensel-Noord")
    '\\!\\[p\\](http\\://x) \\- Woensel-Noord'
    """
    return _SIGN.sub(r"\\\g<0>", words)
