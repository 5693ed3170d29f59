"""Every branch of the sentences of clusters, and the columns of every list of Witte vlekken."""

from datetime import date

import pytest

from analytics.gaps.clusters import Cluster, ClusteredBuurt, clusters, compared
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from analytics.scope.view import View
from charts.cards import CARDS
from charts.cards.gaps.clusters import cluster_list
from data.reference.areas import Level
from tests.charts.cards.conftest import Tell
from tests.charts.cards.gaps.made import IN_LAAK, LAKERLOPEN, VILLAPARK


def clustered(code: str, name: str, cluster: Cluster = Cluster.HIGH) -> ClusteredBuurt:
    return ClusteredBuurt(NamedArea(Level.BUURT, code, name), cluster, 0.0061, 0.0021)


def test_where_little_is_known_chance_is_not_named(tell: Tell) -> None:
    little = tell({clusters: [], compared: frozenset({LAKERLOPEN})})
    said = "Hier is nog te weinig bekend om te zeggen of buurten samen opvallen."
    assert cluster_list(Scope(little, View(area=VILLAPARK))).note == said
    assert "kan toeval zijn" in cluster_list(Scope(little, IN_LAAK)).note


@pytest.mark.parametrize(
    ("view", "found", "said"),
    [
        (
            View(),
            [],
            "In Eindhoven verschillen geen buurten samen duidelijk van de rest:"
            " het kan toeval zijn.",
        ),
        (
            View(as_of=date(2017, 9, 3)),
            [],
            "In Eindhoven is Buurt in Bloei op 3 september 2017 nog niet gestart.",
        ),
        (
            View(area=LAKERLOPEN),
            [clustered(VILLAPARK, "Villapark")],
            "Lakerlopen verschilt samen met de buurten eromheen niet duidelijk van de rest:"
            " het kan toeval zijn.",
        ),
        (
            View(),
            [clustered(LAKERLOPEN, "Lakerlopen")],
            "In Eindhoven valt 1 buurt samen met de buurten eromheen op, om hoeveel inwoners er"
            " wachten.",
        ),
        (
            IN_LAAK,
            [clustered(LAKERLOPEN, "Lakerlopen"), clustered(VILLAPARK, "Villapark")],
            "In De Laak vallen 2 buurten samen met de buurten eromheen op, om hoeveel inwoners er"
            " wachten.",
        ),
    ],
)
def test_clusters(tell: Tell, view: View, found: list[ClusteredBuurt], said: str) -> None:
    known = frozenset({LAKERLOPEN, VILLAPARK})
    card = cluster_list(Scope(tell({clusters: found, compared: known}), view))
    assert (card.sentence or card.note) == said
    if card.table:
        meaning = "Hier en in de buurten eromheen wachten veel inwoners."
        row = ["Lakerlopen", "De Laak", meaning, pytest.approx(6.1), pytest.approx(2.1)]
        assert card.table.lines[0].cells == row
        assert "inwoners begin 2021" in card.source
        assert not any(line.is_chosen for line in card.table.lines)


def test_the_chosen_buurt_is_marked_among_clusters(tell: Tell) -> None:
    found = [clustered(LAKERLOPEN, "Lakerlopen")]
    table = cluster_list(Scope(tell({clusters: found}), View(area=LAKERLOPEN))).table
    assert table
    assert [line.is_chosen for line in table.lines] == [True]


# Of every list: each column with the decimals of its numbers (None: words).
COLUMNS: dict[str, list[tuple[str, int | None]]] = {
    "advies": [
        *(("Stap", 0), ("Buurt", None), ("Talent", None)),
        *(("Erbij", 0), ("Samen", 0), ("Wachten binnen bereik", 0), ("Andere even goed", 0)),
    ],
    "stromen": [("Van", None), ("Naar", None), ("Matches", 0), ("Deel (%)", 0)],
    "vraag_en_aanbod": [
        *(("Wijk", None), ("Talent", None)),
        *(("Wachtend in het gebied", 0), ("Vrij in het gebied", 0)),
        *(("Wachtend binnen bereik", 0), ("Vrij binnen bereik", 0)),
        *(("Verschil", 0), ("Vrij per wachtende", 1)),
    ],
    "vrije_plekken": [
        *(("Ontwikkelplaats", None), ("Buurt", None), ("Vrij", 0), ("Km", 1)),
        *(("Talent", None), ("Soort", None), ("Sector", None)),
    ],
    "wachtenden": [
        *(("Buurt", None), ("Talent", None), ("Wachtend", 0)),
        *(("Langer dan 90 dagen", 0), ("Langste (dagen)", 0)),
    ],
    "rangorde": [
        *(("Nr.", 0), ("Wijk", None), ("Index", 2), ("Plaats tussen", None)),
        *(("Zeker?", None), ("Drie redenen", None)),
    ],
    "deuren": [
        *(("Ontwikkelplaats", None), ("Buurt", None), ("Sector", None)),
        *(("Vragen om een plek voor", None), ("Waarom daar", None)),
        *(("Erbij", 0), ("Vrij", 0), ("Km", 1), ("Gebied", None), ("Wat daar speelt", None)),
    ],
    "ontwikkelplaatsen": [
        *(("Ontwikkelplaats", None), ("Buurt", None), ("Sector", None)),
        *(("Vragen om een plek voor", None), ("Waarom hier", None)),
        *(("Matches", 0), ("Vrij voor dit talent", 0), ("Km", 1)),
    ],
}


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_of_a_list(answers: Answers, name: str) -> None:
    table = CARDS[f"witte_vlekken.{name}"](Scope(answers, View())).table
    assert table
    found = [(column.heading, column.decimals) for column in table.columns]
    assert found == COLUMNS[name]
