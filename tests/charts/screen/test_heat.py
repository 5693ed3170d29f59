"""A heat map: every cell says its number in an ink that can be read, and can be clicked."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.pictures import Heat
from charts.screen.heat import heat
from charts.theme import AROUND_ZERO, Mode, contrast, mixed, ramp_colours

ROWS, COLUMNS = ["Erp & co", "Putten"], ["groen en tuin", "koken", "taal"]
VALUES = [[-4.0, 0.0, 2.0], [None, 1.0, 4.0]]


def drawn(mode: Mode = Mode.LIGHT, **changes: Any) -> dict[str, Any]:
    picture = Heat(
        ROWS, COLUMNS, **({"values": VALUES, "ramp": AROUND_ZERO, "unit": "x"} | changes)
    )
    figure: dict[str, Any] = json.loads(heat(picture, mode).to_json())
    return figure


def test_every_cell_says_its_number_and_a_change_its_sign() -> None:
    cells, texts = drawn()["data"]
    assert texts["text"] == ["−4", "0", "+2", "–", "+1", "+4"]
    assert (cells["zmin"], cells["zmax"]) == (-4, 4)
    assert drawn(ramp="Blues")["data"][1]["text"][2] == "2"


def test_a_middle_and_a_top_set_the_ends() -> None:
    cells, texts = drawn(middle=1.0, top=2.0, decimals=1)["data"]
    assert (cells["zmin"], cells["zmax"]) == (0, 2)
    assert texts["text"][5] == "4,0"


def test_a_click_tells_its_row_and_column_and_names_are_text() -> None:
    figure = drawn()
    places = [cell[:2] for cell in figure["data"][1]["customdata"]]
    assert places == [[row, column] for row in range(2) for column in range(3)]
    assert figure["data"][1]["customdata"][0][2] == "<b>Erp &amp; co</b><br>groen en tuin<br>−4 x"
    assert figure["layout"]["yaxis"]["ticktext"] == ["Erp &amp; co", "Putten"]
    assert "<b" in drawn(chosen="Putten")["layout"]["yaxis"]["ticktext"][1]


def test_the_first_row_stands_above() -> None:
    low, high = drawn()["layout"]["yaxis"]["range"]
    assert low > high


def test_nothing_can_be_drawn() -> None:
    assert drawn(values=[[None] * 3] * 2)["data"][1]["text"] == ["–"] * 6
    assert drawn(values=[[0.0] * 3] * 2, ramp="YlGn")["data"][0]["zmax"] == 1


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("ramp", [AROUND_ZERO, "Blues", "Purples", "YlGn"])
@given(part=st.floats(0, 1))
def test_numbers_can_be_read_on_every_colour(mode: Mode, ramp: str, part: float) -> None:
    figure = drawn(mode, ramp=ramp, values=[[4.0, 4 * part, 0.0], [-4 * part, 0.0, 0.0]], top=4.0)
    cells, texts = figure["data"]
    colours = ramp_colours(ramp, 5, mode)
    for value, ink in zip([4.0, 4 * part], texts["textfont"]["color"], strict=False):
        place = (value - cells["zmin"]) / (cells["zmax"] - cells["zmin"]) * 4
        before = min(int(place), 3)
        fill = mixed(colours[before], colours[before + 1], place - before)
        assert contrast(ink, fill) >= 4.5
