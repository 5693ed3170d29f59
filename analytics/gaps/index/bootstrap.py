"""Counts as they might have been (parametric bootstrap), to tell chance from difference.

Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 6. People are redrawn
around the smoothed rates of their area, or of the whole city to see what chance alone brings; then
the places are spread again too, over the buurten as their inhabitants.
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from analytics.gaps.counts import Counts, Numbers, Offers
from analytics.statistics.smoothing import smooth

Draws = np.random.Generator
Whole = npt.NDArray[np.int64]


def redrawn(counts: Counts, inside: Numbers, draws: Draws, size: int) -> Counts:
    """`size` redrawn counts: an axis of draws in front; places and matches stay as they are.

    `inside`: areas x buurten; each buurt lies in one area at most. A buurt has the smoothed rates
    of its area, and none when it lies in no area.
    """
    waiting = _rates(counts.waiting, counts.inhabitants, inside) * counts.inhabitants
    wanted = _rates(counts.wanted.T, counts.inhabitants, inside) * counts.inhabitants
    residents = _rates(counts.residents, counts.need, inside) * counts.need
    people = draws.poisson(waiting, (size, *waiting.shape))
    long = _rates(counts.long, counts.waiting, inside, is_share=True)
    outside = _rates(counts.outside, counts.matches, inside, is_share=True)
    return replace(
        counts,
        residents=_real(draws.poisson(residents, (size, *residents.shape))),
        waiting=_real(people),
        long=_real(draws.binomial(people, long)),
        wanted=_real(draws.poisson(wanted.T, (size, *wanted.T.shape))),
        outside=_real(draws.binomial(counts.matches.astype(int), outside, people.shape)),
    )


def by_chance(counts: Counts, offers: Offers, inside: Numbers, draws: Draws, size: int) -> Counts:
    """`size` redrawn counts of a city in which areas do not differ."""
    city = inside.any(axis=0, keepdims=True).astype("float64")
    alike = redrawn(counts, city, draws, size)
    return replace(alike, free=_spread(offers, counts, city[0], draws, size))


def _real(amounts: Whole) -> Numbers:
    return amounts.astype("float64")


def _rates(events: Numbers, base: Numbers, inside: Numbers, *, is_share: bool = False) -> Numbers:
    """The smoothed rate of the area of each buurt."""
    areas = smooth(events @ inside.T, base @ inside.T, is_share=is_share)
    return np.clip(areas.rate @ inside, 0.0, 1.0 if is_share else None)


def _spread(offers: Offers, counts: Counts, city: Numbers, draws: Draws, size: int) -> Numbers:
    """Each place with all it offers in a buurt drawn by inhabitants: draws x buurten x talents."""
    buurten, talents = counts.free.shape
    share = counts.inhabitants * city
    places = 1 + offers.place.max(initial=-1)
    where = draws.choice(buurten, (size, places), p=share / share.sum())[:, offers.place]
    cells = (np.arange(size)[:, np.newaxis] * buurten + where) * talents + offers.talent
    free = np.bincount(
        cells.ravel(), np.tile(offers.free, size), minlength=size * buurten * talents
    )
    return free.astype("float64").reshape(size, buurten, talents)
