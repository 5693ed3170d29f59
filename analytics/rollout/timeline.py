"""What happened around the programme: the starts of the wijken, and the events of the city."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.figures.progress import pilot_of


class Happening(NamedTuple):
    """Something that may explain a bend in a line: a bus tour, a lockdown, a council decision."""

    day: date
    label: str


@dataclass(frozen=True)
class Start:
    """A wijk and the day on which Buurt in Bloei started there; None where it has not.

    `inhabitants` is 0 where CBS publishes none. The pilot is where it began: the wijken that
    started first, once others have followed.
    """

    code: str
    name: str
    inhabitants: int
    team: str
    day: date | None
    is_pilot: bool


def happenings(marts: Marts, area: str, until: date) -> tuple[Happening, ...]:
    """The events in an area ("" for the whole city) up to a day, in order of time."""
    found = marts.events(area, until)
    days = [moment.date() for moment in found["happened_on"]]
    return tuple(map(Happening, days, found["label"]))


def starts(marts: Marts, until: date) -> tuple[Start, ...]:
    """Every wijk, by the day of its start; those that have not started on `until` at the end."""
    found = marts.starts(until)
    days = [None if pd.isna(day) else day.date() for day in found["started_on"]]
    begun = zip(found["area_code"], days, strict=True)
    pilot = pilot_of({code: day.replace(day=1) for code, day in begun if day is not None})
    teams = found["team"].fillna("")
    people = found["inhabitants"].fillna(0).astype(int)
    return tuple(
        Start(code, name, inhabitants, team, day, code in pilot)
        for code, name, inhabitants, team, day in zip(
            found["area_code"], found["area_name"], people, teams, days, strict=True
        )
    )


def started_shares(all_starts: tuple[Start, ...], day: date) -> tuple[float, float]:
    """Which part of the wijken has started on a day, and which part of the people lives there.

    Both from 0 to 1; 0 when there is nothing to divide by.
    """
    begun = [start for start in all_starts if start.day is not None and start.day <= day]
    people = sum(start.inhabitants for start in all_starts)
    living = sum(start.inhabitants for start in begun)
    return len(begun) / max(len(all_starts), 1), living / people if people else 0.0
