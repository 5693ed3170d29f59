"""Why an area is a white spot, in Dutch sentences that give its figure beside that of the city."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics.gaps.components import Component
from analytics.gaps.counts import LONG_WAIT_DAYS
from data.dutch import number

MOST_REASONS = 3


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
    """The sentences of the parts that add most, at most three; of those that are known."""
    known = [part for part in parts if part.base]
    heaviest = sorted(known, key=lambda part: -part.contribution)[:MOST_REASONS]
    return tuple(SENTENCES[part.component](part) for part in heaviest)


def _waiting(part: Part) -> str:
    who = "wacht 1 inwoner" if part.events == 1 else f"wachten {number(part.events)} inwoners"
    here, city = 1_000 * part.events / part.base, 1_000 * part.city
    return f"Er {who}: {number(here, 1)} per 1.000 inwoners, in de stad {number(city, 1)}."


def _reach(part: Part) -> str:
    return (
        f"Binnen bereik zijn er per wachtende inwoner {number(part.events / part.base, 1)} passende"
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
    who = "is 1 inwoner" if part.events == 1 else f"zijn {number(part.events)} inwoners"
    return (
        f"Er {who} bereikt. Op elke 1.000 inwoners die eenzaam zijn of moeilijk rondkomen, is dat"
        f" {number(1_000 * part.events / part.base, 1)}, in de stad {number(1_000 * part.city, 1)}."
    )


def _share(share: float) -> str:
    return f"{number(100 * share)}%"


SENTENCES: dict[Component, Callable[[Part], str]] = {
    Component.WAITING: _waiting,
    Component.REACH: _reach,
    Component.LONG: _long,
    Component.OUTSIDE: _outside,
    Component.PROGRAMME: _programme,
}
