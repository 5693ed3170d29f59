"""What each column of figures in a grid counts."""

import re
from dataclasses import dataclass
from itertools import pairwise

from exports.audit.content import Row
from exports.audit.extraction.grids import Grid
from exports.audit.extraction.labels import Labels
from exports.audit.extraction.roles import TOTALS, Role, list_of
from exports.audit.words.meaning import Meaning, Subject, in_text, of_name, plain, subject
from exports.audit.words.moments import span
from exports.audit.words.numerals import Printed, printed

_GENERIC = re.compile(
    r"|value|waarde|aantal|count|cijfer|n|x|y|z|values|r|aantallen|total|text|hovertext|base"
)
_DIFFERENCE = re.compile(r"\bverschil met\b", re.IGNORECASE)
_BETWEEN = re.compile(r"verschil|verandering|toename|groei|meer", re.IGNORECASE)
_COUNTED = re.compile(r"geteld|laatste|eerder|aantal|totaal")
_A_GOOD_PART = 3  # one in so many
_STEPS, _FEW_STEPS = 4, 2
_AXIS = "categorie"  # the heading of the axis of a chart
FIGURE_ROLES = (Role.NUMERATOR, Role.DENOMINATOR, Role.DELTA, Role.VALUE)


@dataclass(frozen=True)
class Column:
    """A column with numbers: its place, heading and role.

    `running`: it holds running totals, beside a column of changes. `shows_zero`: a 0 is printed
    in it, so that a blank is no zero. `fractional`: it holds measures, not counts: numbers with
    decimals, or steps of an axis. `apart`: it holds differences with another day, which do not
    add up with counts.
    """

    place: int
    heading: str
    role: Role
    running: bool
    shows_zero: bool
    fractional: bool
    apart: bool


def figure_columns(labels: Labels) -> list[Column]:
    """The columns that can hold figures; columns without any content are left out."""
    return [
        _column(labels, place)
        for place in labels.columns(*FIGURE_ROLES)
        if any(row[place] not in (None, "") for row in labels.grid.rows)
    ]


def _column(labels: Labels, place: int) -> Column:
    grid = labels.grid
    heading = grid.headings[place]
    numbers = _numbers(grid, place)
    return Column(
        place,
        heading,
        labels.roles[place],
        bool(labels.columns(Role.DELTA)) and plain(heading) in ("total", "totaal", "stand"),
        any(number.value == 0 for number in numbers),
        _is_fractional(numbers) or _is_axis(grid, place, numbers),
        bool(_DIFFERENCE.search(heading)),
    )


def _numbers(grid: Grid, place: int) -> list[Printed]:
    read = (printed(row[place], grid.source.decimal) for row in grid.rows)
    return [number for number in read if number is not None]


def _shortest(grid: Grid, place: int) -> int:
    """The step up to which an axis must go: without a heading 0, 1, 1 can be counts.

    Beside measures they are an axis still.
    """
    if grid.headings[place] == _AXIS:
        return 0
    others = (n for n in range(len(grid.headings)) if n != place)
    return 0 if any(_is_fractional(_numbers(grid, other)) for other in others) else 1


def _is_fractional(numbers: list[Printed]) -> bool:
    """Whether a good part of the numbers is not whole, so that the whole ones are measures too."""
    broken = sum(not number.is_whole for number in numbers)
    return broken * _A_GOOD_PART >= len(numbers) > 0


def _is_axis(grid: Grid, place: int, numbers: list[Printed]) -> bool:
    """Whether the numbers are even steps from 0 or 1 under a heading that counts no residents.

    The lines of a chart can end at different places: its axis then repeats its last step, also in
    the workbook behind it, where it has no heading.
    """
    heading, values = grid.headings[place], [number.value for number in numbers]
    fewest = _FEW_STEPS if heading == _AXIS else _STEPS
    if len(values) < fewest or values[0] not in (0, 1) or subject(heading) is Subject.RESIDENTS:
        return False
    least = _shortest(grid, place) if heading in (_AXIS, "") else 1
    while heading in (_AXIS, "") and len(values) > _FEW_STEPS and values[-1] == values[-2] > least:
        values.pop()
    steps = {later - earlier for earlier, later in pairwise(values)}
    return len(steps) == 1 and steps.pop() > 0


def is_apart(labels: Labels, column: Column, row: Row) -> bool:
    """Whether a number is a difference with another day: its column or its row says so."""
    told = (row[place] for place in labels.columns(Role.TEXT, Role.ATTRIBUTE))
    return column.apart or any(isinstance(one, str) and _DIFFERENCE.search(one) for one in told)


def meaning_of(labels: Labels, column: Column, row: Row) -> Meaning | None:
    """What the number in that row and column counts; None when nothing tells."""
    own = of_name(column.heading) or in_text(column.heading)
    if column.role is Role.VALUE and own:
        return own
    if column.role is Role.VALUE and not _is_open(labels, column):
        return None
    for place in labels.columns(Role.INDICATOR):
        return of_name(str(row[place]))
    return in_text(labels.grid.topic)


def _is_open(labels: Labels, column: Column) -> bool:
    """Whether the heading leaves the measure to the rows or the title around it."""
    heading = plain(column.heading)
    return bool(
        _GENERIC.fullmatch(heading)
        or column.running
        or heading in TOTALS
        or span(heading)
        or list_of(heading)
        or labels.geography.found(heading)
    )


def names_a_count(column: Column) -> bool:
    """Whether a heading can stand above a count only: on paper the numbers below it are no axis."""
    return bool(_COUNTED.fullmatch(plain(column.heading)))


def is_between(grid: Grid, column: Column, row: Row, value: float) -> bool:
    """Whether a number is told as the difference of two larger ones in its row."""
    if not _BETWEEN.match(column.heading):
        return False
    read = [printed(cell, grid.source.decimal) for cell in row]
    larger = {number.value for number in read if number and number.value > value}
    return any(one - value in larger for one in larger)


def words_around(labels: Labels, column: Column, row: Row) -> tuple[str, ...]:
    """The words by which a reader would understand the number, nearest first."""
    named = [str(row[place]) for place in labels.columns(Role.INDICATOR)]
    texts = [str(row[place]) for place in labels.columns(Role.TEXT) if row[place] is not None]
    return (column.heading, *named, *texts)
