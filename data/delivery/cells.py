"""Reading cells by the kind of their column, once for every different value."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from data.columns import Column, Kind
from data.contract import code_lists
from data.delivery.area_names import AreaNames
from data.delivery.dates import read_date, read_month
from data.delivery.raw import Cell, shown
from data.delivery.refusal import CellProblem
from data.delivery.suggestions import Suggestions
from data.delivery.text import listed, squash

Typed: TypeAlias = str | int | float | date | tuple[str, ...] | None
Reader: TypeAlias = Callable[[Cell], Typed]

MAX_TALENTS = 5
MAX_COUNT = 1_000_000  # more is a number from another column
_KEY = re.compile(r"[A-Za-z0-9_./-]{1,64}")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+")
_TALENT_SEPARATORS = re.compile(r"[;,|\r\n]+")


def read_column(cells: Sequence[Cell], read: Reader) -> tuple[list[Typed], dict[int, str]]:
    """The typed values of a column and, by row index, the reasons of cells that cannot be read."""
    typed: dict[Cell, Typed] = {}
    wrong: dict[Cell, str] = {}
    for cell in set(cells) - {None}:
        try:
            typed[cell] = read(cell)
        except CellProblem as problem:
            wrong[cell] = str(problem)
    values = [typed.get(cell) for cell in cells]
    if not wrong:
        return values, {}
    return values, {index: wrong[cell] for index, cell in enumerate(cells) if cell in wrong}


def reader(column: Column, names: AreaNames) -> Reader:
    """How a cell of a column is read; every reader raises CellProblem with a Dutch reason."""
    places = {Kind.BUURT: names.buurt, Kind.WIJK: names.wijk, Kind.AREA: names.area}
    if column.kind in places:
        return places[column.kind]
    if column.kind in (Kind.CODE, Kind.CODES):
        return _code_reader(column)
    return _count_reader(column) if column.kind is Kind.COUNT else _READERS[column.kind]


def read_key(cell: Cell) -> str:
    """A key as text: 1 to 64 letters, digits and `- _ . /`."""
    if isinstance(cell, date):
        raise CellProblem(
            "Dit nummer is in Excel een datum geworden. Maak de cel tekst en vul het nummer in."
        )
    if not _KEY.fullmatch(str(cell)):
        raise CellProblem(
            "Dit is geen bruikbaar nummer. Een nummer heeft 1 tot 64 letters, cijfers, - _ . of /."
        )
    return str(cell)


def read_text(cell: Cell) -> str:
    """Any cell as text, with single spaces."""
    return " ".join((shown(cell) or "").split())


def read_number(cell: Cell) -> float:
    """A number in Dutch or English notation: 1.234,5 or 1234.5."""
    text = re.sub(r"\s", "", str(cell))
    if "," in text or _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    if isinstance(cell, date) or not re.fullmatch(r"[+-]?\d{1,15}(?:\.\d+)?", text):
        raise CellProblem("Dit is geen getal. Schrijf het getal in cijfers, zoals 1250 of 0,5.")
    return float(text)


_READERS: dict[Kind, Reader] = {
    Kind.KEY: read_key,
    Kind.REFERENCE: read_key,
    Kind.TEXT: read_text,
    Kind.DATE: read_date,
    Kind.PLANNED_DATE: read_date,
    Kind.MONTH: read_month,
    Kind.NUMBER: read_number,
}


def _count_reader(column: Column) -> Reader:
    def read(cell: Cell) -> int:
        try:
            number = read_number(cell)
        except CellProblem:
            number = 0.0
        if not (number.is_integer() and 1 <= number <= MAX_COUNT):
            raise CellProblem(
                f"Bij {column.label} hoort een heel getal van 1 of meer. Verbeter het getal."
            )
        return int(number)

    return read


def _code_reader(column: Column) -> Reader:
    values = code_lists()[column.refers_to]
    known = {squash(value): value for value in values}
    suggestions = Suggestions(values)

    def read(cell: Cell) -> str:
        value = known.get(squash(str(cell)))
        if value is None:
            hint = suggestions.hint(str(cell)) or f"Kies uit: {listed(list(values), 'of')}."
            raise CellProblem(f"Deze waarde voor {column.label} is niet bekend. {hint}")
        return value

    return read if column.kind is Kind.CODE else _several(read)


def _several(read: Callable[[Cell], str]) -> Reader:
    def read_all(cell: Cell) -> tuple[str, ...]:
        parts = [part for part in _TALENT_SEPARATORS.split(str(cell)) if squash(part)]
        values = tuple(dict.fromkeys(read(part) for part in parts))
        if not 1 <= len(values) <= MAX_TALENTS:
            raise CellProblem(
                f"Een scan noemt 1 tot {MAX_TALENTS} talenten; hier staan er {len(values)}."
                " Verbeter de lijst met talenten."
            )
        return values

    return read_all
