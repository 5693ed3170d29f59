"""gebied.veranderd: the last whole quarter of an area beside the one before it."""

from analytics.catalog import find
from analytics.profile.profile_sentences import change_sentence
from analytics.profile.quarters import Change, Changes, quarter_changes
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.windows import Span
from charts.card import Card, Column, Kind, Line, Table, Value, empty
from charts.registry import card
from data.dutch import number, quarter, rounded
from data.grammar import capital, lower_first
from data.periods import Period, first_day, label

TITLE = "Wat veranderde er?"
TOO_SMALL = "te klein om te vergelijken"


@card("gebied.veranderd", TITLE)
def changes_table(scope: Scope) -> Card:
    """The largest change first."""
    found = quarter_changes(scope)
    if found is None:
        return empty("Er zijn nog geen twee hele kwartalen. Kies een latere peildatum.")
    if not any(change.now or change.before for change in found.changes):
        return empty("In de laatste twee kwartalen gebeurde hier niets om te vergelijken.")
    where = capital(scope.area.after_in)
    return Card(
        title=f"Wat veranderde er in het {quarter(found.quarter.end)}?",
        subtitle=f"{where} · aantal in het kwartaal; lopend, open en wachtend aan het eind ervan",
        source=scope.source(find("scans")),
        sentence=f"{where}: {lower_first(change_sentence(found, scope.threshold))}",
        file_name=scope.at_own_level().file_name("veranderd"),
        indicators=[change.indicator.id for change in found.changes],
        table=_table(found),
    )


def _table(found: Changes) -> Table:
    quarters = [_quarter(span) for span in (found.before, found.quarter)]
    columns = [Column("Indicator"), *quarters, Column("Verschil")]
    columns.append(Column("In %", 0, kind=Kind.PERCENT))
    return Table(TITLE, columns, [_line(change) for change in found.changes])


def _quarter(span: Span) -> Column:
    """The column of a quarter, named with its year: two of them may lie in two years."""
    return Column(
        quarter(span.end), 0, iso=label(first_day(span.end, Period.QUARTER), Period.QUARTER)
    )


def _line(change: Change) -> Line:
    name = change.indicator.label
    before = change.why if change.before is None else _amount(change, change.before)
    now = _amount(change, change.now)
    return Line([capital(name), before, now, difference_words(change), _percent(change)])


def difference_words(change: Change) -> str:
    """A change in words: 12 meer, or by the month where the area took part in fewer months."""
    if change.why is Mark.NOT_STARTED:
        return "nieuw" if change.now else "nog niets"
    if change.why:
        return "niet te vergelijken"
    if not change.is_settled:
        return TOO_SMALL
    if change.paces is None:
        return _more(change.change, change.indicator.decimals)
    now, before = (rounded(pace, 1) for pace in change.paces)
    return f"per maand {_more(now - before, 1)}"


def _more(difference: float, decimals: int) -> str:
    if not rounded(difference, decimals):
        return "evenveel"
    return f"{number(abs(difference), decimals)} {'meer' if difference > 0 else 'minder'}"


def _percent(change: Change) -> float | None:
    return None if change.relative is None else change.relative * 100


def _amount(change: Change, value: float) -> Value:
    """A count as it is; a rate written out, because it has other decimals than the column."""
    decimals = change.indicator.decimals
    return number(value, decimals) if decimals else value
