"""Reading workbooks into plain rows, from row 1 and column A on."""

from collections.abc import Iterator
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data.delivery.files.limits import MAX_COLUMNS, check_size
from data.delivery.files.old_workbook import look_into
from data.delivery.files.package import Package, SheetFacts, look_through
from data.delivery.files.raw import LONGEST_NUMBER, Cell, Origin, Pool, RawSheet
from data.delivery.files.rows import Rows
from data.grammar import counted, plural
from data.problems import DeliveryRefused

_ZIP = b"PK\x03\x04"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY = 100_000_000  # bytes in which the directory of an old workbook is looked for


def read_workbook(path: Path, name: str, pool: Pool) -> list[RawSheet]:
    """The sheets of an Excel or OpenDocument workbook; hidden ones without rows.

    Raises DeliveryRefused for a workbook that is damaged, too large or has a password.
    """
    with path.open("rb") as file:
        is_package = file.read(len(_ZIP)) == _ZIP
        is_locked = not is_package and _ENCRYPTED in file.read(_DIRECTORY)
    if is_locked:
        raise _locked(name)
    package = look_through(path, name) if is_package else look_into(path)
    try:
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            return [*_sheets(book, name, package, pool)]
    except PasswordError as error:
        raise _locked(name) from error
    except CalamineError as error:
        raise ValueError(str(error)) from error


def _locked(name: str) -> DeliveryRefused:
    return DeliveryRefused(f"{name} heeft een wachtwoord. Sla de werkmap op zonder wachtwoord.")


def _sheets(book: CalamineWorkbook, file: str, package: Package, pool: Pool) -> Iterator[RawSheet]:
    found = [sheet for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
    visible = [sheet for sheet in found if sheet.visible is SheetVisibleEnum.Visible]
    for meta in found:
        is_hidden = meta not in visible
        facts = package.sheets.get(meta.name, SheetFacts())
        sheet = None if is_hidden else book.get_sheet_by_name(meta.name)
        check_size(f"{file}, blad {meta.name}", _width(sheet), MAX_COLUMNS, "kolommen")
        yield RawSheet(
            file=file,
            name=meta.name,
            rows=Rows(_rows(sheet, facts, pool) if sheet else ()),
            origin=Origin.WORKBOOK,
            alone=len(visible) == 1 and not is_hidden,
            merged=tuple(sheet.merged_cell_ranges or ()) if sheet else (),
            from_1904=package.from_1904,
            is_hidden=is_hidden,
            uncalculated=facts.uncalculated,
            remarks=_remarks(facts.hidden_rows),
        )


def _width(sheet: CalamineSheet | None) -> int:
    return sheet.end[1] + 1 if sheet and sheet.end else 0


def _remarks(hidden_rows: int) -> tuple[str, ...]:
    if not hidden_rows:
        return ()
    rows = counted(hidden_rows, "verborgen rij", "verborgen rijen")
    return (f"{rows} {plural(hidden_rows, 'telt', 'tellen')} gewoon mee.",)


def _rows(sheet: CalamineSheet, facts: SheetFacts, pool: Pool) -> Iterator[list[Cell]]:
    left: list[Cell] = [None] * (sheet.start[1] if sheet.start else 0)
    errors: dict[int, dict[int, str]] = {}
    for (row, column), text in facts.errors.items():
        errors.setdefault(row, {})[column] = text
    for index, values in enumerate(sheet.iter_rows()):
        cells = left + [pool.cell(_exact(value)) for value in values]
        for column, text in errors.get(index, {}).items():
            cells += [None] * (column + 1 - len(cells))
            cells[column] = text
        yield cells


def _exact(value: object) -> object:
    # A spreadsheet keeps 15 digits of a number, however it hands them over.
    is_long = isinstance(value, int) and abs(value) >= LONGEST_NUMBER
    return float(value) if isinstance(value, int) and is_long else value
