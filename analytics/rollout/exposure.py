"""With how many inhabitants areas take part, and for how long."""

from analytics.catalog import MIN_INHABITANTS
from analytics.figures.doors.marts import Marts
from analytics.figures.progress import progress
from analytics.rollout.aligned import PER
from analytics.scope.windows import Span
from data.periods import MONTHS_IN_YEAR
from data.reference.areas import Level


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
        months = sum(
            weights[wijk] * wijken[wijk].months_within(part.start, part.end) for wijk in area.wijken
        )
        years = months / MONTHS_IN_YEAR
        exposures[code] = float(people[code] / PER * years / total) if total else 0.0
    return exposures
