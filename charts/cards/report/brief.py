"""rapport.cijfers: the main figures of an area beside last year, its stadsdeel and the city."""

from dataclasses import replace

from analytics.profile.profile import Comparison, Figure, comparisons, parent
from analytics.scope.scope import Scope
from charts.card import Card, Column, Line, Table
from charts.registry import card
from data.dutch import long_date
from data.grammar import capital
from data.periods import MONTHS_IN_YEAR, add_months

TITLE = "De cijfers naast vorig jaar, het stadsdeel en de stad"
INDICATORS = (
    "scans",
    "inwoners_bereikt",
    "matches",
    "lopende_matches",
    "vacatures",
    "vrije_plekken",
    "wachtend",
)


@card("rapport.cijfers", TITLE)
def main_figures(scope: Scope) -> Card:
    """Counts on the peildatum and a year earlier, and per 1.000 inhabitants beside others."""
    now = _chosen(scope)
    return Card(
        subtitle=f"{scope.area.after_in} · {scope.window.label}, tot en met {long_date(scope.day)};"
        " standen op die dag · aantal, en per 1.000 inwoners",
        source=scope.source(now[0].indicator, days=[scope.day]),
        file_name=scope.at_own_level().file_name("cijfers"),
        indicators=[comparison.indicator.id for comparison in now],
        table=_table(scope, now),
    )


def _chosen(scope: Scope) -> list[Comparison]:
    found = {comparison.indicator.id: comparison for comparison in comparisons(scope)}
    return [found[name] for name in INDICATORS if name in found]


def _table(scope: Scope, now: list[Comparison]) -> Table:
    around = parent(scope, scope.area)
    columns: list[tuple[Column, list[Figure]]] = [
        (Column("Nu", 0), [one.amount for one in now]),
        *_year_ago(scope),
        (_rate(scope.area.name), [one.own for one in now]),
    ]
    if around:
        columns.append((_rate(around.name), [one.parent for one in now]))
    if scope.area != scope.known.city:
        columns.append((_rate(scope.known.city.name), [one.city for one in now]))
    names = [capital(one.indicator.label) for one in now]
    rows = zip(names, *(cells for _, cells in columns), strict=True)
    heads = [Column("Indicator"), *(column for column, _ in columns)]
    return Table(TITLE, heads, [Line(row) for row in rows])


def _year_ago(scope: Scope) -> list[tuple[Column, list[Figure]]]:
    """The counts of a year earlier; no column when the records begin later."""
    day = add_months(scope.day, -MONTHS_IN_YEAR)
    if day < scope.known.beginning:
        return []
    then = _chosen(scope.seen(replace(scope.view, as_of=day)))
    return [(Column("Een jaar eerder", 0), [one.amount for one in then])]


def _rate(name: str) -> Column:
    return Column(f"{name}, per 1.000", 1)
