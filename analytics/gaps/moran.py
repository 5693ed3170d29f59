"""Local Moran: whether areas that touch are alike, and how often chance gives as much.

Anselin (1995), Geographical Analysis 27: 93-115, with weights that add up to one per area and
conditional permutations. Here in numpy, because esda (the reference in the tests, to which this
is equal draw by draw) takes two seconds to load and stays in memory.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from analytics.gaps.counts import Numbers

Indices = npt.NDArray[np.int64]


def standardised(values: Numbers) -> Numbers:
    """Values as distances to their mean, in standard deviations.

    >>> standardised(np.array([1.0, 3.0])).tolist()
    [-1.0, 1.0]
    """
    centred = values - values.mean()
    found: Numbers = centred / values.std()
    return found


def neighbours_of(links: Sequence[tuple[str, str]], codes: Sequence[str]) -> list[Indices]:
    """Per area, where its neighbours stand in `codes`.

    >>> [around.tolist() for around in neighbours_of([("A", "B"), ("B", "A")], ["A", "B"])]
    [[1], [0]]
    """
    places: Mapping[str, int] = {code: place for place, code in enumerate(codes)}
    around: dict[str, list[int]] = {code: [] for code in codes}
    for one, other in links:
        around[one].append(places[other])
    return [np.array(around[code], dtype=np.int64) for code in codes]


def quadrants(scores: Numbers, around: Sequence[Indices]) -> list[int]:
    """Per area: 1 high among high, 2 low among high, 3 low among low, 4 high among low.

    >>> around = [np.array([1]), np.array([0]), np.array([0])]
    >>> quadrants(np.array([1.0, 0.5, -1.5]), around)
    [1, 1, 2]
    """
    numbers = {(True, True): 1, (False, True): 2, (False, False): 3, (True, False): 4}
    return [
        numbers[bool(score > 0), bool(scores[others].mean() > 0)]
        for score, others in zip(scores, around, strict=True)
    ]


def chances(scores: Numbers, around: Sequence[Indices], permutations: int, seed: int) -> Numbers:
    """Per area, how often chance makes it and its neighbours as alike or unlike, two-sided.

    The area stays where it is while the others change places.
    """
    drawn = _drawn(max(map(len, around)), len(scores), permutations, seed)
    return np.array([_chance(scores, place, others, drawn) for place, others in enumerate(around)])


def _drawn(most: int, count: int, permutations: int, seed: int) -> Indices:
    """Per permutation, the places that the neighbours come from, among all others."""
    draws = np.random.RandomState(seed)
    return np.array([draws.choice(count - 1, most, replace=False) for _ in range(permutations)])


def _chance(scores: Numbers, place: int, others: Indices, drawn: Indices) -> float:
    elsewhere = np.delete(scores, place)
    by_chance = scores[place] * elsewhere[drawn[:, : len(others)]].mean(axis=1)
    return two_sided(float(scores[place] * scores[others].mean()), by_chance)


def two_sided(observed: float, by_chance: Numbers) -> float:
    """The share of what chance gives, and what is seen, that lies as far out on either side.

    >>> two_sided(9.0, np.arange(1.0, 10.0))
    0.3
    """
    below = float((by_chance <= observed).mean() * 100)
    tail = min(below, 100 - below)
    low, high = np.percentile(by_chance, [tail, 100 - tail])
    outside = int((by_chance <= low).sum() + (by_chance >= high).sum())
    return min((outside + 1) / (len(by_chance) + 1), 1.0)  # in the middle the tails overlap
