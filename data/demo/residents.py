"""Talentenscans: who did one, when, where, and which talents they name."""

from dataclasses import dataclass

import numpy as np

from data.demo import story
from data.demo.city import City, settle
from data.demo.days import ANNOUNCED, BUS_TOUR, LAST, NEVER, draw_days, number_of
from data.demo.draw import Floats, Ints, several, waiting_days, weighted, weighted_rows

UNKNOWN = -1

_EXTRA_SCANS = 0.045  # of all scans are a second or third one
_BETWEEN_SCANS = 60  # days at the least
_MOVED = 0.15  # of the later scans are done in another buurt
_TALENTS_A_SCAN = np.array([0.20, 0.32, 0.28, 0.14, 0.06])  # one to five
_MORE_WHERE_LACKING = 2.2
_AGE_UNKNOWN = 0.03
_CHANNEL_UNKNOWN = 0.02
_GIVE_UP = 0.3  # of the residents without a match leave some day
_WAIT_BEFORE_LEAVING = 30  # days at the least
_USUALLY_WAIT_FOR = 260.0


@dataclass(frozen=True)
class Scans:
    """Scans by day; `talent_scan` and `talent` name each pair of a scan and a talent.

    `age_band` and `channel` count the story's lists, or are UNKNOWN.
    """

    resident: Ints
    day: Ints
    buurt: Ints
    age_band: Ints
    channel: Ints
    talent_scan: Ints
    talent: Ints


def make_scans(rng: np.random.Generator, city: City, split: story.Split) -> Scans:
    """All scans: each resident a first one, some a second or third."""
    extra = round(_EXTRA_SCANS * split.total)
    firsts = story.Split(split.pilot, split.later - extra)
    first_buurt, first_day = settle(rng, city, city.inhabitants, firsts)
    resident, day = _extra_scans(rng, first_day, extra)
    buurt = _moved(rng, city, first_buurt[resident])
    resident = np.concatenate([np.arange(len(first_day)), resident])
    day = np.concatenate([first_day, day])
    buurt = np.concatenate([first_buurt, buurt])
    order = np.argsort(day, kind="stable")
    resident, day, buurt = resident[order], day[order], buurt[order]
    ages, channel = _ages(rng, len(first_day)), _channels(rng, day)
    return Scans(resident, day, buurt, ages[resident], channel, *_talents(rng, city, buurt))


def _extra_scans(rng: np.random.Generator, first_day: Ints, extra: int) -> tuple[Ints, Ints]:
    thrice = extra // 6
    able = np.flatnonzero(first_day <= LAST - 3 * _BETWEEN_SCANS)
    resident = rng.choice(able, extra - thrice, replace=False)
    earliest = np.maximum(first_day[resident] + _BETWEEN_SCANS, ANNOUNCED + 1)
    middle = (earliest[:thrice] + LAST) // 2
    latest = np.concatenate([middle, np.full(len(resident) - thrice, LAST)])
    day = draw_days(rng, earliest, latest)
    third = draw_days(rng, middle + 1, LAST)
    return np.concatenate([resident, resident[:thrice]]), np.concatenate([day, third])


def _moved(rng: np.random.Generator, city: City, buurt: Ints) -> Ints:
    elsewhere = weighted(rng, city.inhabitants, len(buurt))
    return np.where(rng.random(len(buurt)) < _MOVED, elsewhere, buurt)


def _talents(rng: np.random.Generator, city: City, buurt: Ints) -> tuple[Ints, Ints]:
    how_many = 1 + weighted(rng, _TALENTS_A_SCAN, len(buurt))
    flags = several(rng, _wishes(city), city.stadsdeel[buurt], how_many)
    scan, talent = np.nonzero(flags)
    return scan, talent


def _wishes(city: City) -> Floats:
    shares = story.numbers(story.talents(), "share")
    return shares * _MORE_WHERE_LACKING ** story.lacks(city.stadsdelen)


def _ages(rng: np.random.Generator, residents: int) -> Ints:
    ages = weighted(rng, story.numbers(story.age_bands(), "share"), residents)
    return np.where(rng.random(residents) < _AGE_UNKNOWN, UNKNOWN, ages)


def _channels(rng: np.random.Generator, day: Ints) -> Ints:
    table = story.channels()
    shares = np.stack([story.numbers(table, "share_before_bus"), story.numbers(table, "share")])
    channel = weighted_rows(rng, shares, (day >= number_of(BUS_TOUR)).astype(np.int64))
    return np.where(rng.random(len(day)) < _CHANNEL_UNKNOWN, UNKNOWN, channel)


def leaving(rng: np.random.Generator, scans: Scans, matched_scans: Ints) -> Ints:
    """For each scan the day on which its resident leaves without a match, else NEVER.

    Only residents with one scan and no match leave, so that the day says all there is to say.
    """
    scans_of = np.bincount(scans.resident)
    matched = np.zeros(len(scans_of), dtype=np.bool_)
    matched[scans.resident[matched_scans]] = True
    leaves = (scans_of == 1) & ~matched & (rng.random(len(scans_of)) < _GIVE_UP)
    day = scans.day + _WAIT_BEFORE_LEAVING + waiting_days(rng, _USUALLY_WAIT_FOR, len(scans.day))
    return np.where(leaves[scans.resident], day, NEVER)
