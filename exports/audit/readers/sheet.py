"""One page of a PDF: its words by the mark that they stand under, by line and by place."""

from collections import defaultdict
from typing import Any

from pypdf.generic import ContentStream, DictionaryObject, NameObject

# The operators that show text, and those that say where and how (ISO 32000-1, 9.3, 9.4 and 8.4).
_SHOWN = frozenset((b"Tj", b"TJ", b"'", b'"'))
_PLACED = frozenset(b"BT ET q Q cm Tc Tw Tz TL Tf Ts Td TD Tm T*".split())


class _Marks:
    """Under which mark one is, while going through the operators of a page (idem, 14.6)."""

    def __init__(self) -> None:
        self._open: list[int | None] = []
        self._is_in_text = False
        self.is_parted = True  # no mark begins halfway a text

    def heed(self, operator: bytes, operands: Any) -> None:
        """Goes on past an operator."""
        if operator in (b"BT", b"ET"):
            self._is_in_text = operator == b"BT"
        elif operator in (b"BDC", b"BMC"):
            self.is_parted &= not self._is_in_text
            told = operands[1] if len(operands) > 1 else None
            self._open.append(told.get("/MCID") if isinstance(told, DictionaryObject) else None)
        elif operator == b"EMC" and self._open:
            self._open.pop()

    @property
    def last(self) -> int | None:
        """The innermost mark; None outside all of them."""
        return next((mark for mark in reversed(self._open) if mark is not None), None)


class Sheet:
    """A page of a document; `is_parted` tells whether its marks part its words."""

    def __init__(self, page: Any, is_marked: bool) -> None:
        """Reads the words of a page of pypdf, by their marks where it `is_marked`.

        The page is taken apart once, for this and for what is left out later.
        """
        self._page = page
        self._pieces: list[tuple[int | None, str]] = []
        self.is_parted = is_marked
        self._is_drawn = page.get_contents() is not None
        if self._is_drawn:
            drawn = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
            page[NameObject("/Contents")] = drawn
        if is_marked:
            self._read_marked()
        else:
            self._pieces.append((None, page.extract_text()))

    def _read_marked(self) -> None:
        marks = _Marks()
        self._page.extract_text(
            visitor_operand_before=lambda operator, operands, *_: marks.heed(operator, operands),
            visitor_text=lambda text, *_: self._pieces.append((marks.last, text)),
        )
        self.is_parted = marks.is_parted

    @property
    def words(self) -> dict[int, str]:
        """The words under each mark."""
        found: defaultdict[int, str] = defaultdict(str)
        for mark, text in self._pieces:
            if mark is not None:
                found[mark] += text
        return dict(found)

    def lines(self, without: set[int]) -> list[str]:
        """The lines, but for what stands under some marks."""
        text = "".join(text for mark, text in self._pieces if mark not in without)
        return [line.strip() for line in text.splitlines() if line.strip()]

    def in_places(self, without: set[int]) -> str:
        """The words where they stand on the page, but for what stands under some marks."""
        if self._is_drawn:
            self._leave_out(without)
        return str(self._page.extract_text(extraction_mode="layout"))

    def _leave_out(self, without: set[int]) -> None:
        """Keeps the words that are under other marks, or under none, and nothing that is drawn."""
        drawn = self._page["/Contents"]
        marks, kept = _Marks(), []
        for operands, operator in drawn.operations:
            marks.heed(operator, operands)
            is_other = operator in _SHOWN and marks.last not in without
            if is_other or operator in _PLACED:
                kept.append((operands, operator))
        drawn.operations = kept
