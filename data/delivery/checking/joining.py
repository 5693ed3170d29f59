"""Joining numbers that Excel and people wrote in another way: 101.0, 000101 and s12 for S12."""

import re
from collections.abc import Collection, Iterable, Mapping

from data.contract.columns import Kind
from data.delivery.checking.records import Records
from data.delivery.reading.cells import Typed
from data.grammar import counted, listed, plural

_DECIMALS = re.compile(r"(\d+)[.,]0+")
_EXAMPLES = 3


def plain_key(key: str, *, with_case: bool = False) -> str:
    """A number without what programs add to it: decimals, zeros in front, another case.

    >>> plain_key("000101"), plain_key("101.0"), plain_key("S012")
    ('101', '101', 's012')
    """
    decimals = _DECIMALS.fullmatch(key)
    text = decimals[1] if decimals else key
    text = (text.lstrip("0") or "0") if text.isdecimal() else text
    return text if with_case else text.casefold()


def join_references(records: Records, column: str, known: Collection[Typed]) -> None:
    """Gives every reference that is not known the known number that it can only be."""
    unknown = set(records.values[column]) - set(known) - {None}
    by_plain = _by_plain(known) if unknown else {}
    found: dict[Typed, Typed] = {}
    for value in unknown:
        meant = by_plain.get(plain_key(str(value)), set())
        if len(meant) == 1:
            found[value] = next(iter(meant))
    _rewrite(records, column, found)


def join_keys(records: Records, known: Collection[Typed]) -> None:
    """Gives keys that only a spreadsheet wrote in another way (101.0, 000101) the known one."""
    column = records.table.key[0]
    if not known or records.table.column(column).kind is not Kind.KEY:
        return
    delivered = set(records.values[column]) - {None}
    by_plain: dict[str, set[Typed]] = {}
    for key in {*known, *delivered}:
        by_plain.setdefault(plain_key(str(key), with_case=True), set()).add(key)
    found: dict[Typed, Typed] = {}
    for value in delivered - set(known):
        others = by_plain[plain_key(str(value), with_case=True)] - {value}
        if len(others) == 1 and not others & delivered:
            found[value] = others.pop()
    _rewrite(records, column, found)


def unite_keys(records: Records, column: str) -> None:
    """Writes one number in one way within a column: 101.0 and 000101 as 101; case stays."""
    by_plain: dict[str, set[Typed]] = {}
    for value in set(records.values[column]) - {None}:
        by_plain.setdefault(plain_key(str(value), with_case=True), set()).add(value)
    found = {
        value: plain
        for plain, values in by_plain.items()
        if len(values) > 1
        for value in values
        if value != plain
    }
    _rewrite(records, column, found)


def _by_plain(known: Iterable[Typed]) -> dict[str, set[Typed]]:
    by_plain: dict[str, set[Typed]] = {}
    for key in known:
        by_plain.setdefault(plain_key(str(key)), set()).add(key)
    return by_plain


def _rewrite(records: Records, column: str, found: Mapping[Typed, Typed]) -> None:
    if not found:
        return
    values = records.values[column]
    count = sum(value in found for value in values)
    records.values[column] = [found.get(value, value) for value in values]
    examples = listed([f"{wrote} als {meant}" for wrote, meant in list(found.items())[:_EXAMPLES]])
    records.remarks.append(
        f"{records.table.label}: {counted(count, 'nummer', 'nummers')} bij"
        f" {records.table.column(column).label} {plural(count, 'is', 'zijn')} anders geschreven en"
        f" gelezen als het nummer dat er staat ({examples})."
    )
