"""Names on a map lie inside their area, and the area that the title names has one."""

from collections.abc import Mapping

import pytest
from shapely.affinity import scale as stretched
from shapely.geometry import Point, Polygon, box
from shapely.ops import unary_union

from analytics.scope.indicator.ranking import Mark
from analytics.statistics.classes import Classes
from charts.layout.area_map import Name, names
from charts.layout.labels import ALWAYS, AROUND, LETTER_WIDTH, LINE_HEIGHT, Label
from charts.pictures import AreaMap, MapArea
from data.reference.areas import Level, areas
from geo.rings import NARROWING, shapes

NAMES = {area.code: area.name for area in areas()}


def polygon(level: Level, code: str) -> Polygon:
    """The shape on a plane where east and north have one scale; a hole is cut out."""
    whole = Polygon()
    for ring in shapes(level)[code]:
        whole = whole.symmetric_difference(Polygon(ring))
    return stretched(whole, NARROWING, 1, origin=(0, 0))


@pytest.mark.parametrize("level", [Level.STADSDEEL, Level.WIJK, Level.BUURT])
def test_no_border_runs_through_a_name(level: Level) -> None:
    for code in shapes(level):
        label = Label(NAMES[code], level, code, "12,3")
        letter = 1 / label.fits_from()  # degrees
        wide = max(map(len, [*label.lines, label.figure])) * LETTER_WIDTH + 2 * AROUND
        high = (len(label.lines) + 1) * LINE_HEIGHT + AROUND
        (east, north), half = label.room.place, (wide * letter / 2, high * letter / 2)
        middle = Point(east * NARROWING, north)
        drawn = box(middle.x - half[0], middle.y - half[1], middle.x + half[0], middle.y + half[1])
        assert polygon(level, code).buffer(1e-9).contains(drawn), NAMES[code]


def picture(values: Mapping[str, float | str], chosen: str = "") -> AreaMap:
    drawn = [MapArea(c, NAMES[c], (c,), (v,), is_chosen=c == chosen) for c, v in values.items()]
    return AreaMap(Level.WIJK, drawn, Classes((1.0,), 1), "YlGn", "matches", ("nu",))


def named(picture: AreaMap) -> list[Name]:
    return [name for name in names(picture) if name.scale == ALWAYS]


def test_the_highest_has_its_name_and_the_chosen_one_too() -> None:
    wijken = [code for code in shapes(Level.WIJK)]
    values = {code: float(number) for number, code in enumerate(wijken)}
    assert [name.area.code for name in named(picture(values))] == [wijken[-1]]
    assert [name.area.code for name in named(picture(values, wijken[0]))] == [wijken[0]]


def test_areas_without_a_figure_give_way() -> None:
    values: dict[str, float | str] = dict.fromkeys(shapes(Level.WIJK), Mark.NOT_STARTED)
    assert named(picture(values)) == []
    last = list(values)[-1]
    found = names(picture(values | {last: 2.0}))
    assert found[0].area.code == last


def test_names_do_not_touch() -> None:
    values: dict[str, float | str] = {code: 1.5 for code in shapes(Level.WIJK)}
    found = names(picture(values))
    letter = 1 / 700  # a map of about 600 pixels
    drawn = [name for name in found if name.scale <= 1 / letter]
    assert len(drawn) > 8
    boxes = []
    for name in drawn:
        wide = max(map(len, [*name.lines, "1,5"])) * LETTER_WIDTH * letter / 2
        high = (len(name.lines) + 1) * LINE_HEIGHT * letter / 2
        east, north = name.longitude * NARROWING, name.latitude
        boxes.append(box(east - wide, north - high, east + wide, north + high))
    assert unary_union(boxes).area == pytest.approx(sum(each.area for each in boxes))
