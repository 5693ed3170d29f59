"""witte_vlekken.clusters: buurten that together differ from the city more than chance explains."""

from collections.abc import Sequence

from analytics.figures.doors.marts import Audience, Marts
from analytics.figures.population import population_words, years_of
from analytics.gaps.clusters import MEANING, SENTENCES, ClusteredBuurt, clusters, compared
from analytics.scope.scope import Scope
from charts.card import Card, Column, Line, Table, empty
from charts.cards.gaps.words import names, not_started
from charts.cards.inside import inside_source, place_and_day
from charts.registry import card
from data.grammar import counted, plural
from data.reference.areas import Level

TITLE = "Buurten die samen opvallen"
LITTLE_KNOWN = "Hier is nog te weinig bekend om te zeggen of buurten samen opvallen."
PER = 1_000
COLUMNS = (
    Column("Buurt"),
    Column("Wijk"),
    Column("Wat opvalt"),
    Column("Wachtend per 1.000 inwoners", 1),
    Column("Gemiddelde buurt", 1),
)


@card("witte_vlekken.clusters", TITLE, Audience.INTERN)
def cluster_list(scope: Scope) -> Card:
    """The significant clusters of who waits, in the chosen area or in all the city."""
    place, day = scope.area, scope.day
    inside = scope.of(_buurten, place.code)
    found = [buurt for buurt in scope.of(clusters, day) if buurt.area.code in inside]
    subtitle = f"{MEANING} · {place_and_day(scope)}"
    if not found:
        is_known = not inside.isdisjoint(scope.of(compared, day))
        nothing = _nothing(place.in_sentence, len(inside)) if is_known else LITTLE_KNOWN
        return empty(not_started(scope) or nothing, subtitle=subtitle)
    return Card(
        subtitle=subtitle,
        source=inside_source(
            scope,
            population_words(years_of(scope.known.years, [day])),
            "local Moran, gladgemaakte cijfers per buurt",
        ),
        sentence=_sentence(place.in_sentence, found),
        file_name=scope.file_name("clusters"),
        indicators=("wachtend",),
        table=Table(TITLE, COLUMNS, [_line(scope, buurt) for buurt in found]),
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


def _line(scope: Scope, buurt: ClusteredBuurt) -> Line:
    code = buurt.area.code
    return Line(
        [
            buurt.area.name,
            names(scope)[scope.known.areas[code].parent],
            SENTENCES[buurt.cluster],
            buurt.rate * PER,
            buurt.mean * PER,
        ],
        code=code,
        is_chosen=code == scope.view.area,
    )
