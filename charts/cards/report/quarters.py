"""rapport.kwartalen: scans, vacatures and matches per whole quarter, from the area's own start."""

from dataclasses import replace
from datetime import date

from analytics.catalog import find
from analytics.figures.selection import Selection
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.sentences import COUNTED
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.cards.events import events_between
from charts.pictures import Series, Trend
from charts.registry import card
from data.dutch import number, quarter
from data.grammar import capital, listed, plural, spanned
from data.periods import Period, is_quarter_end

TITLE = "Scans, vacatures en matches per kwartaal"
INDICATORS = ("scans", "vacatures", "matches")
LEAST = 2  # quarters: one point is no line
Counts = dict[date, float | None]  # by the last day of the quarter


@card("rapport.kwartalen", TITLE)
def quarterly_trend(scope: Scope) -> Card:
    """Lines per whole quarter; the quarter of the start counts from the day of the start."""
    found = {name: quarterly_counts(scope, name) for name in INDICATORS}
    last = {day for counts in found.values() for day, count in counts.items() if count is not None}
    if len(last) < LEAST:
        place = capital(scope.area.in_sentence)
        if not scope.progress(scope.area.level)[scope.area.code].has_started:
            return empty(f"{place}: {Mark.NOT_STARTED}.")
        return empty(f"{place}: er zijn nog geen twee hele kwartalen sinds de start.")
    ends = [day for day in found[INDICATORS[0]] if day >= min(last)]
    return _card(scope, ends, {name: [found[name][end] for end in ends] for name in INDICATORS})


def quarterly_counts(scope: Scope, indicator: str) -> Counts:
    """The count of every whole quarter; None before the area's start when nothing is counted."""
    monthly = scope.own_monthly(None)
    if monthly is None:
        return {}
    asked: Selection = replace(monthly, period=Period.QUARTER)
    ends = [part.end for part in asked.slices(scope.known.beginning)]
    progress = scope.answers.progress(asked.level, asked.last_day)[asked.area]
    rows = scope.figures(indicator, asked).rows()
    return {
        end: row.value if row.value or progress.had_started(end) else None
        for end, row in zip(ends, rows, strict=True)
        if is_quarter_end(end)
    }


def _card(scope: Scope, ends: list[date], values: dict[str, list[float | None]]) -> Card:
    sentence = _sentence(scope, ends, values)
    steps = [end.replace(month=end.month - 2, day=1) for end in ends]
    return Card(
        subtitle=f"aantal per kwartaal in {scope.area.after_in}"
        f" · {spanned(quarter(ends[0]), quarter(ends[-1]))}",
        source=scope.source(find("scans")),
        alt=sentence,
        sentence=sentence,
        file_name=scope.at_own_level().file_name("kwartalen"),
        indicators=INDICATORS,
        picture=Trend(
            steps,
            [Series(name, find(name).ramp, row) for name, row in values.items()],
            events=events_between(scope, steps[0], ends[-1]),
        ),
        table=_table(steps, values),
    )


def _sentence(scope: Scope, ends: list[date], values: dict[str, list[float | None]]) -> str:
    """What the last quarter brought, beside the same quarter a year earlier where there is one."""
    now = _amounts({name: row[-1] for name, row in values.items()})
    place, when = capital(scope.area.in_sentence), quarter(ends[-1])
    earlier = ends[-1].replace(year=ends[-1].year - 1)
    if earlier not in ends or any(row[ends.index(earlier)] is None for row in values.values()):
        return f"{place}, in het {when}: {now}."
    before = _amounts({name: row[ends.index(earlier)] for name, row in values.items()})
    return f"{place}, in het {when}: {now}; een jaar eerder {before}."


def _amounts(counts: dict[str, float | None]) -> str:
    return listed(
        [
            f"{number(count or 0)} {plural(count or 0, *COUNTED[name])}"
            for name, count in counts.items()
        ]
    )


def _table(steps: list[date], values: dict[str, list[float | None]]) -> Table:
    columns = [Column("Kwartaal", kind=Kind.QUARTER)]
    columns += [Column(capital(name), 0) for name in values]
    rows = zip(steps, *values.values(), strict=True)
    return Table(TITLE, columns, [Line(row) for row in rows])
