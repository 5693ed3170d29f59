"""The indicators that tell how long spells last: from the curve of every area of a level."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analytics.catalog.indicator import Duration, Indicator
from analytics.figures.doors.marts import Audience, Marts
from analytics.figures.durations import OUTCOMES, table_of
from analytics.figures.result import Status
from analytics.statistics.spells import Asked
from analytics.statistics.survival import Curve, aalen_johansen
from data.periods import Slice
from data.reference.areas import Level

PERCENT = 100
Columns = dict[str, Any]  # numerator, denominator, value and status, as arrays of one length


class _Told(NamedTuple):
    """How many spells ended by the outcome, of how many, and the duration if it can be told."""

    numerator: int
    denominator: int
    value: float | None


NOTHING = _Told(0, 0, None)


def duration_columns(
    marts: Marts, indicator: Indicator, level: Level, codes: Sequence[str], asked: Sequence[Slice]
) -> Columns:
    """Numerator, denominator, value and status: a row per slice of time and area.

    The denominator is the number of spells that were followed in those days, the numerator how
    many of them ended by the outcome. `value` is missing while too few have, and where too few
    were followed for so long.
    """
    found = [_in_slice(marts, indicator, level, part) for part in asked]
    rows = [told.get(code, NOTHING) for told in found for code in codes]
    return {
        "numerator": np.array([row.numerator for row in rows], dtype="int64"),
        "denominator": np.array([row.denominator for row in rows], dtype="float64"),
        "value": np.array([row.value for row in rows], dtype="float64"),
        "status": pd.array([_status(marts, row) for row in rows], dtype="str"),
    }


def _status(marts: Marts, row: _Told) -> str:
    """Few people is a reason to withhold for who stands outside; inside it tells too little."""
    if marts.audience is Audience.GEMEENTE and 1 <= row.denominator < marts.fewest:
        return Status.WITHHELD.value
    return (Status.NOT_APPLICABLE if row.value is None else Status.SHOWN).value


def _in_slice(marts: Marts, indicator: Indicator, level: Level, part: Slice) -> dict[str, _Told]:
    """The figures of the days of a slice, by the code of every area with any spell.

    None where the audience does not get them: then the curves are not drawn up either.
    """
    duration = indicator.duration
    if duration is None or marts.withholds(indicator, level, part.end):
        return {}
    asked = Asked(duration.spell, level, part.end, since=part.start - timedelta(days=1))
    found = marts.once(("curves", asked), lambda: _curves(marts, asked))
    of_it = found[found["outcome"] == duration.outcome]
    columns = (of_it[name] for name in ("area_code", "numerator", "denominator", "curve"))
    return {
        code: _Told(ended, total, _value(curve, duration))
        for code, ended, total, curve in zip(*columns, strict=True)
    }


def _curves(marts: Marts, asked: Asked) -> pd.DataFrame:
    """By area with any spell and by outcome: how many ended by it, of how many, and the curve.

    All durations of these spells read the same curves.
    """
    rows = []
    for area, spells in marts.spells(asked).groupby("area_code"):
        table, total = table_of(marts, spells, *OUTCOMES[asked.spell]), spells["total"].sum()
        for outcome in OUTCOMES[asked.spell]:
            ended = spells["total"][spells["outcome"] == outcome].sum()
            rows.append((area, outcome, ended, total, aalen_johansen(table, outcome)))
    return pd.DataFrame(rows, columns=["area_code", "outcome", "numerator", "denominator", "curve"])


def _value(curve: Curve, duration: Duration) -> float | None:
    clock = curve.table.clock
    if duration.months is None:
        half = curve.half()
        return half.value * clock.days if half else None
    ended = curve.at(clock.steps(duration.months))
    if ended is None:
        return None
    return PERCENT * (1 - ended.value if duration.is_lasting else ended.value)
