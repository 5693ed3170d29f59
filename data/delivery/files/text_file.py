"""Reading delivered text files: encoding and separator are found out, not asked."""

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

from data.delivery.files.encodings import Encoding, encoding_of
from data.delivery.files.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, check_size
from data.delivery.files.raw import Cell, Pool
from data.delivery.files.rows import Rows
from data.delivery.text import squash
from data.problems import DeliveryRefused

SEPARATORS = (";", ",", "\t", "|", "^", "~", "¦")
_SAMPLE_ROWS = 50
_SAMPLE_LENGTH = 200_000
_FEWEST_CELLS = 3  # of a row that another cell may have swallowed


def read_csv(path: Path, known_headings: Collection[str], name: str, pool: Pool) -> Rows[Cell]:
    """The rows of a text file, blank lines included, so that index + 1 is the row in Excel.

    `known_headings` (squashed) help to tell the separator. Raises DeliveryRefused for a file
    that is no text, is too large or whose quotation marks do not close.
    """
    encoding = encoding_of(path, name, known_headings)
    with path.open(encoding=encoding.codec, errors=encoding.errors, newline="") as file:
        sample = _repaired(encoding, file.read(_SAMPLE_LENGTH))
        file.seek(0)
        separator = _named_separator(sample)
        if separator:
            file.readline()
        separator = separator or separator_of(sample, known_headings)
        rows: Rows[Cell] = Rows(_rows(name, file, separator, encoding), pool.__getitem__)
    rows = unfolded(rows, known_headings, pool)
    _refuse_swallowed(name, rows, separator)
    return rows


def _repaired(encoding: Encoding, text: str) -> str:
    return encoding.repair(text) if encoding.repair else text


def _rows(name: str, file: TextIO, separator: str, encoding: Encoding) -> Iterator[list[str]]:
    count, cells = 0, 0
    try:
        for row in csv.reader(file, delimiter=separator, strict=True):
            count += 1
            cells += len(row)
            check_size(name, count, MAX_ROWS, "rijen")
            check_size(name, len(row), MAX_COLUMNS, "kolommen")
            check_size(name, cells, MAX_CELLS, "cellen")
            if encoding.repair:
                row = [encoding.repair(cell) for cell in row]  # noqa: PLW2901
            yield row
    except csv.Error as error:
        raise _unreadable(name, count + 1) from error


def _unreadable(name: str, row: int) -> DeliveryRefused:
    return DeliveryRefused(
        f"Rij {row} van {name} kan niet worden gelezen. Staat er een"
        " aanhalingsteken te veel of te weinig? Verbeter de rij en lever opnieuw aan."
    )


def _named_separator(text: str) -> str:
    # Excel understands a first line `sep=;` and does not show it as a row.
    hint = text.lstrip("\ufeff").partition("\n")[0].strip(" \r\"'").casefold()
    return hint[4:] if hint.startswith("sep=") and hint[4:] in SEPARATORS else ""


def separator_of(sample: str, known_headings: Collection[str]) -> str:
    """The sign between the cells: the one that gives the most known headings, then cells."""

    def fit(separator: str) -> tuple[int, int]:
        rows = list(islice(_parsed(sample, separator), _SAMPLE_ROWS))
        headings = max((_headings(row, known_headings) for row in rows), default=0)
        widths = Counter(len(row) for row in rows if row)
        return headings, widths.most_common(1)[0][0] if widths else 0

    return max(SEPARATORS, key=fit)


def _headings(row: Sequence[str], known_headings: Collection[str]) -> int:
    texts = {squash(cell.partition("(")[0]) for cell in row}
    return len(texts.intersection(known_headings))


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:  # one cell that never ends; reading the file says where
        return


def unfolded(rows: Rows[Cell], known_headings: Collection[str], pool: Pool) -> Rows[Cell]:
    """The rows, parsed once more when every row is one cell that holds a whole line.

    So it is when lines stand in one pair of quotes, or when Excel opened a file with another
    separator. Rows that are no such lines come back as they are.
    """
    filled = [row for row in rows[: _SAMPLE_ROWS * 2] if any(cell is not None for cell in row)]
    if not filled or not all(_is_one_text(row) for row in filled):
        return rows
    sample = "\n".join(str(row[0]) for row in filled)
    separator = separator_of(sample, known_headings)
    if max(_headings(row, known_headings) for row in _parsed(sample, separator)) < 2:  # noqa: PLR2004
        return rows
    return Rows(_unfolded(row, separator, pool) for row in rows)


def _is_one_text(row: Sequence[Cell]) -> bool:
    return isinstance(row[0], str) and all(cell is None for cell in row[1:])


def _unfolded(row: list[Cell], separator: str, pool: Pool) -> list[Cell]:
    if not row or not _is_one_text(row):
        return row
    line = next(csv.reader([str(row[0])], delimiter=separator), [])
    return [pool.cell(cell) for cell in line]


def _refuse_swallowed(name: str, rows: Rows[Cell], separator: str) -> None:
    row = swallowing_row(rows, (separator,))
    if row:
        raise DeliveryRefused(
            f"In rij {row} van {name} begint een cel met een aanhalingsteken dat pas rijen"
            " verder sluit: die rijen zitten nu in de cel. Haal het aanhalingsteken weg en lever"
            " opnieuw aan."
        )


def swallowing_row(rows: Rows[Cell], separators: Iterable[str]) -> int:
    """The number of the first row with a cell that holds whole other rows; 0 when there is none."""
    width = Counter(len(row) for row in rows[:1000] if row).most_common(1)
    usual = width[0][0] if width else 0
    if usual < _FEWEST_CELLS:
        return 0
    for index in rows.having(_has_lines):
        row = rows[index]
        texts = [str(cell) for cell in row if _has_lines(cell)]
        if any(_holds_rows(text, s, len(row), usual) for text in texts for s in separators):
            return index + 1
    return 0


def _has_lines(cell: Cell) -> bool:
    return isinstance(cell, str) and ("\n" in cell or "\r" in cell)


def _holds_rows(cell: str, separator: str, width: int, usual: int) -> bool:
    count = cell.count(separator)
    later = "".join(cell.splitlines()[1:])
    has_figures = any(sign.isdigit() for sign in later)  # a list of talents has none
    return bool(count) and has_figures and (count >= usual - 1 or width != usual)
