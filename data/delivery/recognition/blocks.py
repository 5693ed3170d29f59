"""Blocks of columns side by side on one sheet, and headings in merged cells."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise

from data.contract.columns import Table
from data.contract.tables import TABLES
from data.delivery.files.raw import Cell, RawSheet, column_letters
from data.delivery.files.rows import Rows
from data.delivery.recognition.likeness import likeness
from data.delivery.recognition.vocabulary import Vocabulary, readings

HEADING_ROWS = 20  # hand-kept workbooks have title lines above the headings


def blocks(raw: RawSheet, vocabulary: Vocabulary) -> list[RawSheet]:
    """The sheet as blocks: a block after an empty column that repeats a heading stands alone.

    An empty column inside a table makes no blocks: nothing in its headings comes twice.
    """
    header = _most_known(raw, vocabulary)
    starts = _starts(raw, header, vocabulary) if header is not None else [0]
    if len(starts) == 1:
        return [raw]
    ends = [*starts[1:], raw.width()]
    return [_block(raw, start, end) for start, end in zip(starts, ends, strict=True)]


def _most_known(raw: RawSheet, vocabulary: Vocabulary) -> int | None:
    counts = [_known(row, vocabulary) for row in raw.rows[:HEADING_ROWS]]
    return counts.index(max(counts)) if counts and max(counts) > 1 else None


def _known(row: Sequence[Cell], vocabulary: Vocabulary) -> int:
    return sum(isinstance(cell, str) and vocabulary.is_known(cell) for cell in row)


def _starts(raw: RawSheet, header: int, vocabulary: Vocabulary) -> list[int]:
    row = raw.rows[header]
    table = max(TABLES, key=lambda table: len(vocabulary.columns(row, table)))
    starts, seen = [0], set[str]()
    for start, end in _segments(raw, header):
        meant = _meant(row[start:end], table, vocabulary)
        if start and seen & meant:
            starts.append(start)
            seen = meant
        else:
            seen |= meant
    return starts


def _meant(row: Sequence[Cell], table: Table, vocabulary: Vocabulary) -> set[str]:
    # What the headings say: known ones, the columns of the table, and those that are misspelt.
    texts = [cell for cell in row if isinstance(cell, str)]
    known = {readings(text)[1] for text in texts if vocabulary.is_known(text)}
    columns = [column.name for column in table.columns]
    likes = (likeness(text, table, columns) for text in texts if not vocabulary.is_known(text))
    guessed = {like.column for like in likes if like and like.all_differ}
    return known | guessed | vocabulary.columns(row, table).keys()


def _segments(raw: RawSheet, header: int) -> list[tuple[int, int]]:
    width = len(raw.rows[header])
    if all(cell is not None for cell in raw.rows[header]):
        return [(0, width)]
    filled = [position for position in range(width) if raw.column(position, header).distinct]
    gaps = [0, *(after for before, after in pairwise(filled) if after > before + 1), width]
    return list(pairwise(gaps))


def _block(raw: RawSheet, start: int, end: int) -> RawSheet:
    rows: Rows[Cell] = Rows(row[start:end] for row in raw.rows)
    if not start:
        return replace(raw, rows=rows)
    name = f"{raw.name}, vanaf kolom {column_letters(start)}"
    return replace(raw, rows=rows, name=name, left=start, alone=False, merged=())


def unmerged(raw: RawSheet) -> RawSheet:
    """The sheet with a heading that is merged downwards on all rows that it covers."""
    head = raw.rows[:HEADING_ROWS]
    for (top, left), (bottom, _) in raw.merged:
        if bottom < len(head) and left < len(head[top]):
            for row in head[top + 1 : bottom + 1]:
                row.extend([None] * (left + 1 - len(row)))
                row[left] = head[top][left] if row[left] is None else row[left]
    if head == raw.rows[:HEADING_ROWS]:
        return raw
    return replace(raw, rows=Rows(chain(head, islice(raw.rows, len(head), None))))


def merged_headings(raw: RawSheet, header: int) -> list[tuple[int, int]]:
    """The first and last position of every heading that is merged over several columns."""
    return [
        (left, right)
        for (top, left), (bottom, right) in raw.merged
        if right > left and top <= header <= bottom
    ]
