"""Names of files that are about to be written: nothing else may be lost by a slip of the hand."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from commands.answers import not_written, stopped
from data.file.whole import replace

if TYPE_CHECKING:
    from data.delivery.report import ImportReport

DATA, REPORT, WORKBOOK = ".duckdb", ".json", ".xlsx"
_ORDINARY = 0o644


def refuse_target(path: Path) -> None:
    """Stops when a data file cannot have that name: a folder, a key, a file of another kind."""
    if _is_folder(path):
        name = path / f"bloei{DATA}"
        raise stopped(f"{path} is een map. Noem een bestand in die map, zoals --to {name}")
    if path.suffix.casefold() != DATA:
        raise stopped(
            f"De naam van een gegevensbestand eindigt op {DATA}: kies een andere naam dan {path}."
        )


def refuse_report(path: Path | None, used: Iterable[Path | None] = ()) -> None:
    """Stops when a report cannot have that name; `used` are files that the command reads."""
    if path is None:
        return
    if path.suffix.casefold() != REPORT or _is_folder(path):
        raise stopped(
            f"De naam van een verslag eindigt op {REPORT}: kies een andere naam dan {path}."
        )
    if any(file and path.resolve() == file.resolve() for file in used):
        raise stopped(f"{path} is een bestand van de levering: kies een andere naam voor --report.")
    if not path.parent.is_dir():
        raise stopped(f"De map {path.parent} bestaat niet: maak haar, of kies een andere plek.")


def refuse_workbook(path: Path | None, used: Iterable[Path] = ()) -> None:
    """Stops when the workbook of refused rows cannot have that name."""
    if path is None:
        return
    if path.suffix.casefold() != WORKBOOK or _is_folder(path):
        raise stopped(f"De naam van een werkmap eindigt op {WORKBOOK}: kies een andere dan {path}.")
    if any(path.resolve() == file.resolve() for file in used):
        raise stopped(f"{path} is een bestand van de levering: kies een andere naam.")
    if not path.parent.is_dir():
        raise stopped(f"De map {path.parent} bestaat niet: maak haar, of kies een andere plek.")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:  # a name that is too long
        raise not_written(path, error) from error


def save_report(path: Path | None, report: Mapping[str, object]) -> None:
    """Writes a report as JSON, whole or not at all. OSError when it cannot be written."""
    if path is not None:
        text = json.dumps(report, ensure_ascii=False, indent=2, default=str)
        replace(path, f"{text}\n".encode(), _ORDINARY)


def save_refused(
    path: Path, report: "ImportReport", sources: Sequence[Path], mapping: Path | None
) -> None:
    """Writes the refused rows of a delivery as a workbook; nothing when no row was refused.

    OSError when it cannot be written.
    """
    from data.delivery.refused_rows import refused_rows
    from exports.workbook.refused import refused_workbook

    content = refused_workbook(refused_rows(report, sources, mapping))
    if content:
        replace(path, content, _ORDINARY)
