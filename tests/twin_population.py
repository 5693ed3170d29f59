"""The inhabitants of areas, worked out again from the file: one area and year at a time."""

import csv
from functools import cache

from data.reference.areas import AREAS_FILE, Level, areas

FILE = AREAS_FILE.with_name("inwoners.csv")


@cache
def file_rows() -> dict[tuple[str, int], int]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            (row["area_code"], int(row["year"])): int(row["inhabitants"])
            for row in csv.DictReader(file)
        }


def nearest(years: set[int], year: int) -> int:
    for away in range(100):
        for candidate in (year - away, year + away):
            if candidate in years:
                return candidate
    raise AssertionError(year)


def year_of(year: int) -> int:
    return nearest({known for _, known in file_rows()}, year)


@cache
def inhabitants_in(year: int) -> dict[str, int | None]:
    """By area code, in a year of the file; None where nobody is counted."""
    rows = file_rows()
    found: dict[str, int | None] = {}
    for wijk in [area.code for area in areas() if area.level is Level.WIJK]:
        inside = [area.code for area in areas() if area.parent == wijk]
        known = nearest({y for code, y in rows if code in inside}, year)
        parts = {code: rows[code, known] for code in inside if (code, known) in rows}
        total = rows.get((wijk, year), sum(parts.values()))
        found[wijk] = total
        shares = in_proportion(parts, total)
        found |= {code: shares.get(code) for code in inside}
    for level in (Level.STADSDEEL, Level.GEMEENTE):
        for whole in [area.code for area in areas() if area.level is level]:
            found[whole] = sum(found[area.code] or 0 for area in areas() if area.parent == whole)
    return found


def in_proportion(parts: dict[str, int], total: int) -> dict[str, int]:
    """Whole shares, what is left over one by one to who lacks most."""
    before = sum(parts.values())
    shares = {code: part * total / before for code, part in parts.items()}
    whole = {code: int(share) for code, share in shares.items()}
    while sum(whole.values()) < total:
        code = max(shares, key=lambda code: (round(shares[code] - whole[code], 9), -ord_of(code)))
        whole[code] += 1
    return whole


def ord_of(code: str) -> int:
    return int(code.removeprefix("BU"))
