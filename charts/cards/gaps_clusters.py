"""witte_vlekken.clusters: buurten that together differ from the city more than chance explains."""

from dataclasses import dataclass

from analytics import questions
from analytics.answers import Answers
from analytics.gaps.clusters import MEANING, ClusteredBuurt, clusters, meaning
from analytics.gaps.components import Component
from analytics.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.gaps_words import counted, day_words, inside_source, internal, listed
from charts.cards.words import file_words
from data.areas import Level, at_level
from data.dutch import number

ID, TITLE = "witte_vlekken.clusters", "Buurten die samen opvallen"
COLUMNS = (
    Column("Buurt"),
    Column("Wijk"),
    Column("Wat opvalt"),
    Column("Hier"),
    Column("Gemiddelde buurt"),
    Column("Eenheid"),
)


@dataclass(frozen=True)
class Looked:
    """What is looked at: in words, and how its rate is written."""

    words: str
    per: int
    decimals: int

    def text(self, rate: float) -> str:
        """A rate as a reader sees it."""
        return number(rate * self.per, self.decimals)


LOOKED_AT = {
    Component.WAITING: Looked("wachtende inwoners per 1.000 inwoners", 1_000, 1),
    Component.REACH: Looked("passende vrije plekken per wachtende inwoner", 1, 1),
}


@internal(ID, TITLE)
def cluster_list(answers: Answers, view: View) -> Card:
    """The significant clusters of who waits and of what is within reach."""
    day = questions.as_of(view, answers.known)
    found = {
        component: answers.of(clusters, component, day, view.catchment.metres)
        for component in LOOKED_AT
    }
    subtitle = f"{MEANING} · {day_words(view, answers.known)}"
    if not any(found.values()):
        note = "Geen buurten verschillen samen duidelijk van de rest: het kan toeval zijn."
        return Card(ID, TITLE, subtitle, note=note)
    lines = [
        _line(buurt, component, view) for component, buurten in found.items() for buurt in buurten
    ]
    return Card(
        id=ID,
        title=TITLE,
        subtitle=subtitle,
        source=inside_source(view, answers.known, "local Moran, gladgemaakte cijfers per buurt"),
        sentence=_sentence(found),
        file_name=file_words("clusters", view, answers.known),
        indicators=("wachtend", "vrije_plekken"),
        table=Table(TITLE, COLUMNS, lines),
    )


def _sentence(found: dict[Component, tuple[ClusteredBuurt, ...]]) -> str:
    parts = [
        f"{counted(len(buurten), 'buurt', 'buurten')} om {LOOKED_AT[component].words}"
        for component, buurten in found.items()
        if buurten
    ]
    return f"Samen met hun buren vallen op: {listed(parts)}."


def _line(buurt: ClusteredBuurt, component: Component, view: View) -> Line:
    code, looked = buurt.area.code, LOOKED_AT[component]
    return Line(
        [
            buurt.area.name,
            _wijk_of(code),
            meaning(component, buurt.cluster),
            looked.text(buurt.rate),
            looked.text(buurt.mean),
            looked.words,
        ],
        code=code,
        is_chosen=code == view.area,
    )


def _wijk_of(code: str) -> str:
    [parent] = [buurt.parent for buurt in at_level(Level.BUURT) if buurt.code == code]
    [name] = [wijk.name for wijk in at_level(Level.WIJK) if wijk.code == parent]
    return name
