"""Reading cells by the kind of their column, once for every different value."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeAlias

from data.contract.columns import Column, Kind
from data.delivery.files.coded import Coded
from data.delivery.files.raw import LONGEST_NUMBER, Cell, shown
from data.delivery.reading.ages import age_band
from data.delivery.reading.area_names import AreaNames
from data.delivery.reading.dates import USUAL, Style, read_date, read_month
from data.delivery.reading.numbers import Notation, read_number
from data.delivery.reading.suggestions import Suggestions
from data.delivery.refusal import CellProblem
from data.delivery.text import squash
from data.grammar import listed
from data.plain import plain
from data.reference.code_lists import code_lists

Typed: TypeAlias = str | int | float | date | tuple[str, ...] | None
Reader: TypeAlias = Callable[[Cell], Typed]

MAX_TALENTS = 5
MAX_COUNT = 1_000_000  # more is a number from another column
_KEY = re.compile(r"[A-Za-z0-9_./-]{1,64}")
_USUAL_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_./-]{0,63}")  # nothing that a program made of a number
_TALENT_SEPARATORS = re.compile(r"[;,|\r\n]+")
_AGES = "age_band"
_DECIMAL_COMMA = re.compile(r"^(\d+),(0+)$")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,3}")
_EXCEL_ERROR = re.compile(r"#[A-Za-z0-9/ÀÈ]+[!?]|#{3,}|Err:\d{3}")
TOO_LONG = (
    "Dit nummer is te lang voor een getal: de laatste cijfers zijn weg. Maak de kolom tekst in het"
    " programma waar zij vandaan komt en lever opnieuw aan."
)


@dataclass(frozen=True)
class Notations:
    """How a column of one sheet writes its dates and numbers."""

    dates: Style = USUAL
    numbers: Notation = Notation.UNKNOWN


def read_column(cells: Coded[Cell], read: Reader) -> tuple[Coded[Typed], dict[int, str]]:
    """The typed values of a column and, by row index, the reasons of cells that cannot be read."""
    wrong: dict[Cell, str] = {}

    def typed(cell: Cell) -> Typed:
        try:
            _refuse_error(cell)
            return read(cell)
        except CellProblem as problem:
            wrong[cell] = str(problem)
            return None

    values = cells.mapped(typed)
    return values, {row: wrong[cells[row]] for row in cells.rows(wrong.__contains__)}


def _refuse_error(cell: Cell) -> None:
    if isinstance(cell, str) and _EXCEL_ERROR.fullmatch(cell):
        raise CellProblem(
            f"In deze cel staat een fout van Excel ({cell}). Verbeter de formule of leeg de cel."
        )


def reader(column: Column, names: AreaNames, notations: Notations = Notations()) -> Reader:
    """How a cell of a column is read; every reader raises CellProblem with a Dutch reason."""
    places = {Kind.BUURT: names.buurt, Kind.WIJK: names.wijk, Kind.AREA: names.area}
    if column.kind in places:
        return places[column.kind]
    if column.kind in (Kind.CODE, Kind.CODES):
        return _code_reader(column)
    return _count_reader(column) if column.kind is Kind.COUNT else _plain(column.kind, notations)


def _plain(kind: Kind, notations: Notations) -> Reader:
    if kind in (Kind.DATE, Kind.PLANNED_DATE):
        return partial(read_date, style=notations.dates)
    if kind is Kind.MONTH:
        return partial(read_month, style=notations.dates)
    if kind is Kind.NUMBER:
        return partial(read_number, notation=notations.numbers)
    return read_text if kind is Kind.TEXT else read_key


def read_key(cell: Cell) -> str:
    """A key as text: 1 to 64 letters, digits and `- _ . /`."""
    if isinstance(cell, str) and _USUAL_KEY.fullmatch(cell):
        return cell
    if isinstance(cell, date):
        raise CellProblem(
            "Dit nummer is in Excel een datum geworden. Maak de cel tekst en vul het nummer in."
        )
    text = str(cell).removeprefix("'")  # the sign with which Excel keeps a number as text
    if _SCIENTIFIC.fullmatch(text) or (isinstance(cell, float) and abs(cell) >= LONGEST_NUMBER):
        raise CellProblem(TOO_LONG)
    text = _DECIMAL_COMMA.sub(r"\1.\2", text)
    if not _KEY.fullmatch(text):
        raise CellProblem(
            "Dit is geen bruikbaar nummer. Een nummer heeft 1 tot 64 letters, cijfers, - _ . of /."
        )
    return text


def read_text(cell: Cell) -> str:
    """Any cell as text in one line, without signs that steer a program or that nobody can see."""
    text = plain(shown(cell) or "")
    if not text:
        raise CellProblem(
            "In deze cel staan alleen tekens die niemand kan zien. Vul haar opnieuw in."
        )
    return text


def _count_reader(column: Column) -> Reader:
    def read(cell: Cell) -> int:
        try:
            number = read_number(cell, whole=True)
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
        if value is None and column.refers_to == _AGES:
            value = age_band(str(cell))
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
