"""The one door from pages to data: which file, which version of it, and what is remembered."""

import logging
import os
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar, TypeVarTuple, Unpack

import streamlit as st

from analytics.figures.doors.marts import Audience, Marts, open_marts
from analytics.figures.doors.team_marts import TeamMarts
from analytics.scope.answers import Answers
from analytics.scope.areas import all_areas, find_area
from analytics.scope.scope import Scope
from analytics.scope.view import Known, known_of
from data.access.people import Person
from data.file.check import quick_problems
from data.file.remembered import Remembered
from data.file.store import Store, Version, version_of
from data.models.marts import Series
from data.problems import DataFileProblem
from data.reference import own_area
from data.reference.areas import CITY
from data.reference.own_area import OwnArea
from pages._parts import access, state

DEFAULT_DATABASE = CITY / "data" / "demo.duckdb"
OPEN_VERSIONS = 2  # the current one, and the one that another reader's page may still be reading
KEPT_AREAS = 50  # what is known of a file, for every audience and own area
KEPT_OUTCOMES = 2_000
KEPT_CARDS = 800  # half of them are made ahead

logger = logging.getLogger(__name__)
Asked = TypeVarTuple("Asked")
Outcome = TypeVar("Outcome")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Door:
    """A way to figures: of which version, for whom, with which area of one's own."""

    version: Version
    audience: Audience
    own: OwnArea | None = None
    teams: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Results(Answers):
    """The answers of one version of the data file for one audience, so that a page never mixes.

    What is known of the file is looked up once per run of a page. Whoever asks is looked at with
    every question: a button is pressed later than it was drawn. `teams`: exact for these alone.
    """

    version: Version
    reader: Audience
    own: OwnArea | None = None
    teams: frozenset[str] = frozenset()
    who: Person = field(default_factory=access.person)

    @property
    def door(self) -> Door:
        """The way to the figures, if it is open to who asks. NoEntry when it is not."""
        access.refuse_closed(self.who, self.reader, self.teams)
        is_exact = self.reader is Audience.INTERN
        return Door(self.version, self.reader, self.own, self.teams if is_exact else frozenset())

    @cached_property
    def known(self) -> Known:
        """The areas and days that the audience sees."""
        return _known(self.door)

    @cached_property
    def is_demo(self) -> bool:
        """Whether the file holds made-up data."""
        return _store(self.version).meta.is_demo

    @cached_property
    def problems(self) -> list[str]:
        """What is wrong with the file at first sight, in Dutch sentences."""
        return _looked_at(self.version)

    @cached_property
    def threshold(self) -> int:
        """Under which number small counts are rounded; 0 when they are exact."""
        seal = _store(self.version).seal
        is_rounded = self.reader is Audience.GEMEENTE or self.teams
        return seal.threshold if seal and is_rounded else 0

    @cached_property
    def series(self) -> Series | None:
        """The series in which the file was rounded; None when it was not."""
        seal = _store(self.version).seal
        return seal.series if seal else None

    def of(self, analysis: Callable[[Marts, Unpack[Asked]], Outcome], *asked: *Asked) -> Outcome:
        """The outcome of analysis(marts, *asked), remembered for every reader."""
        name, door = f"{analysis.__module__}.{analysis.__qualname__}", self.door
        return self._outcomes.get((door, name, asked), lambda: analysis(_marts(door), *asked))

    def kept(self, asked: Hashable, work: Callable[[], Made]) -> Made:
        """What is made of the answers, remembered for every reader with the same door."""
        return _remembered_cards().get((self.door, asked), work)

    @cached_property
    def _outcomes(self) -> Remembered:
        return _remembered_outcomes()


@dataclass(frozen=True)
class PageScope(Scope):
    """What a page asks: the answers of the version that is current, and the view of the reader."""

    answers: Results


def scope() -> PageScope:
    """What this run of a page asks. DataFileProblem when the file cannot be used."""
    return PageScope(results(), state.view())


def results() -> Results:
    """The door to the version that is current now, for the audience that the reader counts as.

    DataFileProblem when the file cannot be used, NoEntry when nothing is open to the reader.
    """
    version, who = current(), access.person()
    own, rights = own_area.parse(state.asked_area()), access.rights(who)
    asked = state.asked_audience()
    if asked is Audience.INTERN and rights.teams:
        team = Results(version, asked, own, rights.teams, who)
        return team if _is_own(team.door, state.asked_area()) else rounded(team)
    return Results(version, asked if rights.everywhere else Audience.GEMEENTE, own, who=who)


def results_for(who: Person, audience: Audience) -> Results:
    """The door to the current version for a program, whoever sent it; as `results` for a page."""
    return Results(current(), audience, who=who)


def rounded(results: Results) -> Results:
    return replace(results, reader=Audience.GEMEENTE, teams=frozenset())


@st.cache_resource(max_entries=KEPT_AREAS, show_spinner=False)
def _is_own(door: Door, area: str) -> bool:
    """Whether the area that an address names lies inside the teams of a door."""
    marts = TeamMarts(_with_own(door), door.teams)
    found = find_area(all_areas(marts), door.own.code if door.own else area)
    return found is not None and found.code in marts.own_areas(found.level)


def database() -> Path:
    """The data file of the dashboard."""
    return Path(os.environ.get("BLOEI_DATABASE", DEFAULT_DATABASE))


def current() -> Version:
    """The version that readers see now; DataFileProblem when there is none."""
    return _readable(database())


def _readable(path: Path) -> Version:
    """The newest version that can be read: while a file is copied over the last one, that one."""
    version, last = version_of(path), _last_read()
    try:
        _store(version)
    except DataFileProblem as problem:
        if path not in last:
            raise
        logger.warning("De lezers zien de vorige gegevens: %s", problem)
        return last[path]
    last[path] = version
    return version


@st.cache_resource(show_spinner=False)
def _last_read() -> dict[Path, Version]:
    """By the name of a data file, the version that was read last."""
    return {}


@st.cache_resource(
    max_entries=OPEN_VERSIONS,
    show_spinner=False,
    on_release=Store.close,
    hash_funcs={Version: repr},  # asked with every question; its words are enough
)
def _store(version: Version) -> Store:
    return Store(version.path)


@st.cache_resource(max_entries=OPEN_VERSIONS, show_spinner=False, hash_funcs={Version: repr})
def _looked_at(version: Version) -> list[str]:
    return quick_problems(_store(version))


def _with_own(door: Door) -> Store:
    store = _store(door.version)
    return store.with_area(door.own) if door.own else store


def _marts(door: Door) -> Marts:
    store = _with_own(door)
    return TeamMarts(store, door.teams) if door.teams else open_marts(store, door.audience)


@st.cache_resource(
    max_entries=KEPT_AREAS,
    show_spinner=False,
    hash_funcs={Door: repr},  # asked several times a run; its words are enough
)
def _known(door: Door) -> Known:
    return known_of(_marts(door))


@st.cache_resource(show_spinner=False)
def _remembered_outcomes() -> Remembered:
    return Remembered(KEPT_OUTCOMES)


@st.cache_resource(show_spinner=False)
def _remembered_cards() -> Remembered:
    return Remembered(KEPT_CARDS)
