"""Joining numbers that Excel and people wrote in another way: 101.0, 000101 and s12 for S12."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain

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


def join_references(records: Records, column: str, *known: Collection[Typed]) -> None:
    """Gives every reference that is not known the known number that it can only be."""
    unknown = records.values[column].distinct if any(known) else []
    for part in known:
        unknown = [value for value in unknown if value not in part]
    plain = {value: plain_key(str(value)) for value in unknown}
    by_plain = _by_plain(chain(*known), plain.values(), lambda key: plain_key(str(key)))
    meant = {value: by_plain.get(number, set()) for value, number in plain.items()}
    found = {value: next(iter(keys)) for value, keys in meant.items() if len(keys) == 1}
    _rewrite(records, column, found)


def join_keys(records: Records, known: Collection[Typed]) -> None:
    """Gives keys that only a spreadsheet wrote in another way (101.0, 000101) the known one."""
    column = records.table.key[0]
    if not known or records.table.column(column).kind is not Kind.KEY:
        return
    values = records.values[column].distinct
    delivered = set(values)
    new = {value: _with_case(value) for value in values if value not in known}
    by_plain = _by_plain(chain(known, delivered), new.values(), _with_case)
    found: dict[Typed, Typed] = {}
    for value, plain in new.items():
        others = by_plain[plain] - {value}
        if len(others) == 1 and not others & delivered:
            found[value] = others.pop()
    _rewrite(records, column, found)


def unite_keys(records: Records, column: str) -> None:
    """Writes one number in one way within a column: 101.0 and 000101 as 101; case stays."""
    values = records.values[column].distinct
    odd = {value: plain for value in values if (plain := _with_case(value)) != value}
    by_plain = _by_plain(values, odd.values(), _with_case)
    found = {value: plain for value, plain in odd.items() if len(by_plain[plain]) > 1}
    _rewrite(records, column, found)


def _with_case(key: Typed) -> str:
    return plain_key(str(key), with_case=True)


def _by_plain(
    keys: Iterable[Typed], wanted: Iterable[str], plain: Callable[[Typed], str]
) -> dict[str, set[Typed]]:
    # Only of the plain numbers that are asked for: of millions there are few.
    by_plain: dict[str, set[Typed]] = {}
    asked = set(wanted)
    for key in keys if asked else ():
        number = plain(key)
        if number in asked:
            by_plain.setdefault(number, set()).add(key)
    return by_plain


def _rewrite(records: Records, column: str, found: Mapping[Typed, Typed]) -> None:
    if not found:
        return
    values = records.values[column]
    count = len(values.rows(found.__contains__))
    records.values[column] = values.mapped(lambda value: found.get(value, value))
    examples = listed([f"{wrote} als {meant}" for wrote, meant in list(found.items())[:_EXAMPLES]])
    records.remarks.append(
        f"{records.table.label}: {counted(count, 'nummer', 'nummers')} bij"
        f" {records.table.column(column).label} {plural(count, 'is', 'zijn')} anders geschreven en"
        f" gelezen als het nummer dat er staat ({examples})."
    )
