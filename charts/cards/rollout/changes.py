"""The card of Wat is er veranderd: the greatest differences between two periods."""

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import SETTLED_TIMES
from analytics.rollout.aligned import subject_of
from analytics.rollout.changes import Change, Changes, Versus, changes, periods
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS, just_started
from charts.card import Card, Column, Line, Table, Value, empty
from charts.cards.chosen import chosen_codes, has_parts, marked_words, not_started
from charts.cards.rollout.aligned_words import NONE_YET
from charts.cards.rollout.changes_words import (
    area_sentence,
    change_sentence,
    difference_words,
    period_words,
    verdict,
)
from charts.registry import card
from data.dutch import number
from data.grammar import capital
from data.reference.areas import city

NONE_STARTED = f"{NONE_YET}, dus er is nog niets om te vergelijken."
TOO_YOUNG = (
    "De periode om mee te vergelijken ligt voor het begin van de gegevens."
    " Kies een kortere periode of een latere peildatum."
)


@card("uitrol.veranderd", f"Tegen {Versus.BEFORE}")
def change_before(scope: Scope) -> Card:
    """The last period against the one before it."""
    return _card(scope, Versus.BEFORE)


@card("uitrol.veranderd_jaar", f"Tegen {Versus.YEAR_AGO}")
def change_year(scope: Scope) -> Card:
    """The last period against the same one a year earlier."""
    return _card(scope, Versus.YEAR_AGO)


def changes_of(scope: Scope, versus: Versus) -> Changes:
    """The areas of the view's level over its window, for the subject of its indicator."""
    day = scope.day
    subject = subject_of(scope.view.indicator)
    return scope.of(changes, subject, scope.level, *periods(scope.window, day, versus))


def _card(scope: Scope, versus: Versus) -> Card:
    found = changes_of(scope, versus)
    note = _note(scope, found)
    if note:
        return empty(note)
    sentence = sentence_of(scope, found)
    source = scope.source(find(found.subject))
    marked = marked_words(scope, scope.level, [area.code for area in found.areas])
    return Card(
        subtitle=f"{find(found.subject).label} · alle {PLURALS[scope.level]}"
        f" van {city().name} met een cijfer{marked}"
        f" · {period_words(found.now)} tegen {period_words(found.then)}",
        source=f"{source} · {_test(scope, found)}",
        alt=sentence,
        sentence=sentence,
        file_name=scope.file_name(f"veranderd_{found.subject}"),
        indicators=[found.subject],
        table=_table(scope, found),
    )


def sentence_of(scope: Scope, found: Changes) -> str:
    """What changed in the chosen area or its parts; without one, in all areas of the level."""
    place = scope.area
    codes = chosen_codes(scope, scope.level)
    areas = [area for area in found.areas if area.code in codes]
    if not scope.view.area:
        return change_sentence(found, found.areas, scope.level)
    if has_parts(place, scope.level):
        return change_sentence(found, areas, scope.level, place)
    if not areas and codes:
        return _not_counted(scope)
    if not areas:
        return (
            f"Over {place.in_sentence} is per {scope.level} niets te zeggen; kies een ander niveau."
        )
    return area_sentence(found, areas[0])


def _not_counted(scope: Scope) -> str:
    """Why the chosen area is not among those that are compared: it starts, or began just now."""
    place = scope.area
    has_started = scope.progress(place.level)[place.code].has_started
    return just_started(place) if has_started else not_started(place)


def _note(scope: Scope, found: Changes) -> str:
    if not found.areas:
        return NONE_STARTED
    return TOO_YOUNG if found.then.end < scope.known.beginning else ""


def _test(scope: Scope, found: Changes) -> str:
    words = (
        "meer dan toeval: meer dan maanden gewoonlijk verschillen"
        f" ({number(found.spread, 1)} keer toeval), en van zulke verschillen is er hooguit een op"
        " de twintig toch toeval"
        if found.spread is not None
        else "er zijn nog te weinig maanden om te zeggen wat meer dan toeval is"
    )
    least = SETTLED_TIMES * threshold_of(find(found.subject).measure, scope.threshold)
    if not least:
        return words
    return (
        f"{words}; een aantal onder {least} is alleen vergeleken waar afronden het verschil niet"
        " kan maken"
    )


def _table(scope: Scope, found: Changes) -> Table:
    has_paces = any(area.is_compared and not area.is_like for area in found.areas)
    columns = [Column(capital(scope.level)), Column("Laatste", 0), Column("Eerder", 0)]
    if has_paces:
        columns += [Column("Per maand, laatste", 1), Column("Per maand, eerder", 1)]
    columns += [Column("Verschil"), Column("Oordeel")]
    chosen = chosen_codes(scope, scope.level)
    lines = [
        Line(
            _cells(area, has_paces=has_paces),
            code=area.code,
            is_chosen=area.code in chosen,
            is_pilot=area.is_pilot,
        )
        for area in found.areas
    ]
    return Table(f"Grootste verschillen: {find(found.subject).label}", columns, lines)


def _cells(area: Change, *, has_paces: bool) -> list[Value]:
    then = area.then if area.is_compared else None
    paces: list[Value] = []
    if has_paces:
        paces = list(area.paces) if area.is_compared else [None, None]
    return [area.name, area.now, then, *paces, difference_words(area), verdict(area)]
