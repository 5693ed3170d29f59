"""From the cells of a file to grids: one row of headings with its rows below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from exports.audit.content import Row, Table, Text, Value
from exports.audit.words.numerals import decimal_sign, printed
from exports.audit.words.spelling import spelled

_SENTENCE = re.compile(r"\b(\d+|één|twee|drie|vier|enkele)\b", re.IGNORECASE)
_YEARS = range(1990, 2101)


@dataclass(frozen=True)
class Grid:
    """Headings and rows of equal length; `source` is the table that they were found in.

    Without a row of headings (bare numbers) the headings are empty texts.
    """

    source: Table
    topic: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def spelled_text(text: Text) -> Text:
    """The text in usual letters and digits."""
    return replace(text, text=spelled(text.text))


def spelled_table(table: Table) -> Table:
    """The table with its texts in usual letters and digits."""
    rows = tuple(
        tuple(spelled(cell) if isinstance(cell, str) else cell for cell in row)
        for row in table.rows
    )
    return replace(table, rows=rows, topic=spelled(table.topic))


def split(table: Table) -> tuple[list[Grid], list[Text]]:
    """The grids in a table, and the texts that stand around them.

    Blank rows part one grid from the next; a row with one text is a title of what follows.
    """
    table = replace(
        table, decimal=decimal_sign((cell for row in table.rows for cell in row), table.decimal)
    )
    grids: list[Grid] = []
    texts: list[Text] = []
    titles: list[str] = []
    for block in _blocks(table.rows):
        alone, rest = _titles(block)
        titles += alone
        texts += [Text(table.where, title, table.hidden) for title in alone]
        if rest:
            topic = " ".join([table.topic, *titles])
            grids.append(_grid(table, topic, rest))
            titles = []
    if titles and grids:  # what stands below the last rows tells of them too
        grids[-1] = replace(grids[-1], topic=" ".join([grids[-1].topic, *titles]))
    texts += [Text(table.where, words, table.hidden) for words in _sentences(table.rows)]
    return grids, texts


def _sentences(rows: tuple[Row, ...]) -> list[str]:
    """The distinct cells in which words and a number stand together, as hover texts have."""
    cells = dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str))
    return [cell for cell in cells if _SENTENCE.search(cell) and any(map(str.isalpha, cell))]


def _blocks(rows: tuple[Row, ...]) -> Iterator[list[Row]]:
    block: list[Row] = []
    for row in rows:
        if any(cell not in (None, "") for cell in row):
            block.append(row)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _titles(block: list[Row]) -> tuple[list[str], list[Row]]:
    """The leading rows with a single text, when wider rows follow; the rows after them."""
    widest = max(len(_filled(row)) for row in block)
    if widest == 1:
        lonely = [_filled(row)[0] for row in block]
        if all(isinstance(cell, str) and printed(cell, ",") is None for cell in lonely):
            return [str(cell) for cell in lonely], []
        return [], block
    alone: list[str] = []
    for place, row in enumerate(block):
        filled = _filled(row)
        if len(filled) > 1 or not isinstance(filled[0], str):
            return alone, block[place:]
        alone.append(filled[0])
    return alone, []


def _filled(row: Row) -> list[Value]:
    return [cell for cell in row if cell not in (None, "")]


def _grid(table: Table, topic: str, rows: list[Row]) -> Grid:
    width = max(len(row) for row in rows)
    padded = [(*row, *(None,) * (width - len(row))) for row in rows]
    if len(padded) > 1 and all(_can_head(cell) for cell in padded[0]):
        headings = tuple(_heading(cell) for cell in padded[0])
        return Grid(table, topic, headings, tuple(padded[1:]))
    return Grid(table, topic, ("",) * width, tuple(padded))


def _can_head(cell: Value) -> bool:
    number = printed(cell, ",")
    return number is None or number.value in _YEARS


def _heading(cell: Value) -> str:
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell).strip() if cell is not None else ""
