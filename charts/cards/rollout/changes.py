"""The card of Wat is er veranderd: the greatest differences between two periods."""

from analytics.catalog import find
from analytics.figures.blur import threshold_of
from analytics.figures.certainty import SETTLED_TIMES
from analytics.rollout.aligned import subject_of
from analytics.rollout.changes import Change, Changes, Versus, changes, periods
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.sentences import PLURALS
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table, Value
from charts.cards.chosen import chosen_codes, has_parts, marked_words, not_started
from charts.cards.rollout.changes_words import (
    area_sentence,
    change_sentence,
    difference_words,
    period_words,
    verdict,
)
from charts.cards.words import file_words, source_words
from data.dutch import number
from data.grammar import capital

NONE_STARTED = "Er is nog geen gebied gestart, dus er is nog niets om te vergelijken."
TOO_YOUNG = (
    "De periode om mee te vergelijken ligt voor het begin van de gegevens."
    " Kies een kortere periode of een latere peildatum."
)


def change_before(answers: Answers, view: View) -> Card:
    """uitrol.veranderd: the last period against the one before it."""
    return _card(answers, view, Versus.BEFORE, "uitrol.veranderd")


def change_year(answers: Answers, view: View) -> Card:
    """uitrol.veranderd_jaar: the last period against the same one a year earlier."""
    return _card(answers, view, Versus.YEAR_AGO, "uitrol.veranderd_jaar")


def changes_of(answers: Answers, view: View, versus: Versus) -> Changes:
    """The areas of the view's level over its window, for the subject of its indicator."""
    day = questions.as_of(view, answers.known)
    subject = subject_of(view.indicator)
    return answers.of(changes, subject, view.level, *periods(view.window, day, versus))


def _card(answers: Answers, view: View, versus: Versus, card_id: str) -> Card:
    found = changes_of(answers, view, versus)
    title = f"Tegen {versus}"
    note = _note(answers, found)
    if note:
        return Card(card_id, title, note=note)
    sentence = sentence_of(answers, view, found)
    source = source_words(find(found.subject), view, answers.known)
    marked = marked_words(answers, view, view.level, [area.code for area in found.areas])
    return Card(
        id=card_id,
        title=title,
        subtitle=f"{find(found.subject).label} · alle gestarte {PLURALS[view.level]} van Eindhoven"
        f"{marked} · {period_words(found.now)} tegen {period_words(found.then)}",
        source=f"{source} · {_test(answers, found)}",
        alt=sentence,
        sentence=sentence,
        file_name=file_words(f"veranderd_{found.subject}", view, answers.known),
        indicators=[found.subject],
        table=_table(answers, found, view),
    )


def sentence_of(answers: Answers, view: View, found: Changes) -> str:
    """What changed in the chosen area or its parts; without one, in all areas of the level."""
    place = questions.area(view, answers.known)
    codes = chosen_codes(answers, view, view.level)
    areas = [area for area in found.areas if area.code in codes]
    if not view.area:
        return change_sentence(found, found.areas, view.level)
    if has_parts(place, view.level):
        return change_sentence(found, areas, view.level, place)
    if not areas and codes:
        return not_started(place)
    if not areas:
        return (
            f"Over {place.in_sentence} is per {view.level} niets te zeggen; kies een ander niveau."
        )
    return area_sentence(found, areas[0])


def _note(answers: Answers, found: Changes) -> str:
    if not found.areas:
        return NONE_STARTED
    return TOO_YOUNG if found.then.end < answers.known.beginning else ""


def _test(answers: Answers, found: Changes) -> str:
    words = (
        "meer dan toeval: meer dan maanden gewoonlijk verschillen"
        f" ({number(found.spread, 1)} keer toeval), en van zulke verschillen is er hooguit een op"
        " de twintig toch toeval"
        if found.spread is not None
        else "er zijn nog te weinig maanden om te zeggen wat meer dan toeval is"
    )
    least = SETTLED_TIMES * threshold_of(find(found.subject).measure, answers.threshold)
    if not least:
        return words
    return (
        f"{words}; een aantal onder {least} is alleen vergeleken waar afronden het verschil niet"
        " kan maken"
    )


def _table(answers: Answers, found: Changes, view: View) -> Table:
    has_paces = any(area.is_compared and not area.is_like for area in found.areas)
    columns = [Column(capital(view.level)), Column("Nu", 0), Column("Toen", 0)]
    if has_paces:
        columns += [Column("Per maand nu", 1), Column("Per maand toen", 1)]
    columns += [Column("Verschil"), Column("Oordeel")]
    chosen = chosen_codes(answers, view, view.level)
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
