"""A card with the selection that it was made for, as the rules read it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from analytics.scope.answers import DirectAnswers
from analytics.scope.areas import NamedArea
from analytics.scope.view import Known, View
from charts.card import Card, Column, Value
from charts.cells import cell_text
from charts.tabulate import table_of
from data.reference.areas import Level

LEVELS = (Level.STADSDEEL, Level.WIJK, Level.BUURT, Level.TEAM)
LEAST = 5  # followed, or counted: of fewer nothing is said
FEW = 12  # numbers of a sentence up to this count things that stand there, as "12 maanden"


@dataclass(frozen=True)
class Seen:
    """A card with the selection that it was made for."""

    card: Card
    view: View
    place: NamedArea
    known: Known
    answers: DirectAnswers

    @property
    def words(self) -> str:
        """All that stands around the figures."""
        card = self.card
        texts = (card.title, card.subtitle, card.sentence, card.note, card.alt, card.source)
        return " ¶ ".join(filter(None, texts))

    @property
    def cells(self) -> list[list[str]]:
        """The texts of the table of the card, a minus as a sentence writes it."""
        table = table_of(self.card)
        if table is None:
            return []
        return [
            [text_of(cell, column) for cell, column in zip(line.cells, table.columns, strict=True)]
            for line in table.lines
        ]


def text_of(cell: Value, column: Column) -> str:
    return re.sub(r"(?<!\w)-(?=\d)", "−", cell_text(cell, column))


Rule = Callable[[Seen], list[str]]
