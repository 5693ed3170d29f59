"""What is cut off alike is cut off once, and nothing else is moved."""

from xml.etree import ElementTree

from exports.paper.elements.clips import clip_once

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg">
<g clip-path="url(#a)"><path d="1"/></g><g clip-path="url(#b)"><path d="2"/></g>
<g><path d="3"/></g>
<g clip-path="url(#b)"><path d="4"/></g><g clip-path="url(#c)"><path d="5"/></g>
<g clip-path="url(#c)" opacity="0.5"><path d="6"/></g>
<defs><clipPath id="a"><rect width="9"/></clipPath><clipPath id="b"><rect width="9"/></clipPath>
<clipPath id="c"><rect width="8"/></clipPath></defs></svg>"""


def test_layers_after_each_other_with_the_same_edge_become_one() -> None:
    drawing = ElementTree.fromstring(DRAWING)
    clip_once(drawing)
    groups = drawing.findall("{*}g")
    assert [[path.get("d") for path in group] for group in groups] == [
        ["1", "2"], ["3"], ["4"], ["5"], ["6"],
    ]  # fmt: skip
    assert [group.get("clip-path") for group in groups] == [
        "url(#a)", None, "url(#b)", "url(#c)", "url(#c)",
    ]  # fmt: skip


def test_what_cuts_nothing_off_any_more_is_gone() -> None:
    drawing = ElementTree.fromstring(DRAWING.replace('<g><path d="3"/></g>', ""))
    clip_once(drawing)
    assert [clip.get("id") for clip in drawing.findall(".//{*}clipPath")] == ["a", "c"]
