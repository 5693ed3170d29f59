"""What is not drawn: the rollout, the targets and the events of the story."""

from datetime import date

import numpy as np
import pandas as pd

from data.demo import story
from data.demo.days import BUS_TOUR, CITY_WIDE, COUNCIL_DECISION, LOCKDOWNS
from data.reference.areas import city

_FIRST_MONTH, _LAST_MONTH = date(2021, 1, 1), date(2021, 12, 1)
_TARGETS = ("matches", "inwoners_bereikt")
_EVENTS = (
    (COUNCIL_DECISION, f"Raadsbesluit: Buurt in Bloei in heel {city().name}"),
    (CITY_WIDE, "Start in de hele stad, wijk voor wijk"),
    (LOCKDOWNS[0][0], "Eerste lockdown"),
    (LOCKDOWNS[1][0], "Tweede lockdown"),
    (BUS_TOUR, "Bustour door de wijken"),
)


def rollout_frame() -> pd.DataFrame:
    """The table rollout, by start."""
    rows = story.rows("rollout")
    return pd.DataFrame(
        {
            "wijk_code": story.values(rows, "wijk_code"),
            "team": story.values(rows, "team"),
            "started_on": _days([date.fromisoformat(row["started_on"]) for row in rows]),
        }
    )


def targets_frame(scale: float) -> pd.DataFrame:
    """The table targets: what the stadsdelen are to reach in 2021, and their sum for the city."""
    return pd.concat([_target(indicator, scale) for indicator in _TARGETS], ignore_index=True)


def _target(indicator: str, scale: float) -> pd.DataFrame:
    table = story.rows("targets")
    parts = np.round(story.numbers(table, indicator) * scale)
    areas = [city().code, *story.values(table, "area_code")]
    return pd.DataFrame(
        {
            "area_code": areas,
            "indicator": indicator,
            "from_month": _days([_FIRST_MONTH] * len(areas)),
            "to_month": _days([_LAST_MONTH] * len(areas)),
            "value": [parts.sum(), *parts],
        }
    )


def events_frame() -> pd.DataFrame:
    """The table events; all of them hold for the whole city."""
    return pd.DataFrame(
        {
            "event_id": [f"E{number:03}" for number in range(1, len(_EVENTS) + 1)],
            "happened_on": _days([day for day, _ in _EVENTS]),
            "area_code": pd.array([None] * len(_EVENTS), dtype="str"),
            "label": [label for _, label in _EVENTS],
        }
    )


def _days(days: list[date]) -> pd.Series:
    return pd.Series(np.array(days, dtype="datetime64[s]"))
