"""Tables and axes in the text of a page: columns by the places where words stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from exports.audit.content import Row

_CELL = re.compile(r"\S+(?: \S+)*")
_FEWEST_CELLS = 3
_FEWEST_TICKS = 3
_MOST_PIECES = 12
_RESTS = re.compile(r"\([\d.]+\)")
_HALFWAY = re.compile(r"[^\W\d].{50,} \d+")  # a line as long as running text
_END = re.compile(r"\d+ [^\W\d]+")  # the end of a line with its name, as `0 scans`
_NUMBER = re.compile(r"[-−+]?[\d.,]+%?")


@dataclass(frozen=True)
class _Piece:
    """Words in a line, from one place to another."""

    start: int
    end: int
    text: str


Line = list[_Piece]


@dataclass(frozen=True)
class Lines:
    """The lines of tables on a page, by which what was read as words is known again."""

    signs: frozenset[str]
    rows: tuple[list[str], ...]

    def rest_of(self, lines: list[str]) -> list[str]:
        """The lines that are in no table; a row whose cells go on below comes in pieces."""
        rest: list[str] = []
        place = 0
        while place < len(lines):
            ends = range(place + 1, min(place + _MOST_PIECES, len(lines)) + 1)
            whole = (end for end in ends if _signs("".join(lines[place:end])) in self.signs)
            end = next(whole, place + 1)
            rest += [lines[place]] if end == place + 1 and not self.hold(lines[place]) else []
            place = end
        return rest

    def hold(self, line: str) -> bool:
        """Whether a line is one of them in another order of its words, or some words of one."""
        words = line.split()
        is_long = len(words) > _FEWEST_CELLS
        return _signs(line) in self.signs or (is_long and any(_follow(words, r) for r in self.rows))


def _follow(words: list[str], row: list[str]) -> bool:
    """Whether words stand in a row in this order."""
    rest = iter(row)
    return all(word in rest for word in words)


def _signs(line: str) -> str:
    """The signs of a line whatever their order."""
    return "".join(sorted(line.replace(" ", "")))


def tables_in(page: str) -> tuple[list[tuple[Row, ...]], Lines]:
    """The tables on a page that keeps its places, and the lines that they are made of."""
    found: list[tuple[Row, ...]] = []
    rows: list[str] = []
    joined: list[str] = []
    for run in _runs(page):
        if any(_is_number(piece) for line in run for piece in line):
            whole = _whole_rows(run)
            found.append(_table(whole))
            rows += [" ".join(piece.text for piece in line) for line in run]
            joined += ["".join(piece.text for piece in line) for line in whole]
    return found, Lines(
        frozenset(map(_signs, [*rows, *joined])), tuple(row.split() for row in rows)
    )


def ticks_of(lines: list[str]) -> set[int]:
    """The places of bare numbers that follow each other with even steps: an axis.

    Under each can stand on how many it rests, in brackets; then two are an axis.
    """
    ticks: set[int] = set()
    places = [place for place, line in enumerate(lines) if not _RESTS.fullmatch(line)]
    for start, end in _bare_runs([lines[place] for place in places]):
        values = [int(lines[place]) for place in places[start:end]]
        steps = {later - earlier for earlier, later in pairwise(values)}
        is_rested = all(
            map(_RESTS.fullmatch, (lines[place + 1] for place in places[start : end - 1]))
        )
        below = lines[places[end]] if end < len(places) else ""
        is_short = values == [0, 1] and bool(_END.fullmatch(below))
        is_long = is_short or len(values) >= _FEWEST_TICKS - is_rested
        if is_long and len(steps) == 1 and steps != {0}:
            ticks |= set(places[start:end])
    return ticks


def goes_on(line: str, below: str) -> bool:
    """Whether a line ends in a number halfway a sentence, and the next one is the rest of it."""
    return bool(_HALFWAY.fullmatch(line)) and below[:1].islower()


def sentences_of(lines: list[str]) -> list[str]:
    """The lines, where one that ends in a number halfway a sentence has the next one with it."""
    whole: list[str] = []
    for line in lines:
        if whole and goes_on(whole[-1], line):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def _bare_runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where bare numbers stand below each other; a 0 begins an axis of its own."""
    start = 0
    for place in range(len(lines) + 1):
        line = lines[place] if place < len(lines) else ""
        if line.isdigit() and line != "0":
            continue
        if place > start:
            yield start, place
        start = place if line == "0" else place + 1


