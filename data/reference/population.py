"""The inhabitants of every area on 1 January of a year, from data/reference/inwoners.csv.

The file holds wijken and buurten, a row per area and year; the owner adds rows of a new year. All
other figures follow, so that in every year the buurten add up to their wijk, the wijken to their
stadsdeel and the stadsdelen to the city:

- a wijk with a figure of its own has that; its buurten (those of the nearest year that has any)
  are scaled to it;
- a wijk without one is the sum of its buurten.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.problems import DeliveryRefused
from data.reference.areas import AREAS_FILE, Level, areas, at_level, city

POPULATION_FILE = AREAS_FILE.with_name("inwoners.csv")


class PopulationProblem(DeliveryRefused, ValueError):
    """The file of inhabitants cannot be used; the text says in Dutch which row, and what to do.

    It is a refusal, because no delivery can be loaded without it.
    """


@dataclass(frozen=True)
class Population:
    """How many people and households (None: not known) an area has on 1 January of a year."""

    area_code: str
    year: int
    inhabitants: int
    households: int | None
    source: str


Given = Mapping[str, Mapping[int, Population]]  # by area and year


def nearest_year(years: Iterable[int], year: int) -> int:
    """The year with figures that is nearest; of two that are as near the earlier.

    >>> nearest_year([2015, 2021, 2023], 2018), nearest_year([2021, 2023], 2022)
    (2015, 2021)
    """
    return min(years, key=lambda known: (abs(known - year), known))


@cache
def population(path: Path = POPULATION_FILE) -> tuple[Population, ...]:
    """Every area in every year of the file; where nobody is counted there is no row.

    PopulationProblem when a row cannot be read, or a year lacks a wijk.
    """
    given = _given(path)
    found: list[Population] = []
    for year in sorted({year for years in given.values() for year in years}):
        found += _year(given, year)
    if not found:
        raise PopulationProblem(f"{path.name} heeft geen enkele rij. {_ADVICE}")
    return tuple(found)


@cache
def known_years() -> tuple[int, ...]:
    """The years of which the file has inhabitants, in order."""
    return tuple(sorted({figure.year for figure in population()}))


@cache
def people_in(year: int) -> Mapping[str, int]:
    """The inhabitants by area code in a year, or in the nearest that the file has."""
    near = nearest_year({figure.year for figure in population()}, year)
    return {figure.area_code: figure.inhabitants for figure in population() if figure.year == near}


_ADVICE = "Geef per wijk of buurt en per jaar het aantal inwoners; docs/gegevens.md zegt hoe."


def _given(path: Path) -> Given:
    """The rows of the file, by area and year."""
    known = {area.code for level in (Level.WIJK, Level.BUURT) for area in at_level(level)}
    given: defaultdict[str, dict[int, Population]] = defaultdict(dict)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, restval=""), start=2):
            where = f"{path.name}, rij {number}"
            figure = _figure(row, where)
            if figure.area_code not in known:
                raise PopulationProblem(f"{where}: {figure.area_code} is geen wijk of buurt.")
            if figure.year in given[figure.area_code]:
                raise PopulationProblem(
                    f"{where}: {figure.area_code} staat er voor {figure.year} al in."
                    " Haal een van beide rijen weg."
                )
            given[figure.area_code][figure.year] = figure
    return given


def _figure(row: Mapping[str, str], where: str) -> Population:
    try:
        year, people = int(row["year"]), int(row["inhabitants"])
        households = int(row["households"]) if row["households"] else None
        figure = Population(row["area_code"], year, people, households, row["source"])
    except (KeyError, ValueError) as error:
        raise PopulationProblem(f"{where} kan niet worden gelezen. {_ADVICE}") from error
    if not figure.source.strip():
        raise PopulationProblem(f"{where}: de bron ontbreekt.")
    if min(people, households or 0) < 0:
        raise PopulationProblem(f"{where}: een aantal is nooit minder dan 0.")
    return figure


def _year(given: Given, year: int) -> list[Population]:
    """All areas in one year, from the city down."""
    inside = [_wijk(given, wijk.code, year) for wijk in at_level(Level.WIJK)]
    wijken = {wijk.area_code: wijk for wijk, _ in inside}
    stadsdelen = {
        area.code: _sum(area.code, [wijken[code] for code in _children(area.code)])
        for area in at_level(Level.STADSDEEL)
    }
    buurten = [buurt for _, found in inside for buurt in found]
    whole = _sum(city().code, list(stadsdelen.values()))
    return [whole, *stadsdelen.values(), *wijken.values(), *buurten]


def _wijk(given: Given, code: str, year: int) -> tuple[Population, list[Population]]:
    """A wijk and its buurten in one year."""
    own = given.get(code, {}).get(year)
    buurten = _buurten(given, code, year)
    if own is None and not (buurten and buurten[0].year == year):
        raise PopulationProblem(
            f"{POPULATION_FILE.name}: in {year} staat er niets van wijk {code}. Geef van een jaar"
            " alle wijken (of alle buurten), of haal het jaar weg."
        )
    if own is None:
        return _sum(code, buurten), buurten
    if own.inhabitants and not any(buurt.inhabitants for buurt in buurten):
        raise PopulationProblem(
            f"{POPULATION_FILE.name}: in wijk {code} wonen in {year} mensen, maar van haar buurten"
            " staat in geen jaar hoeveel. Geef de buurten van een jaar erbij."
        )
    return own, _scaled(buurten, own)


def _buurten(given: Given, wijk: str, year: int) -> list[Population]:
    """The buurten of a wijk, of the nearest year in which any of them has figures."""
    mine = [given.get(code, {}) for code in _children(wijk)]
    years = {known for figures in mine for known in figures}
    if not years:
        return []
    near = nearest_year(years, year)
    return [figures[near] for figures in mine if near in figures]


def _children(code: str) -> list[str]:
    return [area.code for area in areas() if area.parent == code]


def _sum(code: str, parts: list[Population]) -> Population:
    households = [part.households for part in parts if part.households is not None]
    return Population(
        code,
        parts[0].year,
        sum(part.inhabitants for part in parts),
        sum(households) if len(households) == len(parts) else None,
        "; ".join(dict.fromkeys(part.source for part in parts)),
    )


def _scaled(buurten: list[Population], wijk: Population) -> list[Population]:
    """The buurten with as many people and households together as their wijk."""
    people = scaled([buurt.inhabitants for buurt in buurten], wijk.inhabitants)
    living = [buurt.households for buurt in buurten if buurt.households is not None]
    is_known = wijk.households is not None and len(living) == len(buurten)
    homes = scaled(living, wijk.households or 0) if is_known else [None] * len(buurten)
    return [
        Population(buurt.area_code, wijk.year, amount, home, f"{wijk.source}; {_share(buurt)}")
        for buurt, amount, home in zip(buurten, people, homes, strict=True)
    ]


def _share(buurt: Population) -> str:
    return f"over de buurten verdeeld zoals in {buurt.year} ({buurt.source})"


def scaled(parts: list[int], total: int) -> list[int]:
    """Whole numbers in proportion to parts that add up to a total (largest remainders).

    >>> scaled([1, 1, 1], 10), scaled([3, 1], 8), scaled([0, 0], 5)
    ([4, 3, 3], [6, 2], [0, 0])
    """
    before = sum(parts)
    if not before:
        return parts
    rounded = [part * total // before for part in parts]
    most = sorted(range(len(parts)), key=lambda n: -(parts[n] * total % before))
    for n in most[: total - sum(rounded)]:
        rounded[n] += 1
    return rounded
