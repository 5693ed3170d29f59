"""What a card asks of the data: one door, whether a page asks or the command line.

A page remembers answers between readers, the command line for the length of a command; the
functions that ask know nothing of that.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, TypeVar, TypeVarTuple, Unpack

from analytics.catalog import find
from analytics.figures.compute import figures
from analytics.figures.doors.marts import Audience, Marts
from analytics.figures.progress import Progress, progress
from analytics.figures.result import Result
from analytics.figures.selection import Selection
from analytics.scope.view import Known, known_of
from data.models.marts import Series
from data.reference.areas import Level

Asked = TypeVarTuple("Asked")
Outcome = TypeVar("Outcome")
Made = TypeVar("Made")


class Answers(ABC):
    """The outcomes of analyses for one audience on one version of the data file."""

    @property
    @abstractmethod
    def known(self) -> Known:
        """The areas and days that the audience sees."""

    @property
    @abstractmethod
    def is_demo(self) -> bool:
        """Whether the file holds made-up data."""

    @property
    @abstractmethod
    def threshold(self) -> int:
        """Under which number small counts are rounded; 0 when they are not."""

    @property
    @abstractmethod
    def series(self) -> Series | None:
        """The series in which the file was rounded; None when it was not."""

    @abstractmethod
    def of(self, analysis: Callable[[Marts, Unpack[Asked]], Outcome], *asked: *Asked) -> Outcome:
        """The outcome of analysis(marts, *asked), computed once; what is asked can be hashed."""

    def kept(self, asked: Hashable, work: Callable[[], Made]) -> Made:
        """What is made of the answers; who answers many readers remembers it by what is asked.

        Everybody gets the same, not a copy: who gets it leaves it as it is.
        """
        return work()

    @property
    def audience(self) -> Audience:
        """Who gets the answers."""
        return self.known.audience

    @property
    def is_whole(self) -> bool:
        """Whether figures are exact everywhere: only then are there lists of records."""
        return self.audience is Audience.INTERN and not self.threshold

    def get(self, indicator: str, selection: Selection) -> Result[Marts]:
        """The figures of an indicator."""
        return self.of(_figures, indicator, selection)

    def progress(self, level: Level, as_of: date) -> dict[str, Progress]:
        """The rollout by area code."""
        return self.of(progress, level, as_of)


class DirectAnswers(Answers):
    """Answers for one command, remembered as long as it lives."""

    def __init__(self, marts: Marts, *, is_demo: bool) -> None:
        """Answers through one door to the figures."""
        self._marts = marts
        self._is_demo = is_demo
        self._known = known_of(marts)
        self._outcomes: dict[tuple[Any, ...], Any] = {}

    @property
    def known(self) -> Known:
        """The areas and days that the audience sees."""
        return self._known

    @property
    def is_demo(self) -> bool:
        """Whether the file holds made-up data."""
        return self._is_demo

    @property
    def threshold(self) -> int:
        """Under which number small counts are rounded; 0 when they are not."""
        return self._marts.threshold

    @property
    def series(self) -> Series | None:
        """The series in which the file was rounded; None when it was not."""
        return self._marts.series

    def of(self, analysis: Callable[[Marts, Unpack[Asked]], Outcome], *asked: *Asked) -> Outcome:
        """The outcome of analysis(marts, *asked), computed once; what is asked can be hashed."""
        key = (analysis, *asked)
        if key not in self._outcomes:
            self._outcomes[key] = analysis(self._marts, *asked)
        outcome: Outcome = self._outcomes[key]
        return outcome


def _figures(marts: Marts, indicator: str, selection: Selection) -> Result[Marts]:
    return figures(marts, find(indicator), selection)
