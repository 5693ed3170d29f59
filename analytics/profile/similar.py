"""Areas that are alike: nearest neighbours on size, density and how people live.

Every trait is standardised over the areas of the level (z-scores; inhabitants and density by their
logarithm, because a few are many times larger than the rest). The areas at the smallest Euclidean
distance are the most alike; every trait weighs the same. The way of the Nearest Neighbours Model
of CIPFA for English authorities, and of the statistical nearest neighbours of the Office for
National Statistics (Clustering similar local authorities and statistical nearest neighbours in
the UK, methodology).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.catalog import MIN_INHABITANTS
from analytics.figures.doors.marts import Marts
from data.reference.areas import Level
from data.reference.context import context_table

NEIGHBOURS = 5
ALIKE_TRAITS = 3
DISTANCE_DECIMALS = 9  # distances that differ less are equal: then the code decides


@dataclass(frozen=True)
class Trait:
    """What areas are compared on; `label` stands in sentences, `heading` above a column.

    `is_share`: in percent of the inhabitants.
    """

    name: str
    label: str
    heading: str
    decimals: int = 0
    is_skewed: bool = False
    is_share: bool = True


TRAITS = (
    Trait("inhabitants", "het aantal inwoners", "Inwoners", is_skewed=True, is_share=False),
    Trait(
        "density", "het aantal inwoners per hectare", "Per hectare", is_skewed=True, is_share=False
    ),
    Trait("eenzaam", "het deel dat eenzaam is", "Eenzaam"),
    Trait("ernstig_eenzaam", "het deel dat ernstig eenzaam is", "Ernstig eenzaam"),
    Trait("moeite_rondkomen", "het deel dat moeilijk rondkomt", "Komt moeilijk rond"),
    Trait("vrijwilligerswerk", "het deel dat vrijwilligerswerk doet", "Vrijwilliger"),
    Trait("mantelzorger", "het deel dat mantelzorg geeft", "Mantelzorger"),
    Trait("gezondheid_goed", "het deel dat zich gezond voelt", "Voelt zich gezond"),
)
NAMES = [trait.name for trait in TRAITS]


@dataclass(frozen=True)
class Portrait:
    """An area with the value of every trait, None where it is not known."""

    code: str
    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Similar:
    """An area and those most like it, the nearest first; none when it takes no part.

    `alike` are the traits in which they differ least from the area, `different` the one in which
    they differ most.
    """

    area: Portrait
    nearest: tuple[Portrait, ...] = ()
    alike: tuple[Trait, ...] = ()
    different: Trait | None = None


def similar_areas(marts: Marts, level: Level, area: str) -> Similar:
    """The areas of the level that are most like one of them.

    Areas with fewer than MIN_INHABITANTS inhabitants or without context take no part.
    """
    found = traits(marts, level)
    scores = standardised(found)
    subject = _portrait(found, area)
    near = nearest(scores, area) if area in scores.index else []
    if not near:
        return Similar(subject)
    gaps = (scores.loc[near] - scores.loc[area]).abs().mean().round(DISTANCE_DECIMALS)
    ordered = sorted(TRAITS, key=lambda trait: float(gaps[trait.name]))
    portraits = tuple(_portrait(found, code) for code in near)
    return Similar(subject, portraits, tuple(ordered[:ALIKE_TRAITS]), ordered[-1])


def traits(marts: Marts, level: Level) -> pd.DataFrame:
    """The areas of a level by code: columns area_name and NAMES, missing where not known."""
    found = marts.areas(level).set_index("area_code")
    found["density"] = found["inhabitants"] / found["area_ha"]
    return found.join(_context(marts, level))[["area_name", *NAMES]]


def _context(marts: Marts, level: Level) -> pd.DataFrame:
    """The estimates per area: of more buurten the mean, by their inhabitants."""
    buurten = context_table()
    if level is Level.BUURT:
        return buurten
    people = marts.areas(Level.BUURT).set_index("area_code")["inhabitants"].dropna()
    known = buurten.index.intersection(people.index)
    members = marts.buurten(level).set_index("buurt_code")["area_code"]
    area = members[members.index.isin(known)].sort_index()
    inside = area.index
    sums = buurten.loc[inside].mul(people[inside], axis=0).groupby(area).sum()
    return sums.div(people[inside].groupby(area).sum(), axis=0)


def standardised(found: pd.DataFrame) -> pd.DataFrame:
    """The z-scores of the areas that take part, by code; 0 for a trait that does not vary."""
    part = found.loc[found["inhabitants"] >= MIN_INHABITANTS, NAMES].dropna().sort_index()
    skewed = [trait.name for trait in TRAITS if trait.is_skewed]
    part[skewed] = np.log(part[skewed].astype("float64"))
    spread = part.std(ddof=0)
    return (part - part.mean()) / spread.where(spread > 0, 1.0)


def nearest(scores: pd.DataFrame, area: str) -> list[str]:
    """The codes of the areas at the smallest distance, the nearest first, equals by code."""
    squares = (scores - scores.loc[area]) ** 2
    distances = np.sqrt(squares.sum(axis=1)).round(DISTANCE_DECIMALS).drop(area)
    ordered = distances.sort_index().sort_values(kind="stable")
    return [str(code) for code in ordered.index[:NEIGHBOURS]]


def _portrait(found: pd.DataFrame, area: str) -> Portrait:
    row = found.loc[area]
    values = [None if pd.isna(row[name]) else float(row[name]) for name in NAMES]
    return Portrait(area, str(row["area_name"]), tuple(values))
