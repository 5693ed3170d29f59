"""The card of Wat is er veranderd: the greatest differences between two periods."""

from analytics import questions
from analytics.aligned import subject_of
from analytics.answers import Answers
from analytics.catalog import find
from analytics.changes import Change, Changes, Versus, changes, periods
from analytics.marts import Audience
from analytics.sentences import PLURALS
from analytics.view import View
from analytics.windows import Span
from charts.card import Card, Column, Line, Table, Value
from charts.cards.words import file_words, source_words
from data.dutch import month, signed
from data.grammar import listed

REAL, CHANCE, NEW = "meer dan toeval", "kan toeval zijn", "toen nog niet gestart"
SHORTER = "toen korter mee, geteld per maand"
MOST_NAMES = 3
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
    return Card(
        id=card_id,
        title=title,
        subtitle=f"{find(found.subject).label} · {period_words(found.now)} tegen"
        f" {period_words(found.then)}",
        source=f"{source_words(find(found.subject), view, answers.known)} · {_test(answers)}",
        alt=change_sentence(found, view),
        sentence=change_sentence(found, view),
        file_name=file_words(f"veranderd_{found.subject}", view, answers.known),
        indicators=[found.subject],
        table=_table(found, view),
    )


def _note(answers: Answers, found: Changes) -> str:
    if not found.areas:
        return NONE_STARTED
    return TOO_YOUNG if found.then.end < answers.known.beginning else ""


def _test(answers: Answers) -> str:
    words = "meer dan toeval: van zulke verschillen is er hooguit een op de twintig toch toeval"
    if answers.audience is Audience.INTERN:
        return words
    return f"{words}, en het is groter dan {2 * answers.threshold}, wat afronden kan schelen"


def period_words(part: Span) -> str:
    """A period of whole months in words: maart 2021, or juli tot en met september 2021."""
    if part.start is None or (part.start.year, part.start.month) == (part.end.year, part.end.month):
        return month(part.end)
    if part.start.year == part.end.year:
        return f"{month(part.start).split()[0]} tot en met {month(part.end)}"
    return f"{month(part.start)} tot en met {month(part.end)}"


def change_sentence(found: Changes, view: View) -> str:
    """Which areas changed by more than chance, the greatest first."""
    label = find(found.subject).label
    against = f"{period_words(found.now)} tegen {period_words(found.then)}"
    real = [area for area in found.areas if area.is_real]
    if not real:
        return (
            f"Bij geen van de {len(found.areas)} {PLURALS[view.level]} is het verschil in {label}"
            f" meer dan toeval ({against})."
        )
    names = [f"{area.name} ({signed(area.difference)})" for area in real[:MOST_NAMES]]
    more = f"; en nog {len(real) - MOST_NAMES}" if len(real) > MOST_NAMES else ""
    return f"Meer dan toeval veranderd in {label}: {listed(names)}{more} ({against})."


def _table(found: Changes, view: View) -> Table:
    columns = [
        Column(view.level.capitalize()),
        Column("Nu", 0),
        Column("Toen", 0),
        Column("Verschil"),
        Column("Oordeel"),
    ]
    lines = [
        Line(_cells(area), code=area.code, is_chosen=area.code == view.area, is_pilot=area.is_pilot)
        for area in found.areas
    ]
    return Table(f"Grootste verschillen: {find(found.subject).label}", columns, lines)


def _cells(area: Change) -> list[Value]:
    return [
        area.name,
        area.now,
        area.then if area.months.then else None,
        signed(area.difference) if area.months.then else None,
        verdict(area),
    ]


def verdict(area: Change) -> str:
    """What the test says of an area, in words."""
    if not area.months.then:
        return NEW
    words = REAL if area.is_real else CHANCE
    return words if area.months.then == area.months.now else f"{words}; {SHORTER}"
