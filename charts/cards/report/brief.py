"""rapport.cijfers: the main figures of an area beside last year, its stadsdeel and the city."""

from dataclasses import replace
from datetime import date

from analytics.profile.profile import Comparison, Figure, comparisons, parent
from analytics.scope.scope import Scope
from analytics.scope.windows import counted_since
from charts.card import Card, Column, Line, Table
from charts.registry import card
from data.dutch import long_date
from data.grammar import capital, listed
from data.periods import MONTHS_IN_YEAR, add_months

TITLE = "De cijfers"
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
    title = _title(scope)
    return Card(
        title=title,
        subtitle=f"{scope.area.after_in} · {scope.window.label}, tot en met {long_date(scope.day)};"
        " standen op die dag · aantal, en per 1.000 inwoners",
        source=scope.source(now[0].indicator, days=[scope.day]),
        file_name=scope.at_own_level().file_name("cijfers"),
        indicators=[comparison.indicator.id for comparison in now],
        table=_table(scope, title, now),
    )


def _title(scope: Scope) -> str:
    """What the figures stand beside, as far as there is such a column."""
    around = parent(scope, scope.area)
    beside = ["een jaar eerder"] if _has_year_ago(scope) else []
    beside += [around.label] if around else []
    beside += ["de stad"] if scope.area != scope.known.city else []
    return f"{TITLE} naast {listed(beside)}" if beside else TITLE


def _chosen(scope: Scope) -> list[Comparison]:
    found = {comparison.indicator.id: comparison for comparison in comparisons(scope)}
    return [found[name] for name in INDICATORS if name in found]


def _table(scope: Scope, title: str, now: list[Comparison]) -> Table:
    around = parent(scope, scope.area)
    columns: list[tuple[Column, list[Figure]]] = [
        (Column("Aantal", 0), [one.amount for one in now]),
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
    days = [counted_since(scope.window, scope.day, one.indicator) for one in now]
    lines = [Line(row, since=since) for row, since in zip(rows, days, strict=True)]
    return Table(title, heads, lines)


def _year_ago(scope: Scope) -> list[tuple[Column, list[Figure]]]:
    """The counts of a year earlier; no column when the records begin later."""
    if not _has_year_ago(scope):
        return []
    then = _chosen(scope.seen(replace(scope.view, as_of=_year_ago_day(scope))))
    return [(Column("Een jaar eerder", 0), [one.amount for one in then])]


def _has_year_ago(scope: Scope) -> bool:
    return _year_ago_day(scope) >= scope.known.beginning


def _year_ago_day(scope: Scope) -> date:
    return add_months(scope.day, -MONTHS_IN_YEAR)


def _rate(name: str) -> Column:
    return Column(f"{name}, per 1.000", 1)
