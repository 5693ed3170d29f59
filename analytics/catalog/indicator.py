"""What an indicator is: one entry of the catalogue."""

from dataclasses import dataclass
from enum import StrEnum

from analytics.statistics.classes import Scheme
from analytics.statistics.spells import Outcome, Spell
from analytics.thresholds import whole
from data.reference.areas import Level

ALL_LEVELS = tuple(Level)
MIN_INHABITANTS = whole("inhabitants_of_area")


class Time(StrEnum):
    """A flow is counted over a period; a stock is the standing on a day."""

    FLOW = "flow"
    STOCK = "stock"


class Unit(StrEnum):
    """Whom a count is about; decides whether small counts must be protected."""

    RESIDENTS = "inwoners"
    ORGANISATIONS = "organisaties"


@dataclass(frozen=True)
class Duration:
    """How long spells last, with those that still go on: a median in days, or a share in percent.

    Without `months` it is the day on which half has ended by `outcome`; with them the part that
    has ended by then, or (`is_lasting`) the part that goes on.
    """

    spell: Spell
    outcome: Outcome
    months: int | None = None
    is_lasting: bool = False


@dataclass(frozen=True)
class Indicator:
    """One indicator of the catalogue. Adding one here adds it everywhere.

    `measure` names a file in data/models/measures. A rate has a `denominator`: another measure, or
    "inhabitants"; its value is measure / denominator x `per`. A `duration` has neither: it rests on
    the spells. On maps it has the classes of `scheme` in the colours of a ColorBrewer `ramp`.
    """

    id: str
    label: str
    question: str
    definition: str
    unit: str
    time: Time
    measure: str
    counts: Unit
    denominator: str = ""
    duration: Duration | None = None
    per: int = 1
    decimals: int = 0
    more_is_better: bool | None = True
    levels: tuple[Level, ...] = ALL_LEVELS
    where: str = "waar de inwoner woont"
    source: str = "registratie Buurt in Bloei, WIJeindhoven"
    ramp: str = "YlGn"
    scheme: Scheme = Scheme.NATURAL

    @property
    def kind(self) -> str:
        """Flow, stock or duration, in words."""
        if self.duration:
            return "duur, gevolgd in een periode"
        return "over een periode" if self.time is Time.FLOW else "stand op een dag"

    @property
    def has_period(self) -> bool:
        """Whether the chosen period counts: not for how it stands on a day."""
        return self.time is Time.FLOW or self.duration is not None

    @property
    def subject(self) -> str:
        """What is counted, with its unit where the label does not say it."""
        return f"{self.label} ({self.unit})" if self._is_bare else self.label

    @property
    def unit_words(self) -> str:
        """What stands behind a number: the label where that says the unit, else the unit."""
        return self.unit if self._is_bare else self.label

    @property
    def _is_bare(self) -> bool:
        """Whether the label does not say in what is counted."""
        return self.unit.casefold() not in self.label.casefold()

    @property
    def is_rate(self) -> bool:
        """Whether the value is no count: counts add up over areas, rates and durations do not."""
        return bool(self.denominator) or self.duration is not None
