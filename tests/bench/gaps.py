"""Computing time of the gap analyses on a made-up day, 116 buurten x 10 talents: `make bench`.

They are done once per data file and remembered; the limit for all of it together is 2 seconds.
"""

import time
from collections.abc import Callable

from analytics.gaps.clusters import clusters_of
from analytics.gaps.distance import metres
from analytics.gaps.index.ranking import ranking_of
from analytics.gaps.reach import ON_FOOT, nearest, reach
from analytics.gaps.supply import free_by_talent, waiting_by_talent
from analytics.scope.areas import NamedArea
from data.reference.areas import Level, at_level
from tests.analytics.gaps.made_up import without_gap

DAY = without_gap(1)
BUURTEN = [NamedArea(Level.BUURT, area.code, area.name) for area in at_level(Level.BUURT)]


def main() -> None:
    """Prints the seconds of the processor for each; the first cluster loads its library."""
    alone = {buurt.code: (buurt.code,) for buurt in BUURTEN}
    free, waiting = free_by_talent(DAY), waiting_by_talent(DAY)
    _timed("bereik", lambda: reach(free, waiting, metres(), ON_FOOT))
    _timed("dichtstbijzijnde plek", lambda: nearest(free, metres()))
    _timed("rangorde van buurten", lambda: ranking_of(DAY, BUURTEN, alone, ON_FOOT))
    for moment in ("de eerste keer", "daarna"):
        _timed(f"clusters, {moment}", lambda: clusters_of(DAY))


def _timed(name: str, analysis: Callable[[], object]) -> None:
    began = time.process_time()
    analysis()
    print(f"{name}: {time.process_time() - began:.2f} s")


if __name__ == "__main__":
    main()
