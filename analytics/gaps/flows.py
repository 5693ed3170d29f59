"""Where matches flow to: from the area of the resident to the area of the ontwikkelplaats."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import pandas as pd

from analytics.figures.doors.marts import Marts
from analytics.gaps.snapshot import Snapshot, snapshot
from analytics.gaps.supply import Members, buurten_of, rows
from data.reference.areas import Level


class Stream(NamedTuple):
    """Matches from residents of one area (code) to ontwikkelplaatsen in one area."""

    origin: str
    destination: str
    matches: int

    @property
    def leaves(self) -> bool:
        """Whether it goes out of the area."""
        return self.origin != self.destination


def streams(known: Snapshot, members: Members) -> list[Stream]:
    """The streams between areas, the largest first; matches between residents go nowhere."""
    area_of = {buurt: area for area, buurten in members.items() for buurt in buurten}
    placed = known.matches[known.matches["place_buurt"] != ""]
    ends = pd.DataFrame(
        {
            "origin": placed["buurt"].map(area_of),
            "destination": placed["place_buurt"].map(area_of),
            "matches": placed["matches"],
        }
    )
    summed = ends.groupby(["origin", "destination"])[["matches"]].sum().reset_index()
    order = ["matches", "origin", "destination"]
    return rows(summed.sort_values(order, ascending=[False, True, True]), Stream)


def shares_outside(found: Iterable[Stream], fewest: int) -> dict[str, float]:
    """The percentage of the matches of residents of each area that lies outside it.

    Only of areas whose residents have at least `fewest` matches.
    """
    total: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for stream in found:
        total[stream.origin] += stream.matches
        outside[stream.origin] += stream.matches * stream.leaves
    return {
        area: 100 * outside[area] / amount for area, amount in total.items() if amount >= fewest
    }


def wijk_streams(marts: Marts, as_of: date) -> list[Stream]:
    """The streams from wijk to wijk up to a day."""
    return streams(snapshot(marts, as_of), buurten_of(marts, Level.WIJK))
