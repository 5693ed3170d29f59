"""The demo as frames: one per record table, with the stored columns of the contract."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from data.demo import story
from data.demo.city import City
from data.demo.days import LAST, NEVER, dates, planned_dates
from data.demo.draw import Flags, Ints
from data.demo.matching import NO_VACANCY, Matches
from data.demo.naming import place_names
from data.demo.residents import Scans
from data.demo.supply import Places, Vacancies
from data.demo.terms import REASONS

EMPTY = -1

_KEY_DIGITS = 5  # at the least
_FILLED, _EXPIRED, _STOPPED = range(3)
_CLOSE_REASONS = ("vervuld", "vervallen", "gestopt")


def texts(values: Sequence[str], chosen: Ints) -> pd.Series:
    """The chosen ones of a few texts; EMPTY gives an empty cell."""
    few = pd.array(list(values), dtype="str")
    return pd.Series(few.take(chosen, allow_fill=True))


def keys(prefix: str, chosen: Ints, count: int) -> pd.Series:
    """Keys such as S00012 of the chosen ones of `count` rows; EMPTY gives an empty cell."""
    digits = max(_KEY_DIGITS, len(str(count)))
    numbers = pd.Series(np.arange(1, count + 1)).astype("str").str.zfill(digits)
    return pd.Series((prefix + numbers).array.take(chosen, allow_fill=True))


def all_keys(prefix: str, count: int) -> pd.Series:
    """The keys of `count` rows, in order."""
    return keys(prefix, np.arange(count), count)


def places_frame(city: City, places: Places) -> pd.DataFrame:
    """The table places."""
    return pd.DataFrame(
        {
            "place_id": all_keys("OP", len(places.joined)),
            "name": place_names(city, places),
            "sector": texts(story.values(story.sectors(), "sector"), places.sector),
            "buurt_code": texts(city.codes, places.buurt),
            "joined_on": dates(places.joined),
            "left_on": dates(places.left),
        }
    )


def vacancies_frame(vacancies: Vacancies, matches: Matches, places: int) -> pd.DataFrame:
    """The table vacancies; the matches tell which of the closed ones were filled.

    `places` is the number of places.
    """
    count = len(vacancies.place)
    return pd.DataFrame(
        {
            "vacancy_id": all_keys("V", count),
            "place_id": keys("OP", vacancies.place, places),
            "talent": texts(story.values(story.talents(), "talent"), vacancies.talent),
            "kind": texts(story.values(story.kinds(), "kind"), vacancies.kind),
            "positions": vacancies.positions,
            "opened_on": dates(vacancies.opened),
            "closed_on": dates(vacancies.closed),
            "close_reason": texts(_CLOSE_REASONS, _close_reasons(vacancies, matches)),
        }
    )


def _close_reasons(vacancies: Vacancies, matches: Matches) -> Ints:
    filled: Flags = np.zeros(len(vacancies.place), dtype=np.bool_)
    filled[matches.vacancy[matches.vacancy != NO_VACANCY]] = True
    reason = np.where(filled, _FILLED, _EXPIRED)
    reason = np.where(vacancies.closed == vacancies.place_left, _STOPPED, reason)
    return np.where(vacancies.closed > LAST, EMPTY, reason)


def scans_frame(city: City, scans: Scans, left: Ints) -> pd.DataFrame:
    """The table scans."""
    return pd.DataFrame(
        {
            "scan_id": all_keys("S", len(scans.day)),
            "resident_id": keys("R", scans.resident, int(scans.resident.max()) + 1),
            "scanned_on": dates(scans.day),
            "buurt_code": texts(city.codes, scans.buurt),
            "age_band": texts(story.values(story.age_bands(), "age_band"), scans.age_band),
            "channel": texts(story.values(story.channels(), "channel"), scans.channel),
            "left_on": dates(left),
        }
    )


def scan_talents_frame(scans: Scans) -> pd.DataFrame:
    """The table scan_talents."""
    return pd.DataFrame(
        {
            "scan_id": keys("S", scans.talent_scan, len(scans.day)),
            "talent": texts(story.values(story.talents(), "talent"), scans.talent),
        }
    )


def matches_frame(scans: Scans, vacancies: Vacancies, matches: Matches) -> pd.DataFrame:
    """The table matches."""
    terms = matches.terms
    reason = np.where(terms.ended > LAST, EMPTY, terms.reason)
    return pd.DataFrame(
        {
            "match_id": all_keys("M", len(matches.scan)),
            "scan_id": keys("S", matches.scan, len(scans.day)),
            "vacancy_id": keys("V", matches.vacancy, len(vacancies.place)),
            "matched_on": dates(matches.matched),
            "kind": texts(story.values(story.kinds(), "kind"), matches.kind),
            "started_on": dates(terms.started),
            "agreed_until": planned_dates(np.where(terms.started > LAST, NEVER, terms.agreed)),
            "ended_on": dates(terms.ended),
            "end_reason": texts(REASONS, reason),
        }
    )
