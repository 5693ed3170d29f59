"""Days made up for tests: who waits, what is free, who went where."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from analytics.gaps.snapshot import Snapshot, hierarchy
from data.reference.population import people_in

AS_OF = date(2021, 9, 30)
HIERARCHY = hierarchy().join(pd.Series(people_in(2023), name="inhabitants"))
BUURTEN = tuple(HIERARCHY.index)
GREEN, COOK, TALK = "groen en tuin", "koken en gastvrijheid", "taal en onderwijs"


def a_day(
    wanted: Iterable[tuple[str, str, int]] = (),
    free: Iterable[tuple[str, str, int]] = (),
    matches: Iterable[tuple[str, str, str, int]] = (),
    places: Iterable[tuple[str, str, str]] = (),
) -> Snapshot:
    """A day. wanted: buurt, talent, days waited, of a resident each; free: place, talent, amount.

    matches: buurt of the resident, place ("" for none), talent, amount; places: place, sector,
    buurt.
    """
    there = {place: (sector, buurt) for place, sector, buurt in places}
    return Snapshot(
        as_of=AS_OF,
        buurten=HIERARCHY,
        waiting=_frame([], ["resident_id", "buurt", "days"]),
        wanted=_frame(
            [(f"R{n}", *row) for n, row in enumerate(wanted)],
            ["resident_id", "buurt", "talent", "days"],
        ),
        vacancies=_frame(
            [
                (f"V{n}", place, place, *there[place], talent, "vrijwilligerswerk", amount, amount)
                for n, (place, talent, amount) in enumerate(free)
            ],
            [
                *("vacancy_id", "place_id", "place_name", "sector", "buurt"),
                *("talent", "kind", "positions", "free"),
            ],
        ),
        matches=_frame(
            [
                (buurt, place, there[place][1] if place else "", talent, "burenhulp", amount)
                for buurt, place, talent, amount in matches
            ],
            ["buurt", "place_id", "place_buurt", "talent", "kind", "matches"],
        ),
        places=_frame(
            [(place, place, sector, buurt) for place, (sector, buurt) in there.items()],
            ["place_id", "place_name", "sector", "buurt"],
        ),
    )


def _frame(rows: Sequence[tuple[object, ...]], names: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=names)
    numbers = [name for name in ("days", "positions", "free", "matches") if name in names]
    return frame.astype({name: "int64" if name in numbers else "str" for name in names})
