"""Finding out how the letters of a text file are written: no file says so itself."""

import codecs
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from data.delivery.text import squash
from data.problems import DeliveryRefused

_MARKS = {  # the longest first: the mark of utf-32 begins with that of utf-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_ONE_BYTE = ("cp1252", "mac_roman", "cp850")
_CHUNK = 1 << 20
_MOST_CELLS = 2_000
_FOREIGN_CELL = re.compile(rb"[^;,\t|\r\n\"]*[\x80-\xff][^;,\t|\r\n\"]*")
_FOREIGN_RUN = re.compile("[\x80-\U0010ffff]+")
_COMMON = frozenset("ëéèïüöêçËÉ")
_LETTERS = frozenset("áàâäãåíìîóòôõúùûñÿøæœßÁÀÄÅÇÈÏÍÓÖÚÜÑ")
_OPENING, _CLOSING, _OTHER = frozenset("“‘«„"), frozenset("”’»"), frozenset("–—…€°²³½•·§±")
_UNKNOWN = -2


@dataclass(frozen=True)
class Encoding:
    """How to read a text file: the codec, what to do with wrong bytes, and a repair per cell."""

    codec: str
    errors: str = "strict"
    repair: Callable[[str], str] | None = None


def encoding_of(path: Path, name: str, known: Collection[str]) -> Encoding:
    """The encoding of a text file that a reader calls `name`.

    `known` (squashed headings) tell two guesses apart. Raises DeliveryRefused for no text.
    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    for mark, codec in _MARKS.items():
        if head.startswith(mark):
            return _checked(path, codec, name)
    if b"\x00" in head:
        return _checked(path, _wide(head, name), name)
    if _decodes(path, "utf-8", name):
        return Encoding("utf-8", repair=_repair(path))
    return _one_byte(path, name, known)


def _checked(path: Path, codec: str, name: str) -> Encoding:
    if not _decodes(path, codec, name):
        raise _no_text(name)
    return Encoding(codec)


def _wide(head: bytes, name: str) -> str:
    # Latin letters in utf-16 have their zero on one side.
    pairs = max(1, len(head) // 2)
    after, before = head[1::2].count(0) / pairs, head[0::2].count(0) / pairs
    if max(after, before) < 1 / 2 or min(after, before) > 1 / 10:
        raise _no_text(name)
    return "utf-16-le" if after > before else "utf-16-be"


def _no_text(name: str) -> DeliveryRefused:
    return DeliveryRefused(
        f"{name} is geen leesbaar tekstbestand. Sla het op als CSV (UTF-8) of als .xlsx."
    )


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _texts(path: Path, codec: str, errors: str = "strict") -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(codec)(errors)
    for chunk in _chunks(path):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _decodes(path: Path, codec: str, name: str) -> bool:
    try:
        for text in _texts(path, codec):
            if "\x00" in text:
                raise _no_text(name)
    except UnicodeError:
        return False
    return True


def _repair(path: Path) -> Callable[[str], str] | None:
    # UTF-8 that was read as something else and saved as UTF-8 again: `BeÃ«indigd`.
    runs: set[str] = set()
    for text in _texts(path, "utf-8"):
        if not text.isascii():
            runs.update(_FOREIGN_RUN.findall(text))
    runs.discard("\ufeff")
    for codec in _ONE_BYTE:
        if runs and all(_undone(run, codec) for run in runs):
            return partial(_repaired, codec)
    return None


def _repaired(codec: str, text: str) -> str:
    return _FOREIGN_RUN.sub(lambda run: _undone(run[0], codec) or run[0], text)


def _undone(run: str, codec: str) -> str:
    try:
        return _as_bytes(run, codec).decode("utf-8")
    except UnicodeError:
        return ""


def _as_bytes(run: str, codec: str) -> bytes:
    # Five bytes mean nothing in cp1252; programs keep them as control signs.
    return b"".join(
        bytes([ord(sign)]) if codec == "cp1252" and "\x80" <= sign <= "\x9f" else sign.encode(codec)
        for sign in run
    )


def _one_byte(path: Path, name: str, known: Collection[str]) -> Encoding:
    cells: set[bytes] = set()
    for chunk in _chunks(path):
        if b"\x00" in chunk:
            raise _no_text(name)
        if len(cells) < _MOST_CELLS:
            cells.update(_FOREIGN_CELL.findall(chunk)[:_MOST_CELLS])
    if _mostly_utf8(cells):
        return Encoding("utf-8", errors="replace")
    codec = max(_ONE_BYTE, key=lambda guess: sum(_likeness(cell, guess, known) for cell in cells))
    return Encoding(codec, errors="replace")


def _mostly_utf8(cells: Collection[bytes]) -> bool:
    # One letter cut in half does not make a file of another kind.
    right = 0
    for cell in cells:
        try:
            cell.decode("utf-8")
            right += 1
        except UnicodeError:
            continue
    return 2 * right > len(cells)


def _likeness(cell: bytes, codec: str, known: Collection[str]) -> int:
    text = cell.decode(codec, errors="replace")
    score = 10 if squash(text.partition("(")[0]) in known else 0
    padded = f" {text} "
    for before, sign, after in zip(padded, padded[1:], padded[2:], strict=False):
        if sign > "\x7f":
            score += _sign_likeness(before, sign, after)
    return score


def _sign_likeness(before: str, sign: str, after: str) -> int:
    if sign == "\xa0":
        return 0
    if sign in _COMMON | _LETTERS:
        if before.isdigit() or after.isdigit() or (before.islower() and sign.isupper()):
            return _UNKNOWN
        return 2 if sign in _COMMON and after.isalpha() else 1
    is_closing = sign in _CLOSING and (before.isalpha() or after.isalpha())
    if is_closing or (sign in _OPENING and after.isalpha() and not before.isalpha()):
        return 2
    return 1 if sign in _OTHER else _UNKNOWN
