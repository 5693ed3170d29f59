"""A deck as a person edits it, and what stands in it once it is renewed."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from exports.slides.mark import marked

OWN_TITLE, OWN_TEXT = "Tongelre groeit, zegt het team", "Wij zien dit ook op straat"
CARDS = ("overzicht.trend", "overzicht.uitrol", "overzicht.kaart")
EDITED = {"overzicht.trend": "titel", "overzicht.uitrol": "bron"}  # of them, by the person
LEFT, WIDTH = Inches(1.5), Inches(6)
ROUNDED = 500  # of the units of a slide: LibreOffice counts in hundredths of a millimetre


def of_card(file: Any, card: str) -> Iterator[tuple[str, Any]]:
    """The parts of a card, by name, slide after slide."""
    for slide in file.slides:
        yield from ((mark.deel, shape) for mark, shape in marked(slide) if mark.kaart == card)


def said(shape: Any) -> list[Any]:
    """All that a shape shows: its text, its figures, the cells, or the colours and names."""
    if shape.has_text_frame:
        return [shape.text_frame.text]
    about = shape._element._nvXxPr.cNvPr.get("descr")
    if shape.has_chart:
        axis = shape.chart.value_axis
        series = [(one.name, *one.values) for one in shape.chart.plots[0].series]
        return [about, axis.maximum_scale, *series, *map(str, shape.chart.plots[0].categories)]
    if shape.has_table:
        return [about, *(cell.text for row in shape.table.rows for cell in row.cells)]
    inside = list(getattr(shape, "shapes", []))
    words = [one.text_frame.text for one in inside if one.has_text_frame]
    fills = [one._element.xpath(".//p:spPr/a:solidFill/a:srgbClr/@val") for one in inside]
    return [about, *words, *fills]


def group_and_copy(slide: Any) -> None:
    """The line under the title in a group, and the source twice on the slide."""
    [below] = [shape for shape in slide.shapes if shape.name.startswith("ondertitel")]
    [source] = [shape for shape in slide.shapes if shape.name.startswith("bron")]
    slide.shapes.add_group_shape([below])
    slide.shapes._spTree.append(deepcopy(source._element))


def edited(path: Path, to: Path) -> Path:
    """What a person does: a title, a text and a slide of their own, one moved, one taken away."""
    file = Presentation(str(path))
    trend, compared, *_ = [slide for slide in file.slides if len(slide.shapes) > 3 and marked(slide)
                           and marked(slide)[0][0].kaart]  # fmt: skip
    trend.shapes.title.text_frame.text = OWN_TITLE
    trend.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = OWN_TEXT
    [chart] = [shape for shape in trend.shapes if shape.has_chart]
    chart.left, chart.width = LEFT, WIDTH
    group_and_copy(trend)
    [source] = [shape for shape in compared.shapes if shape.name.startswith("bron")]
    source._element.getparent().remove(source._element)
    own = file.slides.add_slide(trend.slide_layout)
    own.shapes.title.text_frame.text = OWN_TITLE
    file.save(str(to))
    return to


def words(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def assert_renewed(made: Path, early: Path, late: Path) -> None:
    """Figures are those of a fresh deck of the late day, and what a person did still stands."""
    file = Presentation(str(made))
    fresh, old = Presentation(str(late)), Presentation(str(early))
    assert sum(_assert_card(card, file, fresh, old) for card in CARDS) > 6  # else nothing was tried
    [trend] = [slide for slide in file.slides if OWN_TEXT in words(slide)]
    assert trend.shapes.title.text_frame.text == OWN_TITLE
    [chart] = [shape for shape in trend.shapes if shape.has_chart]
    assert (chart.left, chart.width) == pytest.approx((LEFT, WIDTH), abs=ROUNDED)
    assert words(list(file.slides)[-1])[0] == OWN_TITLE


def _assert_card(card: str, made: Any, fresh: Any, old: Any) -> int:
    """How many parts of it say something else than they did."""
    wanted, before = list(of_card(fresh, card)), dict(of_card(old, card))
    own = EDITED.get(card)
    kept = [(part, said(shape)) for part, shape in of_card(made, card) if part != own]
    expected = [(part, said(shape)) for part, shape in wanted if part != own]
    copies = [("bron", said(dict(wanted)["bron"]))] if card == "overzicht.trend" else []
    assert sorted(kept, key=str) == sorted([*expected, *copies], key=str)
    return sum(said(before[part]) != said(shape) for part, shape in wanted)
