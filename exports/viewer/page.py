"""The kijkdoos as one HTML file: words, figures, boundaries, typeface and program together.

The page asks nothing of any network, and tells the browser to refuse it (its Content Security
Policy). The program is static/scripts/area_map.js, which draws maps on the pages too, and
viewer.js beside this module.
"""

import json
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from analytics.catalog import Indicator
from analytics.catalog.explanation import explanation, terms
from charts.browser.style import map_rules, variables
from data.dutch import long_date
from data.grammar import capital
from data.reference.areas import Level
from exports.flat.collect import Flat
from exports.setting import Setting
from exports.viewer.box import box_of
from geo.boundaries import GEO_FOLDER, STATIC_URL

_HERE = Path(__file__).parent
_STATIC = _HERE.parents[1] / "static"
_MAP_SCRIPT = _STATIC / "scripts" / "area_map.js"
_FONTS = {400: "source-sans-3-latin-400-normal.woff2", 600: "source-sans-3-latin-600-normal.woff2"}
_EXPORTED = "export default function ("
_DEMO = "Demogegevens: deze cijfers zijn verzonnen, geen enkele inwoner bestaat echt."


def html(flat: Flat) -> bytes:
    """The page. OnlyRounded when the figures are exact, NoFigures when there is nothing to see."""
    box, setting = box_of(flat), flat.setting
    page = Template((_HERE / "viewer.html").read_text(encoding="utf-8"))
    shown = {one["id"] for one in box["indicators"]}
    return page.substitute(
        title=escape(f"Buurt in Bloei in cijfers: {box['area']}"),
        demo=f'<p class="demo">{_DEMO}</p>' if setting.is_demo else "",
        about=escape(_about(setting)),
        audience=escape(setting.audience_words),
        explained=_explained(one for one in flat.wanted.indicators if one.id in shown),
        terms=_pairs(terms()),
        style=_style(),
        box=_script_data(box),
        shapes=_script_data(_shapes()),
        program=program(),
    ).encode("utf-8")


def program() -> str:
    """The script of the page: the one that draws maps, made an ordinary function, and our own."""
    maps = _MAP_SCRIPT.read_text(encoding="utf-8")
    own = (_HERE / "viewer.js").read_text(encoding="utf-8")
    return maps.replace(_EXPORTED, "function drawAreaMap(") + own


def _about(setting: Setting) -> str:
    return f"Peildatum {long_date(setting.as_of)}"


def _explained(indicators: Iterable[Indicator]) -> str:
    told = []
    for indicator in indicators:
        found = explanation(indicator)
        words = (found.definition, found.counted, *found.pitfalls, f"Bron: {found.source}.")
        told.append((found.title, " ".join(words)))
    return _pairs(told)


def _pairs(told: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f"<dt>{escape(capital(word))}</dt><dd>{escape(meaning)}</dd>" for word, meaning in told
    )


def _style() -> str:
    own = (_HERE / "viewer.css").read_text(encoding="utf-8")
    faces = "".join(
        f"@font-face {{ font-family: 'Source Sans 3'; font-weight: {weight};"
        f" src: url(data:font/woff2;base64,{_coded(_STATIC / 'fonts' / name)}) format('woff2'); }}"
        for weight, name in _FONTS.items()
    )
    return "\n".join((faces, variables(), map_rules(), own))


def _coded(file: Path) -> str:
    return b64encode(file.read_bytes()).decode("ascii")


def _shapes() -> dict[str, Any]:
    """The boundaries by the address at which the map asks for them."""
    levels = (Level.STADSDEEL, Level.WIJK, Level.BUURT)
    return {
        f"{STATIC_URL}/geo/{level}.json": json.loads(
            (GEO_FOLDER / f"{level}.json").read_text(encoding="utf-8")
        )
        for level in levels
    }


def _script_data(value: Any) -> str:
    """JSON that cannot end the element that it stands in."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
