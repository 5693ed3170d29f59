"""Fewer points on the borders, at the same points for the neighbours on both sides.

Method: the algorithm of Visvalingam and Whyatt (1993), applied by GEOS to borders instead of
areas, so that a simplified coverage has no gaps and no overlaps.
"""

import shapely

from geo.coverage import overlap_faults
from geo.shapes import Shapes, hectares, to_degrees, to_metres

SEAM_METRES = 1.0  # neighbours that disagree less than this about their border are stitched
MOST_MOVED_HA = 0.1  # what stitching may take from or give to one area: a kilometre of seam


def stitched(shapes: Shapes) -> Shapes:
    """The shapes with the same points on both sides of every border.

    Points within a seam of each other become one, and what is left of overlaps and gaps goes
    to a neighbour. A valid coverage stays as it is.
    """
    plane = [to_metres(shape) for shape in shapes.values()]
    clean = shapely.coverage_clean(plane, gap_width=SEAM_METRES, snapping_distance=SEAM_METRES)
    return dict(zip(shapes, map(to_degrees, clean), strict=True))


def stitching_faults(before: Shapes, after: Shapes) -> tuple[str, ...]:
    """What is wrong, in Dutch, when stitching had to move more than the width of a seam."""
    moved = (hectares(shape.symmetric_difference(after[code])) for code, shape in before.items())
    return overlap_faults(before) if max(moved, default=0.0) > MOST_MOVED_HA else ()


def simplified(shapes: Shapes, metres: float) -> Shapes:
    """The shapes without corners of about `metres` by `metres`; with 0 they stay as they are.

    `shapes` must be a valid coverage. The outcome is one too, but rounding it may change that:
    check what is written.
    """
    if not metres:
        return shapes
    plane = shapely.coverage_simplify([to_metres(shape) for shape in shapes.values()], metres)
    return dict(zip(shapes, map(to_degrees, plane), strict=True))
