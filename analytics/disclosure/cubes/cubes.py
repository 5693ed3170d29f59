"""The cubes of residents, with the totals that are declared for each.

Rows are record rows with area columns (`buurt`, `wijk`, `stadsdeel`, `team`), period columns
(`month`, `quarter`, `year`) and `count` 1. Only closed months may come in. Weights follow what
readers look at: large areas and long periods first, and counts without an attribute most. What
was counted in a buurt since the start must be right before its years, and those before its
months.
"""

from analytics.disclosure.cubes.rounding import Cube
from analytics.disclosure.cubes.totals import Margin, crossed

_BUURT = Margin(("buurt",), 1)
_WIDER = (
    Margin(("wijk",), 4),
    Margin(("team",), 4),
    Margin(("stadsdeel",), 8),
    Margin((), 16),
)
_PERIODS = (
    Margin(("month",), 1),
    Margin(("quarter",), 2),
    Margin(("year",), 5),
    Margin((), 5),
)
_PLAIN = Margin((), 16)
# The city's totals are quoted; those of a year must be right to within 3. A buurt must keep what
# it has had since the start.
_QUOTED = {
    ("year",): 200_000,
    ("year", "visit"): 200_000,
    (): 400_000,
    ("buurt",): 1_000,
    ("buurt", "visit"): 400,
    ("buurt", "year"): 100,
}


def _by(*columns: str, weight: int = 1) -> tuple[Margin, ...]:
    return tuple(Margin((column,), weight) for column in columns)


def _margins(
    flow_by: tuple[Margin, ...], stock: str, stock_by: tuple[Margin, ...]
) -> tuple[Margin, ...]:
    """Flows by area, period and attribute; the stock by area and attribute.

    A stock is told at month ends, and of a buurt at the ends of quarters.
    """
    flows = crossed((_BUURT, *_WIDER), _PERIODS, (_PLAIN, *flow_by))
    quoted = tuple(
        Margin(margin.columns, _QUOTED.get(margin.columns, margin.weight)) for margin in flows
    )
    by = (_PLAIN, *stock_by)
    return (
        *quoted,
        *crossed((_BUURT,), _by(f"{stock}_quarter", weight=2), by),
        *crossed(_WIDER, _by(stock, weight=2), by),
    )


# A match: counted in `month` of the match date; `running` (spread) holds the month ends at which
# it runs. A match between residents has the talent "" (none), not a missing value.
MATCHES = Cube(
    name="matches",
    grain=("buurt", "month", "talent", "kind"),
    margins=_margins(_by("talent", "kind", weight=4), "running", _by("kind", weight=4)),
    identity="match_id",
    seen=("buurt",),
)

# A match on a vacature, for the positions that are taken: at the place, and chosen apart, because
# not every match on a vacature takes one. `filling` (spread) holds the month ends.
FILLS = Cube(
    name="plekken",
    grain=("place_buurt", "month", "talent", "kind"),
    margins=(
        Margin(("filling",), 128),
        Margin(("place_stadsdeel", "filling"), 48),
        Margin(("place_wijk", "filling"), 8),
        Margin(("place_buurt", "filling_quarter"), 2),
    ),
    identity="match_id",
)

# A scan: `talent_set` is the text of all talents named, `talent` (spread) each of them; `visit`
# tells a resident's first scan (residents reached) from later ones; `waiting` (spread) holds the
# month ends at which the resident waits; `needed` tells what a buurt with matches cannot miss.
SCANS = Cube(
    name="scans",
    grain=("buurt", "month", "talent_set", "age_band", "visit"),
    margins=(
        *_margins(_by("visit", "talent", "age_band", weight=4), "waiting", ()),
        Margin(("buurt", "needed"), 300),
    ),
    identity="scan_id",
    seen=("buurt",),
    kept=("buurt", "needed"),
)
