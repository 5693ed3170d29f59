"""A small town without a data file: answers about which area lies where, for sentences."""

from collections.abc import Callable
from datetime import date
from typing import Unpack, cast

from analytics.figures.doors.marts import Audience, Marts
from analytics.figures.progress import Progress
from analytics.scope.answers import Answers, Asked, Outcome
from analytics.scope.areas import NamedArea
from analytics.scope.view import Known
from data.reference.areas import Level

TOWN = NamedArea(Level.GEMEENTE, "GM", "Eindhoven")
AREAS = [
    TOWN,
    NamedArea(Level.STADSDEEL, "SD", "Gestel", "GM"),
    NamedArea(Level.STADSDEEL, "SE", "Strijp", "GM"),
    *(NamedArea(Level.WIJK, f"W{n}", f"Wijk {n}", "SD" if n < 5 else "SE") for n in range(1, 9)),
    NamedArea(Level.BUURT, "B1", "Buurt 1", "W1"),
    NamedArea(Level.TEAM, "T", "Team Zuid", "GM"),
]
AS_OF = date(2021, 9, 30)


class _Inside:
    """The door of the small town: it knows only which area lies inside which."""

    def inside(self, level: Level, code: str) -> set[str]:
        return {area.code for area in AREAS if area.level is level and area.parent == code}


class SmallTown(Answers):
    """Answers that can say where areas lie and whether they all have started, and nothing else."""

    def __init__(self, threshold: int = 0, *, has_started: bool = False) -> None:
        self._threshold = threshold
        self._has_started = has_started

    @property
    def known(self) -> Known:
        audience = Audience.GEMEENTE if self._threshold else Audience.INTERN
        return Known({area.code: area for area in AREAS}, date(2017, 9, 1), AS_OF, audience)

    @property
    def is_demo(self) -> bool:
        return True

    @property
    def threshold(self) -> int:
        return self._threshold

    @property
    def series(self) -> None:
        return None

    def progress(self, level: Level, as_of: date) -> dict[str, Progress]:
        since = as_of if self._has_started else None
        found = Progress((), int(self._has_started), since, is_pilot=False)
        return {area.code: found for area in AREAS if area.level is level}

    def of(self, analysis: Callable[[Marts, Unpack[Asked]], Outcome], *asked: *Asked) -> Outcome:
        return analysis(cast(Marts, _Inside()), *asked)
