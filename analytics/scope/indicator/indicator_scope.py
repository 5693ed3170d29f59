"""One indicator in a scope: the areas of a map and of a table, and their figures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Self

from analytics.catalog import Indicator
from analytics.figures.blur import Blurred, blurred, may_move
from analytics.figures.compute import INHABITANTS
from analytics.figures.result import Row
from analytics.figures.selection import Selection
from analytics.scope.indicator.extremes import Scale, Standing
from analytics.scope.indicator.moments import (
    Moments,
    at_moments,
    month_days,
    spread_days,
    told_days,
)
from analytics.scope.indicator.ranking import Mark, Ranked, ranked_areas, ranked_rows
from analytics.scope.scope import Scope
from analytics.scope.sentences import day_words
from analytics.scope.windows import Window
from analytics.statistics.classes import Classes, round_classes
from data.dutch import long_date
from data.grammar import capital, spanned


@dataclass(frozen=True)
class IndicatorScope(Scope):
    """One indicator for the parts of the area: the areas of the level inside it.

    The view is on a level that shows the parts (see `within`).
    """

    indicator: Indicator

    @classmethod
    def within(cls, scope: Scope, indicator: Indicator) -> Self:
        """An indicator for the parts of the area of a scope, on a level that shows them."""
        shown = scope.of_parts(indicator.levels)
        return cls(shown.answers, shown.view, indicator)

    @property
    def selection(self) -> Selection:
        """The areas over the view's window."""
        return self.all_areas(self.around)

    @property
    def when_words(self) -> str:
        """The day or the days that the figures are about."""
        day = long_date(self.day)
        if self.indicator.has_period:
            return f"{self.window.label}, tot en met {day}"
        return f"stand op {day}"

    @property
    def about(self) -> str:
        """What the figures are, of which areas, and the day or the days that they are about."""
        return f"{capital(self.indicator.subject)} · {self.parts_words} · {self.when_words}"

    def about_over(self, days: Sequence[date]) -> str:
        """The same of figures at several days, from the first to the last."""
        back = self.window.label if self.window is Window.ALL else f"de {self.window.label}"
        each = f"telkens {back}" if self.indicator.has_period else "telkens de stand"
        when = spanned(day_words(days[0]), day_words(days[-1]))
        return f"{capital(self.indicator.subject)} · {self.parts_words} · {each} · {when}"

    def source_over(self, days: Sequence[date]) -> str:
        """The line under a card that shows some days."""
        told = days if self.indicator.denominator == INHABITANTS else ()
        return self.source(self.indicator, told)

    @property
    def scale(self) -> Scale:
        """On what the areas are compared."""
        has_gaps = len(self.standing()) < len(self.ranked())
        return Scale(self.level, self.indicator.decimals, self.threshold, has_gaps=has_gaps)

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
        progress = self.progress(self.level)
        found = [
            (area.row, blurred(area.row, self.indicator, self.threshold))
            for area in self.ranked()
            if area.mark is None
        ]
        return [
            Standing(row.area_name, figure, progress[row.area_code].is_new(self.day))
            for row, figure in found
            if figure
        ]

    @cached_property
    def classes(self) -> Classes:
        """Classes over all moments up to the file's last day: they stay as the day moves."""
        whole = self.seen(replace(self.view, as_of=None))
        scheme = self.view.scheme or self.indicator.scheme
        return round_classes(whole.moments().shown(), self.indicator.decimals, scheme)

    def moments(self) -> Moments:
        """The areas at every month up to the peildatum.

        Of a duration at a dozen of them: every moment needs a curve per area. Of what is told at
        the ends of quarters alone at those.
        """
        days = month_days(self.known.beginning, self.day)
        if self.indicator.duration:
            return self.moments_at(spread_days(days))
        return self.moments_at(self.of(told_days, self.indicator.id, self.level, days))

    def moments_at(self, days: tuple[date, ...]) -> Moments:
        """The areas on each of the days, in order."""
        return self._at(self.selection, days)

    def own_moments_at(self, days: tuple[date, ...]) -> Moments:
        """The area itself on each of the days, in order."""
        return self._at(self.own, days)

    def _at(self, selection: Selection, days: tuple[date, ...]) -> Moments:
        return self.of(at_moments, self.indicator.id, selection, self.window, days)
