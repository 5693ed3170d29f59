"""The table of areas at the age that they have now, against the pilot and the middle."""

from collections.abc import Collection

from analytics.against_pilot import Comparison, comparisons
from analytics.aligned import Field
from analytics.catalog import find
from charts.card import Column, Line, Table, Value
from data.areas import Level
from data.dutch import number, short_month
from data.grammar import capital

UNIT = "per 1.000 inwoners"
REAL, CHANCE, TOO_SMALL = "meer dan toeval", "kan toeval zijn", "te klein om te vergelijken"


def comparison_table(found: Field, codes: Collection[str]) -> Table:
    """Every area outside the pilot, the furthest behind first; those with `codes` are marked."""
    columns = [
        Column(capital(found.level)),
        Column("Maanden" if found.level is Level.WIJK else "Maanden (oudste wijk)", 0),
        Column("Geteld", 0),
        Column("Als de pilot", 1),
        Column("Nu", 1, has_bars=True),
        Column("Tegen pilot", 2),
        Column("Zekerheid"),
        Column("Oordeel"),
        Column("Tegen midden", 2),
        Column("Plaats"),
        Column("Achter op pilot sinds"),
    ]
    lines = [
        Line(_cells(compared), code=compared.curve.code, is_chosen=compared.curve.code in codes)
        for compared in comparisons(found)
    ]
    return Table(f"Op dezelfde leeftijd: {find(found.subject).label} {UNIT}", columns, lines)


def _cells(compared: Comparison) -> list[Value]:
    curve, pilot, middle = compared.curve, compared.pilot, compared.middle
    known: list[Value] = [
        curve.name,
        curve.ages[1],
        curve.count(),
        compared.expected,
        compared.rate,
    ]
    if not compared.is_settled:
        return [*known, TOO_SMALL, None, None, None, None, None]
    since = compared.behind_since
    return [
        *known,
        pilot.value if pilot else None,
        _interval(compared),
        _verdict(compared),
        compared.rate / middle if middle else None,
        f"{compared.rank} van {compared.among}" if compared.rank else None,
        short_month(since) if since else None,
    ]


def _verdict(compared: Comparison) -> str | None:
    if compared.pilot is None or compared.pilot.value is None:
        return None
    return REAL if compared.is_real else CHANCE


def _interval(compared: Comparison) -> str | None:
    pilot = compared.pilot
    if pilot is None or pilot.value is None or pilot.high is None:
        return None
    return f"({number(pilot.low, 2)} tot {number(pilot.high, 2)})"
