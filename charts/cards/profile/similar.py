"""gebied.vergelijkbaar: the areas most like an area, with what they have in common."""

from analytics.profile.profile import similar
from analytics.profile.profile_sentences import similar_sentence
from analytics.profile.similar import TRAITS, Portrait, Similar, Trait
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from charts.card import Card, Column, Line, Table, empty
from charts.registry import card
from data.grammar import capital
from data.reference.areas import Level, city
from data.reference.context import CONTEXT_SOURCE

TITLE = "Vergelijkbare gebieden"
SOURCE = (
    f"Bron: inwoners en oppervlakte CBS en gemeente {city().name}; het overige in procenten van de"
    f" volwassenen: {CONTEXT_SOURCE}"
)


@card("gebied.vergelijkbaar", TITLE)
def similar_table(scope: Scope) -> Card:
    """The area first, then the five nearest; a note when the area takes no part."""
    place = scope.area
    if not scope.view.area:
        return empty("Kies een gebied om te zien welke gebieden erop lijken.")
    if place.level is Level.OWN:
        return empty("Bij een eigen gebied staan geen vergelijkbare gebieden.")
    found = similar(scope, place)
    others = sum(area.level is place.level for area in scope.known.areas.values()) - 1
    sentence = similar_sentence(found, place.level, others)
    title = f"Vergelijkbare {PLURALS[place.level]}"
    if not found.nearest:
        return empty(sentence, title)
    return Card(
        title=title,
        subtitle=f"{place.after_in} · de {len(found.nearest)} van de {others} andere"
        f" {PLURALS[place.level]} die er het meest op lijken, de eerste het meest",
        source=SOURCE,
        sentence=sentence,
        file_name=scope.at_own_level().file_name("vergelijkbaar"),
        table=_table(title, capital(place.level), found),
    )


def _table(title: str, level: str, found: Similar) -> Table:
    columns = [Column(level), *map(_column, TRAITS)]
    lines = [_line(area, is_chosen=area == found.area) for area in (found.area, *found.nearest)]
    return Table(title, columns, lines)


def _column(trait: Trait) -> Column:
    """The column of a trait; other programs do not see that it is in percent."""
    told = f"{trait.heading} (%)" if trait.is_share else ""
    return Column(trait.heading, trait.decimals, iso=told)


def _line(area: Portrait, *, is_chosen: bool) -> Line:
    return Line([area.name, *area.values], code=area.code, is_chosen=is_chosen)
