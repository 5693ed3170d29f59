"""What of a delivery is not read, and what is read in another way than it stands there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data.delivery.files.raw import RawSheet
from data.delivery.recognition.headings import LocatedSheet
from data.delivery.recognition.vocabulary import Vocabulary
from data.delivery.report import LeftOutColumn, LeftOutSheet
from data.delivery.sources import Found, is_left_alone

HIDDEN, CHOSEN = "het blad is verborgen", "zo is het gekozen in het bestand met kolomkoppen"


def left_out(
    found: Found, sheets: Sequence[LocatedSheet], vocabulary: Vocabulary
) -> tuple[tuple[LeftOutColumn, ...], tuple[LeftOutSheet, ...]]:
    """The columns and the sheets or files of a delivery that are not read."""
    columns = tuple(
        LeftOutColumn(sheet.raw.file, sheet.raw.name, heading.text)
        for sheet in sheets
        if sheet.table
        for heading in sheet.unknown_headings()
    )
    unknown = [sheet.raw for sheet in sheets if sheet.table is None]
    return columns, (
        *(LeftOutSheet(raw.file, raw.name, why_unread(raw, vocabulary)) for raw in unknown),
        *(LeftOutSheet(file.name, "", _why(file)) for file in found.others),
    )


def why_unread(raw: RawSheet, vocabulary: Vocabulary) -> str:
    """Why a sheet is not read, in Dutch."""
    if raw.is_hidden:
        return HIDDEN
    return CHOSEN if vocabulary.is_unread(raw) else LeftOutSheet.why


def _why(file: Path) -> str:
    return "een bestand van het systeem" if is_left_alone(Path(file.name)) else LeftOutSheet.why


def of_sheets(sheets: Sequence[LocatedSheet]) -> Iterator[str]:
    """What is to be told of the sheets that are read, a sentence each."""
    for sheet in sheets:
        if sheet.table:
            yield from (f"{sheet.raw.title()}: {remark}" for remark in sheet.raw.remarks)
            for name, heading in sheet.guessed.items():
                known = sheet.table.column(name).headings[0]
                yield f"{sheet.raw.title()}: de kop {heading.text} is gelezen als {known}."
