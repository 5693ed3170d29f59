"""Why an area is a white spot, in Dutch sentences that give its figure beside that of the city."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics.gaps.counts import LONG_WAIT_DAYS
from analytics.gaps.index.components import SHARES, Component
from analytics.thresholds import whole
from data.dutch import number
from data.grammar import are, counted, plural

MOST_REASONS = 3
FEWEST = whole("share_of_few")


@dataclass(frozen=True)
class Part:
    """What one component is in an area: events per base, the same ratio in the whole city.

    `contribution` is what it adds to the gap index. The city is all ranked areas together.
    """

    component: Component
    events: float
    base: float
    city: float
    contribution: float

    @property
    def ratio(self) -> float | None:
        """Events per base; None where there is nothing to count them per."""
        return self.events / self.base if self.base else None


def reasons(parts: Sequence[Part]) -> tuple[str, ...]:
    """The sentences of the parts that add most, at most three; of those that are known.

    A share of fewer than FEWEST is not told.
    """
    known = [part for part in parts if part.base >= (FEWEST if part.component in SHARES else 1)]
    heaviest = sorted(known, key=lambda part: -part.contribution)[:MOST_REASONS]
    return tuple(SENTENCES[part.component](part) for part in heaviest)


def _waiting(part: Part) -> str:
    who = f"{plural(part.events, 'wacht', 'wachten')} {_people(part)}"
    here, city = 1_000 * part.events / part.base, 1_000 * part.city
    return f"Er {who}: {number(here, 1)} per 1.000 inwoners, in de stad {number(city, 1)}."


def _reach(part: Part) -> str:
    return (
        f"Voor elk talent van wie wacht, zijn er binnen bereik {number(part.events / part.base, 1)}"
        f" vrije plekken, in de stad {number(part.city, 1)}."
    )


def _long(part: Part) -> str:
    return (
        f"Van wie wacht, wacht {_share(part.events / part.base)} langer dan {LONG_WAIT_DAYS} dagen,"
        f" in de stad {_share(part.city)}."
    )


def _outside(part: Part) -> str:
    return (
        f"Van de matches met een ontwikkelplaats is {_share(part.events / part.base)} buiten de"
        f" eigen wijk, in de stad {_share(part.city)}."
    )


def _programme(part: Part) -> str:
    who = f"{are(part.events)} {_people(part)}"
    return (
        f"Er {who} bereikt. Op elke 1.000 inwoners die eenzaam zijn of moeilijk rondkomen, is dat"
        f" {number(1_000 * part.events / part.base, 1)}, in de stad {number(1_000 * part.city, 1)}."
    )


def _people(part: Part) -> str:
    return counted(int(part.events), "inwoner", "inwoners")


def _share(share: float) -> str:
    return f"{number(100 * share)}%"


SENTENCES: dict[Component, Callable[[Part], str]] = {
    Component.WAITING: _waiting,
    Component.REACH: _reach,
    Component.LONG: _long,
    Component.OUTSIDE: _outside,
    Component.PROGRAMME: _programme,
}
