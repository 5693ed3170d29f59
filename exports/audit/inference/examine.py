"""From figures to findings: reconcile, model what they say, narrow, and judge."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from exports.audit.figure import Figure, Key
from exports.audit.findings import Finding, Kind, derived, described
from exports.audit.inference.intervals import Ranges, narrowed
from exports.audit.inference.programs import Bounds, Budget, Programs
from exports.audit.inference.rounded import Broken, cells_of_rounded
from exports.audit.inference.system import System, build, families, figure_cells
from exports.audit.partition import Cell, Integers
from exports.audit.words.geography import Geography


@dataclass
class Outcome:
    """What the examination gave. `recovered`: withheld figures that are known exactly."""

    findings: list[Finding] = field(default_factory=list)
    cells: int = 0
    withheld: int = 0
    recovered: int = 0
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Rules:
    """The threshold, the base of rounding that exports state, the areas and the LP budget."""

    threshold: int
    base: int
    geography: Geography
    budget: Budget


def examine(figures: Sequence[Figure], rules: Rules) -> Outcome:
    """All findings in the figures of all exports together."""
    outcome = Outcome()
    outcome.findings += small_values(figures, rules)
    for family in families(figures):
        exact = _reconciled([f for f in family if not f.protected], outcome, rules)
        rounded = _reconciled([f for f in family if f.protected], outcome, rules)
        _examine_family(exact, rounded, outcome, rules)
    return outcome


def small_values(figures: Iterable[Figure], rules: Rules) -> list[Finding]:
    """Figures that print a small value, or whose rate leaves small values only."""
    found: dict[Key, Finding] = {}
    for figure in figures:
        high = figure.high
        if high is None or figure.withheld or not 1 <= figure.low <= high < rules.threshold:
            continue
        what = f"{described(figure, rules.geography)}: is {figure.low}"
        if figure.low != high:
            what += f" tot {high}"
        found.setdefault(figure.key, Finding(Kind.SMALL, figure.where, what, figure.low, high))
    return list(found.values())


def _reconciled(figures: Sequence[Figure], outcome: Outcome, rules: Rules) -> list[Figure]:
    """One figure per sum, with what all its tellings leave; the first where they contradict."""
    told: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        told[figure.key].append(figure)
    return [_one(tellings, outcome, rules) for tellings in told.values()]


def _one(tellings: list[Figure], outcome: Outcome, rules: Rules) -> Figure:
    first = tellings[0]
    if len(tellings) == 1:
        return first
    low = max(figure.low for figure in tellings)
    highs = [figure.high for figure in tellings if figure.high is not None]
    high = min(highs, default=None)
    if high is not None and low > high:
        other = next(f for f in tellings if (f.low, f.high) != (first.low, first.high))
        outcome.findings.append(_contradiction(first, other, rules))
        return first
    return replace(first, low=low, high=high, withheld=any(f.withheld for f in tellings))


def _contradiction(one: Figure, other: Figure, rules: Rules) -> Finding:
    what = described(one, rules.geography)
    if one.low == one.high and other.low == other.high:
        what += f": {one.low} en {other.low}, een verschil van {abs(one.low - other.low)}"
    return Finding(Kind.CONTRADICTION, f"{one.where} en {other.where}", what)


def _examine_family(
    exact: list[Figure], rounded: list[Figure], outcome: Outcome, rules: Rules
) -> None:
    told = cells_of_rounded(rounded, rules.base)
    if isinstance(told, Broken):
        outcome.findings.append(_broken(told, rules))
        told = rounded
    figures = [*exact, *told]
    if not figures:
        return
    system = build(figures)
    if system is None:
        outcome.unread.append(f"{figures[0].measure}: te veel cellen om door te rekenen")
        return
    _judge(system, outcome, rules)


def _broken(told: Broken, rules: Rules) -> Finding:
    what = f"{described(told.figure, rules.geography)}: {told.reason}"
    return Finding(Kind.CLAIM, told.figure.where, what)


def _judge(system: System, outcome: Outcome, rules: Rules) -> None:
    ranges = narrowed(system)
    outcome.cells += system.matrix.shape[1]
    if ranges.conflict is not None:
        figure = system.figures[min(ranges.conflict, len(system.figures) - 1)]
        what = f"{described(figure, rules.geography)}: telt niet op met de andere cijfers"
        outcome.findings.append(Finding(Kind.CONTRADICTION, figure.where, what))
        return
    programs = Programs(system, ranges, rules.budget)
    unsharp = 0
    for target in _targets(system, ranges, rules.threshold):
        bounds = programs.bounds(target.columns, rules.threshold)
        unsharp += not bounds.examined
        _report(target, bounds, outcome, rules)
    if unsharp:
        note = f"{system.figures[0].measure}: {unsharp} aantallen zijn niet helemaal doorgerekend"
        outcome.unread.append(note)


@dataclass(frozen=True)
class _Target:
    """A sum of cells that may be small: a figure that was withheld, or a cell that nobody told."""

    columns: Integers
    what: Figure | Cell


def _targets(system: System, ranges: Ranges, threshold: int) -> Iterator[_Target]:
    """Cells that may be small and are not printed, and withheld figures over several cells."""
    own = {column: figure for figure, column in figure_cells(system)}
    possible = np.flatnonzero((ranges.high > 0) & (ranges.low < threshold))
    for column in possible.tolist():
        if not _is_printed(own.get(column)):
            yield _Target(np.array([column]), own.get(column) or system.cell(column))
    matrix = system.matrix
    for row, figure in enumerate(system.figures):
        columns = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].astype(np.int64)
        if figure.withheld and len(columns) > 1:
            yield _Target(columns, figure)


def _is_printed(figure: Figure | None) -> bool:
    """Printed figures are judged already, as they are."""
    return figure is not None and not figure.withheld and figure.low == figure.high


def _report(target: _Target, bounds: Bounds, outcome: Outcome, rules: Rules) -> None:
    low, high, where = bounds.low, bounds.high, "af te leiden uit de exports samen"
    if isinstance(target.what, Figure):
        where = target.what.where
        low = max(low, target.what.low)
        high = high if target.what.high is None else min(high, target.what.high)
        if target.what.withheld and not target.what.protected:
            outcome.withheld += 1
            outcome.recovered += low == high
    finding = derived(described(target.what, rules.geography), where, low, high, rules.threshold)
    if finding:
        outcome.findings.append(finding)
