"""Views, areas and rankings that the sentences of Witte vlekken are tried on."""

from datetime import date

from analytics.gaps.index.ranking import BlindSpot, Gap, GapRanking
from analytics.scope.areas import NamedArea
from analytics.scope.indicator.ranking import Mark
from analytics.scope.view import View
from data.reference.areas import Level

LAAK, CENTRUM, MEERHOVEN = "WK077231", "WK077211", "WK077263"
LAKERLOPEN, VILLAPARK = "BU07723120", "BU07723110"
GREEN, COOK, TALK, CRAFT = (
    "groen en tuin",
    "koken en gastvrijheid",
    "taal en onderwijs",
    "techniek en klussen",
)
IN_LAAK = View(area=LAAK)
EARLY = View(area=MEERHOVEN, as_of=date(2018, 1, 14))  # before its start


def wijk(code: str, name: str) -> NamedArea:
    return NamedArea(Level.WIJK, code, name)


WIJKEN = [
    wijk(LAAK, "De Laak"),
    wijk(CENTRUM, "Centrum"),
    wijk("WK077221", "Oud-Stratum"),
    wijk("WK077222", "Kortonjo"),
]


def ranked(*gaps: tuple[float, int, bool], blind: tuple[BlindSpot, ...] = ()) -> GapRanking:
    """Gaps by index, rank and whether it is certain."""
    return GapRanking(
        tuple(
            Gap(area, index, rank, max(rank - 1, 1), rank + 1, sure, (), ("Een.", "Twee."))
            for area, (index, rank, sure) in zip(WIJKEN, gaps, strict=False)
        ),
        blind,
    )


BLIND = (BlindSpot(wijk(MEERHOVEN, "Meerhoven"), Mark.NOT_STARTED),)


TONGELRE = View(area="SD3")
