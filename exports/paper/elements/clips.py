"""What is cut off at the edge of a plot: once, and not layer by layer.

Vega cuts off every layer by itself. To what makes dots of a drawing each of these is a picture of
its own, as large as the whole: a map of fifteen layers took ten times as long as one.
"""

from xml.etree import ElementTree

from exports.paper.elements.shapes import SVG, Element

CLIP, DEFINITION = "clip-path", f"{{{SVG}}}clipPath"


def clip_once(drawing: Element) -> None:
    """Puts layers that come after each other and are cut off alike in one group."""
    edges = {f"url(#{clip.get('id')})": _edge(clip) for clip in drawing.iter(DEFINITION)}
    for parent in drawing.iter():
        last: Element | None = None
        for child in list(parent):
            if (
                last is not None
                and child.tag == last.tag
                and _look(child, edges) == _look(last, edges)
            ):
                last.extend(child)
                parent.remove(child)
            else:
                last = child if child.get(CLIP) in edges else None
    _drop_unused(drawing)


def _edge(clip: Element) -> str:
    """Where is cut off, whatever it is called."""
    return "".join(ElementTree.tostring(shape, encoding="unicode") for shape in clip)


def _look(layer: Element, edges: dict[str, str]) -> dict[str, str]:
    """How a layer is drawn: its attributes, and where it is cut off."""
    return layer.attrib | {CLIP: edges.get(layer.get(CLIP, ""), "")}


def _drop_unused(drawing: Element) -> None:
    used = {element.get(CLIP) for element in drawing.iter()}
    for parent in list(drawing.iter()):
        for clip in parent.findall(DEFINITION):
            if f"url(#{clip.get('id')})" not in used:
                parent.remove(clip)
