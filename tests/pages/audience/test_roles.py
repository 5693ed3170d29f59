"""Every page and card, in every role and by every way in: nobody gets more than the role has.

Two oracles that know nothing of the code under test: the twins (another city behind the same
rounded figures: what a role without exact figures gets may not differ), and a guard on the exact
door itself. Pages and cards are found, not listed: a new one is tried by itself.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analytics.figures.doors import marts
from analytics.figures.doors.marts import Audience, ExactMarts, ProtectedMarts
from analytics.figures.doors.team_marts import TeamMarts
from analytics.gaps.advice.what_if import Addition
from analytics.scope.areas import all_areas
from analytics.scope.view import View
from charts.cards import CARDS
from data.access import roles
from data.access.people import HERE, Person
from data.access.roles import Exact
from data.file.store import Store, version_of
from data.reference.areas import Level
from exports.formats import CARD_FORMS
from pages._parts import access, handing, session
from pages._parts.access import NoEntry
from pages._parts.drawing.taking import ASKED
from pages._parts.handing import Offer
from pages._parts.session import PageScope, Results
from tests.pages.audience.test_non_interference import MIN_ELEMENTS, SCRIPTS, everything
from tests.pages.conftest import Twins
from tests.paths import APP

ROLES = {role.name: role for role in roles.roles()}
TEAM, OTHER_TEAM = "Team Strijp", "Tongelre-Centrum"
OWN_AREA = "eigen~Rond het park~1110~1120~1130"
Become = Callable[..., None]

# What somebody can send who was never offered it: an address, the state of a widget, a list.
WAYS: dict[str, Mapping[str, Mapping[str, object]]] = {
    "address": {"query": {"publiek": "intern"}},
    "address of a stadsdeel": {"query": {"publiek": "intern", "gebied": "SD3", "plaatsen": "ja"}},
    "own area": {"query": {"publiek": "intern", "gebied": OWN_AREA, "niveau": "buurt"}},
    "widget": {"query": {}, "state": {"audience": Audience.INTERN, ASKED: "overzicht.trend"}},
    "report": {"query": {}, "state": {"report-audience": "exact, INTERN"}},
    "what if": {
        "query": {"publiek": "intern"},
        "state": {"additions": (Addition("BU07721110", "groen en tuin", 3),)},
    },
}
QUICK = ("address of a stadsdeel",)  # of these `make test` tries every page


@pytest.fixture
def _forget() -> Iterator[None]:
    """What one role was told is not there for the next, so that every door is seen to open."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def opened(database: Path, page: str, way: Mapping[str, Mapping[str, object]]) -> list[bytes]:
    """Everything that the server sends for a page that is asked for in some way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BLOEI_DATABASE", str(database))
        app = AppTest.from_file(APP, default_timeout=60)
        for name, value in way["query"].items():
            app.query_params[name] = str(value)
        forged = way.get("state", {})
        _send(app, forged)
        if forged:  # to the first page too, which is left with it
            app.run()
            _send(app, forged)
        app.switch_page(page).run()
    assert not app.exception
    return everything(app)


def _send(app: AppTest, forged: Mapping[str, object]) -> None:
    for name, value in forged.items():
        app.session_state[name] = value


def closed_to(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the exact door itself fail for a role that has none, whoever asks."""
    allowed: dict[Exact, tuple[type[ExactMarts], ...]] = {
        Exact.NOWHERE: (),
        Exact.TEAM: (TeamMarts,),
        Exact.EVERYWHERE: (ExactMarts,),
    }
    begin = ExactMarts.__init__

    def guarded(self: ExactMarts, store: Store) -> None:
        assert isinstance(self, allowed[ROLES[role].exact]), f"{role} opened {type(self).__name__}"
        begin(self, store)

    monkeypatch.setattr(marts.ExactMarts, "__init__", guarded)


@pytest.mark.parametrize(
    "way", [way if way in QUICK else pytest.param(way, marks=pytest.mark.slow) for way in WAYS]
)
@pytest.mark.parametrize("page", SCRIPTS)
def test_whoever_sees_nothing_exact_gets_nothing_of_the_records(
    twins: Twins, as_role: Become, page: str, way: str
) -> None:
    as_role("gemeente")
    first, second = (opened(path, page, WAYS[way]) for path in twins)
    assert first == second
    assert len(first) > MIN_ELEMENTS


