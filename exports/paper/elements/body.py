"""What a kind of picture hands to the sheet: its drawing, and the keys of its legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.layout.keys import Key
from exports.paper.elements.shapes import Element


@dataclass(frozen=True)
class Body:
    """A drawing as wide as the sheet's text, from (0, 0) down to `height`."""

    drawing: Element
    height: float
    keys: Sequence[Key] = ()
