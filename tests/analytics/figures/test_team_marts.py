"""From which month a team counts: what only its own exact records may move."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pandas as pd
import pytest

from analytics.figures.doors.marts import ExactMarts, ProtectedMarts
from analytics.figures.doors.team_marts import RECORDS, TeamMarts
from data.reference.areas import Level

EARLY, LATE, EVE = date(2017, 3, 1), date(2017, 9, 1), date(2017, 8, 31)


@pytest.mark.parametrize(
    ("area", "measure", "total", "first"),
    [
        ("OWN", "scans", 1, EARLY),
        ("OWN", "matches", 1, EARLY),
        ("OWN", "scans", 0, LATE),
        ("ELSEWHERE", "scans", 9, LATE),  # of others a team may not learn when they began
    ],
)
def test_an_earlier_month_is_counted_only_for_records_of_the_team(
    monkeypatch: pytest.MonkeyPatch, area: str, measure: str, total: int, first: date
) -> None:
    asked: list[str] = []

    def standing(self: ExactMarts, name: str, level: Level, days: list[date]) -> pd.DataFrame:
        asked.append(name)
        assert (level, days) == (Level.BUURT, [EVE])
        return pd.DataFrame({"area_code": [area], "total": [total if name == measure else 0]})

    monkeypatch.setattr(ExactMarts, "standing", standing)
    monkeypatch.setattr(ExactMarts, "counted_from", property(lambda self: EARLY))
    marts = object.__new__(TeamMarts)
    marts._protected = cast(ProtectedMarts, SimpleNamespace(counted_from=LATE))
    marts.__dict__["_buurten"] = frozenset({"OWN"})
    assert marts.counted_from == first
    assert asked == list(RECORDS)
