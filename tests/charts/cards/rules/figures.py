"""The rules about figures: what is drawn, in which precision, between which ends."""

import re
from collections.abc import Sequence
from datetime import date

from analytics.catalog import MIN_INHABITANTS, find
from analytics.figures.result import Status
from analytics.figures.selection import Selection
from analytics.scope.indicator.ranking import Mark
from analytics.statistics.spells import Spell
from charts.card import Kind, Table, Value
from charts.pictures import Panels, Series, Trend
from charts.tabulate import table_of
from data.grammar import listed
from data.reference.areas import Level
from tests.charts.cards.rules.seen import LEAST, LEVELS, Seen
from tests.charts.cards.rules.subject import day_of

ZERO = re.compile(r"\b(?:0|geen) (?:inwoners|vrije plekken)\b")


def draws_something(seen: Seen) -> list[str]:
    """No empty picture: a card that has nothing to draw says so in a note."""
    picture = seen.card.picture
    trends = list(picture.panels.values()) if isinstance(picture, Panels) else [picture]
    lines = [trend for trend in trends if isinstance(trend, Trend)]
    if lines and not any(
        value is not None for trend in lines for line in trend.series for value in line.values
    ):
        return ["een lege lijn"]
    if seen.card.note and seen.card.picture:
        return ["een plaatje naast een melding"]
    return []


REFERENCES = ("doel", "verwacht", "afgesproken", "zonder uitstroom", "zware regels", "pilot")


def tells_what_is_withheld(seen: Seen) -> list[str]:
    """A figure that the audience does not get has a word in its place: it is no 0, and no gap."""
    table, day = table_of(seen.card), day_of(seen)
    hidden = _withheld(seen, day)
    silent = [
        f"{seen.known.areas[line.code].name} zonder woord"
        for line in (table.lines if table else ())
        if line.code in hidden and Mark.BETWEEN_QUARTERS not in line.cells
    ]
    is_own = seen.place.code in hidden
    return silent + (ZERO.findall(seen.words) if is_own else [])


def _withheld(seen: Seen, day: date) -> set[str]:
    """The codes of the areas of which a stock of the card is not told on its day."""
    stocks = {"wachtend", "lopende_matches", "vrije_plekken"} & {*seen.card.indicators}
    levels = (Level.BUURT, seen.place.level)
    return {
        row.area_code
        for name in stocks
        for level in levels
        for row in seen.answers.get(name, Selection(level, day)).rows()
        if row.status is Status.WITHHELD
    }


def dashes_what_is_held_beside(seen: Seen) -> list[str]:
    """A line of what was counted is whole; what it is held against is dashed, or quiet."""
    picture = seen.card.picture
    trends = list(picture.panels.values()) if isinstance(picture, Panels) else [picture]
    lines = [line for trend in trends if isinstance(trend, Trend) for line in trend.series]
    return [
        f"{line.name} {'met' if line.is_dashed else 'zonder'} streepjes"
        for line in lines
        if line.is_dashed is not (_is_reference(seen, line) and not line.is_quiet)
    ]


def _is_reference(seen: Seen, line: Series) -> bool:
    is_city = line.name == seen.known.city.name and line.ink == "line"
    return line.name in REFERENCES or line.name.startswith("heel ") or is_city


def gives_equals_one_place(seen: Seen) -> list[str]:
    """Lines with a place: who shows the same value shares it."""
    table = table_of(seen.card)
    if table is None or table.columns[0].kind is not Kind.RANK:
        return []
    value = next((at for at, column in enumerate(table.columns) if column.has_bars), None)
    places: dict[str, set[str]] = {}
    for row in seen.cells:
        if value is not None and row[0].isdigit():
            places.setdefault(row[value], set()).add(row[0])
    return [f"{shown}: {sorted(found)}" for shown, found in places.items() if len(found) > 1]


def says_nothing_of_fewer_than_five(seen: Seen) -> list[str]:
    """A share, a median or a curve stands on five who were followed, or does not stand there."""
    table = table_of(seen.card)
    if table is None:
        return []
    return [
        f"{table.columns[at].heading} {line.cells[at]} van {line.cells[count]}"
        for count in _of_kind(table, Kind.FOLLOWED)
        for at in _of_kind(table, Kind.PERCENT, Kind.DAYS)
        for line in table.lines
        if _is_few(line.cells[count]) and isinstance(line.cells[at], int | float)
    ] + _medians_of_few(seen, table)


def _of_kind(table: Table, *kinds: Kind) -> list[int]:
    return [at for at, column in enumerate(table.columns) if column.kind in kinds]


# How many decimals figures of one kind have, wherever they stand.
PRECISION = {
    re.compile(r"per 1\.000|^Km$|^Per maand|^Nodig$|^Als de pilot$|^Pilot$", re.IGNORECASE): 1,
    re.compile(r"^Vrije plekken per gezocht talent|^Tegen (?:pilot|midden)$"): 2,
    re.compile(r"\(%\)$|^% |^Procent$|^Aantal$|^Matches$|^Scans$|^Wachtend$"): 0,
}


