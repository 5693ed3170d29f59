"""What a card is asked: the answers of one audience, and what the reader looks at.

Everything that follows from the two has its name here once: the area, the peildatum, the areas of
a map and of a table, and the words that say so.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self, TypeVar, TypeVarTuple, Unpack

from analytics.catalog import Indicator
from analytics.catalog.indicator import Time
from analytics.figures.compute import INHABITANTS
from analytics.figures.doors.marts import Audience, Marts
from analytics.figures.population import population_words, years_of
from analytics.figures.progress import Progress
from analytics.figures.result import Result
from analytics.figures.selection import Selection
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea, path_to
from analytics.scope.sentences import PLURALS
from analytics.scope.view import Known, View
from analytics.scope.windows import Span, Window, span, span_before, whole_months
from data.dutch import long_date, month, number
from data.grammar import plural
from data.periods import MONTHS_IN_YEAR, Period, add_months, month_end
from data.reference.areas import Level, city

Asked = TypeVarTuple("Asked")
Outcome = TypeVar("Outcome")

# What a level can be cut into on a map.
PARTS = {
    Level.GEMEENTE: (Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM),
    Level.STADSDEEL: (Level.WIJK, Level.BUURT),
    Level.TEAM: (Level.WIJK, Level.BUURT),
    Level.WIJK: (Level.BUURT,),
    Level.OWN: (Level.BUURT,),
    Level.BUURT: (),
}


@dataclass(frozen=True)
class Scope:
    """Answers and a view."""

    answers: Answers
    view: View

    @property
    def known(self) -> Known:
        """The areas and days that the audience sees."""
        return self.answers.known

    @property
    def is_whole(self) -> bool:
        """Whether figures are exact everywhere: only then are there lists of records."""
        return self.answers.is_whole

    @property
    def audience(self) -> Audience:
        """Who gets the answers."""
        return self.answers.audience

    @property
    def threshold(self) -> int:
        """Under which number the counts were rounded; 0 when they are exact."""
        return self.answers.threshold

    @property
    def day(self) -> date:
        """The peildatum."""
        return self.view.as_of or self.known.as_of

    @property
    def compared_day(self) -> date:
        """The day to compare with: the end of the chosen month, else of the one a year earlier.

        Never before the first month; the peildatum itself while there is no earlier month.
        """
        chosen = month_end(self.view.since or add_months(self.day, -MONTHS_IN_YEAR))
        return min(max(chosen, month_end(self.known.beginning)), self.day)

    @property
    def area(self) -> NamedArea:
        """The chosen area, else the whole city."""
        return self.known.area(self.view.area)

    @property
    def level(self) -> Level:
        """The level of the areas of maps and tables."""
        return self.view.level

    @property
    def window(self) -> Window:
        """How far is looked back from the peildatum."""
        return self.view.window

    # What is asked of the figures.

    def of(self, analysis: Callable[[Marts, Unpack[Asked]], Outcome], *asked: *Asked) -> Outcome:
        """The outcome of analysis(marts, *asked), computed once; what is asked can be hashed."""
        return self.answers.of(analysis, *asked)

    def figures(self, indicator: str, selection: Selection | None = None) -> Result[Marts]:
        """The figures of an indicator by its id, of the area itself unless a selection is given."""
        return self.answers.get(indicator, selection or self.own)

    def progress(self, level: Level) -> dict[str, Progress]:
        """The rollout on the peildatum, by the code of the areas of a level."""
        return self.answers.progress(level, self.day)

    @property
    def own(self) -> Selection:
        """The area itself, over the window."""
        return self._own(span(self.window, self.day))

    @property
    def own_before(self) -> Selection | None:
        """The same over the span to compare with; None when that lies before all records."""
        before = span_before(self.window, self.day)
        return self._own(before) if before.end >= self.known.beginning else None

    def own_monthly(self, months: int | None) -> Selection | None:
        """The area itself per whole month, the last `months` (None: all); None without any."""
        asked = whole_months(months, self.day, self.known.beginning)
        return replace(self._own(asked), period=Period.MONTH) if asked else None

    def _own(self, asked: Span) -> Selection:
        return Selection(self.area.level, asked.end, self.area.code, asked.start)

    def all_areas(self, inside: str = "") -> Selection:
        """Every area of the level (inside the area with a code), over the window."""
        asked = span(self.window, self.day)
        return Selection(self.level, asked.end, inside, start=asked.start)

    # Another scope on the same answers.

    def seen(self, view: View) -> Self:
        """The same answers for another view."""
        return replace(self, view=view)

    def per(self, level: Level) -> Self:
        """The same with the areas of a level."""
        return self.seen(replace(self.view, level=level))

    def at_own_level(self) -> Self:
        """The same on the level of the area: for what is about that area alone."""
        return self.per(self.area.level)

    def of_parts(self, levels: Collection[Level] = tuple(Level)) -> Self:
        """The same on a level (one of `levels`) that shows the parts of the area.

        Its own level when that does, else the first that does; the level of the area itself when
        it has no parts.
        """
        fits = [level for level in PARTS[self.area.level] if level in levels]
        if not self.view.area or self.level in fits:
            return self
        return self.per(fits[0] if fits else self.area.level)

    def among_like(self) -> Self:
        """The same for a table in which the area stands among its like, or its parts stand.

        A level on which neither can be done becomes that of the parts (see `of_parts`).
        """
        is_on_path = any(area.level is self.level for area in self.path)
        return self if is_on_path else self.of_parts()

    # Which areas are shown.

    @property
    def path(self) -> list[NamedArea]:
        """The areas around the area from the gemeente inwards, and the area itself."""
        return path_to(self.area, self.known.areas)

    @property
    def inside(self) -> str:
        """The code of the area of which a table holds all parts; "" for all of Eindhoven."""
        return self.view.area if self.level in PARTS[self.area.level] else ""

    @property
    def around(self) -> str:
        """The code of the area that fills a map; "" for all of Eindhoven.

        It is the chosen area when that has parts at this level (see `of_parts`). Of a chosen area
        without parts it is the area around it: there it stands among its like.
        """
        if not self.view.area or self.level in PARTS[self.area.level]:
            return self.view.area
        is_among_like = self.level is self.area.level and self.level in (Level.BUURT, Level.WIJK)
        return self.area.parent if is_among_like else ""

    def is_inside(self, code: str) -> bool:
        """Whether an area is the chosen one, or lies around it: then it is marked."""
        return bool(self.view.area) and code in {area.code for area in self.path}

    # How it is said.

    @property
    def parts_words(self) -> str:
        """Which areas a map or table shows: wijken in Woensel-Noord (stadsdeel)."""
        filled = self.known.area(self.around)
        is_marked = self.view.area and self.area != filled
        marked = f", {self.area.in_sentence} gemarkeerd" if is_marked else ""
        return f"{PLURALS[self.level]} {filled.behind(self.level, is_labelled=True)}{marked}"

    @property
    def among_words(self) -> str:
        """Which areas a table lists: the parts of the chosen area, or it among its like."""
        filled = self.known.area(self.inside)
        words = f"{PLURALS[self.level]} {filled.behind(self.level, is_labelled=True)}"
        if self.inside == self.view.area:
            return words
        marked = next(area for area in self.path if area.level is self.level)
        return f"{words}, {marked.in_sentence} gemarkeerd"

    def source(self, indicator: Indicator, days: Sequence[date] = ()) -> str:
        """The line under a card: where the figures come from, and the peildatum.

        A rate names the year of its inhabitants: that of the peildatum. `days` are given by cards
        that divide by the inhabitants of other days, or a count by them.
        """
        parts = [f"Bron: {indicator.source}", f"peildatum {long_date(self.day)}"]
        if days or indicator.denominator == INHABITANTS:
            parts.append(population_words(years_of(self.known.years, days or [self.day])))
        return " · ".join([*parts, *self._early_words(indicator)])

    def _early_words(self, indicator: Indicator) -> list[str]:
        """How many records of before the first start count in what is counted since the start.

        They are in the totals and on no axis.
        """
        early = self.known.early.get(indicator.measure, 0)
        if not early or self.window is not Window.ALL or indicator.time is not Time.FLOW:
            return []
        verb, start = plural(early, "telt", "tellen"), month(self.known.beginning)
        return [f"{number(early)} in {city().name} van voor de start in {start} {verb} mee"]

    def file_name(self, stem: str) -> str:
        """How an export is called, without audience and ending: matches_wijk_2021-10-01."""
        place = f"_{self.view.area}" if self.view.area else ""
        return f"{stem}_{self.level}{place}_{self.day}"
