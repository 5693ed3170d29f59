"""A small city to write reports about, for each audience."""

from datetime import date

from analytics.figures.doors.marts import Audience, open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.areas import NamedArea, find_area
from analytics.scope.scope import Scope
from analytics.scope.view import View
from data.file.store import Store
from exports.report.kinds import KINDS, USUAL, Kind
from exports.report.report import Report, area_view, make

AS_OF = date(2021, 10, 1)
HOSTILE = '=1+1\n<script>alert(1)</script> & #set text("x") *vet* $x$ [a] `b` \\ @c {d}'


def answers_of(store: Store, audience: Audience = Audience.GEMEENTE) -> DirectAnswers:
    return DirectAnswers(open_marts(store, audience), is_demo=store.meta.is_demo)


def named(answers: DirectAnswers, name: str) -> NamedArea:
    area = find_area(list(answers.known.areas.values()), name)
    assert area is not None
    return area


def report_of(
    store: Store,
    area: str = "SD3",
    audience: Audience = Audience.GEMEENTE,
    text: str = HOSTILE,
    kind: Kind = KINDS[USUAL],
) -> Report:
    answers = answers_of(store, audience)
    view = area_view(View(audience=audience), named(answers, area))
    return make(Scope(answers, view), kind.chosen, text, kind.plan)
