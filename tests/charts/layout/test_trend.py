"""Lines: from zero, names that do not touch, and strokes that a printer in grey keeps apart."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.layout.strokes import MEASURED, REFERENCES, Stroke
from charts.layout.trend import axes, ends, lines, spread
from charts.pictures import Series, Trend

GAP = 0.075
MONTHS = [date(2021, month, 1) for month in range(1, 13)]


def picture(*values: float | None, **more: Any) -> Trend:
    series = [Series(f"lijn {n}", "YlGn", [value] * 12) for n, value in enumerate(values)]
    return replace(Trend(MONTHS, series), **more)


NAMES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from([GAP, 2 * GAP])), min_size=1, max_size=6
)


@given(NAMES)
def test_names_at_line_ends_never_touch_nor_stick_out(names: list[tuple[float, float]]) -> None:
    heights, highs = zip(*names, strict=True)
    placed = spread(heights, highs)
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    boxes = [(placed[n] - highs[n] / 2, placed[n] + highs[n] / 2) for n in order]
    assert all(below[1] <= above[0] + 1e-9 for below, above in pairwise(boxes))
    assert boxes[0][0] >= -1e-9
    assert boxes[-1][1] <= 1 + 1e-9


def test_names_with_room_stay_at_their_line() -> None:
    assert spread([0.2, 0.8, 0.5], [0.1] * 3) == [0.2, 0.8, 0.5]


def test_names_that_touch_at_the_top_leave_those_below_at_their_line() -> None:
    assert spread([0.2, 1, 1], [0.1] * 3) == pytest.approx([0.2, 0.85, 0.95])


def test_more_names_than_fit_stick_out_below() -> None:
    assert spread([0.5] * 3, [0.5] * 3) == pytest.approx([-0.25, 0.25, 0.75])


def test_an_axis_begins_at_zero_and_ends_above_the_highest_line_and_band() -> None:
    line = Series("doel", "accent", [1.0] * 12, low=[0.5] * 12, high=[9.0] * 12)
    assert axes(picture(5.0, 80.0)).up.low == 0
    assert axes(picture(5.0, 80.0)).up.high > 80
    assert axes(Trend(MONTHS, [line])).up.high > 9
    assert axes(picture(5.0, top=100)).up.high == 100
    assert axes(picture(0.0)).up.high == axes(picture(None)).up.high == 1


def test_only_lines_with_a_value_that_are_no_context_have_a_name() -> None:
    quiet = Series("andere", "line", [3.0] * 12, is_quiet=True)
    named = ends(Trend(MONTHS, [quiet, *picture(1_234.0, None).series]))
    assert [(end.text, end.series.name) for end in named] == [("1.234", "lijn 0")]


def test_a_share_at_an_end_has_its_sign() -> None:
    [end] = ends(Trend(MONTHS, [Series("wijken", "line", [67.0] * 12)], unit="%"))
    assert end.text == "67%"


def drawn(*inks: str, is_dashed: bool = False, is_quiet: bool = False) -> list[Stroke]:
    series = [Series(ink, ink, [1.0], is_dashed=is_dashed, is_quiet=is_quiet) for ink in inks]
    return [line.stroke for line in lines(Trend(MONTHS[:1], series))]


def test_what_colour_tells_apart_the_stroke_tells_apart() -> None:
    assert drawn("YlGn", "Blues", "Purples") == list(MEASURED)
    assert drawn("ink", "line", is_dashed=True) == list(REFERENCES[:2])
    assert drawn("line", "pilot", is_quiet=True) == list(MEASURED[:2])
    assert drawn("line", "line", "line") == [Stroke.SOLID] * 3


def test_the_chosen_subject_is_solid_wherever_it_stands() -> None:
    assert drawn("line", "accent", "pilot") == [Stroke.LONG, Stroke.SOLID, Stroke.LONG_DOT]
