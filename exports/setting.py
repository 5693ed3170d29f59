"""What every export says about itself besides its card: for whom, about what, of which day."""

from dataclasses import dataclass
from datetime import date

from analytics import questions
from analytics.answers import Answers
from analytics.marts import Audience
from analytics.sentences import audience_words, selection_words
from analytics.view import View


@dataclass(frozen=True)
class Setting:
    """The circumstances of an export.

    `selection` is the area, window and peildatum in words, `audience_words` for whom the figures
    are in words, `as_of` the peildatum.
    """

    audience: Audience
    selection: str
    audience_words: str
    is_demo: bool
    as_of: date

    @property
    def is_intern(self) -> bool:
        """Whether the figures are exact and may not leave the building."""
        return self.audience is Audience.INTERN

    @property
    def marks(self) -> tuple[str, ...]:
        """The words that stand on every export: INTERN, Demogegevens, or none."""
        intern = ("INTERN",) if self.is_intern else ()
        return intern + (("Demogegevens",) if self.is_demo else ())


def setting_of(answers: Answers, view: View) -> Setting:
    """The setting of what is exported from a view."""
    area, day = questions.area(view, answers.known), questions.as_of(view, answers.known)
    return Setting(
        audience=answers.audience,
        selection=selection_words(area, view.window, day, view.level),
        audience_words=audience_words(answers.audience, answers.threshold),
        is_demo=answers.is_demo,
        as_of=day,
    )
