"""A made-up country: 342 gemeenten of five sizes, each with areas of its own on a grid.

country.csv has the sizes; everything else follows from the number of a gemeente, so that a
gemeente is the same however many are made. Its folder is laid out as this project (see
`data.reference.areas`).
"""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from math import ceil, sqrt

import numpy as np

from data.demo import story
from data.demo.days import AS_OF, CITY_WIDE, PILOT_START
from data.reference.areas import Level

RECORDS_AT_SCALE_1 = 6_195  # of the demo
DATA_FILE = "data/demo.duckdb"  # of a gemeente, in its folder
BUURTEN_IN_WIJK, WIJKEN_IN_STADSDEEL = 6, 3

_FIRST_CODE = 9001  # CBS gives no gemeente such a number
_BEGINNINGS = (
    "Abelen", "Berken", "Beuken", "Dennen", "Eiken", "Elzen", "Essen", "Esdoorn", "Hazel",
    "Iepen", "Kersen", "Kastanje", "Larix", "Linden", "Meidoorn", "Populier", "Sparren", "Wilgen",
)  # fmt: skip
_ENDINGS = (
    "beek", "berg", "broek", "brug", "burg", "daal", "dam", "dijk", "dorp", "drecht", "gaarde",
    "haven", "hoven", "laar", "monde", "rode", "stede", "veld", "wijk",
)  # fmt: skip
# Of areas inside it. No name has a number: beside counts it would be read as one of them.
_OF_STADSDEEL = ("zoom",)
_OF_WIJK = ("kwartier", "oord", "park")
_OF_BUURT = (
    "akker", "bos", "erf", "gracht", "heide", "hof", "kade", "laan", "pad", "plein", "straat",
    "terp", "tuin", "weide",
)  # fmt: skip
_RECORDS_PER_INHABITANT = 3
_YEARS = range(2017, 2024)
_CORNER = (5.43, 51.41)  # degrees: where the grid of every gemeente begins
_CELL = (0.006, 0.004)  # degrees: 417 by 445 metres
_CELL_HA = 18.6
_LAST_START = AS_OF - timedelta(days=120)


@dataclass(frozen=True)
class Gemeente:
    """One gemeente of the country; `records` is about how many its data file holds."""

    number: int
    name: str
    buurten: int
    records: int

    @property
    def code(self) -> str:
        """As CBS would write it: GM9001."""
        return f"GM{_FIRST_CODE + self.number}"

    @property
    def scale(self) -> float:
        """How large its demo is."""
        return self.records / RECORDS_AT_SCALE_1


@dataclass(frozen=True)
class _Buurt:
    code: str
    name: str
    wijk: int
    cell: tuple[int, int]


def gemeenten() -> tuple[Gemeente, ...]:
    """All gemeenten, so ordered that of the first few every size has its share."""
    places = [
        ((number + 0.5) / int(row["gemeenten"]), row)
        for row in story.rows("country")
        for number in range(int(row["gemeenten"]))
    ]
    ordered = (row for _, row in sorted(places, key=lambda place: place[0]))
    return tuple(
        Gemeente(number, _named(number, _ENDINGS), int(row["buurten"]), int(row["records"]))
        for number, row in enumerate(ordered)
    )


def city_files(gemeente: Gemeente) -> dict[str, bytes]:
    """What makes a folder that of the gemeente, by path: areas, inhabitants, outlines, story.

    The ready boundaries are not among them: geo/build.py makes those.
    """
    buurten = _buurten(gemeente)
    texts = {
        "data/reference/gebieden.csv": _areas(gemeente, buurten),
        "data/reference/inwoners.csv": _inhabitants(gemeente, buurten),
        "data/reference/context_rivm2020.csv": "buurtcode\n",  # nobody estimates made-up people
        "data/demo/rollout.csv": _rollout(gemeente),
        "data/demo/targets.csv": _targets(gemeente),
        "geo/bron.json": json.dumps({"source": "verzonnen", "year": AS_OF.year}) + "\n",
        "geo/buurten.geojson": _outlines(gemeente, buurten),
    }
    return {path: text.encode() for path, text in texts.items()}


