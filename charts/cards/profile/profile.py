"""gebied.indicatoren: all indicators of an area beside its parent, the city and similar areas."""

from analytics.catalog import find
from analytics.profile.profile import Comparison, Figure, comparisons, parent, similar
from analytics.profile.profile_sentences import standout_sentence
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.sentences import PLURALS
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.words import file_words, place_words, source_words
from data.dutch import long_date
from data.grammar import capital, plural

AS_SIMILAR = "Zoals vergelijkbaar"


def profile_table(answers: Answers, view: View) -> Card:
    """Counts of the area itself; beside others per 1.000 inhabitants, rates as they are."""
    place = questions.area(view, answers.known)
    found = comparisons(answers, view)
    return Card(
        id="gebied.indicatoren",
        title=f"{capital(place.in_sentence)} in cijfers",
        subtitle=_subtitle(answers, view, place),
        source=source_words(
            find("scans"), view, answers.known, days=[questions.as_of(view, answers.known)]
        ),
        sentence=standout_sentence(found, place.level, answers.threshold),
        file_name=file_words("profiel", questions.at_own_level(view, answers.known), answers.known),
        indicators=[comparison.indicator.id for comparison in found],
        table=_table(answers, place, found),
    )


def _subtitle(answers: Answers, view: View, place: NamedArea) -> str:
    """The days, and how the columns are to be read."""
    near = len(similar(answers, place).nearest)
    level = plural(near, place.level, PLURALS[place.level])
    middle = (
        f" · vergelijkbaar: het midden van {near} {level}"
        f" · {AS_SIMILAR.lower()}: het aantal met evenveel per inwoner als daar"
        if near
        else ""
    )
    day = long_date(questions.as_of(view, answers.known))
    return (
        f"{place_words(place)} · {view.window.label}, tot en met {day}; standen op die dag"
        f" · aantal, en per 1.000 inwoners of als verhouding{middle}"
    )


def _table(answers: Answers, place: NamedArea, found: list[Comparison]) -> Table:
    around = parent(answers, place)
    columns: list[tuple[Column, list[Figure]]] = [
        (Column("Aantal", 0), [comparison.amount for comparison in found]),
        (Column(place.name, 1), [comparison.own for comparison in found]),
    ]
    if around:
        columns.append((Column(around.name, 1), [comparison.parent for comparison in found]))
    if place != answers.known.city:
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
