"""gebied.vergelijkbaar: the areas most like an area, with what they have in common."""

from analytics.profile.profile import similar
from analytics.profile.profile_sentences import similar_sentence
from analytics.profile.similar import TRAITS, Portrait, Similar
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.sentences import PLURALS
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.words import file_words
from data.reference.areas import Level
from data.reference.context import CONTEXT_SOURCE

ID = "gebied.vergelijkbaar"
TITLE = "Vergelijkbare gebieden"
SOURCE = (
    "Bron: inwoners en oppervlakte CBS en gemeente Eindhoven; het overige in procenten van de"
    f" volwassenen: {CONTEXT_SOURCE}"
)


def similar_table(answers: Answers, view: View) -> Card:
    """The area first, then the five nearest; a note when the area takes no part."""
    place = questions.area(view, answers.known)
    if not view.area:
        return Card(ID, TITLE, note="Kies een gebied om te zien welke gebieden erop lijken.")
    if place.level is Level.OWN:
        return Card(ID, TITLE, note="Bij een eigen gebied staan geen vergelijkbare gebieden.")
    found = similar(answers, place)
    others = sum(area.level is place.level for area in answers.known.areas.values()) - 1
    sentence = similar_sentence(found, place.level, others)
    title = f"Vergelijkbare {PLURALS[place.level]}"
    if not found.nearest:
        return Card(ID, title, note=sentence)
    return Card(
        id=ID,
        title=title,
        subtitle=sentence,
        source=SOURCE,
        sentence=sentence,
        file_name=file_words(
            "vergelijkbaar", questions.at_own_level(view, answers.known), answers.known
        ),
        table=_table(title, place.level.capitalize(), found),
    )


def _table(title: str, level: str, found: Similar) -> Table:
    columns = [Column(level), *(Column(trait.heading, trait.decimals) for trait in TRAITS)]
    lines = [_line(area, is_chosen=area == found.area) for area in (found.area, *found.nearest)]
    return Table(title, columns, lines)


def _line(area: Portrait, *, is_chosen: bool) -> Line:
    return Line([area.name, *area.values], code=area.code, is_chosen=is_chosen)
