"""A kijkdoos of a small city."""

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest

from analytics.catalog import find
from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from data.file.store import Store
from data.reference.areas import Level
from exports.flat.collect import Flat, Wanted
from exports.setting import setting_of
from exports.viewer.page import html

INDICATORS = ("matches", "lopende_matches", "inwoners_bereikt_per_1000", "match_binnen_6_maanden")
LEVELS = (Level.STADSDEEL, Level.BUURT, Level.TEAM)


def flat_of(
    store: Store,
    audience: Audience = Audience.GEMEENTE,
    area: str = "",
    names: Sequence[str] = INDICATORS,
) -> Flat:
    answers = DirectAnswers(open_marts(store, audience), is_demo=True)
    setting = setting_of(Scope(answers, View(area=area, audience=audience)))
    wanted = Wanted(answers.known.as_of, [find(name) for name in names], LEVELS, area=area)
    return Flat(answers, setting, wanted)


def data_of(page: bytes, element: str = "box") -> Any:
    """What stands in the page as data."""
    found = re.search(f'id="{element}">(.*?)</script>', page.decode(), re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture(scope="session")
def page(store: Store) -> bytes:
    return html(flat_of(store))


@pytest.fixture(scope="session")
def box(page: bytes) -> Any:
    return data_of(page)
