"""The projection of a map on paper: what fills the frame, as large as fits."""

from dataclasses import dataclass
from math import cos, log, pi, radians, tan

from charts.layout.area_map import frame
from charts.pictures import AreaMap
from exports.paper.vega import Frame, Spec

# Around the frame, wider than the widest line: there, areas of which only a part is seen are cut.
BEYOND = 20


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
        """The projection as Vega-Lite wants it; what is far outside the frame is not drawn."""
        seen = [[-BEYOND, -BEYOND], [self.frame.width + BEYOND, self.frame.height + BEYOND]]
        scale, moved = self.scale, [self.left, self.top]
        return {"type": "mercator", "scale": scale, "translate": moved, "clipExtent": seen}

    @property
    def units_per_degree(self) -> float:
        """Of latitude."""
        return self.scale * radians(1) / cos(radians(self.middle))


def camera(picture: AreaMap, most: Frame) -> Camera:
    """What shows the whole of the map in a frame as wide and at most as high as given."""
    seen = frame(picture)
    wide = radians(seen.east - seen.west)
    high = _mercator(seen.north) - _mercator(seen.south)
    scale = min(most.width / wide, most.height / high)
    left = (most.width - wide * scale) / 2 - radians(seen.west) * scale
    drawn = Frame(most.width, high * scale, top=most.top)
    top = _mercator(seen.north) * scale
    return Camera(scale, left, top, drawn, (seen.south + seen.north) / 2)


def _mercator(latitude: float) -> float:
    return log(tan(pi / 4 + radians(latitude) / 2))
