"""Which part of Eindhoven a map shows, and where its points lie on the slide."""

from dataclasses import dataclass

from pptx.util import Inches

from charts.layout.area_map import frame
from charts.pictures import AreaMap
from exports.slides.box import Box
from geo.rings import Point, flat


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
    seen = frame(picture)
    (left, low), (right, high) = flat((seen.west, seen.south)), flat((seen.east, seen.north))
    scale = min(box.width / (right - left), box.height / (high - low))
    slack = (box.width - (right - left) * scale) / 2
    return Frame(box.left + slack, box.top, left, high, scale)
