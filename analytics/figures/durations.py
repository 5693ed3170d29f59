"""How long spells last: curves of an area or of the groups in it."""

from dataclasses import dataclass, replace

import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.statistics.logrank import logrank
from analytics.statistics.spells import Asked, Facet, Journey, Outcome, Spell
from analytics.statistics.survival import (
    Curve,
    Interval,
    LifeTable,
    aalen_johansen,
    kaplan_meier,
    life_table,
    share_of,
)

OUTCOMES = {Spell.WAIT: (Outcome.MATCH, Outcome.LEFT), Spell.STAY: (Outcome.ENDED,)}
MOST_MONTHS = 24  # that a curve shows


@dataclass(frozen=True)
class Course:
    """How long the spells of one group last.

    `ended` is the part that has ended by each outcome; `alone` is the part that would have ended
    by the first of them if nobody left by another. `followed` is the number of spells that were
    followed for 0, 1, 2, ... months, as long as that is enough to say something.
    """

    ended: dict[Outcome, Curve]
    alone: Curve
    followed: tuple[int, ...]

    @property
    def spells(self) -> int:
        """The number of spells, those that go on included."""
        return self.alone.table.spells


@dataclass(frozen=True)
class Agreement:
    """For how long matches of an area were agreed, and how long those matches last.

    `agreed` and `lasting` are curves of the part that is over, `followed` as in a course; `kept`
    is the part of the `over` matches whose agreed day has come that had not ended before it.
    """

    agreed: Curve
    lasting: Curve
    followed: tuple[int, ...]
    kept: Interval | None
    over: int


@dataclass(frozen=True)
class Way:
    """How far residents have come, and which part of them each step; None of too few."""

    counts: Journey
    matched: Interval
    started: Interval | None
    lasting: Interval | None


def courses(marts: Marts, asked: Asked, inside: str = "") -> dict[tuple[str, str], Course | None]:
    """The course of the spells by area code and facet value; None where there are too few.

    With `inside` those of the areas inside that area.
    """
    return {
        key: _course(marts, asked.spell, spells)
        for key, spells in _groups(marts, asked, inside).items()
    }


def difference(marts: Marts, asked: Asked, inside: str = "") -> float:
    """The probability that the same groups of spells differ as much by chance alone.

    Those of which there are enough to say something are compared all together in how fast their
    spells end by the first outcome.
    """
    found = _groups(marts, asked, inside).values()
    groups = [spells for spells in found if spells["total"].sum() >= marts.fewest]
    return logrank(groups, marts.clock, OUTCOMES[asked.spell], each=marts.each)


def _groups(marts: Marts, asked: Asked, inside: str) -> dict[tuple[str, str], pd.DataFrame]:
    found = marts.spells(asked)
    if inside:
        found = found[found["area_code"].isin(marts.inside(asked.level, inside))]
    return {
        (str(area), str(value)): spells
        for (area, value), spells in found.groupby(["area_code", "facet_value"])
    }


def _course(marts: Marts, spell: Spell, spells: pd.DataFrame) -> Course | None:
    if spells["total"].sum() < marts.fewest:
        return None
    outcomes = OUTCOMES[spell]
    table = table_of(marts, spells, *outcomes)
    return Course(
        ended={outcome: aalen_johansen(table, outcome) for outcome in outcomes},
        alone=_alone(marts, spells, outcomes[0]),
        followed=_followed(table),
    )


def _followed(table: LifeTable) -> tuple[int, ...]:
    """How many spells were followed for 0, 1, 2, ... months, as long as those are enough."""
    steps = [table.clock.steps(month) for month in range(MOST_MONTHS + 1)]
    return tuple(int(table.followed[step]) for step in steps if step <= table.known)


def journey(marts: Marts, asked: Asked, months: int) -> Way | None:
    """How far the residents of an area have come; None where there are too few."""
    found = marts.journey(asked, months)
    matched = _share(marts, found.matched, found.scanned)
    if matched is None:
        return None
    return Way(
        counts=found,
        matched=matched,
        started=_share(marts, found.started, found.matched),
        lasting=_share(marts, found.still_running, found.judged),
    )


def _share(marts: Marts, part: int, whole: int) -> Interval | None:
    return share_of(part, whole, fewest=marts.fewest, each=marts.each)


def agreement(marts: Marts, asked: Asked) -> Agreement | None:
    """How long matches last against what was agreed; None where too few have an agreement."""
    found = marts.agreements(asked)
    if found["total"].sum() < marts.fewest:
        return None
    planned = found.rename(columns={"agreed": "lasted"}).assign(
        entered=0, outcome=str(Outcome.ENDED)
    )
    over = found[found["is_over"]]
    judged, early = (int(part["total"].sum()) for part in (over, over[over["is_early"]]))
    lasting = _alone(marts, marts.spells(replace(asked, facet=Facet.AGREED)), Outcome.ENDED)
    return Agreement(
        agreed=_alone(marts, planned, Outcome.ENDED),
        lasting=lasting,
        followed=_followed(lasting.table),
        kept=_share(marts, judged - early, judged),
        over=judged,
    )


def _alone(marts: Marts, spells: pd.DataFrame, outcome: str) -> Curve:
    return kaplan_meier(table_of(marts, spells, outcome), outcome)


def table_of(marts: Marts, spells: pd.DataFrame, *outcomes: str) -> LifeTable:
    """The life table of spells, as this audience gets it."""
    return life_table(spells, marts.clock, outcomes, fewest=marts.fewest, each=marts.each)
