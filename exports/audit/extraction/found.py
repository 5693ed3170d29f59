"""What figures are read from, and what reading them gave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from exports.audit.figure import Figure, Loose


@dataclass(frozen=True)
class Source:
    """Where a grid comes from: the export, the threshold of the audit, the known inhabitants.

    `as_of`: the last day that the export tells of, when it says so. `protected`: the export says
    that small counts are rounded. `population`: the inhabitants by area code in a year. `number`:
    of the grid in its export; one that tells no days has a day of its own.
    """

    export: str
    threshold: int
    population: Callable[[int], Mapping[str, int]]
    as_of: int | None = None
    protected: bool = False
    number: int = 1


@dataclass
class Found:
    """What a grid gave: figures, numbers without a place, rates that could not be used.

    `alone`: figures that say too little of their place to be held against others. `undated`: those
    of which only the days are not told: to be held against others of their own grid.
    """

    figures: list[Figure] = field(default_factory=list)
    alone: list[Figure] = field(default_factory=list)
    undated: list[Figure] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    unused: int = 0