@pytest.mark.usefixtures("_forget")
@pytest.mark.parametrize(
    "role",
    [role if role == "team" else pytest.param(role, marks=pytest.mark.slow) for role in ROLES],
)
@pytest.mark.parametrize("page", SCRIPTS)
def test_no_page_opens_a_door_that_the_role_does_not_have(
    store: Store, as_role: Become, monkeypatch: pytest.MonkeyPatch, page: str, role: str
) -> None:
    as_role(role, TEAM)
    closed_to(role, monkeypatch)
    for area in ("", TEAM, "Tongelre"):
        opened(store.path, page, {"query": {"publiek": "intern", "gebied": area}})


@pytest.mark.parametrize("page", SCRIPTS)
def test_a_team_gets_nothing_exact_of_another_area(
    twins: Twins, as_role: Become, page: str
) -> None:
    as_role("team", TEAM)
    way = {"query": {"publiek": "intern", "gebied": OTHER_TEAM}}
    first, second = (opened(path, page, way) for path in twins)
    assert first == second


def results(store: Store, audience: Audience, *teams: str) -> Results:
    return Results(version_of(store.path), audience, None, frozenset(teams), Person(HERE))


def kept(_made: object = None) -> bytes:
    raise AssertionError("was made")


@pytest.mark.parametrize("role", ["gemeente", "team"])
@pytest.mark.parametrize("card", CARDS)
def test_no_card_and_no_format_of_it_is_handed_to_who_may_not_have_it(
    store: Store, as_role: Become, card: str, role: str
) -> None:
    as_role(role, TEAM)
    held = [(), (OTHER_TEAM,), (TEAM, OTHER_TEAM)]
    for exact in (results(store, Audience.INTERN, *teams) for teams in held):
        with suppress(
            NoEntry
        ):  # one that first says what to choose asks nothing, and gives nothing
            made = CARDS[card](PageScope(exact, View()))
            assert made.note
            assert made.table is None
            assert made.picture is None
        for form in CARD_FORMS:
            offer = Offer(form.label, f"{card}.{form.name}", form.mime, card, card)
            with pytest.raises(NoEntry):
                handing.hand_out(offer, exact, kept)


@pytest.mark.usefixtures("_forget")
@pytest.mark.parametrize("card", CARDS)
def test_a_card_of_a_team_rests_on_the_door_of_the_team(
    store: Store, as_role: Become, monkeypatch: pytest.MonkeyPatch, card: str
) -> None:
    as_role("team", TEAM)
    closed_to("team", monkeypatch)
    made = CARDS[card](PageScope(results(store, Audience.INTERN, TEAM), View(area=TEAM)))
    assert made.note or made.table or made.picture


def test_a_button_that_was_drawn_before_gives_nothing_after_the_role_is_gone(
    store: Store, as_role: Become
) -> None:
    as_role("intern")
    exact = results(store, Audience.INTERN)
    offer = Offer("x", "x.csv", "text/csv", "x", "x")
    assert handing.hand_out(offer, exact, lambda: b"x") == b"x"
    as_role("gemeente")
    with pytest.raises(NoEntry):
        handing.hand_out(offer, exact, kept)


def test_files_leave_by_one_button_only() -> None:
    pages = APP.parent / "pages"
    found = {path.name for path in pages.rglob("*.py") if "download_button(" in path.read_text()}
    assert found == {"handing.py"}


# The door of a team.

MEASURES = ("matches", "running_matches", "waiting", "scans")


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("level", Level)
def test_a_team_sees_its_own_areas_exact_and_all_others_rounded(
    store: Store, measure: str, level: Level
) -> None:
    door, exact = TeamMarts(store, frozenset({TEAM})), ExactMarts(store)
    days = [exact.as_of, ProtectedMarts(store).as_of]
    own = door.own_areas(level)
    found = door.standing(measure, level, days)
    assert len(found) == len(exact.standing(measure, level, days))
    truth = exact.standing(measure, level, days)
    mine = found["area_code"].isin(own)
    keys = ["day", "area_code"]
    part, other = (
        frame.sort_values(keys) for frame in (found[mine], truth[truth["area_code"].isin(own)])
    )
    assert part.to_dict("list") == other.to_dict("list")
    quarter = [day for day in days if day == ProtectedMarts(store).as_of]
    rounded = ProtectedMarts(store).standing(measure, level, quarter).set_index("area_code")
    for row in found[~mine].itertuples():
        assert row.total == rounded["total"].to_dict()[row.area_code]


