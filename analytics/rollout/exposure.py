"""For how many months areas take part, and with how many inhabitants."""

from analytics.catalog import MIN_INHABITANTS
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import Progress, progress
from analytics.rollout.aligned import PER
from analytics.scope.windows import Span
from data.periods import MONTHS_IN_YEAR, months_between
from data.reference.areas import Level


def months_in(area: Progress, part: Span) -> int:
    """The months of a stretch of whole months (with a first day) in which an area takes part."""
    if area.since is None or part.start is None:
        return 0
    return max(months_between(max(area.since, part.start), part.end) + 1, 0)


def exposures_of(marts: Marts, level: Level, part: Span) -> dict[str, float]:
    """Inhabitants in thousands times the years that they take part in a stretch, by area.

    Areas with fewer than MIN_INHABITANTS inhabitants are left out.
    """
    people = marts.areas(level, part.end).set_index("area_code")["inhabitants"].fillna(0)
    wijken = progress(marts, Level.WIJK, part.end)
    weights = marts.areas(Level.WIJK, part.end).set_index("area_code")["inhabitants"].fillna(0)
    exposures = {}
    for code, area in progress(marts, level, part.end).items():
        if people[code] < MIN_INHABITANTS:
            continue
        total = sum(weights[wijk] for wijk in area.wijken)
        months = sum(weights[wijk] * months_in(wijken[wijk], part) for wijk in area.wijken)
        years = months / MONTHS_IN_YEAR
        exposures[code] = float(people[code] / PER * years / total) if total else 0.0
    return exposures
