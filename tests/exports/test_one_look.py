"""A picture is the same picture on a screen, on paper, on a slide and in a workbook."""

from datetime import date
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from charts.browser.area_map import map_data
from charts.card import Card
from charts.layout import area_map as maps
from charts.layout import heat as heats
from charts.layout import panels as panel_layout
from charts.layout.trend import ends
from charts.pictures import AreaMap, Bars, Curve, Dot, Heat, Panels, Picture, Scatter, Series, Trend
from charts.screen import DRAWERS
from charts.theme import Mode, ramp_colours
from exports.house import house
from exports.paper.pictures import DRAWERS as ON_PAPER
from exports.slides.cards import pptx
from tests.exports.looks import Look, in_workbook, on_paper, on_screen, on_slides
from tests.exports.paper.samples import CARDS, SETTING, bars, card

MONTHS = [date(2021, month, 1) for month in range(1, 13)]
KINDS: dict[str, Picture] = {
    "lijnen": Trend(
        MONTHS,
        [
            Series("matches", "accent", [5.0] * 12, [4.0] * 12, [7.4] * 12),
            Series("scans", "Purples", [3.0] * 12),
            Series("doel", "ink", [6.0] * 12, is_dashed=True),
            Series("andere wijken", "line", [1.0] * 12, is_quiet=True),
        ],
        unit="aantal",
    ),
    "dagen": Trend(
        [0.0, 30.0, 90.0, 365.0],
        [Series("loopt nog", "accent", [100.0, 80.0, 61.0, 40.0], is_stepped=True)],
        "dagen sinds de start",
        top=100,
    ),
    "balken": bars(),
    "punten": Scatter(
        [
            Dot("Erp", 2, 5.0, "accent", is_named=True),
            Dot("Putten", 10, 4.0, "pilot", is_named=True),
            Dot("De Laak", 5, 1.0),
        ],
        "inwoners",
        "per 1.000",
        [
            Curve("gemiddelde", [1, 11], [3, 3], "ink"),
            Curve("toeval", [1, 5, 11], [27.8, 5, 4], is_dashed=True),
            Curve("toeval", [1, 5, 11], [0, 1, 2], is_dashed=True),
        ],
        decimals=1,
    ),
    "panelen": Panels(
        {
            name: Trend(
                range(13),
                [
                    Series("het midden", "line", [1.0] * 13, is_quiet=True),
                    Series("pilot", "pilot", [2.0] * 13, is_quiet=True),
                    Series(name, "ink", [high] * 13),
                ],
                "maanden",
            )
            for name, high in (("Erp", 3.0), ("Putten", 9.0))
        }
    ),
}


