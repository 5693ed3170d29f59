"""gebied.indicatoren: all indicators of an area beside its parent, the city and similar areas."""

from analytics.catalog import find
from analytics.profile.profile import Comparison, Figure, comparisons, parent, similar
from analytics.profile.profile_sentences import standout_sentence
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from charts.card import Card, Column, Line, Table
from charts.registry import card
from data.dutch import long_date
from data.grammar import capital, plural

AS_SIMILAR = "Zoals vergelijkbaar"


@card("gebied.indicatoren")
def profile_table(scope: Scope) -> Card:
    """Counts of the area itself; beside others per 1.000 inhabitants, rates as they are."""
    place = scope.area
    found = comparisons(scope)
    return Card(
        title=f"{capital(place.in_sentence)} in cijfers",
        subtitle=_subtitle(scope, place),
        source=scope.source(find("scans"), days=[scope.day]),
        sentence=standout_sentence(found, place.level, scope.threshold),
        file_name=scope.at_own_level().file_name("profiel"),
        indicators=[comparison.indicator.id for comparison in found],
        table=_table(scope, place, found),
    )


def _subtitle(scope: Scope, place: NamedArea) -> str:
    """The days, and how the columns are to be read."""
    near = len(similar(scope, place).nearest)
    level = plural(near, place.level, PLURALS[place.level])
    middle = (
        f" · vergelijkbaar: het midden van {near} {level}"
        f" · {AS_SIMILAR.lower()}: het aantal met evenveel per inwoner als daar"
        if near
        else ""
    )
    day = long_date(scope.day)
    return (
        f"{place.after_in} · {scope.window.label}, tot en met {day}; standen op die dag"
        f" · aantal, en per 1.000 inwoners of als verhouding{middle}"
    )


def _table(scope: Scope, place: NamedArea, found: list[Comparison]) -> Table:
    around = parent(scope, place)
    columns: list[tuple[Column, list[Figure]]] = [
        (Column("Aantal", 0), [comparison.amount for comparison in found]),
        (Column(place.name, 1), [comparison.own for comparison in found]),
    ]
    if around:
        columns.append((Column(around.name, 1), [comparison.parent for comparison in found]))
    if place != scope.known.city:
        columns.append((Column("Eindhoven", 1), [comparison.city for comparison in found]))
        columns.append((Column("Vergelijkbaar", 1), [comparison.similar for comparison in found]))
        columns.append((Column(AS_SIMILAR, 1), [comparison.expected for comparison in found]))
    names = [comparison.indicator.label for comparison in found]
    lines = [
        Line([capital(name), *figures])
        for name, *figures in zip(names, *(cells for _, cells in columns), strict=True)
    ]
    heads = [Column("Indicator"), *(column for column, _ in columns)]
    return Table(f"{capital(place.in_sentence)} in cijfers", heads, lines)
