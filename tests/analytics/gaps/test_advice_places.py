"""Whom to ask: places that take part, made matches, fit the talent and are near."""

from dataclasses import replace

import pytest

from analytics.gaps.advice.doors import doors_along
from analytics.gaps.advice.next_place import Step
from analytics.gaps.advice.places import Candidate, experience, places_to_ask
from analytics.gaps.distance import metres, near
from analytics.gaps.snapshot import Snapshot
from tests.analytics.gaps.made import BUURTEN, COOK, GREEN, a_day

HOME = BUURTEN[0]
REACH = 1_500.0
WAYS = near(metres(), REACH)
FAR = next(buurt for buurt in BUURTEN if not WAYS.at[HOME, buurt])
STEP = Step(HOME, GREEN, 1, 1, 0, 1)
TUIN = "tuin en groen"


def asked(day: Snapshot, step: Step = STEP) -> list[Candidate]:
    return places_to_ask(experience(day), metres(), step, REACH)


def names(day: Snapshot) -> list[str]:
    return [place.place_name for place in asked(day)]


def test_who_knows_the_talent_comes_first_then_who_made_most_matches() -> None:
    places = [("knows", "horeca", HOME), ("garden", TUIN, HOME), ("busy garden", TUIN, HOME)]
    matches = [
        (HOME, "knows", GREEN, 1),
        (HOME, "garden", COOK, 2),
        (HOME, "busy garden", COOK, 9),
    ]
    day = a_day(free=[("garden", GREEN, 1)], matches=matches, places=places)
    assert names(day) == ["knows", "busy garden", "garden"]


def test_a_place_needs_matches_nearness_and_a_sector_that_fits() -> None:
    places = [
        ("near", TUIN, HOME),
        ("far", TUIN, FAR),
        ("no matches", TUIN, HOME),
        ("other sector", "horeca", HOME),
    ]
    matches = [(HOME, name, COOK, 3) for name in ("near", "far", "other sector")]
    day = a_day(free=[("no matches", GREEN, 1)], matches=matches, places=places)
    assert names(day) == ["near"]


def test_a_candidate_says_what_it_did_and_what_its_sector_offers() -> None:
    places = [("garden", TUIN, HOME), ("inn", "horeca", FAR)]
    matches = [(FAR, "garden", GREEN, 2), (HOME, "garden", COOK, 5), (HOME, "inn", GREEN, 1)]
    day = a_day(free=[("garden", GREEN, 1)], matches=matches, places=places)
    [garden] = asked(day)
    assert (garden.metres, garden.free, garden.matches, garden.fitting) == (0.0, 1, 7, 2)
    assert garden.share == pytest.approx(3 / 4)


def test_matches_of_a_place_that_left_count_for_no_sector() -> None:
    gone = a_day(matches=[(HOME, "P", GREEN, 4)], places=[("P", TUIN, HOME)])
    day = a_day(places=[("Q", TUIN, HOME)])
    left = replace(day, matches=gone.matches)
    assert experience(left).shares == {}
    assert asked(left) == []


def test_every_door_is_another_and_steps_with_somebody_come_first() -> None:
    wanted = [(HOME, COOK, 1)] * 3 + [(HOME, GREEN, 1)] * 2 + [(FAR, GREEN, 1)]
    places = [("garden", TUIN, HOME)]
    day = a_day(wanted, matches=[(HOME, "garden", GREEN, 1)], places=places)
    members = {"here": [HOME], "there": [FAR]}
    found = doors_along(day, members, metres(), REACH, 1)
    assert [(door.area, door.step.talent, bool(door.place)) for door in found] == [
        ("here", GREEN, True),
        ("there", GREEN, False),
    ]
    both = doors_along(day, {"here": [HOME]}, metres(), REACH, 2)
    assert [(door.step.talent, bool(door.place)) for door in both] == [(GREEN, True), (COOK, False)]


def test_where_nothing_lacks_there_is_no_door() -> None:
    assert doors_along(a_day(), {"here": [HOME]}, metres(), REACH, 3) == []
