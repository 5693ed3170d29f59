"""What an indicator is: one entry of the catalogue."""

from dataclasses import dataclass
from enum import StrEnum

from analytics.classes import Scheme
from data.areas import Level

ALL_LEVELS = tuple(Level)
MIN_INHABITANTS = 100  # below this an area has too few people for a rate


class Time(StrEnum):
    """A flow is counted over a period; a stock is the standing on a day."""

    FLOW = "flow"
    STOCK = "stock"


class Unit(StrEnum):
    """Whom a count is about; decides whether small counts must be protected."""

    RESIDENTS = "inwoners"
    ORGANISATIONS = "organisaties"


@dataclass(frozen=True)
class Indicator:
    """One indicator of the catalogue. Adding one here adds it everywhere.

    `measure` names a file in data/measures. A rate has a `denominator`: another measure, or
    "inhabitants"; its value is measure / denominator x `per`. On maps it has the classes of
    `scheme` in the colours of a ColorBrewer `ramp`.
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
        """Flow or stock, in words."""
        return "over een periode" if self.time is Time.FLOW else "stand op een dag"

    @property
    def is_rate(self) -> bool:
        """Whether the value is a quotient; counts add up over areas, rates do not."""
        return bool(self.denominator)
