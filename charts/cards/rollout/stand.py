"""uitrol.stand: every area with its age, phase, figures, and what it reached of its targets."""

from collections.abc import Sequence

from analytics.catalog import find
from analytics.rollout.stand import FIGURES, Standing, standings
from analytics.scope.scope import Scope
from charts.card import Card, Column, Kind, Line, Table, Value
from charts.registry import card
from data.dutch import long_date, month, short_month
from data.grammar import capital, plural
from data.models.marts import last_closed_month
from data.reference.areas import Level
from data.reference.phases import phases


@card("uitrol.stand")
def stand_table(scope: Scope) -> Card:
    """The parts of the chosen area; on its own level the area among its like."""
    scope = scope.among_like()
    found = standings(scope)
    targets = sorted({name for area in found for name in area.reached})
    return Card(
        title=f"De stand per {scope.level}",
        subtitle=_subtitle(scope, targets),
        source=scope.source(
            find("inwoners_bereikt"),
            days=[scope.day],
        ),
        sentence=phase_words(),
        file_name=scope.file_name("stand"),
        indicators=[*FIGURES, *targets],
        table=_stand_table(scope, found, targets),
    )


def _subtitle(scope: Scope, targets: Sequence[str]) -> str:
    day = scope.day
    agreed = "" if targets else f" · er zijn dan geen doelen per {scope.level}"
    return (
        f"{scope.among_words} · bereikt sinds de start; open en lopend op"
        f" {long_date(day)}; hele maanden tot en met {month(last_closed_month(day))}{agreed}"
    )


def phase_words() -> str:
    """The rule of the phases."""
    parts = [f"{phase.name}: {phase.explanation}" for phase in phases()]
    return f"Fases. {capital('nog niet gestart: geen startdatum')}; {'; '.join(parts)}."


def _stand_table(scope: Scope, found: Sequence[Standing], targets: Sequence[str]) -> Table:
    columns = [
        Column(capital(scope.level)),
        Column("Gestart", kind=Kind.MONTH),
        Column("Hele maanden", 0),
        Column("Fase"),
        Column("Bereikt per 1.000", 1, has_bars=True),
        Column("Open vacatures", 0, has_bars=True),
        Column("Lopende matches", 0, has_bars=True),
        *(_target_column(find(name).label) for name in targets),
    ]
    lines = [_stand_line(scope, area, targets) for area in found]
    return Table(f"De stand per {scope.level}", columns, lines)


def _stand_line(scope: Scope, area: Standing, targets: Sequence[str]) -> Line:
    cells = [
        area.name,
        _since(area, scope.level),
        area.months,
        area.phase,
        *area.figures.values(),
        *(_percent(area.reached.get(name)) for name in targets),
    ]
    return Line(cells, area.code, scope.is_inside(area.code), area.progress.is_pilot)


def _target_column(label: str) -> Column:
    return Column(f"% van doel {label}", 0, has_bars=True, kind=Kind.PERCENT)


def _since(area: Standing, level: Level) -> Value:
    if area.progress.since is None:
        return None
    total = len(area.progress.wijken)
    if level in (Level.STADSDEEL, Level.TEAM) and area.progress.started < total:
        first = short_month(area.progress.since)
        return f"{first} ({area.progress.started} van {total} {plural(total, 'wijk', 'wijken')})"
    return area.progress.since


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share
