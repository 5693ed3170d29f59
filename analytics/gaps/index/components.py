"""The components of the gap index: what makes an area a white spot, each as events per base."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from analytics.gaps.counts import Counts, Numbers
from analytics.gaps.reach import floating_catchment
from analytics.statistics.smoothing import smooth
from data.reference.gap_weights import gap_weights


class Component(StrEnum):
    """What counts towards a gap; the value is its name in data/reference/gap_weights.csv.

    Residents who wait, per inhabitant; fitting free positions within reach, per resident who
    waits; residents who wait long; matches outside the own wijk; residents with a talentenscan,
    per inhabitant who is lonely or has trouble making ends meet.
    """

    WAITING = "waiting"
    REACH = "reach"
    LONG = "long"
    OUTSIDE = "outside"
    PROGRAMME = "programme"


SHARES = (Component.LONG, Component.OUTSIDE)
GOOD_WHEN_HIGH = (Component.REACH, Component.PROGRAMME)


@dataclass(frozen=True)
class Ratio:
    """Events and what they are counted per, per area on the last axis."""

    events: Numbers
    base: Numbers


def components(counts: Counts, weights: Numbers, inside: Numbers) -> dict[Component, Ratio]:
    """The components of areas.

    `weights`: what a position counts for, buurten x buurten (`reach.decay`); `inside`: areas x
    buurten (`counts.membership`). Reach is in free positions per resident who waits and talent;
    the programme's reach in residents per inhabitant in need.
    """
    shared = floating_catchment(counts.free, counts.wanted, weights)
    pairs = {
        Component.WAITING: (counts.waiting, counts.inhabitants),
        Component.REACH: ((shared * counts.wanted).sum(axis=-1), counts.wanted.sum(axis=-1)),
        Component.LONG: (counts.long, counts.waiting),
        Component.OUTSIDE: (counts.outside, counts.matches),
        Component.PROGRAMME: (counts.residents, counts.need),
    }
    return {
        component: Ratio(*np.broadcast_arrays(events @ inside.T, base @ inside.T))
        for component, (events, base) in pairs.items()
    }


def contributions(ratios: dict[Component, Ratio]) -> dict[Component, Numbers]:
    """What each component adds to the gap index of areas: above zero where it makes a gap.

    Standardised with the noise of small numbers taken out, times its share of the weights.
    """
    weights = component_weights()
    return {
        component: weights[component] * _standardised(component, ratio)
        for component, ratio in ratios.items()
    }


def component_weights() -> dict[Component, float]:
    """The share of each component in the gap index; a component without a weight has none."""
    weights = gap_weights()
    total = sum(weights.get(component, 0.0) for component in Component)
    return {component: weights.get(component, 0.0) / total for component in Component}


def _standardised(component: Component, ratio: Ratio) -> Numbers:
    smoothed = smooth(ratio.events, ratio.base, is_share=component in SHARES)
    return smoothed.standardised * (-1 if component in GOOD_WHEN_HIGH else 1)
