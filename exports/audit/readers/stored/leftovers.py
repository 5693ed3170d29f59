"""What was deleted from an SQLite file and still stands in the free room of its pages.

The layout of pages follows the file format of SQLite (sqlite.org/fileformat2.html): a page of a
tree begins with its kind, the first free block, the number of cells and where the cells begin.
"""

import re
from collections.abc import Iterator

_WORD = re.compile(rb"[A-Za-z][A-Za-z0-9 _.,:'-]{5,}")
_HEADER = 100  # bytes before the first page's tree
_KINDS = {0x02: 12, 0x05: 12, 0x0A: 8, 0x0D: 8}  # kind of page: length of its header


def deleted_words(data: bytes) -> list[str]:
    """The words that stand in room that is not in use, in order; empty for a file made afresh."""
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    pages = (data[start : start + size] for start in range(0, len(data), size))
    found = (words for n, page in enumerate(pages) for words in _words(page, 0 if n else _HEADER))
    return list(found)


def _words(page: bytes, start: int) -> Iterator[str]:
    for free in _free(page, start):
        yield from (found[0].decode("ascii") for found in _WORD.finditer(free))


def _free(page: bytes, start: int) -> Iterator[bytes]:
    """The room between the cells of a page, and before its first cell."""
    if len(page) <= start or page[start] not in _KINDS:
        return
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    first = int.from_bytes(page[start + 5 : start + 7], "big") or len(page)
    yield page[start + _KINDS[page[start]] + 2 * cells : first]
    block = int.from_bytes(page[start + 1 : start + 3], "big")
    while block:
        length = int.from_bytes(page[block + 2 : block + 4], "big")
        yield page[block + 4 : block + length]
        block = int.from_bytes(page[block : block + 2], "big")
