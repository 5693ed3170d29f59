"""Fresh boundaries: fetched, checked, simplified, built and put in place of the old ones together.

The hierarchy in data/reference/gebieden.csv decides which areas there are: PDOK knows no
stadsdelen, and the inhabitants, the deliveries and the boundaries must speak of the same buurten.
A year with other buurten is therefore refused, with the difference.
"""

import json
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import shapely

from data.file.together import put_together
from data.reference.areas import Level, at_level, city
from geo.build import BoundaryError, encoded, refuse, texts_from
from geo.coverage import parent_faults, shape_faults
from geo.pdok import BASE_URL, Piece, fetch_buurten
from geo.shapes import Shapes, rounded
from geo.simplify import simplified, stitched, stitching_faults

# Borders as detailed as these bytes allow: every browser fetches them before its first map.
MOST_BYTES = 40_000
TOLERANCES = (0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 100, 150, 200)  # metres
AROUND_EINDHOVEN = shapely.box(5.2, 51.3, 5.7, 51.6)  # degrees


def refresh(year: int, root: Path, *, base_url: str = BASE_URL, today: date) -> int:
    """Put the boundaries of a year in place under `root`; returns how many buurten there are.

    Writes geo/buurten.geojson, geo/bron.json and all that geo/build.py makes, together.

    Raises:
        NotRetrieved: when the service did not give the buurten.
        BoundaryError: when they are not right.
        OSError: when they cannot be written. After each of these the old files are still there.
    """
    pieces = fetch_buurten(year, base_url)
    refuse(difference(year, pieces) + piece_faults(pieces))
    shapes = merged(pieces)
    refuse(place_faults(shapes) + shape_faults(shapes))
    whole = stitched(shapes)
    refuse(stitching_faults(shapes, whole))
    texts = drawable(whole, {piece.code: piece.wijk for piece in pieces})
    texts["geo/bron.json"] = source_text(year, today)
    put_together(root, encoded(texts))
    return len(shapes)


def difference(year: int, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Which buurten are new and which are gone, beside gebieden.csv; none when equal."""
    old = {area.code: area.name for area in at_level(Level.BUURT)}
    new = {piece.code: piece.name for piece in pieces}
    if not new:
        return (f"De kaart van {year} heeft geen enkele buurt van {city().name}.",)
    if set(new) == set(old):
        return ()
    told = f"De kaart van {year} heeft {len(new)} buurten, data/reference/gebieden.csv {len(old)}."
    for word, codes in (("Nieuw", new.keys() - old.keys()), ("Verdwenen", old.keys() - new.keys())):
        if codes:
            names = ", ".join(f"{code} {(old | new)[code]}".strip() for code in sorted(codes))
            told += f" {word}: {names}."
    return (f"{told} Pas eerst data/reference/gebieden.csv aan.",)


def piece_faults(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Buurten that lie in another wijk than gebieden.csv says, in any of their pieces."""
    faults = (parent_faults({piece.code: piece.wijk}) for piece in pieces)
    return tuple(dict.fromkeys(fault for found in faults for fault in found))


def merged(pieces: Sequence[Piece]) -> Shapes:
    """One shape per buurt, in order of code: a buurt can come in pieces of land and water."""
    parts: dict[str, list[shapely.Geometry]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.code):
        parts.setdefault(piece.code, []).append(piece.shape)
    return {
        code: found[0] if len(found) == 1 else shapely.union_all(found)
        for code, found in parts.items()
    }


def place_faults(shapes: Shapes) -> tuple[str, ...]:
    """A map elsewhere: in metres instead of degrees, or with longitude and latitude swapped."""
    if all(AROUND_EINDHOVEN.covers(shape) for shape in shapes.values()):
        return ()
    return (f"De kaart ligt niet op de plaats van {city().name}.",)


def drawable(shapes: Shapes, wijken: Mapping[str, str]) -> dict[str, str]:
    """geo/buurten.geojson and what is made from it, as little simplified as possible.

    The texts come by their path in the project.

    Raises:
        BoundaryError: when no tolerance gives files that are small enough and right.
    """
    reason = BoundaryError("De grenzen blijven te groot voor de kaart, hoe ze ook versimpeld zijn.")
    for metres in TOLERANCES:
        buurten = buurten_text(simplified(shapes, metres), wijken)
        if len(buurten.encode()) > MOST_BYTES:
            continue
        try:
            return {"geo/buurten.geojson": buurten} | built(buurten)
        except BoundaryError as error:
            reason = error
    raise reason


def buurten_text(shapes: Shapes, wijken: Mapping[str, str]) -> str:
    """GeoJSON of the buurten as geo/build.py reads it, a buurt a line."""
    features = [
        {
            "type": "Feature",
            "properties": {
                "buurtcode": area.code,
                "buurtnaam": area.name,
                "wijkcode": wijken[area.code],
            },
            "geometry": shapely.geometry.mapping(rounded(shapes[area.code])),
        }
        for area in at_level(Level.BUURT)
    ]
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def built(buurten: str) -> dict[str, str]:
    """What geo/build.py makes from the text of geo/buurten.geojson."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "buurten.geojson"
        path.write_text(buurten, encoding="utf-8", newline="\n")
        return texts_from(path)


def source_text(year: int, today: date) -> str:
    """The text of geo/bron.json, which geo/boundaries.py reads."""
    source = {
        "source": "CBS/Kadaster (CC BY 4.0)",
        "year": year,
        "retrieved": today.isoformat(),
    }
    return json.dumps(source, indent=2) + "\n"
