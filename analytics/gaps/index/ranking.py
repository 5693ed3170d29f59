"""The gap index: areas from the largest white spot down, with reasons and how sure it is.

The index of an area is the weighted mean of its components, each in standard deviations from the
mean of the areas with the noise of small numbers taken out. It has no unit; zero is the mean.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analytics.catalog import MIN_INHABITANTS
from analytics.figures.doors.marts import Marts
from analytics.gaps.counts import Counts, Numbers, counts_of, membership, offers_of
from analytics.gaps.distance import metres
from analytics.gaps.index.bounds import Bounds, Setting, bounds, gap_index
from analytics.gaps.index.components import Component, Ratio, components, contributions
from analytics.gaps.index.reasons import Part, reasons
from analytics.gaps.reach import ON_FOOT, decay
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import Members, buurten_of
from analytics.scope.areas import NamedArea
from analytics.scope.indicator.ranking import Mark
from analytics.thresholds import share
from data.reference.areas import Level

FRONT = share("certain_gap")  # a certain gap stays in this front part of the ranking


@dataclass(frozen=True)
class Gap:
    """One area of the ranking; rank 1 is the largest gap.

    first and last: between which ranks it lies in nine of ten draws. parts: what the index is
    made of. reasons: the three parts that add most, in Dutch sentences.
    """

    area: NamedArea
    index: float
    rank: int
    first: int
    last: int
    is_certain: bool
    parts: tuple[Part, ...]
    reasons: tuple[str, ...]

    @property
    def mark(self) -> str:
        """The word for how sure the gap is."""
        return "zeker" if self.is_certain else "onzeker"


@dataclass(frozen=True)
class BlindSpot:
    """An area of which too little is known to rank it."""

    area: NamedArea
    why: Mark


@dataclass(frozen=True)
class GapRanking:
    """The ranked areas, the largest gap first, and the blind spots, in order of code."""

    gaps: tuple[Gap, ...]
    blind: tuple[BlindSpot, ...]


def gap_ranking(marts: Marts, level: Level, as_of: date, catchment: float = ON_FOOT) -> GapRanking:
    """The ranking of a level on a day; `catchment` in metres. NotPublished as for `snapshot`."""
    known, found = snapshot(marts, as_of), marts.areas(level)
    pairs = zip(found["area_code"], found["area_name"], strict=True)
    areas = [NamedArea(level, code, name) for code, name in pairs]
    return ranking_of(known, areas, buurten_of(marts, level), catchment)


def ranking_of(
    known: Snapshot, areas: Sequence[NamedArea], members: Members, catchment: float
) -> GapRanking:
    """The ranking of areas by what is known on a day.

    The draws are those of the day, so that two rankings of one day differ by what differs in them.
    """
    ordered = sorted(areas, key=lambda area: area.code)
    unknown = {area: why_unknown(known, members[area.code]) for area in ordered}
    blind = tuple(BlindSpot(area, why) for area, why in unknown.items() if why)
    ranked = [area for area in ordered if not unknown[area]]
    return GapRanking(_gaps(known, ranked, members, catchment) if ranked else (), blind)


def why_unknown(known: Snapshot, buurten: Sequence[str]) -> Mark | None:
    """Why nothing can be said of the area with these buurten; None when something can."""
    inside = known.buurten.loc[list(buurten)]
    people = inside["inhabitants"].sum()
    if people < MIN_INHABITANTS:
        return Mark.FEW_INHABITANTS if people else Mark.NO_INHABITANTS
    if inside["residents"].sum() > 0:
        return Mark.JUST_STARTED if _is_new(inside) else None
    return Mark.NO_SCANS if inside["started"].any() else Mark.NOT_STARTED


def _is_new(inside: pd.DataFrame) -> bool:
    """Whether some buurten have started, all of those less than a full month ago."""
    started = inside[inside["started"]]
    return bool(len(started) and started["is_new"].all())


def _gaps(
    known: Snapshot, areas: Sequence[NamedArea], members: Members, catchment: float
) -> tuple[Gap, ...]:
    setting = Setting(
        weights=decay(metres().to_numpy(), catchment),
        inside=membership(known, [members[area.code] for area in areas]),
    )
    counts = counts_of(known)
    index = gap_index(counts, setting)
    sure = bounds(counts, offers_of(known), setting, seed=known.as_of.toordinal())
    parts = _parts(counts, setting)
    gaps = [_gap(area, index, n, sure, parts[n]) for n, area in enumerate(areas)]
    return tuple(sorted(gaps, key=lambda gap: (gap.rank, gap.area.code)))


def _gap(area: NamedArea, index: Numbers, n: int, sure: Bounds, parts: tuple[Part, ...]) -> Gap:
    """The gap of the area at place `n` of the index, with its rank among all of them."""
    rank = 1 + int((index > index[n]).sum())
    last = max(rank, int(sure.last[n]))
    front = math.ceil(len(index) * FRONT)
    return Gap(
        area=area,
        index=float(index[n]),
        rank=rank,
        first=min(rank, int(sure.first[n])),
        last=last,
        is_certain=bool(index[n] > sure.limit and last <= front),
        parts=parts,
        reasons=reasons(parts),
    )


def _parts(counts: Counts, setting: Setting) -> list[tuple[Part, ...]]:
    """The parts of every area."""
    ratios = components(counts, setting.weights, setting.inside)
    shares = contributions(ratios)
    return [
        tuple(_part(name, ratio, shares[name], n) for name, ratio in ratios.items())
        for n in range(len(setting.inside))
    ]


def _part(component: Component, ratio: Ratio, share: Numbers, n: int) -> Part:
    return Part(
        component=component,
        events=float(ratio.events[n]),
        base=float(ratio.base[n]),
        city=float(ratio.events.sum() / (ratio.base.sum() or 1)),
        contribution=float(share[n]),
    )
