"""Who fits a vacancy: finding, for many vacancies at once, a scan that names the talent."""

from dataclasses import dataclass

import numpy as np

from data.demo import story
from data.demo.city import City
from data.demo.days import LAST
from data.demo.draw import Ints, waiting_days
from data.demo.residents import Scans

NOBODY = -1


@dataclass(frozen=True)
class Seekers:
    """Scans in groups, and within a group by day.

    `before` counts, for each group and day as one number, the scans that come before it; so it
    is also where those of that group and day begin in `scan`.
    """

    before: Ints
    scan: Ints


def _key(group: Ints, day: Ints) -> Ints:
    return group * (LAST + 1) + day


def everywhere(scans: Scans) -> Seekers:
    """The scans that name a talent, in the whole city; the group is the talent."""
    return _grouped(scans, scans.talent, len(story.talents()))


def nearby(scans: Scans, city: City) -> Seekers:
    """The scans that name a talent in a stadsdeel; the group is `local_group`."""
    stadsdeel = city.stadsdeel[scans.buurt[scans.talent_scan]]
    groups = len(story.talents()) * len(city.stadsdelen)
    return _grouped(scans, local_group(city, stadsdeel, scans.talent), groups)


def local_group(city: City, stadsdeel: Ints, talent: Ints) -> Ints:
    """The number of the group of a talent in a stadsdeel."""
    return talent * len(city.stadsdelen) + stadsdeel


def _grouped(scans: Scans, group: Ints, groups: int) -> Seekers:
    order = np.argsort(group, kind="stable")  # the pairs are by day already
    keys = _key(group, scans.day[scans.talent_scan])
    counts = np.bincount(keys, minlength=groups * (LAST + 1))
    return Seekers(np.concatenate([[0], np.cumsum(counts)]), scans.talent_scan[order])


def find(
    rng: np.random.Generator, seekers: Seekers, group: Ints, day: Ints, looking_back: float
) -> Ints:
    """For each group and day a scan of that group up to that day, or NOBODY.

    Recent scans come first: the scan is any of the last days, of which `looking_back` is the
    mean number; when nobody came then, it is any earlier one.
    """
    end = seekers.before[_key(group, day) + 1]
    first = seekers.before[_key(group, np.zeros_like(day))]
    since = np.maximum(day - waiting_days(rng, looking_back, len(day)), 0)
    start = seekers.before[_key(group, since)]
    start = np.where(start < end, start, first)
    chosen = start + (rng.random(len(day)) * (end - start)).astype(np.int64)
    return np.where(first < end, seekers.scan[np.minimum(chosen, len(seekers.scan) - 1)], NOBODY)
