"""What every medium draws of a picture, read back from what it hands over."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from charts.card import Card
from charts.layout.strokes import DASHES, Stroke
from charts.screen import figure
from charts.theme import Mode
from exports import paper
from exports.house import house
from exports.paper.renderer import Renderer
from exports.slides.cards import pptx
from exports.workbook.cards import xlsx
from tests.exports.paper.samples import SETTING

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"
Ends = tuple[float, float]
LEGEND = "legenda "
BAND_END = "sysDash"  # native charts have no bands: their ends are thin lines
# The names of dashes in the XML of Office: ECMA-376 part 1, 20.1.10.49.
OFFICE = {
    "solid": Stroke.SOLID,
    "lgDash": Stroke.LONG,
    "lgDashDot": Stroke.LONG_DOT,
    "dash": Stroke.DASH,
    "sysDot": Stroke.DOT,
    "dashDot": Stroke.DASH_DOT,
}


@dataclass
class Look:
    """Ends of axes, lines (stroke and colour), entries of the legend, and all words."""

    across: set[Ends] = field(default_factory=set)
    up: set[Ends] = field(default_factory=set)
    lines: Counter[tuple[Stroke, str]] = field(default_factory=Counter)
    marks: int = 0
    keys: list[str] = field(default_factory=list)
    words: str = ""


def on_screen(card: Card) -> Look:
    """What plotly is told."""
    assert card.picture is not None
    drawn = figure(card.picture, Mode.LIGHT)
    layout, traces = drawn["layout"], drawn["data"]
    look = Look()
    look.across = {_ends(axis) for name, axis in layout.items() if name.startswith("xaxis")}
    look.up = {_ends(axis) for name, axis in layout.items() if name.startswith("yaxis")}
    shown = [trace for trace in traces if list(trace.get("x", ())) != [None]]
    lines = [t["line"] for t in shown if t.get("mode") == "lines" and t["line"]["width"]]
    look.lines = Counter((_stroke_of(line["dash"]), line["color"]) for line in lines)
    look.marks = sum(len(t["x"]) for t in shown if t.get("mode") == "markers" or t["type"] == "bar")
    look.keys = [trace["name"] for trace in traces if list(trace.get("x", ())) == [None]]
    notes = [re.sub("<[^>]+>", "", note["text"]) for note in layout.get("annotations", ())]
    look.words = " ".join(notes)
    return look


def _ends(axis: dict[str, Any]) -> Ends:
    low, high = axis.get("range", (0, 0))
    return _number(low), _number(high)


def _number(end: float | str) -> float:
    return date.fromisoformat(end).toordinal() if isinstance(end, str) else round(end, 6)


def _stroke_of(dash: str) -> Stroke:
    parts = () if dash == "solid" else tuple(float(part[:-2]) for part in dash.split(","))
    return next(stroke for stroke, known in DASHES.items() if known == parts)


def on_paper(card: Card, monkeypatch: pytest.MonkeyPatch) -> Look:
    """What Vega-Lite is told, and the words of the finished picture."""
    asked: list[dict[str, Any]] = []
    ask = Renderer.ask

    def told(self: Renderer, request: dict[str, Any]) -> str:
        asked.append(request["spec"])
        return ask(self, request)

    with monkeypatch.context() as patch:
        patch.setattr(Renderer, "ask", told)
        root = ElementTree.fromstring(paper.svg(card, SETTING, house()))
    layers = [one for spec in asked for view in _views(spec) for one in view["layer"]]
    look = Look()
    look.across = _domains(layers, "x")
    look.up = _domains(layers, "y")
    lines = [one["mark"] for one in layers if one["mark"]["type"] == "line"]
    look.lines = Counter((_vega_stroke(mark), mark["color"]) for mark in lines)
    look.marks = _marks(layers)
    texts = ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]
    look.words = " ".join(texts)
    look.keys = texts
    return look


def _views(spec: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec.get("concat", [spec])
    return found


def _domains(layers: list[dict[str, Any]], channel: str) -> set[Ends]:
    scales = [(one["encoding"].get(channel) or {}).get("scale") for one in layers]
    domains = [scale["domain"] for scale in scales if scale]
    return {(round(low, 6), round(high, 6)) for low, high in domains}


def _vega_stroke(mark: dict[str, Any]) -> Stroke:
    dash = tuple(mark.get("strokeDash", ()))
    return next(stroke for stroke, known in DASHES.items() if known == dash)


def _marks(layers: list[dict[str, Any]]) -> int:
    """Bars, and dots that have a colour of their own."""
    rows = [
        one["data"]["values"]
        for one in layers
        if one["mark"]["type"] == "bar"
        or (one["mark"]["type"] == "circle" and "color" in one["encoding"])
    ]
    return sum(map(len, rows))


def on_slides(card: Card) -> list[Look]:
    """What PowerPoint is told: a look per chart, each with the legend of its slide."""
    with ZipFile(BytesIO(pptx(card, SETTING, house()))) as file:
        names = file.namelist()
        charts = [file.read(name) for name in sorted(names) if name.startswith("ppt/charts/chart")]
        slide = ElementTree.fromstring(file.read("ppt/slides/slide1.xml"))
    shapes = [one.get("name", "") for one in slide.iter() if one.tag.endswith("cNvPr")]
    keys = [name.removeprefix(LEGEND) for name in shapes if name.startswith(LEGEND)]
    looks = [_native(chart) for chart in charts]
    for look in looks:
        look.keys = keys
    return looks


def in_workbook(card: Card) -> Look:
    """What Excel is told."""
    with ZipFile(BytesIO(xlsx(card, SETTING, house()))) as file:
        return _native(file.read("xl/charts/chart1.xml"))


def _native(data: bytes) -> Look:
    root = ElementTree.fromstring(data)
    look = Look()
    for axis in root.iter(f"{C}valAx"):
        ends = look.across if _val(axis, "axPos") in ("b", "t") else look.up
        ends.add((_end(axis, "min"), _end(axis, "max")))
    series = list(root.iter(f"{C}ser"))
    lines = [one for one in series if _val(one, "marker/symbol") == "none"]
    strokes = [(_dash(one), _colour(one)) for one in lines]
    look.lines = Counter((OFFICE[dash], colour) for dash, colour in strokes if dash != BAND_END)
    look.keys = _legend(root, series)
    look.words = " ".join(text.text or "" for one in series for text in one.iter(f"{A}t"))
    named = [one for one in series if _val(one, "dLbls/showSerName") == "1"]
    look.words += " ".join(_name(one) for one in named)
    return look


def _path(path: str) -> str:
    return "/".join(f"{C}{part}" for part in path.split("/"))


def _val(element: ElementTree.Element, path: str) -> str:
    found = element.find(_path(path))
    return "" if found is None else found.get("val", "")


def _end(axis: ElementTree.Element, name: str) -> float:
    return round(float(_val(axis, f"scaling/{name}")), 6)


def _dash(series: ElementTree.Element) -> str:
    found = series.find(f"{C}spPr/{A}ln/{A}prstDash")
    return "solid" if found is None else found.get("val", "")


def _colour(series: ElementTree.Element) -> str:
    found = series.find(f"{C}spPr/{A}ln/{A}solidFill/{A}srgbClr")
    return "" if found is None else f"#{found.get('val')}"


def _name(series: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in series.find(_path("tx")).iter(f"{C}v"))  # type: ignore[union-attr]


def _legend(root: ElementTree.Element, series: list[ElementTree.Element]) -> list[str]:
    """The names in a native legend, those that are left out apart."""
    legend = next(root.iter(f"{C}legend"), None)
    if legend is None:
        return []
    left_out = {_val(entry, "idx") for entry in legend.iter(f"{C}legendEntry")}
    return [_name(one) for rank, one in enumerate(series) if str(rank) not in left_out]
