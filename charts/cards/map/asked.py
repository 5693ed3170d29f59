"""What a card about one indicator asks: which indicator, in which area, for which view."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from analytics.catalog import Indicator
from analytics.figures.blur import Blurred, blurred, may_move
from analytics.figures.compute import INHABITANTS
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.extremes import Scale, Standing
from analytics.scope.moments import Moments, at_moments, month_days, spread_days
from analytics.scope.ranking import Mark, Ranked, ranked_areas, ranked_rows
from analytics.scope.view import View
from analytics.statistics.classes import Classes, round_classes
from charts.cards.words import about_words, file_words, source_words
from data.reference.areas import Level


@dataclass(frozen=True)
class Asked:
    """One indicator for the parts of the view's area: the areas of the view's level inside it.

    `view` is on a level that shows the parts (see `asked_of`).
    """

    answers: Answers
    view: View
    indicator: Indicator

    @property
    def level(self) -> Level:
        """The level of the areas."""
        return self.view.level

    @property
    def around(self) -> str:
        """The code of the area that fills a map; "" for all of Eindhoven."""
        return questions.around(self.view, self.answers.known)

    @property
    def place(self) -> NamedArea:
        """The area that the card is about."""
        return questions.area(self.view, self.answers.known)

    @property
    def day(self) -> date:
        """The peildatum."""
        return questions.as_of(self.view, self.answers.known)

    @property
    def selection(self) -> Selection:
        """The areas over the view's window."""
        return questions.all_areas(self.view, self.day, self.around)

    @property
    def about(self) -> str:
        """What the figures are, of which areas, and the day or the days that they are about."""
        return about_words(self.indicator, self.view, self.answers.known)

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

    @property
    def threshold(self) -> int:
        """Under which number the counts were rounded; 0 when they are exact."""
        return self.answers.threshold

    @property
    def scale(self) -> Scale:
        """On what the areas are compared."""
        return Scale(self.level, self.indicator.decimals, self.threshold)

    def ranked(self) -> list[Ranked]:
        """The areas at the peildatum, from high to low; too small to compare is a mark too."""
        found = ranked_areas(self.answers, self.indicator, self.selection)
        marks = {area.row.area_code: area.mark or self._small(area.row) for area in found}
        return ranked_rows([area.row for area in found], marks, self.indicator.decimals)

    def _small(self, row: Row) -> Mark | None:
        figure = blurred(row, self.indicator, self.threshold)
        return Mark.TOO_SMALL if figure and self.is_small(figure) else None

    def is_small(self, figure: Blurred) -> bool:
        """Whether rounding could move a rate by more than one class of the map."""
        if not self.threshold or not self.indicator.denominator:
            return False
        return may_move(figure, self.classes)

    def standing(self) -> list[Standing]:
        """The areas that have a figure to compare, with how sharp it is."""
        figures = [
            (area.row.area_name, blurred(area.row, self.indicator, self.threshold))
            for area in self.ranked()
            if area.mark is None
        ]
        return [Standing(name, figure) for name, figure in figures if figure]

    @cached_property
    def classes(self) -> Classes:
        """Classes over all moments up to the file's last day: they stay as the day moves."""
        whole = replace(self, view=replace(self.view, as_of=None))
        scheme = self.view.scheme or self.indicator.scheme
        return round_classes(whole.moments().shown(), self.indicator.decimals, scheme)

    def moments(self) -> Moments:
        """The areas at every month up to the peildatum.

        Of a duration at a dozen of them: every moment needs a curve per area.
        """
        days = month_days(self.answers.known.beginning, self.day)
        return self.at(spread_days(days) if self.indicator.duration else days)

    def at(self, days: tuple[date, ...]) -> Moments:
        """The areas on each of the days, in order."""
        return self._at(self.selection, days)

    def own_at(self, days: tuple[date, ...]) -> Moments:
        """The area itself on each of the days, in order."""
        return self._at(questions.chosen_area(self.view, self.answers.known), days)

    def _at(self, selection: Selection, days: tuple[date, ...]) -> Moments:
        window = self.view.window
        return self.answers.of(at_moments, self.indicator.id, selection, window, days)


def asked_of(answers: Answers, view: View, indicator: Indicator) -> Asked:
    """An indicator for the parts of the view's area, on a level that shows them."""
    shown = questions.of_parts(view, answers.known, indicator.levels)
    return Asked(answers, shown, indicator)
