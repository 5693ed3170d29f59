"""The mapping file: headings of an organisation's own, per table and column (TOML or JSON).

Beside its columns a table has the names of sheets that are that table (`bladen`).
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from data.contract.columns import Table
from data.contract.tables import TABLES
from data.delivery.recognition.sheet_names import sheet_key
from data.delivery.text import squash
from data.file.whole import replace
from data.problems import DeliveryRefused

SKIPPED = "overslaan"  # beside the columns of a table: headings that are left out on purpose
SHEETS = "bladen"  # and the names of sheets or files that are that table
NO_TABLE = "geen"  # in the place of a table: sheets that are not read

_ORDINARY = 0o644

OwnHeadings: TypeAlias = Mapping[tuple[str, str], tuple[str, ...]]


def kept_mapping(target: Path) -> Path:
    """Where the own headings are kept for the deliveries of a data file: beside it."""
    return target.with_name(f"{target.stem}.koppen.toml")


def read_mapping(path: Path) -> OwnHeadings:
    """The headings that the file adds, by (table, column).

    Raises DeliveryRefused for a file that is missing or damaged, or that names an unknown table
    or column, or one heading for two columns.
    """
    headings: dict[tuple[str, str], tuple[str, ...]] = {}
    for table_name, columns in _content(path).items():
        table = None if table_name == NO_TABLE else _table(path, table_name)
        if not isinstance(columns, dict):
            raise _unusable(path, f"bij {table_name} horen kolommen met hun kop")
        name = table.name if table else NO_TABLE
        known = [*(column.name for column in table.columns), SKIPPED] if table else []
        for column, own in columns.items():
            _check_column(path, name, known, column)
            headings[name, column] = _headings(path, column, own)
        _check_unique(path, name, headings)
    _check_sheets(path, headings)
    return headings


def with_sheet(own: OwnHeadings, sheet: str, table: str) -> OwnHeadings:
    """The headings with the choice that a sheet of that name is a table ("": it is not read).

    >>> with_sheet({("geen", "bladen"): ("Lijst",)}, "Lijst", "scans")
    {('scans', 'bladen'): ('Lijst',)}
    """
    kept = {
        place: tuple(
            text for text in texts if place[1] != SHEETS or sheet_key(text) != sheet_key(sheet)
        )
        for place, texts in own.items()
    }
    place = table or NO_TABLE, SHEETS
    chosen = {**kept, place: (*kept.get(place, ()), sheet)}
    return {place: texts for place, texts in chosen.items() if texts}


def with_choice(own: OwnHeadings, table: str, heading: str, column: str) -> OwnHeadings:
    """The headings with one more choice: that heading is that column ("": it is left out).

    >>> with_choice({("scans", "scan_id"): ("Nr",)}, "scans", "Nr", "resident_id")
    {('scans', 'resident_id'): ('Nr',)}
    """
    kept = {
        place: tuple(text for text in texts if place[0] != table or squash(text) != squash(heading))
        for place, texts in own.items()
    }
    place = table, column or SKIPPED
    chosen = {**kept, place: (*kept.get(place, ()), heading)}
    return {place: texts for place, texts in chosen.items() if texts}


def write_mapping(path: Path, own: OwnHeadings) -> None:
    """Keeps headings as a mapping file (TOML). OSError; DeliveryRefused when two choices clash."""
    lines = [
        f"{table}.{column} = [{', '.join(_quoted(text) for text in texts)}]"
        for (table, column), texts in sorted(own.items())
    ]
    with TemporaryDirectory() as folder:
        trial = Path(folder) / path.name
        trial.write_text("\n".join([*lines, ""]), encoding="utf-8")
        read_mapping(trial)
        replace(path, trial.read_bytes(), _ORDINARY)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _content(path: Path) -> dict[str, object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = json.loads(text) if path.suffix.casefold() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise _unusable(path, "het bestand kan niet worden geopend") from error
    except ValueError as error:
        raise _unusable(path, f"het is geen geldig TOML of JSON ({error})") from error
    except RecursionError as error:
        raise _unusable(path, "er staan te veel haken in elkaar") from error
    if not isinstance(content, dict):
        raise _unusable(path, "het bestand moet per tabel de kolommen noemen")
    return content


def _check_sheets(path: Path, own: OwnHeadings) -> None:
    used: dict[str, str] = {}
    for (table, column), texts in own.items():
        for text in texts if column == SHEETS else ():
            other = used.setdefault(sheet_key(text), table)
            if other != table:
                raise _unusable(
                    path, f"het blad {text} hoort bij twee tabellen: {other} en {table}"
                )


def _table(path: Path, name: str) -> Table:
    for table in TABLES:
        if squash(name) in {squash(known) for known in (table.name, *table.sheets)}:
            return table
    known = ", ".join(table.name for table in TABLES)
    raise _unusable(path, f"de tabel {name} bestaat niet; kies uit {known}")


def _check_column(path: Path, table: str, columns: Sequence[str], column: str) -> None:
    known = [*columns, SHEETS]
    if column not in known:
        raise _unusable(path, f"{table} heeft geen kolom {column}; kies uit {', '.join(known)}")


def _headings(path: Path, column: str, own: object) -> tuple[str, ...]:
    headings = own if isinstance(own, list) else [own]
    if not headings or not all(isinstance(text, str) and squash(text) for text in headings):
        raise _unusable(path, f"bij {column} hoort een kop of een lijst van koppen")
    return tuple(headings)


def _check_unique(
    path: Path, table: str, headings: Mapping[tuple[str, str], tuple[str, ...]]
) -> None:
    used: dict[str, str] = {}
    for (table_name, column), texts in headings.items():
        for text in texts if table_name == table and column != SHEETS else ():
            other = used.setdefault(squash(text), column)
            if other != column:
                raise _unusable(path, f"de kop {text} hoort bij twee kolommen: {other} en {column}")


def _unusable(path: Path, why: str) -> DeliveryRefused:
    return DeliveryRefused(f"Het bestand met kolomkoppen {path.name} is niet bruikbaar: {why}.")
