"""gebied.indicatoren and gebied.verhoudingen: the indicators of an area beside areas around it.

Counts and rates stand apart: a column of figures has one unit, or says it in each row.
"""

from collections.abc import Callable, Sequence

from analytics.catalog import find
from analytics.profile.leads import standout_lead
from analytics.profile.profile import Comparison, Figure, comparisons, parent, similar
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from analytics.scope.windows import counted_since
from charts.card import Card, Column, Line, Table, Value, empty
from charts.registry import card
from data.dutch import long_date
from data.grammar import capital, plural

AS_SIMILAR = "Zoals vergelijkbaar"
RATES = "Verhoudingen en doorlooptijden"


@card("gebied.indicatoren")
def profile_table(scope: Scope) -> Card:
    """Counts of the area itself; beside others per 1.000 inhabitants."""
    place = scope.area
    found = [one for one in comparisons(scope) if not one.indicator.is_rate]
    title = f"{capital(place.in_sentence)} in cijfers"
    return Card(
        title=title,
        subtitle=f"{_days(scope)} · aantal, en per 1.000 inwoners{_middle(scope)}",
        source=scope.source(find("scans"), days=[scope.day]),
        sentence=standout_lead(scope, found),
        file_name=scope.at_own_level().file_name("profiel"),
        indicators=[comparison.indicator.id for comparison in found],
        table=_table(scope, title, found, [Column("Aantal", 0)], lambda one: [one.amount]),
    )


@card("gebied.verhoudingen", RATES)
def rates_table(scope: Scope) -> Card:
    """What is no count, each row with its unit: how long it takes, and which part."""
    found = [one for one in comparisons(scope) if one.indicator.is_rate]
    title = f"{RATES} in {scope.area.in_sentence}"
    if not found:
        return empty("Op dit niveau zijn er geen verhoudingen of doorlooptijden.", title)
    return Card(
        title=title,
        subtitle=_days(scope),
        source=scope.source(find("scans"), days=[scope.day]),
        file_name=scope.at_own_level().file_name("verhoudingen"),
        indicators=[comparison.indicator.id for comparison in found],
        table=_table(scope, title, found, [Column("Eenheid")], lambda one: [_sign(one)]),
    )


def _sign(comparison: Comparison) -> str:
    unit = comparison.indicator.unit
    return "%" if unit.startswith("procent") else unit


def _days(scope: Scope) -> str:
    day = long_date(scope.day)
    words = f"{scope.window.label}, tot en met {day}; standen op die dag"
    return f"{scope.area.after_in} · {words}"


def _middle(scope: Scope) -> str:
    """What the columns of similar areas are."""
    place = scope.area
    near = len(similar(scope, place).nearest)
    level = plural(near, place.level, PLURALS[place.level])
    return (
        f" · vergelijkbaar: het midden van {near} {level}, voor zover er een cijfer is"
        f" · {AS_SIMILAR.lower()}: het aantal met evenveel per inwoner als daar, van wat erbij komt"
        " ook per maand sinds de start"
        if near
        else ""
    )


def _table(
    scope: Scope,
    title: str,
    found: Sequence[Comparison],
    first: Sequence[Column],
    cells: Callable[[Comparison], list[Value]],
) -> Table:
    """The rows of `found`: after their `first` columns the areas that they are compared with."""
    beside = _beside(scope, scope.area, found)
    columns = [Column("Indicator"), *first, *(column for column, _ in beside)]
    lines = [
        Line(
            [capital(one.indicator.label), *cells(one), *(row[number] for _, row in beside)],
            since=counted_since(scope.window, scope.day, one.indicator),
        )
        for number, one in enumerate(found)
    ]
    return Table(title, columns, lines)


def _beside(
    scope: Scope, place: NamedArea, found: Sequence[Comparison]
) -> list[tuple[Column, list[Figure]]]:
    """The columns of the area and those around it that have anything in them."""
    around, city = parent(scope, place), scope.known.city
    rows = [(place, [comparison.own for comparison in found])]
    if around:
        rows.append((around, [comparison.parent for comparison in found]))
    if place != city:
        rows.append((city, [comparison.city for comparison in found]))
    columns = [(Column(_heading(area, found), 1), figures) for area, figures in rows]
    if similar(scope, place).nearest:
        columns.append((Column("Vergelijkbaar", 1), [comparison.similar for comparison in found]))
    if any(comparison.expected is not None for comparison in found):
        columns.append((Column(AS_SIMILAR, 1), [comparison.expected for comparison in found]))
    return columns


def _heading(place: NamedArea, found: Sequence[Comparison]) -> str:
    """What stands above the figures of an area: counts are told per 1.000, a rate has its unit."""
    if all(comparison.indicator.is_rate for comparison in found):
        return place.name
    return f"Per 1.000 in {place.in_sentence}"
