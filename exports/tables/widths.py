"""How wide the columns of a table on a page are: figures and dates are never broken."""

from collections.abc import Callable, Sequence

from charts.card import Table
from charts.cells import cell_text

UNBROKEN = 10  # letters: what is shorter, such as a month and its year, stays on one line
FILLED = 0.7  # of the room: a table that takes more of it fills it
TWO_LINES = 0.6  # of the width of a heading, over which it takes two lines
PILOT = "  pilot"  # behind the name of an area
Measure = Callable[[str], float]  # how wide a text is


def widths(table: Table, room: float, around: float, measure: Measure) -> list[float]:
    """The width of every column in the unit of the room; `around` is what a cell adds to its text.

    Headings may go over lines, and longer texts where the room asks for it; words may not.
    """
    columns = range(len(table.columns))
    least = [_least(table, index, measure) + around for index in columns]
    asked = [max(_asked(table, index, measure) + around, least[index]) for index in columns]
    total, needed = sum(asked), sum(least)
    if total <= room:
        return [part * (room / total if total > FILLED * room else 1) for part in asked]
    if needed >= room:
        return [part * room / needed for part in least]
    share = (room - needed) / (total - needed)
    return [low + (high - low) * share for low, high in zip(least, asked, strict=True)]


def fits(table: Table, room: float, around: float, measure: Measure) -> bool:
    """Whether no word or figure is broken in the room; as for `widths`."""
    columns = range(len(table.columns))
    return sum(_least(table, index, measure) + around for index in columns) <= room


def _least(table: Table, index: int, measure: Measure) -> float:
    """The width of a column's widest piece that is not broken."""
    column = table.columns[index]
    pieces = column.heading.split()
    for text in _texts(table, index):
        is_whole = column.is_number or len(text) <= UNBROKEN
        pieces += [text] if is_whole else text.split()
    return max(map(measure, pieces), default=0)


def _asked(table: Table, index: int, measure: Measure) -> float:
    """The width at which no cell goes over lines, and the heading over about two."""
    heading = measure(table.columns[index].heading) * TWO_LINES
    return max(heading, *map(measure, _texts(table, index)), 0)


def _texts(table: Table, index: int) -> Sequence[str]:
    """What stands in the cells of a column."""
    column = table.columns[index]
    return [
        cell_text(line.cells[index], column)
        + (PILOT if line.is_pilot and index == table.head else "")
        for line in table.lines
    ]
