"""Reading workbooks, parquet files and DuckDB files into plain rows."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pyarrow
import pyarrow.parquet
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from data.contract import TABLES
from data.delivery.raw import Cell, clean
from data.delivery.refusal import DeliveryRefused

Sheet = tuple[str, list[list[Cell]]]

# Without these settings DuckDB would try to fetch an extension for a foreign file.
_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def read_workbook(path: Path) -> list[Sheet]:
    """The sheets of an Excel or OpenDocument workbook, from row 1 on.

    Raises DeliveryRefused for a workbook that is damaged or has a password.
    """
    try:
        with CalamineWorkbook.from_path(path) as book:
            return [(name, _rows(book, name)) for name in _sheet_names(book)]
    except PasswordError as error:
        raise DeliveryRefused(
            f"{path.name} heeft een wachtwoord. Sla de werkmap op zonder wachtwoord."
        ) from error
    except (CalamineError, ValueError) as error:
        raise _damaged(path, "werkmap") from error


def _sheet_names(book: CalamineWorkbook) -> list[str]:
    return [sheet.name for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]


def _rows(book: CalamineWorkbook, name: str) -> list[list[Cell]]:
    return _cleaned(book.get_sheet_by_name(name).to_python(skip_empty_area=False))


def _cleaned(rows: Iterable[Iterable[object]]) -> list[list[Cell]]:
    return [[clean(value) for value in row] for row in rows]


def read_parquet(path: Path) -> list[Sheet]:
    """The one table of a parquet file, its column names as the first row.

    Raises DeliveryRefused for a damaged file.
    """
    try:
        table = pyarrow.parquet.read_table(path)
        columns = [column.to_pylist() for column in table.itercolumns()]
    except (pyarrow.ArrowException, ValueError) as error:
        raise _damaged(path, "parquetbestand") from error
    return [(path.stem, [list(table.column_names), *_cleaned(zip(*columns, strict=True))])]


def read_database(path: Path) -> list[Sheet]:
    """The base tables of a DuckDB file, their column names as the first row.

    Of a data file of the dashboard itself only the record tables: the rest is derived from them.
    Raises DeliveryRefused for a file that is damaged, in use, of another kind or with demo data.
    """
    try:
        with duckdb.connect(str(path), read_only=True, config=_CLOSED) as con:
            _refuse_demo(con, path)
            return list(_tables(con))
    except duckdb.Error as error:
        raise DeliveryRefused(
            f"{path.name} kan niet worden geopend als DuckDB-bestand. Het is beschadigd, van een"
            " andere soort of nog in gebruik. Sluit het programma dat het gebruikt of lever CSV."
        ) from error


def _tables(con: duckdb.DuckDBPyConnection) -> Iterator[Sheet]:
    names = con.execute(
        "SELECT table_schema, table_name FROM information_schema.tables"
        " WHERE table_type = 'BASE TABLE' ORDER BY table_schema, table_name"
    ).fetchall()
    wanted = {table.name for table in TABLES} if _is_own_file(con) else {name for _, name in names}
    for schema, name in names:
        if name in wanted:
            result = con.execute(f"SELECT * FROM {_quoted(schema)}.{_quoted(name)}")
            headings: list[Cell] = [column[0] for column in result.description or ()]
            yield name, [headings, *_cleaned(result.fetchall())]


def _refuse_demo(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    # As a delivery, invented data would lose the mark that says so on every page.
    if _is_own_file(con) and con.execute("SELECT 1 FROM meta WHERE is_demo").fetchall():
        raise DeliveryRefused(
            f"{path.name} bevat verzonnen demogegevens. Lever een export van de registratie."
        )


def _is_own_file(con: duckdb.DuckDBPyConnection) -> bool:
    found = con.execute(
        "SELECT 1 FROM information_schema.columns"
        " WHERE table_name = 'meta' AND column_name = 'contract_version'"
    ).fetchall()
    return bool(found)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _damaged(path: Path, kind: str) -> DeliveryRefused:
    return DeliveryRefused(
        f"{path.name} kan niet worden gelezen als {kind}: het bestand is leeg, beschadigd of van"
        " een andere soort. Open het in het programma waar het vandaan komt en sla het opnieuw op."
    )