def _named(number: int, endings: Sequence[str]) -> str:
    """The name with that number, of all beginnings with the endings."""
    return _BEGINNINGS[number % len(_BEGINNINGS)] + endings[number // len(_BEGINNINGS)]


def _wijken(gemeente: Gemeente) -> list[str]:
    count = ceil(gemeente.buurten / BUURTEN_IN_WIJK)
    return [f"WK{gemeente.code[2:]}{number:02}" for number in range(count)]


def _stadsdelen(gemeente: Gemeente) -> list[str]:
    count = ceil(len(_wijken(gemeente)) / WIJKEN_IN_STADSDEEL)
    return [f"SD{number}" for number in range(1, count + 1)]


def _buurten(gemeente: Gemeente) -> list[_Buurt]:
    """The buurten row by row, to and fro, so that those of a wijk lie against each other."""
    wide = ceil(sqrt(gemeente.buurten))
    found = []
    for number in range(gemeente.buurten):
        row, step = divmod(number, wide)
        wijk, place = divmod(number, BUURTEN_IN_WIJK)
        code = f"BU{gemeente.code[2:]}{wijk:02}{place:02}"
        column = wide - 1 - step if row % 2 else step
        found.append(_Buurt(code, _named(number, _OF_BUURT), wijk, (column, row)))
    return found


def _areas(gemeente: Gemeente, buurten: Sequence[_Buurt]) -> str:
    wijken, stadsdelen = _wijken(gemeente), _stadsdelen(gemeente)
    whole = _CELL_HA * len(buurten)
    rows: list[tuple[object, ...]] = [(Level.GEMEENTE, gemeente.code, gemeente.name, "", whole)]
    rows += [
        (Level.STADSDEEL, code, _named(number, _OF_STADSDEEL), gemeente.code,
         whole / len(stadsdelen))
        for number, code in enumerate(stadsdelen)
    ]  # fmt: skip
    rows += [
        (Level.WIJK, code, _named(number, _OF_WIJK), stadsdelen[number // WIJKEN_IN_STADSDEEL],
         whole / len(wijken))
        for number, code in enumerate(wijken)
    ]  # fmt: skip
    rows += [(Level.BUURT, one.code, one.name, wijken[one.wijk], _CELL_HA) for one in buurten]
    return _csv(("level", "code", "name", "parent", "area_ha"), rows)


def _inhabitants(gemeente: Gemeente, buurten: Sequence[_Buurt]) -> str:
    """Some buurten have three times as many as others, and all grow by a hundredth a year."""
    weights = np.random.default_rng(gemeente.number).uniform(0.5, 1.5, len(buurten))
    people = weights / weights.sum() * gemeente.records / _RECORDS_PER_INHABITANT
    return _csv(
        ("area_code", "year", "inhabitants", "households", "source"),
        (
            (one.code, year, round(amount * 1.01 ** (year - _YEARS[0])), "", "verzonnen")
            for year in _YEARS
            for one, amount in zip(buurten, people, strict=True)
        ),
    )


def _rollout(gemeente: Gemeente) -> str:
    """A tenth of the wijken is the pilot; the others start one after the other."""
    wijken = _wijken(gemeente)
    pilot = max(1, len(wijken) // 10)
    later = len(wijken) - pilot
    step = (_LAST_START - CITY_WIDE) / max(1, later)
    starts: list[date] = [PILOT_START] * pilot + [CITY_WIDE + step * n for n in range(later)]
    return _csv(
        ("wijk_code", "team", "started_on", "places_factor"),
        (
            (code, f"Team {_named(number // WIJKEN_IN_STADSDEEL, _OF_STADSDEEL)}", start, 1)
            for number, (code, start) in enumerate(zip(wijken, starts, strict=True))
        ),
        ";",
    )


def _targets(gemeente: Gemeente) -> str:
    """At scale 1 together about what the stadsdelen of the demo are to reach."""
    codes = _stadsdelen(gemeente)
    rows = ((code, 640 / len(codes), 505 / len(codes)) for code in codes)
    return _csv(("area_code", "matches", "inwoners_bereikt"), rows, ";")


def _outlines(gemeente: Gemeente, buurten: Sequence[_Buurt]) -> str:
    wijken = _wijken(gemeente)
    features = [
        {
            "type": "Feature",
            "properties": {"buurtcode": one.code, "buurtnaam": one.name,
                           "wijkcode": wijken[one.wijk]},
            "geometry": {"type": "Polygon", "coordinates": [_ring(*one.cell)]},
        }
        for one in buurten
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}) + "\n"


def _ring(column: int, row: int) -> list[tuple[float, float]]:
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    return [
        (round(_CORNER[0] + (column + x) * _CELL[0], 5),
         round(_CORNER[1] + (row + y) * _CELL[1], 5))
        for x, y in corners
    ]  # fmt: skip


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]], sign: str = ",") -> str:
    text = StringIO()
    writer = csv.writer(text, delimiter=sign, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue()
