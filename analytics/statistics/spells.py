"""Spells: what lasts, how it ends, and on which clock that is counted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.periods import MONTHS_IN_YEAR
from data.reference.areas import Level

DAYS_IN_MONTH = 365.25 / MONTHS_IN_YEAR


class Spell(StrEnum):
    """What lasts: the wait of a resident for a first match, or the time that a match runs."""

    WAIT = "wait"
    STAY = "stay"


class Outcome(StrEnum):
    """How a spell ends. A spell that goes on has the outcome ""."""

    MATCH = "match"
    LEFT = "left"
    ENDED = "ended"


class Facet(StrEnum):
    """By what spells are told apart: not at all, by kind, by talent, or only those agreed."""

    NONE = ""
    KIND = "soort"
    TALENT = "talent"
    AGREED = "afspraak"


@dataclass(frozen=True)
class Clock:
    """How time is counted: in steps of `days`; `is_whole` when only whole steps are known.

    On a clock of days a spell of 3 has ended on the third day after it began. On one of whole
    months a spell of 3 ended somewhere between three and four months.
    """

    days: float
    is_whole: bool

    def steps(self, months: int) -> int:
        """The steps in so many months: 91, 183 and 365 days in 3, 6 and 12 months."""
        return round(months * DAYS_IN_MONTH / self.days)

    def months(self, steps: float) -> float:
        """The months in so many steps."""
        return steps * self.days / DAYS_IN_MONTH


DAYS = Clock(1, is_whole=False)
MONTHS = Clock(DAYS_IN_MONTH, is_whole=True)


@dataclass(frozen=True)
class Asked:
    """Spells that are asked for, as known on the evening of a day.

    `area` is the code of one area of the level, "" for all of them. With `since` spells are
    followed from the evening of that day on: what was over by then is left out, and what had
    begun before it comes in late. Without it they are followed from their beginning.
    """

    spell: Spell
    level: Level
    day: date
    area: str = ""
    facet: Facet = Facet.NONE
    since: date | None = None


@dataclass(frozen=True)
class Journey:
    """How many residents had come how far: scan, first match, its start, and running after a while.

    `judged` of those that started did so long enough ago to tell whether the match still ran.
    """

    scanned: int
    matched: int
    started: int
    judged: int
    still_running: int
