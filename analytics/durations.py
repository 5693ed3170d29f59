"""How long spells last: curves of an area or of the groups in it, and the indicators from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import Any

import pandas as pd

from analytics.catalog.indicator import Duration
from analytics.marts import Audience, Marts
from analytics.result import Status
from analytics.spells import Asked, Facet, Journey, Outcome, Spell
from analytics.survival import (
    Curve,
    Interval,
    aalen_johansen,
    at_risk,
    kaplan_meier,
    life_table,
    share_of,
)
from data.areas import Level

OUTCOMES = {Spell.WAIT: (Outcome.MATCH, Outcome.LEFT), Spell.STAY: (Outcome.ENDED,)}
PERCENT = 100
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
        return self.alone.table.entered


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


def courses(marts: Marts, asked: Asked) -> dict[tuple[str, str], Course | None]:
    """The course of the spells by area code and facet value; None where there are too few."""
    found = marts.spells(asked)
    return {
        (str(area), str(value)): _course(marts, asked.spell, spells)
        for (area, value), spells in found.groupby(["area_code", "facet_value"])
    }


def _course(marts: Marts, spell: Spell, spells: pd.DataFrame) -> Course | None:
    if spells["total"].sum() < marts.fewest:
        return None
    outcomes, clock = OUTCOMES[spell], marts.clock
    table = life_table(spells, clock, outcomes, marts.each)
    return Course(
        ended={outcome: aalen_johansen(table, outcome) for outcome in outcomes},
        alone=_alone(marts, spells, outcomes[0]),
        followed=_followed(marts, spells),
    )


def _followed(marts: Marts, spells: pd.DataFrame) -> tuple[int, ...]:
    """How many spells were followed for 0, 1, 2, ... months, as long as those are enough."""
    steps = map(marts.clock.steps, range(MOST_MONTHS + 1))
    counts = (at_risk(spells, step) for step in steps)
    return tuple(takewhile(lambda there: there >= marts.fewest, counts))


def journey(marts: Marts, asked: Asked, months: int) -> Journey | None:
    """How far the residents of an area have come; None where there are too few."""
    found = marts.journey(asked, months)
    return found if found.scanned >= marts.fewest else None


def agreement(marts: Marts, asked: Asked) -> Agreement | None:
    """How long matches last against what was agreed; None where too few have an agreement."""
    found = marts.agreements(asked)
    if found["total"].sum() < marts.fewest:
        return None
    planned = found.rename(columns={"agreed": "lasted"}).assign(outcome=str(Outcome.ENDED))
    over = found[found["is_over"]]
    judged, early = (int(part["total"].sum()) for part in (over, over[over["is_early"]]))
    spells = marts.spells(replace(asked, facet=Facet.AGREED))
    return Agreement(
        agreed=_alone(marts, planned, Outcome.ENDED),
        lasting=_alone(marts, spells, Outcome.ENDED),
        followed=_followed(marts, spells),
        kept=_kept(marts, judged, early),
        over=judged,
    )


def _kept(marts: Marts, judged: int, early: int) -> Interval | None:
    if judged < marts.fewest:
        return None
    return share_of((judged - early) / marts.each, judged / marts.each)


def _alone(marts: Marts, spells: pd.DataFrame, outcome: str) -> Curve:
    return kaplan_meier(life_table(spells, marts.clock, [outcome], marts.each), outcome)


def duration_columns(
    marts: Marts, duration: Duration, level: Level, frame: pd.DataFrame
) -> pd.DataFrame:
    """Numerator, denominator, value and status for each row of `frame` (until, area_code).

    The denominator is the number of spells that had begun by then, the numerator how many of them
    had ended by the outcome. `value` is missing while too few have, and where there are too few.
    """
    days = [
        _on_day(marts, duration, level, day.date()).assign(until=day)
        for day in frame["until"].unique()
    ]
    found = pd.concat(days) if days else _figures([]).assign(until=frame["until"])
    known = found.set_index(["until", "area_code"])
    rows = known.reindex(pd.MultiIndex.from_frame(frame[["until", "area_code"]]))
    rows = rows.set_axis(frame.index).fillna({"numerator": 0, "denominator": 0})
    return rows.astype({"numerator": "int64"}).assign(status=_status(marts, rows))


def _status(marts: Marts, rows: pd.DataFrame) -> "pd.Series[str]":
    """Few people is a reason to withhold for who stands outside; inside it tells too little."""
    status = rows["value"].notna().map({True: Status.SHOWN, False: Status.NOT_APPLICABLE})
    if marts.audience is Audience.GEMEENTE:
        few = rows["denominator"].between(1, marts.fewest, inclusive="left")
        status = status.mask(few, Status.WITHHELD)
    return status.map(str)


def _on_day(marts: Marts, duration: Duration, level: Level, day: date) -> pd.DataFrame:
    """The figures of one day: a row per area with any spell."""
    found = marts.spells(Asked(duration.spell, level, day))
    rows = [
        (area, *_figure(marts, duration, spells)) for area, spells in found.groupby("area_code")
    ]
    return _figures(rows)


def _figures(rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    types = {"numerator": "float64", "denominator": "float64", "value": "float64"}
    return pd.DataFrame(rows, columns=["area_code", *types]).astype(types)


def _figure(
    marts: Marts, duration: Duration, spells: pd.DataFrame
) -> tuple[float, float, float | None]:
    total = spells["total"].sum()
    ended = spells["total"][spells["outcome"] == duration.outcome].sum()
    if total < marts.fewest:
        return ended, total, None
    table = life_table(spells, marts.clock, OUTCOMES[duration.spell], marts.each)
    return ended, total, _value(aalen_johansen(table, duration.outcome), duration)


def _value(curve: Curve, duration: Duration) -> float | None:
    clock = curve.table.clock
    if duration.months is None:
        half = curve.half()
        return half.value * clock.days if half else None
    ended = curve.at(clock.steps(duration.months))
    if ended is None:
        return None
    return PERCENT * (1 - ended.value if duration.is_lasting else ended.value)
