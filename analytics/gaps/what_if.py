"""What if there were more places: a day as it would be with some added. Nothing is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analytics.gaps.snapshot import Snapshot

KIND = "vrijwilligerswerk"
SECTOR = "overheid en maatschappelijk"


@dataclass(frozen=True)
class Addition:
    """A place that is not there: the code of its buurt, the talent it asks, its free positions."""

    buurt: str
    talent: str
    positions: int


def with_additions(snapshot: Snapshot, additions: Sequence[Addition]) -> Snapshot:
    """The same day with one open vacature more for each addition."""
    if not additions:
        return snapshot
    rows = [_vacancy(number, addition) for number, addition in enumerate(additions, start=1)]
    vacancies = pd.concat([snapshot.vacancies, pd.DataFrame(rows)], ignore_index=True)
    return replace(snapshot, vacancies=vacancies.astype(snapshot.vacancies.dtypes))


def _vacancy(number: int, addition: Addition) -> dict[str, str | int]:
    name = f"nieuwe plek {number}"
    return {
        "vacancy_id": name,
        "place_id": name,
        "place_name": name,
        "sector": SECTOR,
        "buurt": addition.buurt,
        "talent": addition.talent,
        "kind": KIND,
        "positions": addition.positions,
        "free": addition.positions,
    }
