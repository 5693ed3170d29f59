"""What the columns of a grid are for, by their heading or else by what they hold."""

from collections.abc import Iterable
from enum import Enum
from functools import cache

from analytics.catalog import INDICATORS
from data.reference.code_lists import code_lists
from exports.audit.content import Value
from exports.audit.extraction.grids import Grid
from exports.audit.words.geography import Geography
from exports.audit.words.meaning import plain
from exports.audit.words.moments import span
from exports.audit.words.numerals import printed, withheld

TOTALS = frozenset(("totaal", "total", "alle", "allen", "alles", "eindtotaal", "samen"))
_MOSTLY = 0.6


class Role(Enum):
    """The part of a column in a figure."""

    AREA = "area"
    PERIOD = "period"
    MONTH = "month"
    QUARTER = "quarter"
    INDICATOR = "indicator"
    LEVEL = "level"
    STATUS = "status"
    FROM = "from"  # the first day that is counted, beside the last
    SINCE = "since"  # when something began: says nothing of the days of the figures beside it
    ATTRIBUTE = "attribute"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    DELTA = "delta"
    VALUE = "value"
    TEXT = "text"


_HEADINGS = {
    Role.AREA: "area code|gebiedscode|gebied|area name|area|gebiedsnaam|buurt|wijk|stadsdeel|team"
    "|buurtcode|wijkcode|buurt code|wijk code|locations|gemeente|teamcode",
    Role.PERIOD: "period|periode|jaar|year|week|peildatum|as of|datum|dag",
    Role.MONTH: "maand|month",
    Role.FROM: "vanaf|from",
    Role.QUARTER: "kwartaal|quarter",
    Role.INDICATOR: "indicator|measure|maat|onderwerp|indicator id|variabele",
    Role.LEVEL: "level|niveau|gebiedsniveau",
    Role.STATUS: "status",
    Role.NUMERATOR: "numerator|teller",
    Role.DENOMINATOR: "denominator|noemer",
    Role.DELTA: "delta|verandering",
}
_SINCE = ("gestart", "gestart in", "gestart op", "start", "startdatum", "begonnen")
_BY_HEADING = {name: role for role, names in _HEADINGS.items() for name in names.split("|")}
_ATTRIBUTES = {
    "kind": "kind", "soort": "kind", "soort match": "kind", "soort plek": "kind",
    "talent": "talent", "talenten": "talent", "age band": "age_band", "leeftijd": "age_band",
    "leeftijdsgroep": "age_band", "channel": "channel", "kanaal": "channel", "sector": "sector",
}  # fmt: skip


@cache
def _lists() -> dict[str, str]:
    """Per value of a code list (lower case) the list that it is in."""
    return {value.lower(): name for name, values in code_lists().items() for value in values}


@cache
def _indicators() -> frozenset[str]:
    return frozenset(indicator.id for indicator in INDICATORS)


def names_areas(heading: str) -> bool:
    """Whether a column holds areas by its heading."""
    return _BY_HEADING.get(plain(heading)) is Role.AREA


def list_of(value: str) -> str | None:
    """The code list that a value is in; None when it is in none."""
    return _lists().get(value.strip().lower())


def attribute_of(heading: str, cells: Iterable[Value]) -> str:
    """The name of the attribute in a column: by its heading, by its values, or the heading."""
    known = _ATTRIBUTES.get(plain(heading))
    lists = {list_of(cell) for cell in cells if isinstance(cell, str)} - {None}
    return known or (min(str(name) for name in lists) if lists else plain(heading))


def role_of(grid: Grid, place: int, geography: Geography) -> Role:
    """The role of one column."""
    heading = plain(grid.headings[place])
    cells = [row[place] for row in grid.rows if row[place] not in (None, "")]
    if heading in _BY_HEADING:
        return _BY_HEADING[heading]
    if heading in _ATTRIBUTES:
        return Role.ATTRIBUTE
    if _has_numbers(cells, grid.source.decimal) or not cells:
        return Role.VALUE
    if heading in _SINCE:
        return Role.SINCE
    return _by_content([str(cell) for cell in cells], geography)


def _has_numbers(cells: list[Value], decimal: str) -> bool:
    """Whether a column holds figures: numbers, or only marks in the place of numbers."""
    numbers = sum(printed(cell, decimal) is not None for cell in cells)
    marks = sum(withheld(cell, 1) is not None for cell in cells)
    return bool(numbers or marks) and numbers + marks > _MOSTLY * len(cells)


def _by_content(words: list[str], geography: Geography) -> Role:
    named = [word for word in words if word.strip().lower() not in TOTALS]
    tests = {
        Role.INDICATOR: lambda word: word in _indicators(),
        Role.ATTRIBUTE: lambda word: list_of(word) is not None,
        Role.PERIOD: lambda word: span(word) is not None,
        Role.AREA: lambda word: bool(geography.found(word)),
    }
    for role, holds in tests.items():
        if named and sum(map(holds, named)) > _MOSTLY * len(named):
            return role
    return Role.TEXT
