"""A deck in the dress of the organisation: its layouts, colours, foot and numbers, and no other."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from exports.house import HouseProblem, house
from exports.slides.cards import pptx
from exports.slides.template.own import lent
from tests.exports.paper.samples import CARDS, INTERN, SETTING
from tests.exports.slides.own_template import BLUE, PALE, write_template


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_template(tmp_path_factory.mktemp("huis") / "huis.potx")


def dressed(template: Path, name: str = "balken") -> Any:
    made = pptx(CARDS[name], SETTING, house().with_templates([template]))
    return Presentation(BytesIO(made))


def test_the_deck_has_the_layouts_of_the_organisation_and_none_of_its_slides(
    template: Path,
) -> None:
    file = dressed(template)
    [slide] = file.slides
    assert slide.slide_layout.name == "Kop"
    assert slide.shapes.title.text == CARDS["balken"].title
    text = "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
    assert "vorig jaar" not in text
    for part in (SETTING.selection, SETTING.audience_words, CARDS["balken"].source):
        assert part in text
    names = {shape.name for shape in slide.shapes}
    assert "logo" not in names  # the one of the organisation stands on its master


def test_foot_date_and_number_stand_in_the_places_of_the_layout(template: Path) -> None:
    [slide] = dressed(template).slides
    told = {one.placeholder_format.type.name: one for one in slide.placeholders}
    assert told["FOOTER"].text_frame.text.startswith(house().footer)
    assert told["DATE"].text_frame.text == "30 september 2021"
    assert 'type="slidenum"' in told["SLIDE_NUMBER"]._element.xml
    assert {one.top for one in told.values() if one is not told["TITLE"]} == {told["FOOTER"].top}


def test_everything_stands_under_the_title_and_above_the_foot(template: Path) -> None:
    [slide] = dressed(template).slides
    title = slide.shapes.title
    foot = [one for one in slide.placeholders if one.top > title.top]
    for shape in slide.shapes:
        if not shape.is_placeholder:
            assert shape.top >= title.top + title.height
            assert shape.top + shape.height <= min(one.top for one in foot)


def test_the_colours_are_those_of_the_theme_where_they_can_be_read(tmp_path: Path) -> None:
    blue = write_template(tmp_path / "blauw.pptx")
    found, notes = lent(house(), blue)
    assert (found.colour("accent"), notes) == (f"#{BLUE}", [])
    pale = write_template(tmp_path / "bleek.pptx", accent=PALE, has_text=False)
    found, notes = lent(house(), pale)
    assert found.colour("accent") == house().colour("accent")
    assert any(PALE in note for note in notes)
    assert any("tekstvak" in note for note in notes)


def test_the_same_question_gives_the_same_bytes(template: Path) -> None:
    dress = house().with_templates([template])
    assert pptx(CARDS["balken"], INTERN, dress) == pptx(CARDS["balken"], INTERN, dress)


@pytest.mark.parametrize("name", ["huis.pptx", "huis.odp"])
def test_what_is_no_template_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"geen zip")
    with pytest.raises(HouseProblem, match="sjabloon"):
        lent(house(), house().with_templates([tmp_path / name]).slides or tmp_path)
