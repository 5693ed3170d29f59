"""Numbers in drawings: on paper and in charts their headings say less than in a file of rows."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from exports.audit import audit
from exports.audit.content import Table
from exports.audit.extraction.figures import figures_in
from exports.audit.extraction.found import Source
from exports.audit.extraction.grids import split
from exports.audit.extraction.loose import judged
from exports.audit.words.geography import Geography

RATE = "bereikte inwoners per 1.000 inwoners"


@pytest.mark.parametrize(
    ("title", "is_small"), [("Geopende vacatures", False), ("Matches", True), ("Cijfers", True)]
)
def test_a_slide_tells_of_whom_its_chart_is(tmp_path: Path, title: str, is_small: bool) -> None:
    deck, data = Presentation(), CategoryChartData()
    data.categories = ["januari", "februari"]
    data.add_series("geteld", (3, 40))
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = title
    slide.shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, 4000, 3000, data)
    deck.save(str(tmp_path / "a.pptx"))
    assert audit([tmp_path / "a.pptx"]).failed is is_small


def test_what_has_no_heading_on_paper_is_a_label() -> None:
    """Beneath an axis stands how many areas are that old: 0 (7), 6 (6), 12 (2)."""
    rows = (("0 0", "6", "12"), ("(7)", "(6)", "(2)"))
    topic = "Talentenscans, Eindhoven, peildatum 30-09-2021"
    (grid,), _ = split(Table("a", rows, topic=topic, guessed=True))
    found = figures_in(grid, Geography({}), Source("a", 5, lambda _: {}))
    assert (found.alone, found.figures) == ([], [])


@pytest.mark.parametrize(
    ("rows", "is_told"),
    [
        ([("maand", "Kortonjo"), ("2021-09", "0,5")], False),
        ([("maand", "wijk", RATE), ("2021-09", "Kortonjo", "0,5")], True),
    ],
)
def test_a_tick_above_the_name_of_another_picture_is_no_rate(
    rows: list[tuple[str, ...]], is_told: bool
) -> None:
    """Columns on paper are guessed from places: an area must stand in the row of its rate."""
    table = Table("a", tuple(rows), topic=RATE, guessed=True)
    (grid,), _ = split(table)
    found = figures_in(grid, Geography({}), Source("a", 5, lambda _: {"WK077222": 8000}))
    assert bool(found.alone or found.figures) is is_told


@pytest.mark.parametrize(
    ("topic", "heading", "is_told"),
    [
        ("Matches per wijk", "Geteld", True),
        ("Open vacatures per wijk", "Geteld", False),
        ("Matches per wijk", "maanden", False),
    ],
)
def test_a_heading_on_paper_can_stand_above_a_count_only(
    topic: str, heading: str, is_told: bool
) -> None:
    rows = (("wijk", heading), ("Kortonjo", "3"), ("Binnenstad", "40"))
    (grid,), _ = split(Table("a", rows, topic=topic, guessed=True))
    found = figures_in(grid, Geography({}), Source("a", 5, lambda _: {}))
    assert bool(judged(found.loose)) is is_told
