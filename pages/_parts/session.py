"""The one door from pages to data: which file, which version of it, and what is remembered."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from analytics.areas import all_areas
from analytics.catalog import find
from analytics.figures import figures
from analytics.marts import Audience, Marts, open_marts
from analytics.result import Result
from analytics.rollout import Progress, progress
from analytics.selection import Selection
from data.areas import Level
from data.store import Store
from data.versions import current
from pages._parts import access, state
from pages._parts.view import Known

DEFAULT_DATABASE = Path(__file__).parents[2] / "data" / "demo.duckdb"
OPEN_VERSIONS = 2  # the current one, and the one that another reader's page may still be reading
KEPT_RESULTS = 2_000


@dataclass(frozen=True)
class Results:
    """The figures of one version of the data file for one audience, so that a page never mixes."""

    version: Path
    audience: Audience

    @property
    def known(self) -> Known:
        """The areas and days that the audience sees."""
        return _known(self.version, self.audience)

    @property
    def is_demo(self) -> bool:
        """Whether the file holds made-up data."""
        return _store(self.version).meta.is_demo

    @property
    def threshold(self) -> int:
        """Under which number small counts are rounded."""
        seal = _store(self.version).seal
        return seal.threshold if seal else 0

    def get(self, indicator: str, selection: Selection) -> Result[Marts]:
        """The figures of an indicator, computed once."""
        return _result(self.version, self.audience, indicator, selection)

    def progress(self, level: Level, as_of: date) -> dict[str, Progress]:
        """The rollout by area code, computed once."""
        return _progress(self.version, self.audience, level, as_of)


def results() -> Results:
    """The door to the version that is current now, for the audience that the reader counts as.

    DataFileProblem when the file cannot be used.
    """
    version = current(Path(os.environ.get("BLOEI_DATABASE", DEFAULT_DATABASE)))
    _store(version)
    return Results(version, access.granted(state.asked_audience()))


@st.cache_resource(max_entries=OPEN_VERSIONS, show_spinner=False, on_release=Store.close)
def _store(version: Path) -> Store:
    return Store(version)


def _marts(version: Path, audience: Audience) -> Marts:
    return open_marts(_store(version), audience)


@st.cache_resource(max_entries=2 * OPEN_VERSIONS, show_spinner=False)
def _known(version: Path, audience: Audience) -> Known:
    marts = _marts(version, audience)
    areas = {area.code: area for area in all_areas(marts)}
    return Known(areas, marts.beginning, marts.as_of, audience)


@st.cache_data(max_entries=KEPT_RESULTS, show_spinner=False)
def _result(
    version: Path, audience: Audience, indicator: str, selection: Selection
) -> Result[Marts]:
    return figures(_marts(version, audience), find(indicator), selection)


@st.cache_data(max_entries=KEPT_RESULTS, show_spinner=False)
def _progress(version: Path, audience: Audience, level: Level, as_of: date) -> dict[str, Progress]:
    return progress(_marts(version, audience), level, as_of)
