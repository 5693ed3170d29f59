"""All figures of a small city, and the same figures asked one by one."""

import pytest

from analytics.catalog import find
from analytics.figures.doors.marts import open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.search.question import Question, ask
from analytics.scope.view import View
from data.file.store import Store
from data.periods import Period
from data.reference.areas import Level
from exports.flat.collect import Flat, Wanted
from exports.setting import setting_of

# A flow, a stock that is withheld between quarters, a rate with areas too small, and a duration.
INDICATORS = ("matches", "wachtend", "matches_per_1000", "match_binnen_6_maanden")
LEVELS = (Level.GEMEENTE, Level.STADSDEEL, Level.BUURT, Level.TEAM)
PERIODS = (Period.MONTH, Period.YEAR)

Told = dict[tuple[str, str, str, str], tuple[float | None, str]]


@pytest.fixture(scope="session")
def flat(store: Store) -> Flat:
    answers = DirectAnswers(open_marts(store), is_demo=True)
    view = View(audience=answers.audience)
    wanted = Wanted(answers.known.as_of, [find(name) for name in INDICATORS], LEVELS, PERIODS)
    return Flat(answers, setting_of(Scope(answers, view)), wanted)


@pytest.fixture(scope="session")
def asked(store: Store) -> Told:
    """Value and status by indicator, period, level and area code, as `bloei.py figures` tells.

    A value only where the status is shown: the nothing of before a start is none in a table. Of
    whole periods only: the first records are of September 2017, the last of September 2021.
    """
    marts, found = open_marts(store), Told()
    for name in INDICATORS:
        for level in LEVELS:
            for period in PERIODS:
                answer = ask(marts, Question(name, level, period=period))
                for row in answer.rows():
                    if row.period not in ("2017", "2021"):
                        value = row.value if row.status == "shown" else None
                        found[name, row.period, level, row.area_code] = (value, row.status)
    return found
