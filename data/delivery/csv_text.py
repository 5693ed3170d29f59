"""Reading delivered text files: encoding and separator are found out, not asked."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from data.delivery.raw import WHITE_SPACE, Cell
from data.delivery.refusal import DeliveryRefused
from data.delivery.text import squash

SEPARATORS = (";", ",", "\t")
_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_GUESSES = ("utf-8", "cp1252")
_SAMPLE_ROWS = 50
_SAMPLE_LENGTH = 200_000
_NUL = "\x00"


def read_csv(path: Path, known_headings: frozenset[str]) -> list[list[Cell]]:
    """The rows of a text file, blank lines included, so that index + 1 is the row in Excel.

    `known_headings` (squashed) help to tell the separator. Raises DeliveryRefused for a file
    that is no text or whose quotation marks do not close.
    """
    text = _decode(path)
    separator, text = _named_separator(text)
    separator = separator or _separator(text, known_headings)
    rows: list[list[Cell]] = []
    try:
        for row in _records(text, separator, strict=True):
            rows.append([cell.strip(WHITE_SPACE) or None for cell in row])
    except csv.Error as error:
        raise DeliveryRefused(
            f"Rij {len(rows) + 1} van {path.name} kan niet worden gelezen. Staat er een"
            " aanhalingsteken te veel of te weinig? Verbeter de rij en lever opnieuw aan."
        ) from error
    return rows


def _decode(path: Path) -> str:
    content = path.read_bytes()
    marked = [name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)]
    for encoding in marked or _GUESSES:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _NUL not in text:
            return text
    raise DeliveryRefused(
        f"{path.name} is geen leesbaar tekstbestand. Sla het op als CSV (UTF-8) of als .xlsx."
    )


def _named_separator(text: str) -> tuple[str, str]:
    # Excel understands a first line `sep=;` and does not show it as a row.
    first, _, rest = text.partition("\n")
    hint = first.strip().casefold()
    if hint.startswith("sep=") and hint[4:] in SEPARATORS:
        return hint[4:], rest
    return "", text


def _separator(text: str, known_headings: frozenset[str]) -> str:
    sample = text[:_SAMPLE_LENGTH]

    def fit(separator: str) -> tuple[int, int]:
        rows = list(islice(_records(sample, separator, strict=False), _SAMPLE_ROWS))
        headings = max((_headings(row, known_headings) for row in rows), default=0)
        widths = Counter(len(row) for row in rows if row)
        return headings, widths.most_common(1)[0][0] if widths else 0

    return max(SEPARATORS, key=fit)


def _headings(row: list[str], known_headings: frozenset[str]) -> int:
    return sum(squash(cell) in known_headings for cell in row)


def _records(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
