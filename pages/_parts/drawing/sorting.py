"""The order of a table as a reader wants it, as it stands in the address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.card import Line

_CODE = re.compile(r"(?P<card>[\w.-]+)~(?P<column>\d{1,2})~(?P<way>op|af)")


@dataclass(frozen=True)
class Order:
    """By which column of which card a table is ordered; highest first when it goes down."""

    card: str
    column: int
    is_down: bool

    @property
    def code(self) -> str:
        """The order in an address: overzicht.tabel~3~af."""
        return f"{self.card}~{self.column}~{'af' if self.is_down else 'op'}"


def order_of(code: str, card: str) -> Order | None:
    """The order of a card in an address; None when it names another card, or nothing."""
    found = _CODE.fullmatch(code)
    if found is None or found["card"] != card:
        return None
    return Order(card, int(found["column"]), found["way"] == "af")


def next_order(order: Order | None, card: str, column: int, *, is_number: bool) -> Order:
    """What a click on a heading asks: numbers from high to low first, names from A to Z."""
    if order is not None and order.column == column:
        return Order(card, column, not order.is_down)
    return Order(card, column, is_number)


def ordered(lines: Sequence[Line], order: Order | None) -> list[Line]:
    """The lines in that order; those without a figure come last, whatever the order."""
    if order is None or not lines or order.column >= len(lines[0].cells):
        return list(lines)
    known = [line for line in lines if _has_figure(line, order.column, lines)]
    rest = [line for line in lines if not _has_figure(line, order.column, lines)]
    return [*sorted(known, key=lambda line: _key(line, order.column), reverse=order.is_down), *rest]


def _has_figure(line: Line, column: int, lines: Sequence[Line]) -> bool:
    """In a column of numbers or days a word tells why there is none."""
    cell = line.cells[column]
    return cell is not None and (not isinstance(cell, str) or _is_text(column, lines))


def _is_text(column: int, lines: Sequence[Line]) -> bool:
    return all(isinstance(line.cells[column], str | None) for line in lines)


def _key(line: Line, column: int) -> tuple[float, str]:
    cell = line.cells[column]
    if isinstance(cell, date):
        return float(cell.toordinal()), ""
    return (float(cell), "") if isinstance(cell, int | float) else (0.0, str(cell).casefold())
