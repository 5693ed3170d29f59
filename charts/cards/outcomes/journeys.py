"""uitkomsten.trechter: the way of residents from a scan to a match that lasts."""

from dataclasses import replace

from analytics.catalog import find
from analytics.figures.durations import Way, journey
from analytics.scope.scope import Scope
from analytics.scope.windows import Window
from analytics.statistics.spells import Spell
from analytics.statistics.survival import Interval
from charts.card import Card, Column, Kind, Line, Table, Value, empty
from charts.cards.chosen import advice
from charts.cards.outcomes import spans
from charts.registry import card
from data.dutch import number
from data.grammar import are, counted

TITLE = "Van scan naar een match die blijft"
JUDGED_AFTER = 3  # months
INDICATORS = ("inwoners_bereikt", "matches", "nog_lopend_na_3_maanden")
FEW = "Hier zijn nog te weinig inwoners met een scan."


@card("uitkomsten.trechter", TITLE)
def journey_table(scope: Scope) -> Card:
    """Residents from scan to match, start, and still running after a while."""
    question = replace(spans.asked(scope, Spell.WAIT), since=None)
    found = scope.of(journey, question, JUDGED_AFTER)
    if found is None:
        return empty(FEW + advice(scope, has_period=False))
    words = spans.about(scope, journey_words(found), Window.ALL)
    return Card(
        subtitle="inwoners, ieder met de eerste scan en de eerste match"
        f" · {spans.scope_words(scope, Window.ALL)}",
        source=f"{scope.source(find(INDICATORS[0]))} · {_young_words(found)}",
        alt=words,
        sentence=words,
        file_name=scope.file_name("trechter"),
        indicators=INDICATORS,
        table=_journey_lines(found),
    )


def _young_words(way: Way) -> str:
    young = way.counts.started - way.counts.judged
    if not young:
        return "alle gestarte matches tellen mee in de laatste stap"
    words = f"{counted(young, 'match', 'matches')} {are(young)}"
    return f"{words} te jong voor de laatste stap en daar weggelaten"


def _journey_lines(way: Way) -> Table:
    found = way.counts
    columns = [Column("Stap"), Column("Inwoners", 0, has_bars=True)]
    columns += [Column("Van de", 0, kind=Kind.FOLLOWED), Column("Procent", 0, kind=Kind.PERCENT)]
    lasting = found.still_running if way.lasting else spans.TOO_FEW
    rows: list[list[Value]] = [
        ["Talentenscan gedaan", found.scanned, found.scanned, float(spans.PERCENT)],
        ["Match gemaakt", found.matched, found.scanned, _percent(way.matched)],
        ["Match gestart (startdag bekend)", found.started, found.matched, _percent(way.started)],
        [f"Loopt na {JUDGED_AFTER} maanden nog", lasting, found.judged, _percent(way.lasting)],
    ]
    return Table(TITLE, columns, [Line(row) for row in rows])


def _percent(found: Interval | None) -> Value:
    return spans.PERCENT * found.value if found else spans.TOO_FEW


def journey_words(way: Way) -> str:
    """How many residents with a scan got a match, and how many of those matches last."""
    found = way.counts
    words = (
        f"Van de {counted(found.scanned, 'inwoner', 'inwoners')} met een scan kreeg"
        f" {number(spans.PERCENT * way.matched.value)}% een match."
    )
    if way.lasting is None:
        return (
            f"{words} Te weinig eerste matches zijn minstens {JUDGED_AFTER} maanden geleden gestart"
            " om te zeggen of ze blijven."
        )
    return (
        f"{words} Van de {number(found.judged)} eerste matches die minstens {JUDGED_AFTER} maanden"
        f" geleden zijn gestart, liep {number(spans.PERCENT * way.lasting.value)}%"
        f" na {JUDGED_AFTER} maanden nog."
    )
