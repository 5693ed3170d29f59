"""The words around a number resolved: which area, which days, which attributes."""

import re
from collections.abc import Callable
from functools import cached_property

from data.reference.areas import Level
from exports.audit.content import Row
from exports.audit.extraction.grids import Grid
from exports.audit.extraction.roles import TOTALS, Role, attribute_of, list_of, role_of
from exports.audit.figure import Attributes
from exports.audit.words.geography import Buurten, Geography
from exports.audit.words.meaning import plain
from exports.audit.words.moments import Span, as_of, span, whole_month, whole_quarter

_READ: dict[Role, Callable[[str], Span | None]] = {
    Role.PERIOD: span,
    Role.MONTH: whole_month,
    Role.QUARTER: whole_quarter,
}
_DATED = re.compile(r"\d{4}-(\d\d(-\d\d)?|[qQ]\d)|\d\d?-\d\d?-\d{4}")


class Labels:
    """The label columns of a grid, resolved against the geography."""

    def __init__(self, grid: Grid, geography: Geography, words: Role = Role.TEXT) -> None:
        """`words`: the role of columns with words that have no other role."""
        self.grid = grid
        self.geography = geography
        roles = (role_of(grid, place, geography) for place in range(len(grid.headings)))
        self.roles = [words if role is Role.TEXT else role for role in roles]
        self._places: dict[tuple[Role, ...], list[int]] = {}

    def columns(self, *roles: Role) -> list[int]:
        """The places of the columns with one of these roles."""
        if roles not in self._places:
            self._places[roles] = [n for n, role in enumerate(self.roles) if role in roles]
        return self._places[roles]

    @cached_property
    def _levels(self) -> dict[int, Level | None]:
        levels: dict[int, Level | None] = {}
        for place in self.columns(Role.AREA):
            words = (str(row[place]) for row in self.grid.rows if row[place] is not None)
            levels[place] = _level_named(self.grid.headings[place]) or self.geography.level_of(
                words
            )
        return levels

    @cached_property
    def _all_areas(self) -> Buurten:
        """All areas that the rows name together: what a row `totaal` is the sum of."""
        found = [self._area_in(row, place) for row in self.grid.rows for place in self._levels]
        return frozenset().union(*(buurten for buurten in found if buurten))

    def _area_in(self, row: Row, place: int) -> Buurten | None:
        label = row[place]
        if label is None or str(label).strip().lower() in TOTALS:
            return None
        level = self._level_in(row) or self._levels[place]
        code = self.geography.code(str(label), level)
        if code is not None:
            return self.geography.members(code)
        return self.geography.unknown(str(label)) if level is Level.TEAM else None

    def _level_in(self, row: Row) -> Level | None:
        words = [str(row[place]).strip().lower() for place in self.columns(Role.LEVEL)]
        return next((Level(word) for word in words if word in set(Level)), None)

    def area(self, row: Row) -> Buurten | None:
        """The smallest area that the row names; None when it names none that is known."""
        found = [self._area_in(row, place) for place in self._levels]
        known = [buurten for buurten in found if buurten]
        if known:
            return min(known, key=len)
        words = {str(row[place]).strip().lower() for place in self._levels}
        return self._all_areas or None if words & TOTALS else None

    def area_in_text(self, text: str) -> Buurten | None:
        """The one area that a heading names; None when it names none or several."""
        code = self.geography.code(text, None)
        if code is not None:
            return self.geography.members(code)
        return self.geography.only_one_in(text)

    def moment(self, row: Row) -> Span | None:
        """The days that the row names; up to a day they begin where the row says so."""
        for place in self.columns(*_READ):
            read = _READ[self.roles[place]]
            if row[place] is not None and (found := read(_word(row[place]))):
                return Span(self.beginning(row) or found.first, found.last)
        return None

    def beginning(self, row: Row) -> int | None:
        """The first day that is counted, where a column tells it."""
        told = (span(_word(row[place])) for place in self.columns(Role.FROM) if row[place])
        return next((day.last for day in told if day), None)

    @cached_property
    def area_in_topic(self) -> Buurten | None:
        """The one area that the titles around the grid name."""
        return self.geography.only_one_in(self.grid.topic)

    @cached_property
    def moment_in_topic(self) -> Span | None:
        """The day or period in the titles around the grid or in the name of its file."""
        day = as_of(self.grid.topic)
        if day is not None:
            return Span(None, day)
        spans = [span(found[0]) for found in _DATED.finditer(self.grid.topic)]
        return next((found for found in spans if found), None)

    def attributes(self, row: Row, heading: str) -> Attributes:
        """The attributes that the row and the heading of the column name; totals name none."""
        pairs: dict[str, str] = {}
        for place in self.columns(Role.ATTRIBUTE):
            value = str(row[place] or "").strip().lower()
            if value and value not in TOTALS:
                pairs[self._attribute_names[place]] = value
        if name := list_of(heading):
            pairs[name] = heading.strip().lower()
        return tuple(sorted(pairs.items()))

    @cached_property
    def _attribute_names(self) -> dict[int, str]:
        rows = self.grid.rows
        return {
            place: attribute_of(self.grid.headings[place], (row[place] for row in rows))
            for place in self.columns(Role.ATTRIBUTE)
        }


def _word(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def _level_named(heading: str) -> Level | None:
    """The level in a heading, as in `wijkcode`."""
    words = plain(heading)
    return next((level for level in Level if words.startswith(level.value)), None)
