"""Maps: what fills the frame, how every area is filled, the legend, and where names stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from analytics.scope.indicator.ranking import Mark
from charts.layout.keys import Key, Pattern, Sign
from charts.layout.labels import Label, scales
from charts.layout.spots import symbols
from charts.layout.strokes import Stroke
from charts.pictures import AreaMap, MapArea
from charts.theme import GROUP_COLOURS
from data.dutch import number, signed
from data.reference.areas import areas
from geo import boundaries
from geo.rings import Shape, extent, shapes

MARGIN = 0.01  # of the longest side around the city, for the lines along the edge
MARGIN_AROUND = 0.08  # around a part of it, for its neighbours
PILOT = "pilot, hier begon het"
CHOSEN = "het gekozen gebied"
# How an area without a figure is filled, so that each kind can be told apart without colour.
PATTERNS = {
    Mark.NOT_STARTED: Pattern.LINES,
    Mark.WITHHELD: Pattern.CROSSES,
    Mark.BETWEEN_QUARTERS: Pattern.CROSSES,
    Mark.NO_INHABITANTS: Pattern.DOTS,
    Mark.FEW_INHABITANTS: Pattern.RULES,
    Mark.TOO_SMALL: Pattern.RULES,
    Mark.TOO_EARLY: Pattern.CROSSES,
    Mark.NO_SCANS: Pattern.CROSSES,
    Mark.JUST_STARTED: Pattern.CROSSES,
    Mark.NOT_YET: Pattern.LINES,
    Mark.NOT_APPLICABLE: Pattern.PLAIN,
}
PILOT_STROKE = Stroke.DASH  # of the line around the pilot; that around the chosen area is solid
GROUND, FIGURE = "empty", "idle"  # the inks of an area without a figure, and of its pattern


@dataclass(frozen=True)
class Frame:
    """What a map shows, in degrees."""

    west: float
    south: float
    east: float
    north: float


def frame(picture: AreaMap) -> Frame:
    """All of Eindhoven, or the area around; of a team, which has no shape, its own areas."""
    west, south, east, north = extent(_around(picture))
    margin = MARGIN_AROUND if picture.around else MARGIN
    across, up = (east - west) * margin, (north - south) * margin
    return Frame(west - across, south - up, east + across, north + up)


def _around(picture: AreaMap) -> Sequence[Shape]:
    levels = {area.code: area.level for area in areas()}
    if picture.around in levels:
        return [shapes(levels[picture.around])[picture.around]]
    codes = [code for area in shown(picture) for code in area.shapes] if picture.around else []
    west, south, east, north = boundaries.extent()
    whole: Shape = (((west, south), (east, north)),)
    return [shapes(picture.level)[code] for code in codes] or [whole]


def shown(picture: AreaMap) -> list[MapArea]:
    """The areas that the map is about: all of them, or those inside the area around."""
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


def pattern(value: float | str) -> Pattern:
    """What lies over the fill of an area."""
    return PATTERNS[Mark(value)] if isinstance(value, str) else Pattern.PLAIN


def fill(picture: AreaMap, value: float | str, colours: Sequence[str]) -> str:
    """The ink of an area: the colour of its class, or the ground of areas without a figure."""
    return GROUND if isinstance(value, str) else colours[picture.classes.index(value)]


def keys(picture: AreaMap, colours: Sequence[str]) -> list[Key]:
    """The classes from low to high, the marks that occur, the rings, and the groups of spots.

    `colours` are those of the classes (#RRGGBB).
    """
    values = {value for area in picture.areas for value in area.values}
    found = marks(picture)
    classes = picture.classes.labels() if values - set(found) else []
    return [
        *(Key(text, colour) for text, colour in zip(classes, colours, strict=bool(classes))),
        *(Key(mark, GROUND, pattern=pattern(mark)) for mark in found),
        *_rings(picture),
        *_groups(picture),
    ]


def marks(picture: AreaMap) -> list[str]:
    """The marks that occur at any moment, each once."""
    return sorted({v for area in picture.areas for v in area.values if isinstance(v, str)})


def _rings(picture: AreaMap) -> list[Key]:
    """What the thick lines on the map are around."""
    has_pilot = any(area.is_pilot for area in picture.areas)
    pilot = [Key(PILOT, "pilot", Sign.RING, PILOT_STROKE)] if has_pilot else []
    chosen = [area.name for area in picture.areas if area.is_chosen]
    name = chosen[0] if len(chosen) == 1 else CHOSEN
    return [*pilot, Key(name, "accent", Sign.RING)] if chosen else pilot


def _groups(picture: AreaMap) -> list[Key]:
    present = {spot.group for spot in picture.spots}
    return [
        Key(group, GROUP_COLOURS[symbol], Sign.SPOT, symbol=symbol)
        for group, symbol in symbols(picture).items()
        if group in present
    ]


@dataclass(frozen=True)
class Name:
    """The name of an area with its place in degrees, and from which scale it stands.

    The scale is in letter sizes a degree of latitude.
    """

    area: MapArea
    lines: Sequence[str]
    longitude: float
    latitude: float
    scale: float

    def texts(self, picture: AreaMap, moment: int) -> list[str]:
        """The lines of the name at a moment, with the figure under it where there is one."""
        return [*self.lines, *_figure(picture, self.area.values[moment])]


def first_line(count: int) -> float:
    """How far the middle of the first of some lines lies under its place, in lines."""
    return -(count - 1) / 2


def names(picture: AreaMap) -> list[Name]:
    """The names of areas; none where there are spots: one or the other can be read.

    What comes first has its name first: the chosen area, then those with the highest figures.
    """
    found = [] if picture.spots else sorted(shown(picture), key=partial(_turn, picture))
    labels = [_label(picture, area, is_first=area is found[0]) for area in found]
    return [
        Name(area, label.lines, *label.room.place, scale)
        for area, label, scale in zip(found, labels, scales(labels), strict=True)
    ]


def _turn(picture: AreaMap, area: MapArea) -> tuple[bool, bool, float]:
    value = area.values[picture.shown]
    height = 0.0 if isinstance(value, str) else abs(value)
    return not area.is_chosen, isinstance(value, str), -height


def _label(picture: AreaMap, area: MapArea, *, is_first: bool) -> Label:
    """The label of an area in the largest of its shapes."""
    hectares = {known.code: known.area_ha for known in areas()}
    largest = max(area.shapes, key=lambda code: hectares[code])
    figures = [text for value in area.values for text in _figure(picture, value)]
    longest = max(figures, key=len, default="")
    is_told = area.is_chosen or (is_first and not isinstance(area.values[picture.shown], str))
    return Label(
        area.name, picture.level, largest, longest, is_named=is_told and not picture.is_series
    )


def _figure(picture: AreaMap, value: float | str) -> list[str]:
    """What stands under a name: a number; a mark is told by its pattern.

    Where there are flows there is no room for it, and the flows are what the map is about.
    """
    if isinstance(value, str) or picture.flows:
        return []
    classes = picture.classes
    return [(signed if classes.is_change else number)(value, classes.decimals)]
