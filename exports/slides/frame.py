"""Which part of Eindhoven a map shows, and where its points lie on the slide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pptx.util import Inches

from charts.pictures import AreaMap, MapArea
from data.reference.areas import Level, areas
from exports.slides.box import Box
from geo.rings import Point, Shape, extent, flat, shapes


@dataclass(frozen=True)
class Frame:
    """From degrees to a place on the slide, north up."""

    left: float
    top: float
    west: float
    north: float
    scale: float  # inches a degree of latitude

    def place(self, point: Point) -> tuple[int, int]:
        """Where a point of degrees lies on the slide."""
        east, north = flat(point)
        x = self.left + (east - self.west) * self.scale
        y = self.top + (self.north - north) * self.scale
        return Inches(x), Inches(y)


def frame_of(picture: AreaMap, box: Box) -> Frame:
    """The frame in which all that the map is about fills a box."""
    west, south, east, north = extent(_around(picture))
    (left, low), (right, high) = flat((west, south)), flat((east, north))
    scale = min(box.width / (right - left), box.height / (high - low))
    slack = (box.width - (right - left) * scale) / 2
    return Frame(box.left + slack, box.top, left, high, scale)


def _around(picture: AreaMap) -> Sequence[Shape]:
    known = {area.code: area.level for area in areas()}
    if picture.around in known:
        return [shapes(known[picture.around])[picture.around]]
    if picture.around:  # a team: its wijken
        found = shapes(picture.level)
        return [found[code] for area in drawn_areas(picture) for code in area.shapes]
    return list(shapes(Level.GEMEENTE).values())


def drawn_areas(picture: AreaMap) -> list[MapArea]:
    """The areas that lie in the frame, as far as the boundaries know."""
    parents = {area.code: area.parent for area in areas()}
    if picture.around in parents:
        return [area for area in picture.areas if _is_inside(area, picture.around, parents)]
    own = [area for area in picture.areas if area.code == picture.around]
    return own or list(picture.areas)


def _is_inside(area: MapArea, around: str, parents: Mapping[str, str]) -> bool:
    return any(around in _up(code, parents) for code in (area.code, *area.shapes))


def _up(code: str, parents: Mapping[str, str]) -> list[str]:
    path = [code]
    while parents.get(path[-1]):
        path.append(parents[path[-1]])
    return path
