"""witte_vlekken.clusters: buurten that together differ from the city more than chance explains."""

from collections.abc import Sequence

from analytics.figures.marts import Marts
from analytics.figures.population import population_words, years_of
from analytics.gaps.clusters import MEANING, SENTENCES, ClusteredBuurt, clusters
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.gaps.words import day_words, inside_source, internal, names
from charts.cards.words import file_words
from data.grammar import counted, plural
from data.reference.areas import Level

ID, TITLE = "witte_vlekken.clusters", "Buurten die samen opvallen"
PER = 1_000
COLUMNS = (
    Column("Buurt"),
    Column("Wijk"),
    Column("Wat opvalt"),
    Column("Wachtend per 1.000 inwoners", 1),
    Column("Gemiddelde buurt", 1),
)


@internal(ID, TITLE)
def cluster_list(answers: Answers, view: View) -> Card:
    """The significant clusters of who waits, in the chosen area or in all the city."""
    place, day = questions.area(view, answers.known), questions.as_of(view, answers.known)
    inside = answers.of(_buurten, place.code)
    found = [buurt for buurt in answers.of(clusters, day) if buurt.area.code in inside]
    subtitle = f"{MEANING} · {day_words(view, answers.known)}"
    if not found:
        return Card(ID, TITLE, subtitle, note=_nothing(place.in_sentence, len(inside)))
    return Card(
        id=ID,
        title=TITLE,
        subtitle=subtitle,
        source=inside_source(
            view,
            answers.known,
            population_words(years_of(answers.known.years, [day])),
            "local Moran, gladgemaakte cijfers per buurt",
        ),
        sentence=_sentence(place.in_sentence, found),
        file_name=file_words("clusters", view, answers.known),
        indicators=("wachtend",),
        table=Table(TITLE, COLUMNS, [_line(answers, buurt, view) for buurt in found]),
    )


def _buurten(marts: Marts, area: str) -> set[str]:
    return marts.inside(Level.BUURT, area)


def _nothing(where: str, amount: int) -> str:
    if amount == 1:
        return (
            f"{where} verschilt samen met de buurten eromheen niet duidelijk van de rest:"
            " het kan toeval zijn."
        )
    return f"In {where} verschillen geen buurten samen duidelijk van de rest: het kan toeval zijn."


def _sentence(where: str, found: Sequence[ClusteredBuurt]) -> str:
    amount = len(found)
    return (
        f"In {where} {plural(amount, 'valt', 'vallen')} {counted(amount, 'buurt', 'buurten')} samen"
        " met de buurten eromheen op, om hoeveel inwoners er wachten."
    )


def _line(answers: Answers, buurt: ClusteredBuurt, view: View) -> Line:
    code = buurt.area.code
    return Line(
        [
            buurt.area.name,
            names(answers)[answers.known.areas[code].parent],
            SENTENCES[buurt.cluster],
            buurt.rate * PER,
            buurt.mean * PER,
        ],
        code=code,
        is_chosen=code == view.area,
    )
