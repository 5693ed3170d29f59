"""What has to be asked before a delivery can be read, with the mapping line that answers it.

A question is data: a page can show it as a choice, the command line prints it as a sentence.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from data.contract.columns import Column, Kind, Table
from data.contract.tables import SCAN_TALENTS, SCANS, TABLES
from data.delivery.files.coded import Coded
from data.delivery.files.raw import Cell
from data.delivery.reading.dates import is_date
from data.delivery.recognition.blocks import merged_headings
from data.delivery.recognition.headings import LocatedSheet, suits
from data.delivery.recognition.likeness import likeness
from data.delivery.recognition.mapping import SKIPPED
from data.delivery.recognition.vocabulary import Heading, Vocabulary
from data.delivery.text import squash, words
from data.grammar import listed
from data.problems import DeliveryRefused
from data.reference.code_lists import code_lists

# More than one heading may give these: a buurt by name and by postcode, a key and its old number.
_SEVERAL_SOURCES = (Kind.BUURT, Kind.WIJK, Kind.AREA, Kind.KEY, Kind.REFERENCE)
_DAYS = (Kind.DATE, Kind.PLANNED_DATE)
_OF_THE_SYSTEM = frozenset(  # dates of the registration itself
    (
        *("gewijzigd", "wijziging", "mutatie", "mutatiedatum", "aangemaakt", "aanmaakdatum"),
        *("created", "modified", "updated", "changed", "invoer", "invoerdatum", "export"),
        *("exportdatum", "registratie", "registratiedatum", "bijgewerkt", "timestamp"),
    )
)
_ASKED_AT_MOST = 5
_SHOWN_HEADINGS = 30


@dataclass(frozen=True)
class Question:
    """A column that is missing and the heading that may be it.

    `yes` and `no` are the lines of a mapping file that answer it.
    """

    sheet: str
    table: str
    column: str
    heading: str
    yes: str
    no: str

    def text(self) -> str:
        """The question in Dutch, with the two answers to paste."""
        label = next(table for table in TABLES if table.name == self.table).column(self.column)
        return (
            f"{self.sheet}: de kolom {label.headings[0]} ontbreekt, maar de kop"
            f" {self.heading} lijkt erop. Is dat de {label.label}? Zet dan in een bestand bij"
            f" --mapping de regel {self.yes}. Zo niet, zet er dan {self.no}."
        )


def questions(sheet: LocatedSheet, vocabulary: Vocabulary) -> list[Question]:
    """The questions about the optional columns that a recognised sheet does not have."""
    table = sheet.table
    if table is None:
        return []
    missing = [c for c in table.columns if not c.required and c.name not in sheet.columns]
    unknown = [
        heading
        for heading in sheet.unknown_headings()
        if not vocabulary.in_contract(table, heading.text)
        and not vocabulary.is_skipped(table, heading.text)
        and sheet.is_filled(heading.position)
    ]
    pairs = ((_column_like(sheet, heading, missing), heading) for heading in unknown)
    return [_question(sheet, table, column, heading) for column, heading in pairs if column]


def _column_like(sheet: LocatedSheet, heading: Heading, missing: Sequence[Column]) -> Column | None:
    assert sheet.table
    like = likeness(heading.text, sheet.table, [column.name for column in missing])
    if like and suits(sheet, heading, sheet.table.column(like.column).kind):
        return sheet.table.column(like.column)
    cells = sheet.raw.column(heading.position, sheet.header + 1)
    is_of_the_system = not _OF_THE_SYSTEM.isdisjoint(words(heading.text))
    fitting = (column for column in missing if _is_like_the_cells(column, cells))
    return None if is_of_the_system else next(fitting, None)


def _is_like_the_cells(column: Column, cells: Coded[Cell]) -> bool:
    if column.kind is Kind.DATE:
        return _mostly(cells, _is_written_date)
    if column.kind is Kind.CODE:
        return _mostly(cells, lambda cell: squash(str(cell)) in _codes(column.refers_to))
    return False


def _mostly(cells: Coded[Cell], test: Callable[[Cell], bool]) -> bool:
    return 2 * len(cells.rows(test)) > sum(cells.counts())


def _is_written_date(cell: Cell) -> bool:
    return not isinstance(cell, int | float) and is_date(cell)  # a number may be anything


@cache
def _codes(name: str) -> frozenset[str]:
    return frozenset(squash(value) for value in code_lists()[name])


def _question(sheet: LocatedSheet, table: Table, column: Column, heading: Heading) -> Question:
    text = '"' + heading.text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return Question(
        sheet=sheet.raw.title(),
        table=table.name,
        column=column.name,
        heading=heading.text,
        yes=f"{table.name}.{column.name} = {text}",
        no=f"{table.name}.{SKIPPED} = [{text}]",
    )


def check_complete(sheets: Sequence[LocatedSheet], vocabulary: Vocabulary) -> None:
    """Raises DeliveryRefused when no sheet is recognised, or a recognised one cannot be used."""
    if not any(sheet.table for sheet in sheets):
        names = _shortly([sheet.raw.title() for sheet in sheets])
        raise DeliveryRefused(
            f"Geen enkel blad is herkend (gelezen: {names}). Verwacht worden bladen of bestanden"
            f" met de naam {listed([table.sheets[0] for table in TABLES], 'of')}. Of zet in een"
            ' bestand bij --mapping welk blad welke tabel is, zoals scans.bladen = ["naam"].'
        )
    has_talents = any(sheet.table is SCAN_TALENTS for sheet in sheets)
    for sheet in sheets:
        if sheet.table:
            _check_columns(sheet, sheet.table, vocabulary, has_talents=has_talents)
            _check_single(sheet, sheet.table)
            _check_merged(sheet)
            _check_calculated(sheet)
    _check_asked([asked for sheet in sheets for asked in questions(sheet, vocabulary)])


def _check_asked(asked: Sequence[Question]) -> None:
    if asked:
        texts = [question.text() for question in asked[:_ASKED_AT_MOST]]
        raise DeliveryRefused(" ".join(texts) + " Er is niets overgenomen.")


def _check_columns(
    sheet: LocatedSheet, table: Table, vocabulary: Vocabulary, *, has_talents: bool
) -> None:
    elsewhere = "talents" if has_talents and table is SCANS else ""
    missing = [name for name in sheet.missing() if name != elsewhere]
    if missing:
        found = _shortly([heading.text for heading in sheet.headings()]) or "geen"
        expected = [table.column(name).headings[0] for name in missing]
        raise DeliveryRefused(
            f"{sheet.raw.title()} is gelezen als {table.label}, maar mist: {listed(expected)}."
            f" Gevonden koppen: {found}."
            f" Verwachte koppen: {listed([c.headings[0] for c in table.columns if c.required])}."
            " Verbeter de koppen of geef ze op in een bestand bij --mapping"
            f"{_example(sheet, table, missing, vocabulary)}."
        )


def _shortly(texts: list[str]) -> str:
    more = len(texts) - _SHOWN_HEADINGS
    return listed([*texts[:_SHOWN_HEADINGS], *([f"nog {more}"] if more > 0 else [])])


def _example(
    sheet: LocatedSheet, table: Table, missing: Sequence[str], vocabulary: Vocabulary
) -> str:
    lines = [
        _question(sheet, table, table.column(like.column), heading).yes
        for heading in sheet.unknown_headings()
        if not vocabulary.in_contract(table, heading.text)
        if (like := likeness(heading.text, table, missing))
    ]
    return f", bijvoorbeeld met de regel {lines[0]}" if lines else ""


def _check_single(sheet: LocatedSheet, table: Table) -> None:
    for name, found in sheet.columns.items():
        may_be_several = table.column(name).kind in _SEVERAL_SOURCES
        are_different = len({squash(heading.text) for heading in found}) == len(found)
        if len(found) > 1 and not (may_be_several and are_different):
            texts = listed([heading.text for heading in found])
            raise DeliveryRefused(
                f"{sheet.raw.title()} heeft meer dan een kolom voor {table.column(name).label}:"
                f" {texts}. Haal er een weg of kies de kop in een bestand bij --mapping."
            )


def _check_merged(sheet: LocatedSheet) -> None:
    for left, right in merged_headings(sheet.raw, sheet.header):
        if any(sheet.is_filled(position) for position in range(left + 1, right + 1)) and not any(
            heading.position in range(left + 1, right + 1) for heading in sheet.headings()
        ):
            columns = f"{sheet.raw.letters(left)} tot en met {sheet.raw.letters(right)}"
            raise DeliveryRefused(
                f"In {sheet.raw.title()}, rij {sheet.header + 1} is een kop samengevoegd over de"
                f" kolommen {columns}. Geef elke kolom een eigen kop en lever opnieuw aan."
            )


def _check_calculated(sheet: LocatedSheet) -> None:
    if sheet.raw.uncalculated:
        raise DeliveryRefused(
            f"In {sheet.raw.title()} staan formules zonder uitkomst, zoals in cel"
            f" {sheet.raw.uncalculated}. Open de werkmap in Excel, sla haar op en lever opnieuw"
            " aan."
        )
