"""From grids to figures: every number with the sum that it speaks of."""

import re
from collections.abc import Iterator
from datetime import date

from exports.audit.content import Row
from exports.audit.extraction import columns as around
from exports.audit.extraction.columns import Column, figure_columns, meaning_of
from exports.audit.extraction.found import Found, Source
from exports.audit.extraction.grids import Grid
from exports.audit.extraction.labels import Labels
from exports.audit.extraction.roles import Role
from exports.audit.figure import Figure, Loose
from exports.audit.words.geography import Buurten, Geography
from exports.audit.words.meaning import FOLLOWED, INHABITANTS, Meaning, of_name, residents_of
from exports.audit.words.moments import Span, last_months, span
from exports.audit.words.numerals import Printed, counts_of, printed, withheld
from exports.audit.words.spelling import is_narrow

_NONE = re.compile(r"not (applicable|started)|niet van toepassing|n\.?v\.?t\.?|nog niet gestart")
_RUNNING = re.compile(
    r"tot en met die (dag|week|maand)|sinds de start|opgeteld|\bmoment\b", re.IGNORECASE
)
_EACH = re.compile(r"\btelkens\b", re.IGNORECASE)
_MULTIPLE = {"scans": "talent", "residents": "talent", "waiting": "talent"}


def figures_in(grid: Grid, geography: Geography, source: Source) -> Found:
    """All figures about residents in a grid; numbers with another meaning are loose.

    When rows contradict each other, the remaining columns of words are taken to part them.
    """
    labels = Labels(grid, geography)
    found = _collect(labels, source)
    if labels.columns(Role.TEXT) and _repeats([*found.figures, *found.undated]):
        found = _collect(Labels(grid, geography, words=Role.ATTRIBUTE), source)
    return found


def _repeats(figures: list[Figure]) -> bool:
    return len({figure.key for figure in figures}) < len({(f.key, f.low, f.high) for f in figures})


def _collect(labels: Labels, source: Source) -> Found:
    found = Found()
    columns = figure_columns(labels)
    for row in labels.grid.rows:
        for column in columns:
            _Cell(labels, column, row, source).put(found)
    return found