def test_the_areas_of_a_team_lie_inside_it(store: Store) -> None:
    door = TeamMarts(store, frozenset({TEAM}))
    assert door.own_areas(Level.TEAM) == {TEAM}
    assert not door.own_areas(Level.GEMEENTE)
    wijken = door.own_areas(Level.WIJK)
    assert wijken
    assert all(door.inside(Level.TEAM, wijk) == {TEAM} for wijk in wijken)
    assert not TeamMarts(store, frozenset({"Bestaat niet"})).own_areas(Level.BUURT)


# What is about the programme and not about residents: everybody may know it.
PUBLIC = {
    "areas", "population", "population_year", "population_years", "inside", "wijken", "buurten",
    "starts", "events", "targets", "allowed", "known_day", "as_of", "fewest", "series", "each",
    "withholds", "audience", "clock",
}  # fmt: skip


def test_every_question_to_the_exact_door_is_answered_anew_for_a_team() -> None:
    asked = {name for name in dir(ExactMarts) if not name.startswith("_")}
    answered = {name for name in vars(TeamMarts) if not name.startswith("_")}
    assert asked - answered == PUBLIC


def test_what_breaks_a_rule_elsewhere_is_not_told_to_a_team(store: Store) -> None:
    door, exact = TeamMarts(store, frozenset({TEAM})), ExactMarts(store)
    assert door.findings(Level.TEAM, TEAM) == exact.findings(Level.TEAM, TEAM)
    others = {area.code for area in all_areas(exact) if area.level is Level.TEAM} - {TEAM}
    assert any(exact.findings(Level.TEAM, other) for other in others)
    assert not any(door.findings(Level.TEAM, other) for other in others)
    city = next(area.code for area in all_areas(exact) if area.level is Level.GEMEENTE)
    assert door.findings(Level.GEMEENTE, city) == {}


def test_a_team_counts_from_the_first_rounded_month_or_its_own(store: Store) -> None:
    assert TeamMarts(store, frozenset({TEAM})).counted_from == ExactMarts(store).counted_from
    other = TeamMarts(store, frozenset({"Bestaat niet"})).counted_from
    assert other == ProtectedMarts(store).counted_from


def test_what_a_team_was_told_is_not_told_to_others(store: Store) -> None:
    doors = TeamMarts(store, frozenset({TEAM})), ExactMarts(store)
    for number, door in enumerate(doors):
        frame = pd.DataFrame({"n": [number]})
        assert door.once("x", frame.copy)["n"].tolist() == [number]


def test_a_team_without_a_name_sees_nothing_exact() -> None:
    held = roles.rights_of(["team"], [])
    assert held
    assert not held.everywhere
    assert not held.teams


def test_the_widest_of_several_roles_counts() -> None:
    for names in (["gemeente", "beheerder"], ["beheerder", "intern", "onzin"]):
        held = roles.rights_of(names)
        assert held
        assert held.role.name == "beheerder"
    assert roles.rights_of(["onzin"]) is None
    assert access.NOBODY.name == ""


def test_exact_pages_do_differ_for_who_may_see_them(twins: Twins, as_role: Become) -> None:
    as_role("intern")
    first, second = (opened(path, SCRIPTS[0], WAYS["address"]) for path in twins)
    assert first != second


def test_a_team_does_see_its_own_area(twins: Twins, as_role: Become) -> None:
    as_role("team", TEAM)
    way = {"query": {"publiek": "intern", "gebied": TEAM}}
    first, second = (opened(path, "pages/gebied/gebied.py", way) for path in twins)
    assert first != second
    assert any(b"exact binnen het eigen team" in part for part in first)


def test_a_session_that_asks_for_more_is_refused(store: Store, as_role: Become) -> None:
    as_role("gemeente")
    with pytest.raises(NoEntry):
        _ = session.Results(version_of(store.path), Audience.INTERN).known
