"""The cubes of residents, with the totals that are declared for each.

Rows are record rows with area columns (`buurt`, `wijk`, `stadsdeel`, `team`), period columns
(`month`, `quarter`, `year`) and `count` 1. Only closed months may come in. Weights follow what
readers look at: large areas and long periods first, and counts without an attribute most.
"""

from analytics.disclosure.rounding import Cube
from analytics.disclosure.totals import Margin, crossed

_AREAS = (
    Margin(("buurt",), 1),
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
_PLAIN = Margin((), 8)
# The city's totals are quoted; those of a year must be right to within 3.
_QUOTED = {("year",): 50_000, ("year", "visit"): 50_000, (): 20_000}


def _by(*columns: str, weight: int = 1) -> tuple[Margin, ...]:
    return tuple(Margin((column,), weight) for column in columns)


def _margins(
    flow_by: tuple[Margin, ...], stock: str, stock_by: tuple[Margin, ...]
) -> tuple[Margin, ...]:
    """Flows by area, period and attribute; the stock at month ends by area and attribute."""
    flows = crossed(_AREAS, _PERIODS, (_PLAIN, *flow_by))
    quoted = tuple(
        Margin(margin.columns, _QUOTED.get(margin.columns, margin.weight)) for margin in flows
    )
    return (*quoted, *crossed(_AREAS, _by(stock, weight=2), (_PLAIN, *stock_by)))


# A match: counted in `month` of the match date; `running` (spread) holds the month ends at which
# it runs. A match between residents has the talent "" (none), not a missing value. `fills` and
# `place_buurt` tell whether and where a match takes up a position: what stays free rests on them.
MATCHES = Cube(
    name="matches",
    grain=("buurt", "month", "talent", "kind"),
    margins=(
        *_margins(_by("talent", "kind"), "running", _by("kind")),
        Margin(("place_buurt", "running"), 2),
        Margin(("fills", "running"), 32),
    ),
    identity="match_id",
)

# A scan: `talent_set` is the text of all talents named, `talent` (spread) each of them; `visit`
# tells a resident's first scan (residents reached) from later ones; `waiting` (spread) holds the
# month ends at which the resident waits.
SCANS = Cube(
    name="scans",
    grain=("buurt", "month", "talent_set", "age_band", "visit"),
    margins=_margins((*_by("visit", weight=4), *_by("talent", "age_band")), "waiting", ()),
    identity="scan_id",
)