def looks(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> dict[str, Look]:
    """The look of a picture in every medium that draws it."""
    one = card(picture)
    found = {"scherm": on_screen(one), "papier": on_paper(one, monkeypatch)}
    found |= {f"dia {rank}": look for rank, look in enumerate(on_slides(one))}
    return found if isinstance(picture, Panels) else found | {"werkmap": in_workbook(one)}


def is_calendar(picture: Picture) -> bool:
    return isinstance(picture, Trend) and isinstance(picture.steps[0], date)


@pytest.mark.parametrize("name", KINDS)
def test_axes_end_at_the_same_place(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = KINDS[name]
    found = looks(picture, monkeypatch)
    if not isinstance(picture, Bars):  # whose other axis counts rows
        assert len({frozenset(look.up) for look in found.values()}) == 1
        assert all(len(look.up) == 1 for look in found.values())
    drawn = {key: look for key, look in found.items() if look.across}
    assert len({frozenset(look.across) for look in drawn.values()}) == 1
    # Native charts of months end where their months end.
    assert is_calendar(picture) or drawn.keys() == found.keys()


@pytest.mark.parametrize("name", KINDS)
def test_lines_have_the_same_strokes_and_colours(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = looks(KINDS[name], monkeypatch)
    slides = [found.pop(key).lines for key in list(found) if key.startswith("dia")]
    screen = found["scherm"].lines
    assert sum(slides[1:], slides[0]) == screen
    assert all(look.lines == screen for look in found.values())
    assert screen or isinstance(KINDS[name], Bars)


@pytest.mark.parametrize("name", ["balken", "punten", "panelen"])
def test_the_legend_has_the_same_entries_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = looks(KINDS[name], monkeypatch)
    keys = found["scherm"].keys
    assert keys
    assert len(set(keys)) == len(keys)
    for medium, look in found.items():
        if medium == "papier":  # its words are one list: the legend and all others
            assert all(look.keys.count(key) == 1 for key in keys)
        elif medium != "werkmap" or name != "balken":  # Excel has no key for error bars
            assert look.keys == keys


@pytest.mark.parametrize("name", ["lijnen", "dagen"])
def test_lines_have_the_same_names_at_their_end(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    picture, found = KINDS[name], looks(KINDS[name], monkeypatch)
    assert isinstance(picture, Trend)
    for end in ends(picture):
        for look in (found["scherm"], found["papier"], found["dia 0"]):
            assert f"{end.text} {end.series.name}" in look.words
    named = [end.series.name for end in ends(picture)]
    assert [key.lower() for key in found["werkmap"].keys] == named
    assert not any("andere wijken" in look.words for look in found.values())


def test_points_have_the_same_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for look in looks(KINDS["punten"], monkeypatch).values():
        assert "Erp" in look.words
        assert "Putten" in look.words
        assert "De Laak" not in look.words


def test_panels_say_their_last_value(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = KINDS["panelen"]
    assert isinstance(picture, Panels)
    found = looks(picture, monkeypatch)
    last = [panel_layout.last(trend) for trend in picture.panels.values()]
    texts = [end.text for end in last if end]
    assert texts == ["3", "9"]
    slides = " ".join(look.words for key, look in found.items() if key.startswith("dia"))
    for words in (found["scherm"].words, found["papier"].words, slides):
        assert all(text in words.split() for text in texts)


def test_a_line_that_climbs_away_presses_no_point_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    for look in looks(KINDS["punten"], monkeypatch).values():
        assert look.up == {(0, 5.6)}


def test_days_of_stretches_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    one = CARDS["tijd"]
    assert on_screen(one).across == on_paper(one, monkeypatch).across


@pytest.mark.parametrize("name", ["warmte", "verandering"])
def test_cells_say_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = CARDS[name].picture
    assert isinstance(picture, Heat)
    said = on_paper(CARDS[name], monkeypatch).keys
    for row in picture.values:
        for value in row:
            assert heats.text(picture, value) in said


@pytest.mark.parametrize("name", ["kaart", "kaarten", "deel"])
def test_maps_show_the_same_areas_legend_and_names(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = CARDS[name]
    picture = one.picture
    assert isinstance(picture, AreaMap)
    sent = map_data(picture, one.alt, Mode.LIGHT)
    said = on_paper(one, monkeypatch).keys
    names = shape_names(one)
    areas = maps.shown(picture)
    assert [area["code"] for area in sent["areas"]] == [area.code for area in areas]
    assert all(names.count(area.name) == len(moments_of(picture)) for area in areas)
    keys = [key.text for key in maps.keys(picture, ramp_colours("YlGn", 5, Mode.LIGHT))]
    assert [key[0] for key in sent["keys"]] == keys
    assert [text for text in names if text.startswith("legenda ")] == [f"legenda {k}" for k in keys]
    assert all(said.count(key) == 1 for key in keys)


def moments_of(picture: AreaMap) -> list[str]:
    return list(picture.moments) if picture.is_series else [picture.moments[picture.shown]]


def shape_names(one: Card) -> list[str]:
    """The names of the shapes of a map, on its slide."""
    slide = Presentation(BytesIO(pptx(one, SETTING, house()))).slides[0]
    groups = [shape.shapes for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    return [shape.name for group in groups for shape in group]


def test_every_kind_of_picture_is_compared() -> None:
    compared = {type(picture) for picture in KINDS.values()} | {
        type(CARDS[name].picture) for name in ("tijd", "warmte", "kaart")
    }
    assert compared == ON_PAPER.keys() == DRAWERS.keys() | {AreaMap}
