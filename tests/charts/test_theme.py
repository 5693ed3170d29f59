"""Colours: enough contrast in both dresses, and one source for what else shows them."""

import tomllib
from itertools import pairwise

import pytest

from charts.theme import (
    CONFIG,
    PALETTES,
    RAMPS,
    Mode,
    base_layout,
    contrast,
    line_colour,
    ramp_colours,
    text_on,
)
from tests.paths import ROOT

TEXT, MARKS = 4.5, 3.0  # WCAG 2.1, criteria 1.4.3 and 1.4.11
MODES = list(Mode)
RAMP_NAMES = list(RAMPS)


def test_contrast_is_measured_as_published() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["ink", "muted", "accent", "pilot", "worse"])
def test_text_can_be_read(mode: Mode, name: str) -> None:
    palette = PALETTES[mode]
    assert contrast(getattr(palette, name), palette.paper) >= TEXT


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["line", "accent", "pilot", "outline"])
def test_lines_can_be_seen(mode: Mode, name: str) -> None:
    palette = PALETTES[mode]
    assert contrast(getattr(palette, name), palette.paper) >= MARKS


@pytest.mark.parametrize("mode", MODES)
def test_a_pattern_can_be_seen_on_its_ground(mode: Mode) -> None:
    assert contrast(PALETTES[mode].idle, PALETTES[mode].empty) >= MARKS


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ramp", RAMP_NAMES)
def test_trend_lines_can_be_seen(mode: Mode, ramp: str) -> None:
    assert contrast(line_colour(ramp, mode), PALETTES[mode].paper) >= MARKS


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ramp", RAMP_NAMES)
@pytest.mark.parametrize("count", range(1, 6))
def test_what_is_high_stands_out_from_the_paper(mode: Mode, ramp: str, count: int) -> None:
    colours = ramp_colours(ramp, count, mode)
    against = [contrast(colour, PALETTES[mode].paper) for colour in colours]
    assert len(set(colours)) == count
    assert all(low < high for low, high in pairwise(against))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ramp", RAMP_NAMES)
def test_a_name_can_be_read_on_every_colour_of_a_map(mode: Mode, ramp: str) -> None:
    palette = PALETTES[mode]
    fills = [*ramp_colours(ramp, 5, mode), palette.empty]
    assert all(contrast(text_on(fill), fill) >= TEXT for fill in fills)


@pytest.mark.parametrize("mode", MODES)
def test_the_pages_have_the_same_colours(mode: Mode) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    page, palette = config["theme"][mode.value], PALETTES[mode]
    assert page["primaryColor"] == palette.accent
    assert page["backgroundColor"] == palette.paper
    assert page["textColor"] == palette.ink


@pytest.mark.parametrize("mode", MODES)
def test_numbers_are_written_the_dutch_way(mode: Mode) -> None:
    assert base_layout(mode, 100)["separators"] == ",."


def test_a_chart_sends_nothing_and_asks_nothing_elsewhere() -> None:
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["displayModeBar"] is False
