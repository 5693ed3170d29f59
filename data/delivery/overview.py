"""What is recognised of a delivery before it is read: sheets, columns, and what is not sure.

Plain values: it is found in a process of its own (`bloei.py recognise`) and shown elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from data.delivery.left_out import why_unread
from data.delivery.recognition.headings import LocatedSheet, locate
from data.delivery.recognition.mapping import read_mapping
from data.delivery.recognition.questions import questions
from data.delivery.recognition.sheet_names import sheet_name
from data.delivery.recognition.vocabulary import Vocabulary
from data.delivery.sources import find_files, read_sheets


@dataclass(frozen=True)
class Recognised:
    """One heading and the column that it became; `is_guessed` when it is no known heading."""

    heading: str
    column: str
    is_guessed: bool


@dataclass(frozen=True)
class Unsure:
    """A heading that became no column, and the columns that are still free for it.

    `suggested` is the column that it may be ("": none); such a question must be answered.
    """

    heading: str
    suggested: str
    free: tuple[str, ...]


@dataclass(frozen=True)
class SheetOverview:
    """One sheet: which table it is ("": none), its columns, and the headings left over.

    `missing` are the required columns that it does not have; `name` is what a choice of another
    table is kept under ("": there is nothing to choose), `why` the reason that it is not read, and
    `is_open` says that nobody has chosen yet.
    """

    title: str
    table: str
    columns: tuple[Recognised, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    missing: tuple[str, ...] = ()
    name: str = ""
    why: str = ""
    is_open: bool = False

    def as_json(self) -> dict[str, Any]:
        """The overview as plain values."""
        return asdict(self)


def overview_of(plain: Mapping[str, Any]) -> SheetOverview:
    """The overview that `SheetOverview.as_json` wrote."""
    return SheetOverview(
        title=plain["title"],
        table=plain["table"],
        columns=tuple(Recognised(**one) for one in plain["columns"]),
        unsure=tuple(Unsure(**{**one, "free": tuple(one["free"])}) for one in plain["unsure"]),
        missing=tuple(plain["missing"]),
        name=plain["name"],
        why=plain["why"],
        is_open=plain["is_open"],
    )


def overviews(sources: Sequence[Path], mapping: Path | None) -> list[SheetOverview]:
    """Every sheet of a delivery; DeliveryRefused when a file cannot be read."""
    vocabulary = Vocabulary(read_mapping(mapping) if mapping else {})
    return [
        _overview(sheet, vocabulary)
        for file in find_files(sources).files
        for raw in read_sheets(file, vocabulary.headings)
        for sheet in locate(raw, vocabulary)
    ]


def _overview(sheet: LocatedSheet, vocabulary: Vocabulary) -> SheetOverview:
    table, raw = sheet.table, sheet.raw
    name = "" if raw.is_hidden or raw.left or not raw.rows else sheet_name(raw)
    if table is None:
        why, is_open = why_unread(raw, vocabulary), bool(name) and not vocabulary.is_unread(raw)
        return SheetOverview(raw.title(), "", name=name, why=why, is_open=is_open)
    columns = [
        Recognised(heading.text, name, sheet.guessed.get(name) == heading)
        for name, found in sheet.columns.items()
        for heading in found
    ]
    suggested = {asked.heading: asked.column for asked in questions(sheet, vocabulary)}
    free = tuple(c.name for c in table.columns if c.name not in sheet.columns)
    unsure = [
        Unsure(heading.text, suggested.get(heading.text, ""), free)
        for heading in sheet.unknown_headings()
        if not vocabulary.is_skipped(table, heading.text)
    ]
    return SheetOverview(
        raw.title(), table.name, tuple(columns), tuple(unsure), tuple(sheet.missing()), name
    )
