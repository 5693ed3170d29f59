"""uitkomsten.trechter: the way of residents from a scan to a match that lasts."""

from analytics import questions
from analytics.answers import Answers
from analytics.catalog import find
from analytics.durations import journey
from analytics.spells import Journey, Spell
from analytics.survival import share_of
from analytics.view import View
from charts.card import Card, Column, Line, Table
from charts.cards import spans
from charts.cards.words import file_words, source_words
from data.dutch import number

JUDGED_AFTER = 3  # months
INDICATORS = ("inwoners_bereikt", "matches", "nog_lopend_na_3_maanden")


def journey_table(answers: Answers, view: View) -> Card:
    """uitkomsten.trechter: residents from scan to match, start, and still running after a while."""
    title = "Van scan naar een match die blijft"
    found = answers.of(journey, spans.asked(answers, view, Spell.WAIT), JUDGED_AFTER)
    if found is None:
        return Card(
            "uitkomsten.trechter",
            title,
            note="Hier zijn nog te weinig inwoners met een scan. Kies een groter gebied.",
        )
    place = questions.area(view, answers.known).name
    return Card(
        id="uitkomsten.trechter",
        title=title,
        subtitle="inwoners, ieder met de eerste scan en de eerste match",
        source=f"{source_words(find(INDICATORS[0]), view, answers.known)} · {_young_words(found)}",
        alt=_journey_words(found),
        sentence=f"{place}: {_journey_words(found)}",
        file_name=file_words("trechter", view, answers.known),
        indicators=INDICATORS,
        table=_journey_lines(found),
    )


def _young_words(found: Journey) -> str:
    young = found.started - found.judged
    if not young:
        return "alle gestarte matches tellen mee in de laatste stap"
    words = "1 match is" if young == 1 else f"{number(young)} matches zijn"
    return f"{words} te jong voor de laatste stap en daar weggelaten"


def _journey_lines(found: Journey) -> Table:
    steps = [
        ("Talentenscan gedaan", found.scanned, found.scanned),
        ("Match gemaakt", found.matched, found.scanned),
        ("Match gestart (startdag bekend)", found.started, found.matched),
        (f"Loopt na {JUDGED_AFTER} maanden nog", found.still_running, found.judged),
    ]
    columns = [Column("Stap"), Column("Inwoners", 0, has_bars=True)]
    columns += [Column("Van de", 0), Column("Procent", 0)]
    lines = [
        Line([name, count, whole, spans.PERCENT * count / whole if whole else None])
        for name, count, whole in steps
    ]
    return Table("Van scan naar een match die blijft", columns, lines)


def _journey_words(found: Journey) -> str:
    matched = share_of(found.matched, found.scanned).value
    words = (
        f"van {number(found.scanned)} inwoners met een scan kreeg"
        f" {number(spans.PERCENT * matched)}% een match."
    )
    if not found.judged:
        return words
    lasting = spans.PERCENT * found.still_running / found.judged
    return (
        f"{words} Van de {number(found.judged)} eerste matches die minstens {JUDGED_AFTER} maanden"
        f" geleden zijn gestart, liep {number(lasting)}% na {JUDGED_AFTER} maanden nog."
    )
