"""The projection of a map on paper: what fills the frame, as large as fits."""

from dataclasses import dataclass
from math import cos, log, pi, radians, tan

from charts.pictures import AreaMap
from data.reference.areas import Level
from exports.paper.vega import Frame, Spec
from geo import boundaries
from geo.rings import extent, shapes

MARGIN = 4  # units around the city, for the lines along the edge
MARGIN_AROUND = 26  # units around a part of it, for its neighbours
LEVELS = (Level.GEMEENTE, Level.STADSDEEL, Level.WIJK, Level.BUURT)

Box = tuple[float, float, float, float]  # west, south, east and north in degrees


@dataclass(frozen=True)
class Camera:
    """A Mercator projection with the frame that it fills."""

    scale: float
    left: float
    top: float
    frame: Frame
    middle: float  # the latitude in degrees for which lengths hold

    @property
    def projection(self) -> Spec:
        """The projection as Vega-Lite wants it."""
        return {"type": "mercator", "scale": self.scale, "translate": [self.left, self.top]}

    @property
    def units_per_degree(self) -> float:
        """Of latitude."""
        return self.scale * radians(1) / cos(radians(self.middle))

    def sees(self, longitude: float, latitude: float) -> bool:
        """Whether a place in degrees lies in the frame."""
        x = self.left + radians(longitude) * self.scale
        y = self.top - _mercator(latitude) * self.scale
        return 0 <= x <= self.frame.width and 0 <= y <= self.frame.height


def camera(picture: AreaMap, most: Frame) -> Camera:
    """What shows the whole of the map in a frame as wide and at most as high as given."""
    west, south, east, north = _box(picture)
    margin = MARGIN_AROUND if picture.around else MARGIN
    wide, high = radians(east - west), _mercator(north) - _mercator(south)
    scale = min((most.width - 2 * margin) / wide, (most.height - 2 * margin) / high)
    left = (most.width - wide * scale) / 2 - radians(west) * scale
    frame = Frame(most.width, high * scale + 2 * margin, top=most.top)
    return Camera(scale, left, margin + _mercator(north) * scale, frame, (south + north) / 2)


def _mercator(latitude: float) -> float:
    return log(tan(pi / 4 + radians(latitude) / 2))


def _box(picture: AreaMap) -> Box:
    """All of Eindhoven, or the area around; of a team, which has no shape, its own areas."""
    if not picture.around:
        return boundaries.extent()
    for level in LEVELS:
        if picture.around in shapes(level):
            return extent([shapes(level)[picture.around]])
    codes = [code for area in picture.areas for code in area.shapes]
    return extent(shapes(picture.level)[code] for code in codes) if codes else boundaries.extent()