def _runs(page: str) -> Iterator[list[Line]]:
    """The lines of each table: three pieces or more, or what goes on in the cells above.

    A row without its first cells is a line too. Blank lines part nothing.
    """
    run: list[Line] = []
    is_below = False
    for text in page.splitlines():
        line = [_Piece(found.start(), found.end(), found[0]) for found in _CELL.finditer(text)]
        is_more = bool(run) and ((is_below and _goes_on(line, run[-1])) or _is_row(line, run))
        if line and (len(line) >= _FEWEST_CELLS or is_more):
            run.append(line)
        elif line:
            yield from [run] if len(run) > 1 else []
            run = []
        is_below = bool(line)
    yield from [run] if len(run) > 1 else []


def _goes_on(line: Line, above: Line) -> bool:
    """Whether every piece stands under a piece of the line above, and under no other."""
    ends = [piece.start for piece in above[1:]] + [above[-1].end + 1]
    return all(
        any(
            piece.start < cell.end and cell.start < piece.end and piece.end < end
            for cell, end in zip(above, ends, strict=True)
        )
        for piece in line
    )


def _is_row(line: Line, above: list[Line]) -> bool:
    """Whether a name with its number begins where a later cell of a line above begins."""
    starts = {piece.start for earlier in above for piece in earlier[1:]}
    return len(line) > 1 and line[0].start in starts and _is_number(line[-1])


def _whole_rows(run: list[Line]) -> list[Line]:
    """The lines of a table, each with what goes on below it in its cells."""
    rows: list[Line] = []
    for line in run:
        if rows and len(line) < _FEWEST_CELLS and not _is_row(line, rows):
            rows[-1] = [_with_below(cell, line) for cell in rows[-1]]
        else:
            rows.append(line)
    return rows


def _with_below(cell: _Piece, line: Line) -> _Piece:
    under = [piece for piece in line if piece.start < cell.end and cell.start < piece.end]
    pieces = [cell, *under]
    return _Piece(
        min(piece.start for piece in pieces),
        max(piece.end for piece in pieces),
        " ".join(piece.text for piece in pieces),
    )


def _table(lines: list[Line]) -> tuple[Row, ...]:
    """The lines as rows; the lines above the first number are one row of headings."""
    edges = _columns(lines)
    rows = [_row(line, edges) for line in lines]
    heads = next((n for n, line in enumerate(lines) if any(map(_is_number, line))), 0)
    if not heads:
        return tuple(rows)
    heading = tuple(
        " ".join(str(row[place]) for row in rows[:heads] if row[place]) or None
        for place in range(len(edges))
    )
    return _joined((heading, *rows[heads:]))


def _joined(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, where numbers that stand just right of their heading come under it.

    A page tells places in letters, and the letters of headings and of numbers differ in width.
    """
    columns: list[Row] = []
    for column in zip(*rows, strict=True):
        before = columns[-1] if columns else ()
        pairs = list(zip(before, column, strict=False))
        if before and column[0] is None and all(None in pair for pair in pairs):
            columns[-1] = tuple(left if right is None else right for left, right in pairs)
        else:
            columns.append(column)
    return tuple(zip(*columns, strict=True))


def _is_number(piece: _Piece) -> bool:
    return bool(_NUMBER.fullmatch(piece.text))


def _columns(lines: list[Line]) -> list[tuple[int, int]]:
    """From where to where each column stands: pieces that overlap are in one."""
    edges: list[tuple[int, int]] = []
    for piece in sorted((p for line in lines for p in line), key=lambda piece: piece.start):
        if edges and piece.start < edges[-1][1]:
            edges[-1] = (edges[-1][0], max(edges[-1][1], piece.end))
        else:
            edges.append((piece.start, piece.end))
    return edges


def _row(line: Line, edges: list[tuple[int, int]]) -> Row:
    return tuple(
        " ".join(piece.text for piece in line if start <= piece.start < end) or None
        for start, end in edges
    )
