"""How a match goes: when it starts, what is agreed, when and why it ends.

Many matches end soon ("zo weer weg"): a share that depends on the kind ends after weeks, the
others last as agreed or as long as that kind usually does.
"""

from dataclasses import dataclass

import numpy as np

from data.demo import story
from data.demo.days import NEVER
from data.demo.draw import Flags, Floats, Ints, waiting_days, weighted, weighted_rows

REASONS = (
    "afgerond",
    "ontwikkelplaats gestopt",
    "doorgestroomd",
    "geen klik",
    "gezondheid",
    "verhuisd",
    "onbekend",
)
AS_AGREED = REASONS.index("afgerond")
PLACE_LEFT = REASONS.index("ontwikkelplaats gestopt")

_START_UNKNOWN = 0.04
_STARTS_WITHIN = 16.0  # days, on average
_AGREED_FOR = np.array([91, 182, 365])
_AGREED_SHARES = np.array([0.35, 0.40, 0.25])
_AGREES = 0.8  # of the matches on a vacancy
_KEEPS_AGREEMENT = 0.35
_EARLY_MEAN = 38.0
_LATER_SPREAD = 0.6  # of the logarithm
_REASON_SHARES = np.array(  # later, early
    [[0.25, 0.0, 0.30, 0.06, 0.14, 0.12, 0.13], [0.0, 0.0, 0.14, 0.38, 0.18, 0.10, 0.20]]
)


@dataclass(frozen=True)
class Terms:
    """The course of each match; `reason` counts REASONS and holds for when it ends."""

    started: Ints
    agreed: Ints
    ended: Ints
    reason: Ints

    def only(self, chosen: Ints | Flags) -> "Terms":
        """The terms of the chosen matches."""
        return Terms(
            self.started[chosen], self.agreed[chosen], self.ended[chosen], self.reason[chosen]
        )


def make_terms(
    rng: np.random.Generator, matched: Ints, kind: Ints, place_left: Ints, agrees: float = _AGREES
) -> Terms:
    """The terms of matches made on `matched`; none outlasts its place."""
    count = len(matched)
    begin = np.minimum(matched + waiting_days(rng, _STARTS_WITHIN, count), place_left)
    known = rng.random(count) >= _START_UNKNOWN
    agreed_days = _AGREED_FOR[weighted(rng, _AGREED_SHARES, count)]
    agreed = np.where(known & (rng.random(count) < agrees), begin + agreed_days, NEVER)
    early = rng.random(count) < story.numbers(story.kinds(), "early_share")[kind]
    ended = begin + _lengths(rng, kind, early)
    kept = ~early & (agreed != NEVER) & (rng.random(count) < _KEEPS_AGREEMENT)
    ended = np.where(kept, agreed, ended)
    reason = weighted_rows(rng, _REASON_SHARES, early.astype(np.int64))
    reason = np.where(kept, AS_AGREED, reason)
    reason = np.where(ended >= place_left, PLACE_LEFT, reason)
    return Terms(np.where(known, begin, NEVER), agreed, np.minimum(ended, place_left), reason)


def _lengths(rng: np.random.Generator, kind: Ints, early: Flags) -> Ints:
    usual: Floats = story.numbers(story.kinds(), "usual_days")[kind]
    later = usual * rng.lognormal(0.0, _LATER_SPREAD, len(kind))
    return np.where(early, 1 + waiting_days(rng, _EARLY_MEAN, len(kind)), later.astype(np.int64))
