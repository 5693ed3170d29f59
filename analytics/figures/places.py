"""The ontwikkelplaatsen that take part on a day, one by one."""

from dataclasses import dataclass
from datetime import date

from analytics.figures.doors.marts import Marts


@dataclass(frozen=True)
class Place:
    """An active ontwikkelplaats. `free_positions` are those in its open vacatures."""

    place_id: str
    name: str
    sector: str
    buurt_code: str
    open_vacancies: int
    free_positions: int
    joined_on: date


def active_places(marts: Marts, as_of: date, area: str = "") -> list[Place]:
    """The places active on the evening of `as_of` in an area ("": all of Eindhoven), by name.

    NotPublished for the protected audience: free positions tell where residents were placed.
    """
    found = marts.places(as_of, area)
    found["joined_on"] = found["joined_on"].dt.date
    return [Place(*row) for row in found.itertuples(index=False, name=None)]
