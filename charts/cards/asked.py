"""What a card about one indicator asks: which indicator, in which area, for which view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import Indicator
from analytics.figures import INHABITANTS
from analytics.moments import Moments, at_moments, month_days, spread_days
from analytics.ranking import Ranked, ranked_areas
from analytics.selection import Selection
from analytics.view import View
from charts.cards.words import file_words, source_words, unit_words
from data.areas import Level


@dataclass(frozen=True)
class Asked:
    """One indicator for the areas of the view's level inside `around` ("" for all)."""

    answers: Answers
    view: View
    indicator: Indicator
    around: str = ""

    @property
    def level(self) -> Level:
        """The level of the areas."""
        return self.view.level

    @property
    def day(self) -> date:
        """The peildatum."""
        return questions.as_of(self.view, self.answers.known)

    @property
    def selection(self) -> Selection:
        """The areas over the view's window."""
        return questions.all_areas(self.view, self.day, self.around)

    @property
    def unit(self) -> str:
        """The unit, and the day or the days that the figures are about."""
        return unit_words(self.indicator, self.view, self.answers.known)

    @property
    def source(self) -> str:
        """The line under a map."""
        return self.source_over(())

    def source_over(self, days: Sequence[date]) -> str:
        """The line under a map of some days."""
        told = days if self.indicator.denominator == INHABITANTS else ()
        return source_words(self.indicator, self.view, self.answers.known, with_map=True, days=told)

    @property
    def file_name(self) -> str:
        """How exports are called."""
        return file_words(self.indicator.id, self.view, self.answers.known)

    def ranked(self) -> list[Ranked]:
        """The areas at the peildatum, from high to low."""
        return ranked_areas(self.answers, self.indicator, self.selection)

    def moments(self) -> Moments:
        """The areas at every month up to the peildatum.

        Of a duration at a dozen of them: every moment needs a curve per area.
        """
        days = month_days(self.answers.known.beginning, self.day)
        return self.at(spread_days(days) if self.indicator.duration else days)

    def at(self, days: tuple[date, ...]) -> Moments:
        """The areas on each of the days, in order."""
        window = self.view.window
        return self.answers.of(at_moments, self.indicator.id, self.selection, window, days)
