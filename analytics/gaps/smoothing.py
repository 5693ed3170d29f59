"""Rates of small areas with the noise of small numbers taken out (empirical Bayes).

Marshall (1991), Applied Statistics 40: 283-294, the global method of moments, as in
`esda.smoothing.Empirical_Bayes`: a rate is drawn towards the mean of all areas, further the
smaller its base. Areas are on the last axis; axes before it are smoothed each by itself.
"""

from dataclasses import dataclass

import numpy as np

from analytics.gaps.counts import Numbers


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
    total = base.sum(axis=-1, keepdims=True)
    mean = _divided(events.sum(axis=-1, keepdims=True), total)
    rate = np.where(base > 0, _divided(events, base), mean)
    chance = mean * (1 - mean) if is_share else mean
    seen = _divided((base * (rate - mean) ** 2).sum(axis=-1, keepdims=True), total)
    known = (base > 0).sum(axis=-1, keepdims=True)
    real = np.maximum(seen - _divided(chance * known, total), 0.0)
    trust = _divided(real * base, real * base + chance)
    return Smoothed(mean + trust * (rate - mean), mean, seen, real)


def _divided(amounts: Numbers, by: Numbers) -> Numbers:
    """Zero where there is nothing to divide by."""
    return amounts / np.where(by > 0, by, 1.0) * (by > 0)
