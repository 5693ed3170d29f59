"""Answers of which only the areas and the days are known."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple, Unpack

from analytics.figures.doors.marts import Marts
from analytics.scope.answers import Answers
from analytics.scope.view import Known

Asked = TypeVarTuple("Asked")
Outcome = TypeVar("Outcome")


class Fixed(Answers):
    """Answers that compute nothing."""

    def __init__(self, known: Known) -> None:
        self._known = known

    @property
    def known(self) -> Known:
        return self._known

    @property
    def is_demo(self) -> bool:
        return True

    @property
    def threshold(self) -> int:
        return 0

    @property
    def series(self) -> None:
        return None

    def of(self, analysis: Callable[[Marts, Unpack[Asked]], Outcome], *asked: *Asked) -> Outcome:
        raise AssertionError(f"{analysis.__name__} is asked of answers that compute nothing")