def has_decimals_that_fit(seen: Seen) -> list[str]:
    """Whole numbers have no decimals; others have at most two, those of their kind."""
    table = table_of(seen.card)
    if table is None:
        return []
    found = [
        (column, [line.cells[at] for line in table.lines])
        for at, column in enumerate(table.columns)
        if column.decimals is not None
    ]
    return [
        f"{column.heading} met {column.decimals} decimalen"
        for column, cells in found
        if column.decimals not in range(3)
        or (column.decimals and _are_whole(cells))
        or any(
            form.search(column.heading) and column.decimals != decimals
            for form, decimals in PRECISION.items()
        )
    ]


# Between which ends figures of one kind lie: the city is 12 km across.
BOUNDS = {
    re.compile(r"^Km$"): (0, 25),
    re.compile(r"\(%\)$|^Procent$"): (0, 100),
}


def stays_within_bounds(seen: Seen) -> list[str]:
    """A distance lies in the city, a share between nothing and all."""
    table = table_of(seen.card)
    return [
        f"{column.heading}: {cell}"
        for at, column in enumerate(table.columns if table else ())
        for form, (low, high) in BOUNDS.items()
        if form.search(column.heading)
        for cell in (line.cells[at] for line in (table.lines if table else ()))
        if isinstance(cell, int | float) and not low <= cell <= high
    ]


def gives_no_rate_of_few_inhabitants(seen: Seen) -> list[str]:
    """Of an area with too few inhabitants nothing stands per 1.000 of them.

    A line without an area is about the chosen one in the columns that are called after it.
    """
    table = table_of(seen.card)
    few = _with_few_inhabitants(seen) if table else set()
    return [
        f"{column.heading} {line.cells[at]} van {line.code or seen.place.name}"
        for at, column in enumerate(table.columns if table else ())
        if "per 1.000" in f"{column.heading} {column.draws}".lower()
        for line in (table.lines if table else ())
        if (line.code or (seen.place.name in column.heading and seen.place.code)) in few
        and isinstance(line.cells[at], int | float)
    ]


def _with_few_inhabitants(seen: Seen) -> set[str]:
    levels = {Level.BUURT, Level.WIJK, seen.place.level}
    return {
        row.area_code
        for level in levels
        for row in seen.answers.get("matches_per_1000", Selection(level, day_of(seen))).rows()
        if row.denominator is None or row.denominator < MIN_INHABITANTS
    }


def _are_whole(cells: Sequence[Value]) -> bool:
    numbers = [cell for cell in cells if isinstance(cell, int | float)]
    return bool(numbers) and all(isinstance(cell, int) for cell in numbers)


def _is_few(count: Value) -> bool:
    return isinstance(count, int | float) and count < LEAST


def _medians_of_few(seen: Seen, table: Table) -> list[str]:
    """Durations of areas in which fewer than five scans or matches were ever made."""
    indicator = find(seen.view.indicator)
    if not indicator.duration or seen.view.indicator not in seen.card.indicators:
        return []
    subject = "scans" if indicator.duration.spell is Spell.WAIT else "matches"
    made: dict[str, float] = {}
    for level in (*LEVELS, Level.GEMEENTE):
        rows = seen.answers.get(subject, Selection(level, day_of(seen))).rows()
        made |= {row.area_code: row.numerator for row in rows}
    return [
        f"{line.cells[-1]} van {made[line.code]:.0f} {subject}"
        for line in table.lines
        if made.get(line.code, LEAST) < LEAST and isinstance(line.cells[-1], int | float)
    ]


EXTREME = re.compile(
    r"(?:[Hh]et (?:hoogst|laagst|meest erbij|meest eraf)|[Bb]ovenaan staat|[Oo]nderaan staat):? "
    r"(?P<names>[^().]+?) \((?P<value>[+−]?[\d.,]+)\)"
)


def names_all_that_share_an_end(seen: Seen) -> list[str]:
    """Who is called highest or lowest has that value in the table, and nobody else has it."""
    table = table_of(seen.card)
    claims = EXTREME.finditer(f"{seen.card.title}. {seen.card.sentence}") if table else ()
    return [
        f"{claim.group()}: {len(sharing)} delen dit"
        for claim in claims
        for sharing in [_sharing(seen, claim["value"].lstrip("+"))]
        if not _names(claim["names"], sharing)
    ]


def _sharing(seen: Seen, value: str) -> list[str]:
    """The names of the lines (of parts, where there are any) of which the last figure is this."""
    table = table_of(seen.card)
    lines = table.lines if table else ()
    head = table.head if table else 0
    found = [
        (row[head], line.code)
        for row, line in zip(seen.cells, lines, strict=True)
        if row[-1].lstrip("+") == value and not _is_new(seen, line.code)
    ]
    levels = {seen.known.areas[line.code].level for line in lines if line.code != seen.place.code}
    is_among_like = seen.place.level in levels
    parts = [name for name, code in found if is_among_like or code != seen.place.code]
    return parts or [name for name, _ in found]


def _is_new(seen: Seen, code: str) -> bool:
    area = seen.known.areas.get(code)
    if area is None:
        return False
    return seen.answers.progress(area.level, day_of(seen))[code].is_new(day_of(seen))


def _names(names: str, sharing: Sequence[str]) -> bool:
    counted = re.match(r"(\d+) ", names)
    if counted:
        return int(counted[1]) == len(sharing)
    told = re.split(r", | en ", names)
    return names == listed(sorted(sharing, key=names.find)) or len(told) == len(sharing)
