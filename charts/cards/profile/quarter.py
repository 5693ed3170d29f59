"""gebied.veranderd: the last whole quarter of an area beside the one before it."""

from analytics.catalog import find
from analytics.profile.profile_sentences import change_sentence
from analytics.profile.quarters import Change, Changes, quarter_changes
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.ranking import Mark
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards.words import file_words, place_words, source_words
from data.dutch import number, quarter, rounded, short_quarter
from data.grammar import capital, lower_first

ID = "gebied.veranderd"
TITLE = "Wat veranderde er?"
TOO_SMALL = "te klein om te vergelijken"


def changes_table(answers: Answers, view: View) -> Card:
    """The largest change first."""
    found = quarter_changes(answers, view)
    if found is None:
        return _empty("Er zijn nog geen twee hele kwartalen. Kies een latere peildatum.")
    if not any(change.now or change.before for change in found.changes):
        return _empty("In de laatste twee kwartalen gebeurde hier niets om te vergelijken.")
    where = capital(place_words(questions.area(view, answers.known)))
    return Card(
        id=ID,
        title=f"Wat veranderde er in het {quarter(found.quarter.end)}?",
        subtitle=f"{where} · aantal in het kwartaal; lopend, open en wachtend aan het eind ervan",
        source=source_words(find("scans"), view, answers.known),
        sentence=f"{where}: {lower_first(change_sentence(found, answers.threshold))}",
        file_name=file_words(
            "veranderd", questions.at_own_level(view, answers.known), answers.known
        ),
        indicators=[change.indicator.id for change in found.changes],
        table=_table(found),
    )


def _empty(note: str) -> Card:
    return Card(ID, TITLE, note=note)


def _table(found: Changes) -> Table:
    quarters = [short_quarter(span.end) for span in (found.before, found.quarter)]
    columns = [Column("Indicator"), *(Column(name, 0) for name in quarters), Column("Verschil")]
    columns.append(Column("In %", 0))
    return Table(TITLE, columns, [_line(change) for change in found.changes])


def _line(change: Change) -> Line:
    label = change.indicator.label
    before = Mark.NOT_STARTED if change.before is None else _amount(change, change.before)
    now = _amount(change, change.now)
    return Line([capital(label), before, now, difference_words(change), _percent(change)])


def difference_words(change: Change) -> str:
    """A change in words: 12 meer, or by the month where the area took part in fewer months."""
    if change.before is None:
        return "nieuw" if change.now else "nog niets"
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
