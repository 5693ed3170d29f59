"""Days as whole numbers, and how busy each day was: weekdays, summers, lockdowns, growth.

Day 0 is the day on which the pilot started. A day after the peildatum is a plan that nobody has
seen happen yet: `dates` leaves it out, so that only this module knows what was known when.
"""

from datetime import date

import numpy as np
import pandas as pd

from data.demo.draw import Floats, Ints

PILOT_START = date(2017, 9, 4)
AS_OF = date(2021, 10, 1)
NEVER = 1_000_000  # later than any day that can be drawn

COUNCIL_DECISION = date(2018, 11, 13)
CITY_WIDE = date(2019, 1, 7)
LOCKDOWNS = ((date(2020, 3, 16), date(2020, 6, 30)), (date(2020, 12, 15), date(2021, 4, 27)))
BUS_TOUR = date(2021, 6, 7)

_LOCKDOWN_ACTIVITY = 0.28
_SUMMER_MONTHS = (7, 8)
_SUMMER_ACTIVITY = 0.6
_WEEKDAY_ACTIVITY = (1.0, 1.1, 1.1, 1.1, 0.9, 0.25, 0.05)  # from Monday to Sunday
_GROWTH_IN_WHOLE = 1.2  # the last day is 2.2 times as busy as the first


def number_of(day: date) -> int:
    """Days from the start of the pilot to `day`; negative before it."""
    return (day - PILOT_START).days


LAST = number_of(AS_OF)
ANNOUNCED = number_of(CITY_WIDE)
MATCHING_START = number_of(date(2018, 1, 8))  # about four months after the start


def _activity() -> Floats:
    days = pd.date_range(PILOT_START, AS_OF)
    busy = np.array(_WEEKDAY_ACTIVITY)[days.day_of_week]
    busy *= 1 + _GROWTH_IN_WHOLE * np.arange(len(days)) / LAST
    busy[days.month.isin(_SUMMER_MONTHS)] *= _SUMMER_ACTIVITY
    for start, end in LOCKDOWNS:
        busy[number_of(start) : number_of(end) + 1] *= _LOCKDOWN_ACTIVITY
    return busy


ACTIVITY = _activity()  # per day, relative
_UNTIL = np.concatenate([[0.0], np.cumsum(ACTIVITY)])  # activity before the day


def activity_between(earliest: Ints, latest: int) -> Floats:
    """Summed activity of the days from `earliest` up to and including `latest`; 0 if none."""
    busy: Floats = _UNTIL[latest + 1] - _UNTIL[np.minimum(earliest, latest + 1)]
    return busy


def draw_days(rng: np.random.Generator, earliest: Ints, latest: Ints | int) -> Ints:
    """One day from `earliest` up to and including `latest` for each, busy days more often."""
    low = _UNTIL[earliest]
    high = _UNTIL[np.asarray(latest) + 1]
    days = np.searchsorted(_UNTIL, low + rng.random(len(earliest)) * (high - low), "right") - 1
    # rounding at the very end of a range may step over its border
    clipped: Ints = np.clip(days, earliest, latest)
    return clipped


def dates(days: Ints) -> pd.Series:
    """The calendar dates of things that happened; empty after the peildatum."""
    return planned_dates(np.where(days > LAST, NEVER, days))


def planned_dates(days: Ints) -> pd.Series:
    """The calendar dates of agreements, which may lie after the peildatum; NEVER is empty."""
    first = np.datetime64(PILOT_START, "D")
    calendar = first + np.where(days == NEVER, 0, days)
    calendar[days == NEVER] = np.datetime64("NaT")
    return pd.Series(calendar.astype("datetime64[s]"))
