"""gebied.ontwikkelplaatsen: the active ontwikkelplaatsen in an area, one by one."""

from collections.abc import Sequence

from analytics.catalog import find
from analytics.figures.places import Place, active_places
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.view import Known, View
from charts.card import Card, Column, Line, Table
from charts.cards.words import file_words, source_words
from data.dutch import long_date, short_month
from data.grammar import counted, plural

ID = "gebied.ontwikkelplaatsen"
INDICATOR = find("ontwikkelplaatsen")
WORDS = ("ontwikkelplaats", "ontwikkelplaatsen")


def places_table(answers: Answers, view: View) -> Card:
    """Those with most free positions first; how many there are for who may not see the list."""
    day = questions.as_of(view, answers.known)
    title = f"Ontwikkelplaatsen in {questions.area(view, answers.known).in_sentence}"
    if not answers.is_whole:
        return Card(ID, title, note=_how_many(answers, view))
    places = answers.of(active_places, day, view.area)
    if not places:
        return Card(ID, title, note=f"Op {long_date(day)} deed hier geen ontwikkelplaats mee.")
    return Card(
        id=ID,
        title=title,
        subtitle=f"{counted(len(places), *WORDS)}"
        f" · open vacatures en vrije plekken op {long_date(day)}",
        source=source_words(INDICATOR, view, answers.known),
        file_name=file_words(
            "ontwikkelplaatsen", questions.at_own_level(view, answers.known), answers.known
        ),
        indicators=["ontwikkelplaatsen", "open_vacatures", "vrije_plekken"],
        table=_table(title, places, answers.known),
    )


def _how_many(answers: Answers, view: View) -> str:
    [row] = answers.get(INDICATOR.id, questions.chosen_area(view, answers.known)).rows()
    day = long_date(questions.as_of(view, answers.known))
    amount = int(row.value or 0)
    return (
        f"Op {day} {plural(amount, 'doet', 'doen')} hier {counted(amount, *WORDS)} mee."
        " De lijst met namen is voor intern gebruik."
    )


def _table(title: str, places: Sequence[Place], known: Known) -> Table:
    columns = [
        Column("Naam"),
        Column("Sector"),
        Column("Buurt"),
        Column("Vacatures", 0),
        Column("Vrij", 0, has_bars=True),
        Column("Sinds"),
    ]
    ordered = sorted(places, key=lambda place: (-place.free_positions, place.name, place.place_id))
    return Table(title, columns, [_line(place, known) for place in ordered])


def _line(place: Place, known: Known) -> Line:
    return Line(
        [
            place.name,
            place.sector,
            known.areas[place.buurt_code].name,
            place.open_vacancies,
            place.free_positions,
            short_month(place.joined_on),
        ]
    )
