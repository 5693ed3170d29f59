"""Rates of small areas with the noise of small numbers taken out (empirical Bayes).

Marshall (1991), Applied Statistics 40: 283-294, the global method of moments, as in
`esda.smoothing.Empirical_Bayes`: a rate is drawn towards the mean of all areas, further the
smaller its base. Areas are on the last axis; axes before it are smoothed each by itself.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Smoothed:
    """Rates after smoothing; mean and variances have a last axis of length one.

    `seen` is the variance between the rates before smoothing (weighted by base), `real` what is
    left of it without chance.
    """

    rate: Numbers
    mean: Numbers
    seen: Numbers
    real: Numbers

    @property
    def standardised(self) -> Numbers:
        """How many standard deviations, as seen before smoothing, a rate lies from the mean.

        Near zero where areas hardly differ more than chance makes them differ.
        """
        return _divided(self.rate - self.mean, np.sqrt(self.seen))


def smooth(events: Numbers, base: Numbers, *, is_share: bool) -> Smoothed:
    """The smoothed rates of `events` per unit of `base`.

    Chance is that of counts (Poisson), or for a share of the base, which cannot exceed it, that of
    a share (binomial). An area without base gets the mean; `real` is never below zero.
    """
    mean, seen, real = moments(events, base, is_share=is_share)
    chance = mean * (1 - mean) if is_share else mean
    return Smoothed(drawn(events, base, mean, real, chance), mean, seen, real)


def moments(events: Numbers, base: Numbers, *, is_share: bool) -> tuple[Numbers, Numbers, Numbers]:
    """What areas have in common: the mean rate, the variance that is seen, and the real one.

    >>> [round(float(found[0]), 3) for found in moments(np.array([2.0, 8]), np.array([10.0, 10]),
    ...     is_share=False)]
    [0.5, 0.09, 0.04]
    """
    total = base.sum(axis=-1, keepdims=True)
    mean = _divided(events.sum(axis=-1, keepdims=True), total)
    chance = mean * (1 - mean) if is_share else mean
    seen = _divided((base * (_rate(events, base, mean) - mean) ** 2).sum(-1, keepdims=True), total)
    known = (base > 0).sum(axis=-1, keepdims=True)
    return mean, seen, np.maximum(seen - _divided(chance * known, total), 0.0)


def drawn(
    events: Numbers,
    base: Numbers,
    mean: Numbers | float,
    real: Numbers | float,
    chance: Numbers | float,
) -> Numbers:
    """Rates drawn towards the mean, the more the less an area can prove.

    Where areas differ by no more than chance (`real` is zero), all of them get the mean.
    """
    trust = _divided(real * base, real * base + chance)
    return mean + trust * (_rate(events, base, mean) - mean)


def _rate(events: Numbers, base: Numbers, mean: Numbers | float) -> Numbers:
    return np.where(base > 0, _divided(events, base), mean)


def _divided(amounts: Numbers, by: Numbers) -> Numbers:
    """Zero where there is nothing to divide by."""
    return amounts / np.where(by > 0, by, 1.0) * (by > 0)
