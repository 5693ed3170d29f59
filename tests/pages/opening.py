"""A page of the dashboard as a reader with an address sees it, without a browser."""

import json
import re
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest


def opened(app: AppTest, script: str, **query: str) -> AppTest:
    """The dashboard at a page (by its file), with that selection in the address."""
    for key, value in query.items():
        app.query_params[key] = value
    app.switch_page(script).run()
    assert not app.exception
    return app


def ways(app: AppTest) -> dict[str, tuple[str, str]]:
    """The buttons to other areas by their words: the part that a press chooses, and its text."""
    words = "".join(str(part.body) for part in app.html)
    found = re.findall(r'id="to-[^>]* data-choose="(.*?)" data-text="(.*?)">(.*?)<', words)
    return {unescape(name): (part, unescape(text)) for part, text, name in found}


def components(app: AppTest) -> list[dict[str, Any]]:
    """What our own parts of the page are drawn from."""
    return [json.loads(part.proto.json) for part in app.get("bidi_component")]


def charts(app: AppTest) -> list[dict[str, Any]]:
    """What the charts on the page are drawn from."""
    return [one for one in components(app) if "figure" in one]