class _Cell:
    """One cell with a number or a mark in the place of one."""

    def __init__(self, labels: Labels, column: Column, row: Row, source: Source) -> None:
        self.labels = labels
        self.column = column
        self.row = row
        self.source = source
        self.grid = labels.grid
        self.number = printed(row[column.place], self.grid.source.decimal)

    def put(self, found: Found) -> None:
        """Adds what the cell says to what was found."""
        meaning = meaning_of(self.labels, self.column, self.row)
        if meaning is None:
            found.loose += self._loose(self._words())
        elif measure := self._counted(meaning):
            self._put_count(found, meaning, measure)

    def _words(self) -> tuple[str, ...]:
        return around.words_around(self.labels, self.column, self.row)

    def _counted(self, meaning: Meaning) -> str:
        """The measure about residents that the cell tells of; "" when it tells of none."""
        role = self.column.role
        if role is Role.DENOMINATOR:
            is_residents = residents_of().get(meaning.denominator, False)
            return meaning.denominator if is_residents else ""
        if not meaning.residents or (role is Role.DELTA and meaning.is_stock):
            return ""
        if meaning.denominator and role is Role.VALUE and self._has_numerator():
            return ""
        return meaning.measure

    def _has_numerator(self) -> bool:
        return any(self.row[place] is not None for place in self.labels.columns(Role.NUMERATOR))

    def _put_count(self, found: Found, meaning: Meaning, measure: str) -> None:
        area = self._area()
        moment = self._moment(meaning)
        is_rate = bool(meaning.denominator) and self.column.role is Role.VALUE
        is_unnamed = is_rate or not self.column.heading
        if (is_unnamed and self._is_tick()) or (self.column.fractional and not is_rate):
            return
        bounds = self._rate(meaning, area, moment) if is_rate else self._count()
        if bounds is None:
            is_unused = is_rate and meaning.denominator == INHABITANTS and not self._is_protected()
            found.unused += is_unused and self.number is not None
            return
        if area is None or moment is None:
            if not is_rate:
                self._put_unplaced(found, measure, area, bounds)
            return
        told = found.alone if self._is_alone(meaning) else found.figures
        told.append(self._figure(measure, area, moment, bounds))

    def _put_unplaced(
        self, found: Found, measure: str, area: Buurten | None, bounds: tuple[int, int]
    ) -> None:
        """Adds a count without days; beside others of its grid it can still tell something."""
        found.loose += self._loose((*self._words(), measure))
        if area and not (self.grid.source.guessed or self.column.apart):
            day = Span(self.source.number, self.source.number)
            found.undated.append(self._figure(measure, area, day, bounds))

    def _is_tick(self) -> bool:
        """On paper a rate, or what has no heading, can stand at an axis above another picture."""
        return self.grid.source.guessed and self.labels.area(self.row) is None

    def _figure(self, measure: str, area: Buurten, moment: Span, bounds: tuple[int, int]) -> Figure:
        attributes = dict(self.labels.attributes(self.row, self.column.heading))
        if named := attributes.pop(_MULTIPLE.get(measure, ""), ""):
            measure = f"{measure}|{named}"
        grid = self.grid.source
        return Figure(
            measure, area, moment.first, moment.last, tuple(attributes.items()), *bounds,
            self.number is None, grid.where, self.source.export,
            self._is_protected(),
        )  # fmt: skip

    def _is_alone(self, meaning: Meaning) -> bool:
        """Counts of who is followed in a duration do not add up; a chart tells days loosely."""
        table, over = self.grid.source, meaning.denominator
        is_apart = around.is_apart(self.labels, self.column, self.row)
        is_loose = table.guessed or (table.chart and bool(over))
        return is_loose or is_apart or over.endswith(FOLLOWED)

    def _is_protected(self) -> bool:
        return self.source.protected or self.grid.source.protected

    def _area(self) -> Buurten | None:
        if found := self.labels.area(self.row):
            return found
        heading = self.labels.area_in_text(self.column.heading)
        return heading or (None if self.labels.columns(Role.AREA) else self.labels.area_in_topic)

    def _moment(self, meaning: Meaning) -> Span | None:
        """The days that are counted, cut off at the last day that the export tells of.

        What the heading says is nearer than a day that stands at every row.
        """
        day = self.source.as_of
        found = span(self.column.heading) or self.labels.moment(self.row)
        found = found or self.labels.moment_in_topic or (Span(None, day) if day else None)
        if found is None:
            return None
        last = min(found.last, day or found.last)
        return Span(last if meaning.is_stock else self._first(found, last), last)

    def _first(self, found: Span, last: int) -> int | None:
        """The first day of a flow: as told in its row, or in the titles; None: since the start."""
        told = " ".join([self.grid.topic, *self.grid.headings])
        began, back = self.labels.beginning(self.row), last_months(self.grid.topic, last)
        if self.column.running or (began is None and _RUNNING.search(told)):
            return None
        is_each = bool(back and _EACH.search(told))  # of months in headings only the end counts
        return back if is_each else found.first or began or back

    def _count(self) -> tuple[int, int] | None:
        """The bounds of a count, whatever its status says; None when the cell tells nothing."""
        if self.number is None:
            return None if _NONE.fullmatch(self._status()) else self._withheld()
        if self.number.value == 0 and self.number.decimals and self.grid.source.decimal == ",":
            return None  # a measure that is nearly nothing, as per 1.000 inwoners: 0,0
        whole = int(self.number.value)
        return (whole, whole) if self.number.is_whole and whole >= 0 else None

    def _withheld(self) -> tuple[int, int] | None:
        """What a blank or a mark tells; in protected exports and in charts it tells nothing."""
        source = self.grid.source
        if self.source.protected or source.protected or self.column.role is Role.DENOMINATOR:
            return None
        stated = withheld(self.row[self.column.place], self.source.threshold)
        if stated is None and (source.chart or self.row[self.column.place] is not None):
            return None
        low, high = stated or (1, self.source.threshold - 1)
        return low if self.column.shows_zero else min(low, 0), high

    def _status(self) -> str:
        for place in self.labels.columns(Role.STATUS):
            return str(self.row[place] or "").strip().lower()
        return ""

    def _rate(
        self, meaning: Meaning, area: Buurten | None, moment: Span | None
    ) -> tuple[int, int] | None:
        """The counts that a rate with its decimals leaves, by the known number of inhabitants.

        A difference of rates leaves none: each is of the inhabitants of its own year.
        """
        is_told = meaning.denominator == INHABITANTS and not self.column.apart
        if self.number is None or area is None or not is_told:
            return None
        people = self._inhabitants(area, moment)
        low, high = counts_of(self.number, people / meaning.per) if people else (0, -1)
        return (max(0, low), high) if max(0, low) <= high else None

    def _inhabitants(self, area: Buurten, moment: Span | None) -> float | None:
        for place in self.labels.columns(Role.DENOMINATOR):
            given = printed(self.row[place], self.grid.source.decimal)
            return given.value if given else None
        codes = self.labels.geography.codes_of(area)
        year = date.fromordinal(moment.last).year if moment else date.max.year
        counted = self.source.population(year)
        known = (counted.get(code) for code in codes)
        return next((people for people in known if people), None)

    def _loose(self, words: tuple[str, ...]) -> Iterator[Loose]:
        number = self.number or self._range()
        if number is None or not number.is_whole or not 0 < number.value < self.source.threshold:
            return
        table = self.grid.source
        if self.column.fractional or (number.decimals and self._is_measure()):
            return
        if self._is_protected() and around.is_between(
            self.grid, self.column, self.row, number.value
        ):
            return
        named = self.labels.area(self.row) or self.labels.area_in_text(self.column.heading)
        is_placed = not table.guessed or around.names_a_count(self.column)
        hidden = table.hidden or (named is not None and is_placed)
        topic = self.grid.topic if is_placed else ""
        words = words if is_placed else words[:1]
        yield Loose(int(number.value), words, topic, table.where, hidden, table.beside)

    def _range(self) -> Printed | None:
        """The highest number of a range in a cell that tells more than that a count is small."""
        stated = withheld(self.row[self.column.place], self.source.threshold)
        is_told = stated is not None and is_narrow(*stated, self.source.threshold)
        return Printed(float(stated[1]), 0) if stated and is_told else None

    def _is_measure(self) -> bool:
        """Whether 3,0 is no count: its heading names none. Programs write counts as 3.0."""
        named = None if self.grid.source.guessed else of_name(self.column.heading)
        is_count = named is not None and named.residents and not named.denominator
        return self.grid.source.decimal == "," and not is_count
