"""A demo city for the cards, and answers of which some are given."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar, TypeVarTuple, Unpack

import pytest

from analytics.figures.doors.marts import Audience, Marts, open_marts
from analytics.scope.answers import Answers, DirectAnswers
from data.demo import make_demo
from data.file.store import Store
from tests.cities import write_city

Analysis = Callable[..., Any]
Asked = TypeVarTuple("Asked")
Outcome = TypeVar("Outcome")


class Told(DirectAnswers):
    """Answers in which the outcomes of some analyses are given, or how they are found."""

    def __init__(self, marts: Marts, outcomes: Mapping[Analysis, Any]) -> None:
        super().__init__(marts, is_demo=True)
        self._given = outcomes

    def of(self, analysis: Callable[[Marts, Unpack[Asked]], Outcome], *asked: *Asked) -> Outcome:
        if analysis not in self._given:
            return super().of(analysis, *asked)
        given = self._given[analysis]
        outcome: Outcome = given(*asked) if callable(given) else given
        return outcome


Tell = Callable[[Mapping[Analysis, Any]], Told]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("cards") / "demo.duckdb"
    store = write_city(path, make_demo(seed=11, scale=0.2), date(2021, 10, 1))
    yield store
    store.close()


@pytest.fixture(scope="session")
def answers(store: Store) -> Answers:
    return DirectAnswers(open_marts(store, Audience.INTERN), is_demo=True)


@pytest.fixture(scope="session")
def tell(store: Store) -> Tell:
    marts = open_marts(store, Audience.INTERN)
    return lambda outcomes: Told(marts, outcomes)
