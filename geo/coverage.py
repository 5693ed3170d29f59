"""Checks of the boundaries: every function returns Dutch sentences, none when all is well.

A level is right when its areas are those of gebieden.csv, when they lie against each other
without gap or overlap (a valid coverage), and when they fill the areas of the level above.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import shapely

from data.dutch import number
from data.reference.areas import Area, Level, areas, at_level
from geo.boundaries import GEO_FOLDER
from geo.shapes import Shapes, hectares, read_shapes, to_degrees, to_metres

NESTED = (
    (Level.GEMEENTE, Level.STADSDEEL),
    (Level.STADSDEEL, Level.WIJK),
    (Level.WIJK, Level.BUURT),
)
TOLERANCE_HA = 1e-6  # rounding of sums; the smallest step of a coordinate is far above it
CREVICE_METRES = 20.0  # an opening in the outline that is narrower than this is a gap
SHARPEST_CORNER = 50.0  # mitre limit: corners this sharp come back as they were
TOUCHING_DEGREES = 1e-7  # a centimetre: the way to metres and back is not exact
NAMES_IN_SENTENCE = 5


def drawn_faults(folder: Path = GEO_FOLDER) -> tuple[str, ...]:
    """The faults in the ready files that the maps are drawn from."""
    levels = (NESTED[0][0], *(inner for _, inner in NESTED))
    return boundary_faults(
        {level: read_shapes(folder / f"{level}.json", "code") for level in levels}
    )


def boundary_faults(levels: Mapping[Level, Shapes]) -> tuple[str, ...]:
    """What is wrong with the boundaries of gemeente, stadsdelen, wijken and buurten together.

    The nesting is judged only when each level is right by itself: a wrong shape would
    otherwise be told once for every area around it.
    """
    faults = [fault for level, shapes in levels.items() for fault in level_faults(level, shapes)]
    if faults:
        return tuple(faults)
    return tuple(
        fault
        for outer, inner in NESTED
        for fault in nesting_faults(levels[outer], inner, levels[inner])
    )


def level_faults(level: Level, shapes: Shapes) -> tuple[str, ...]:
    """What is wrong within one level: codes, single shapes, overlaps and gaps."""
    broken = shape_faults(shapes)
    if broken:  # overlaps and gaps of a broken shape cannot be computed
        return (*code_faults(level, shapes), *broken)
    return (*code_faults(level, shapes), *overlap_faults(shapes), *gap_faults(shapes))


def code_faults(level: Level, shapes: Shapes) -> tuple[str, ...]:
    """Areas that only the map has, and areas that only gebieden.csv has."""
    known = {area.code for area in at_level(level)}
    missing = [f"Op de kaart ontbreekt {_called(code)}." for code in sorted(known - set(shapes))]
    unknown = [
        f"De kaart heeft een {level} met code {code}, die niet in gebieden.csv staat."
        for code in sorted(set(shapes) - known)
    ]
    return (*missing, *unknown)


def parent_faults(parents: Mapping[str, str]) -> tuple[str, ...]:
    """Areas that the map file puts into another area than gebieden.csv; codes by code."""
    return tuple(
        f"Volgens het kaartbestand ligt {_called(code)} in {_called(parent)}, "
        f"volgens gebieden.csv in {_called(_known()[code].parent)}."
        for code, parent in sorted(parents.items())
        if code in _known() and _known()[code].parent != parent
    )


def shape_faults(shapes: Shapes) -> tuple[str, ...]:
    """Shapes that are no proper area: empty, a line, or with a border that crosses itself.

    >>> shape_faults({"BU07721110": shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])})
    ('De grens van buurt Binnenstad (BU07721110) is leeg of kruist zichzelf.',)
    """
    return tuple(
        f"De grens van {_called(code)} is leeg of kruist zichzelf."
        for code, shape in sorted(shapes.items())
        if not shape.is_valid or shape.area <= 0
    )


def overlap_faults(shapes: Shapes) -> tuple[str, ...]:
    """Borders that do not match, and the hectares that are counted twice."""
    edges = shapely.coverage_invalid_edges(list(shapes.values()))
    wrong = [code for code, edge in zip(shapes, edges, strict=True) if not edge.is_empty]
    faults = []
    if wrong:
        faults.append(f"De grenzen sluiten niet op elkaar aan bij {_listed(wrong)}.")
    double = sum(map(hectares, shapes.values())) - hectares(_union(shapes))
    if double > TOLERANCE_HA:
        faults.append(f"Gebieden overlappen elkaar, samen {_hectares(double)}.")
    return tuple(faults)


def gap_faults(shapes: Shapes) -> tuple[str, ...]:
    """Holes and crevices between areas, with the areas that lie around each of them.

    A crevice may be open to the outside, where `coverage_is_valid` does not see it.
    """
    covered = to_metres(_union(shapes))
    gaps = map(to_degrees, shapely.get_parts(_filled(covered).difference(covered)))
    return tuple(
        f"Er is een gat van {_hectares(hectares(gap))} bij {_listed(_neighbours(gap, shapes))}."
        for gap in gaps
        if hectares(gap) > TOLERANCE_HA
    )


def nesting_faults(outer: Shapes, level: Level, inner: Shapes) -> tuple[str, ...]:
    """Areas of `level` that stick out of their parent, and parents that they do not fill.

    Both levels must have all their areas (see `code_faults`).
    """
    faults = []
    for code, parent in sorted(outer.items()):
        inside = {area.code: inner[area.code] for area in at_level(level) if area.parent == code}
        for child, shape in inside.items():
            outside = hectares(shape.difference(parent))
            if outside > TOLERANCE_HA:
                faults.append(
                    f"Buiten {_called(code)} ligt {_hectares(outside)} van {_called(child)}."
                )
        empty = hectares(parent.difference(_union(inside)))
        if empty > TOLERANCE_HA:
            faults.append(f"In {_called(code)} ligt {_hectares(empty)} zonder {level}.")
    return tuple(faults)


def _known() -> dict[str, Area]:
    return {area.code: area for area in areas()}


def _called(code: str) -> str:
    area = _known().get(code)
    return f"{area.level} {area.name} ({code})" if area else f"gebied {code}"


def _listed(codes: Iterable[str]) -> str:
    names = [_called(code) for code in sorted(codes)]
    rest = len(names) - NAMES_IN_SENTENCE
    more = f" en nog {rest} gebieden" if rest > 1 else ""
    return ", ".join(names[:NAMES_IN_SENTENCE] if more else names) + more


def _hectares(value: float) -> str:
    return f"{number(value, 2)} hectare" if round(value, 2) else "minder dan 0,01 hectare"


def _neighbours(gap: shapely.Geometry, shapes: Shapes) -> list[str]:
    return [code for code, shape in shapes.items() if shape.distance(gap) < TOUCHING_DEGREES]


# Morphological closing: swollen and shrunk again, an outline has lost its crevices but, with
# mitred corners, nothing else; taking only the outer ring fills the holes.
def _filled(covered: shapely.Geometry) -> shapely.Geometry:
    closed = covered
    for step in (CREVICE_METRES / 2, -CREVICE_METRES / 2):
        closed = closed.buffer(step, join_style="mitre", mitre_limit=SHARPEST_CORNER)
    return shapely.union_all([shapely.Polygon(part.exterior) for part in shapely.get_parts(closed)])


# Not coverage_union_all: that one trusts the coverage which is being judged here.
def _union(shapes: Shapes) -> shapely.Geometry:
    return shapely.union_all(list(shapes.values()))
