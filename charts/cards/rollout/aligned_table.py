"""The table of areas at the age that they have now, against the pilot and the middle."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from analytics.catalog import find
from analytics.rollout.against_pilot import Comparison, comparisons
from analytics.rollout.aligned import Field
from charts.card import Column, Kind, Line, Table, Value
from charts.cards.rollout.aligned_words import ages_words
from data.dutch import number
from data.grammar import capital
from data.reference.areas import Level

UNIT = "per 1.000 inwoners"
REAL, CHANCE, TOO_SMALL = "meer dan toeval", "kan toeval zijn", "te klein om te vergelijken"


NOW = (
    Column("Leeftijd"),
    Column("Geteld", 0),
    Column("Als de pilot", 1),
    Column("Tegen pilot", 2),
    Column("Zekerheid"),
)


# How old an area is; one of more wijken is as old as each of them.
AGE = (Column("Maanden", 0),)
AGES = (Column("Maanden (oudste wijk)", 0), Column("Maanden (jongste wijk)", 0))


def now_cells(compared: Comparison) -> list[Value]:
    """An area at the age that it has now, under the headings of `NOW`."""
    known: list[Value] = [ages_words(compared.curve), compared.curve.count(), compared.expected]
    if not compared.is_settled:
        return [*known, TOO_SMALL, None]
    return [*known, compared.pilot.value if compared.pilot else None, _interval(compared)]


def comparison_table(found: Field, codes: Collection[str], own: Comparison | None = None) -> Table:
    """Every area outside the pilot, the furthest behind first; those with `codes` are marked.

    `own` is a chosen area of another level: it stands above them, without a place among them.
    """
    ages = AGE if found.level is Level.WIJK and own is None else AGES
    columns = [
        Column("Gebied" if own else capital(found.level)),
        *ages,
        Column("Geteld", 0),
        Column("Als de pilot", 1),
        Column("Per 1.000", 1, has_bars=True),
        Column("Tegen pilot", 2),
        Column("Zekerheid"),
        Column("Oordeel"),
        Column("Tegen midden", 2),
        Column("Plaats"),
        Column("Achter op pilot sinds", kind=Kind.MONTH),
    ]
    first = [replace(own, middle=None, rank=None)] if own else []
    lines = [Line(_cells(one, ages), one.curve.code, is_chosen=True) for one in first]
    lines += [
        Line(_cells(compared, ages), compared.curve.code, is_chosen=compared.curve.code in codes)
        for compared in comparisons(found)
    ]
    return Table(f"Op dezelfde leeftijd: {find(found.subject).label} {UNIT}", columns, lines)


def _cells(compared: Comparison, ages: Sequence[Column]) -> list[Value]:
    curve, pilot, middle = compared.curve, compared.pilot, compared.middle
    known: list[Value] = [
        curve.name,
        *curve.ages[::-1][: len(ages)],
        curve.count(),
        compared.expected,
        compared.rate,
    ]
    if not compared.is_settled:
        return [*known, TOO_SMALL, None, None, None, None, None]
    return [
        *known,
        pilot.value if pilot else None,
        _interval(compared),
        _verdict(compared),
        compared.rate / middle if middle else None,
        _place(compared),
        compared.behind_since,
    ]


def _place(compared: Comparison) -> str | None:
    """The place among others; None without a rank, and where there are no others."""
    has_place = compared.rank is not None and compared.among > 1
    return f"{compared.rank} van {compared.among}" if has_place else None


def _verdict(compared: Comparison) -> str | None:
    if compared.pilot is None or compared.pilot.value is None:
        return None
    return REAL if compared.is_real else CHANCE


def _interval(compared: Comparison) -> str | None:
    pilot = compared.pilot
    if pilot is None or pilot.value is None or pilot.high is None:
        return None
    return f"({number(pilot.low, 2)} tot {number(pilot.high, 2)})"
