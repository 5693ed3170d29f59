"""What every export says about itself besides its card: for whom, about what, of which day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from analytics.figures.doors.marts import Audience
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.sentences import audience_words, selection_words
from data.grammar import capital
from data.models.marts import Series


@dataclass(frozen=True)
class Setting:
    """The circumstances of an export.

    `selection` is the area, window and peildatum in words, `audience_words` for whom the figures
    are in words (with the series in which they were rounded), `as_of` the peildatum, `series` the
    series, `counted_from` the first day of which there are figures, `area` the chosen area and
    `areas` all that can be chosen, by code. `is_report`: about a report, in which levels
    differ from card to card, so that the selection names none.
    """

    audience: Audience
    selection: str
    audience_words: str
    is_demo: bool
    as_of: date
    series: Series | None = None
    counted_from: date | None = None
    area: NamedArea | None = None
    areas: Mapping[str, NamedArea] = field(default_factory=dict)
    is_report: bool = False

    @property
    def is_intern(self) -> bool:
        """Whether the figures are exact and may not leave the building."""
        return self.audience is Audience.INTERN

    @property
    def marks(self) -> tuple[str, ...]:
        """The words that stand on every export: INTERN, Demogegevens, or none."""
        intern = ("INTERN",) if self.is_intern else ()
        return intern + (("Demogegevens",) if self.is_demo else ())


def setting_of(scope: Scope) -> Setting:
    """The setting of what is exported from a scope."""
    answers = scope.answers
    return Setting(
        audience=answers.audience,
        selection=selection_words(scope.area, scope.window, scope.day, scope.level),
        audience_words=_audience_words(answers),
        is_demo=answers.is_demo,
        as_of=scope.day,
        series=answers.series,
        counted_from=answers.known.counted_from,
        area=scope.area,
        areas=answers.known.areas,
    )


def _audience_words(answers: Answers) -> str:
    """For whom the figures are; rounded ones may only stand beside others of the same series."""
    words = audience_words(answers.audience, answers.threshold)
    if answers.audience is Audience.INTERN or answers.series is None:
        return words
    return f"{words} {capital(answers.series.words)}."
