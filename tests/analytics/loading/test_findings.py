"""What is odd per team and month, for an area and an audience."""

from datetime import date

import pytest

from analytics.figures.doors.marts import Audience, ExactMarts, open_marts
from analytics.figures.doors.withheld import NotPublished
from analytics.loading.findings import (
    Finding,
    Oddity,
    findings,
    of_team,
    per_month,
    per_team,
    teams,
)
from data.file.store import Store
from data.quality import rules
from data.reference.areas import Level

DAY = date(2021, 10, 1)


def odd(key: str, team: str, since: date) -> Oddity:
    return Oddity(key, "BU1" if team else "", team, since, "")


FOUND = (
    Finding(
        rules()[0],
        (
            odd("1", "Zuid", date(2021, 9, 30)),
            odd("2", "Noord", date(2021, 9, 1)),
            odd("3", "Zuid", date(2021, 8, 31)),
        ),
    ),
    Finding(rules()[1], (odd("4", "", date(2021, 7, 1)),)),
)


def test_counts_per_team() -> None:
    assert teams(FOUND) == ["Noord", "Zuid", ""]
    assert teams(FOUND[:1]) == ["Noord", "Zuid"]
    assert teams(()) == []
    assert per_team(FOUND[0]) == {"Zuid": 2, "Noord": 1}
    assert [[o.record for o in f.records] for f in of_team(FOUND, "Zuid")] == [["1", "3"], []]


def test_counts_per_month_have_every_month_and_no_other() -> None:
    assert per_month(FOUND, date(2021, 8, 1), date(2021, 10, 31)) == {
        date(2021, 8, 1): 1,
        date(2021, 9, 1): 2,
        date(2021, 10, 1): 0,
    }


def test_since_includes_its_first_day() -> None:
    assert FOUND[0].since(date(2021, 9, 1)) == 2
    assert FOUND[0].since(date(2021, 9, 2)) == 1


def test_the_wijken_of_the_city_hold_all_that_lies_in_a_buurt(store: Store) -> None:
    marts = open_marts(store, Audience.INTERN)
    city = findings(marts, DAY, Level.GEMEENTE, "GM0772")
    assert [finding.rule for finding in city] == list(rules())
    wijken = marts.areas(Level.WIJK)["area_code"]
    parts = [findings(marts, DAY, Level.WIJK, wijk) for wijk in wijken]
    for number, whole in enumerate(city):
        inside = sorted(o.record for part in parts for o in part[number].records)
        assert inside == sorted(o.record for o in whole.records if o.buurt)
    assert sum(len(finding.records) for finding in city) > 0


def test_a_team_has_what_concerns_it(store: Store) -> None:
    marts = open_marts(store, Audience.INTERN)
    city = findings(marts, DAY, Level.GEMEENTE, "GM0772")
    for team in filter(None, teams(city)):
        assert findings(marts, DAY, Level.TEAM, team) == of_team(city, team)


def test_whoever_is_outside_gets_nothing(store: Store) -> None:
    with pytest.raises(NotPublished, match="alleen voor wie met de gegevens werkt"):
        findings(open_marts(store, Audience.GEMEENTE), DAY, Level.GEMEENTE, "GM0772")


def test_a_day_after_the_file_is_its_last_day(store: Store) -> None:
    marts = ExactMarts(store)
    later = findings(marts, date(2030, 1, 1), Level.GEMEENTE, "GM0772")
    assert later == findings(marts, DAY, Level.GEMEENTE, "GM0772")
