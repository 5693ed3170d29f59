"""What is recognised in a delivery, to be shown: per sheet its table, per heading its column.

Nothing is checked or refused but a file that cannot be read; what is asked is data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.columns import Table
from data.delivery.recognition.headings import LocatedSheet, locate
from data.delivery.recognition.mapping import read_mapping
from data.delivery.recognition.questions import questions
from data.delivery.recognition.vocabulary import Heading, Vocabulary
from data.delivery.sources import find_files, read_sheets


@dataclass(frozen=True)
class RecognisedHeading:
    """One heading, and the contract's name of the column that it was taken for ("": none).

    `suggestion` is the column that it may be: then somebody has to choose, or (`is_sure` is false
    with a column) may want to.
    """

    heading: str
    column: str
    is_sure: bool = True
    suggestion: str = ""


@dataclass(frozen=True)
class RecognisedSheet:
    """One sheet: how a message names it, its table (None: it is not read) and its headings.

    `missing` are the names of the required columns that it does not have.
    """

    title: str
    table: Table | None
    headings: tuple[RecognisedHeading, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether somebody has to choose before the delivery can be read."""
        return bool(self.missing) or any(heading.suggestion for heading in self.headings)


def recognised(sources: Sequence[Path], mapping: Path | None = None) -> list[RecognisedSheet]:
    """What is recognised in the files of a delivery. DeliveryRefused for one that is not read."""
    vocabulary = Vocabulary(read_mapping(mapping) if mapping else {})
    return [
        _recognised(sheet, vocabulary)
        for file in find_files(sources).files
        for raw in read_sheets(file, vocabulary.headings)
        for sheet in locate(raw, vocabulary)
    ]


def _recognised(sheet: LocatedSheet, vocabulary: Vocabulary) -> RecognisedSheet:
    if sheet.table is None:
        return RecognisedSheet(sheet.raw.title(), None)
    headings = (*_taken(sheet), *_left(sheet, vocabulary))
    return RecognisedSheet(sheet.raw.title(), sheet.table, headings, tuple(sheet.missing()))


def _taken(sheet: LocatedSheet) -> Iterator[RecognisedHeading]:
    for column, found in sheet.columns.items():
        for heading in found:
            is_guess = sheet.guessed.get(column) == heading
            yield RecognisedHeading(heading.text, column, is_sure=not is_guess)


def _left(sheet: LocatedSheet, vocabulary: Vocabulary) -> Iterator[RecognisedHeading]:
    asked = {question.heading: question.column for question in questions(sheet, vocabulary)}
    left: Sequence[Heading] = sheet.unknown_headings()
    for heading in left:
        yield RecognisedHeading(heading.text, "", suggestion=asked.get(heading.text, ""))
