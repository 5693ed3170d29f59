"""Names as text in what Streamlit reads as Markdown, and data for our scripts in its HTML."""

import json
import re
from html import escape

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


def data_html(kind: str, found: object) -> str:
    r"""The HTML of data for our scripts, out of sight: a browser keeps it while it is the same.

    Streamlit takes away an attribute that looks as if it holds a comment or a script.

    >>> data_html("bloei-lists", {"SD1": "a-->b"})
    '<div class="bloei-lists" hidden data-of="{&quot;SD1&quot;: &quot;a--\\u003eb&quot;}"></div>'
    """
    text = json.dumps(found).replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<div class="{kind}" hidden data-of="{escape(text)}"></div>'
