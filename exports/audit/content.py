"""What a reader finds in a file: tables, texts, and what it could not look into."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analytics.figures.doors.marts import Audience

Value = str | int | float | None
Row = tuple[Value, ...]

AUDIENCE_HEADINGS = ("audience", "publiek")
_SENTENCE = re.compile(r"Aantallen onder (\d+) zijn afgerond op 0 of (\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Table:
    """Rows of cells as they stand in a file, heading rows included.

    `where` tells the place in Dutch, `topic` is the text around the table (titles, sheet name).
    `hidden`: a reader does not see it on opening the file. `decimal` is the decimal sign of
    numbers that are text. `protected`: every row says that it is rounded.
    `chart`: the data of a picture, in which a gap is only a gap.
    `beside`: words of the slide that a chart stands on, which tell only of whom it can be.
    `guessed`: columns follow from places on paper, so that a number may be under a wrong heading.
    """

    where: str
    rows: tuple[Row, ...]
    topic: str = ""
    hidden: bool = False
    decimal: str = ","
    protected: bool = False
    chart: bool = False
    guessed: bool = False
    beside: str = ""


@dataclass(frozen=True)
class Text:
    """A piece of text; `scale` marks texts of axes and legends, where bare numbers are ticks."""

    where: str
    text: str
    hidden: bool = False
    scale: bool = False


@dataclass(frozen=True)
class Content:
    """All that was found in one file.

    `unread` lists in Dutch what was not examined, `pictures` the pictures among it (for which a
    manifest can vouch), `secrets` what may never leave the building.
    """

    tables: tuple[Table, ...] = ()
    texts: tuple[Text, ...] = ()
    unread: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()


def merged(contents: Iterable[Content]) -> Content:
    """Several contents as one."""
    parts = list(contents)
    return Content(
        tuple(table for part in parts for table in part.tables),
        tuple(text for part in parts for text in part.texts),
        tuple(note for part in parts for note in part.unread),
        tuple(note for part in parts for note in part.pictures),
        tuple(note for part in parts for note in part.secrets),
    )


def is_told_rounded(table: Table) -> bool:
    """Whether every row says in a column that it is for the rounded audience, as `figures` does."""
    if not table.rows:
        return False
    headings = [str(cell).casefold() for cell in table.rows[0]]
    places = [place for place, heading in enumerate(headings) if heading in AUDIENCE_HEADINGS]
    told = {row[place] for place in places for row in table.rows[1:] if place < len(row)}
    return told == {Audience.GEMEENTE.value}


def stated_base(content: Content) -> int | None:
    """The threshold in the sentence of protection, wherever it stands; None without one."""
    for text in content.texts:
        if found := _base(text.text):
            return found
    for table in content.tables:
        for text_ in (table.topic, *(cell for row in table.rows for cell in row)):
            if isinstance(text_, str) and (found := _base(text_)):
                return found
    return None


def _base(text: str) -> int | None:
    found = _SENTENCE.search(text)
    if found is None or found[1] != found[2]:
        return None
    return int(found[1])
