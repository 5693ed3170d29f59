"""How much a delivered heading is like a known one: misspelt, damaged, or in other words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from data.contract.columns import Column, Table
from data.delivery.recognition.vocabulary import readings
from data.delivery.text import squash, words

_SHORT, _LONG = 5, 10  # so many letters allow one, or two, wrong ones
_MOST_WORDS = 4
_STEM = 4
_LONGEST_HEADING = 60
_FILLING = frozenset({"de", "het", "een", "van", "der", "the", "of", "a"})
# Words that do not tell columns of a table apart.
_GENERIC = frozenset(
    (
        *("datum", "date", "dag", "nummer", "code", "naam", "reden", "groep", "aantal", "tot"),
        *("match", "matches", "scan", "talentenscan", "soort", "bereikt", "afgesproken"),
    )
)
_OTHER_WORDS = {
    "ended_on": ("eind", "stop", "afge", "been", "klaa", "gere", "uitv", "verl"),
    "closed_on": ("slui", "eind", "stop", "verv", "inge"),
    "left_on": ("vert", "uits", "eind", "stop", "opge", "weg"),
}


@dataclass(frozen=True)
class Likeness:
    """A column that a heading is like; certain means that nobody needs to be asked."""

    column: str
    all_differ: bool


def typing_distance(one: str, other: str) -> int:
    """Letters to add, leave out, change or swap with the next to make one text of the other.

    Source: optimal string alignment (Damerau 1964; Levenshtein 1966).

    >>> typing_distance("beeindigtop", "beeindigdop"), typing_distance("scna", "scan")
    (1, 1)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != against))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def likeness(heading: str, table: Table, missing: Collection[str]) -> Likeness | None:
    """The missing column that a heading is like most; None when it is like none of them."""
    if len(heading) > _LONGEST_HEADING:
        return None
    distances = {column.name: _distance(heading, column) for column in table.columns}
    nearest = min(distances, key=lambda name: distances[name][0])
    distance, limit = distances[nearest]
    alone = sum(other[0] <= distance for other in distances.values()) == 1
    if nearest in missing and alone and distance <= limit:
        return Likeness(nearest, all_differ=True)
    resembling = [name for name in missing if _resembles(heading, table.column(name), distances)]
    resembling.sort(key=lambda name: distances[name][0])
    return Likeness(resembling[0], all_differ=False) if resembling else None


def _distance(heading: str, column: Column) -> tuple[int, int]:
    # With the distance that still is a slip of the pen, for a heading of that length.
    found = [(_nearest(heading, known), _slips(heading, known)) for known in _known(column)]
    return min(found, key=lambda pair: pair[0] - pair[1])


@cache
def _known(column: Column) -> tuple[str, ...]:
    return tuple(dict.fromkeys(squash(text) for text in (*column.headings, column.name)))


def _slips(heading: str, known: str) -> int:
    # In a short word only two letters that changed places are certainly a slip of the pen.
    is_swapped = len(known) == _SHORT - 1 and sorted(squash(heading)) == sorted(known)
    return is_swapped + (len(known) >= _SHORT) + (len(known) >= _LONG)


def _nearest(heading: str, known: str) -> int:
    return min(_digits_too(text, known) for text in _orders(heading))


def _digits_too(text: str, known: str) -> int:
    # "Datum 2" is no slip of the pen for "Datum 1".
    if abs(len(text) - len(known)) > _LONG or _digits(text) != _digits(known):
        return len(text) + len(known)
    return typing_distance(text, known)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())


def _orders(heading: str) -> set[str]:
    parts = [word for word in words(heading) if word not in _FILLING]
    joined = {"".join(order) for order in permutations(parts)} if len(parts) <= _MOST_WORDS else ()
    return {text for text in (*readings(heading), *joined) if text}


def _resembles(heading: str, column: Column, distances: dict[str, tuple[int, int]]) -> bool:
    distance = distances[column.name][0]
    return distance <= max(1, len(squash(heading)) // 4) or bool(
        _stems(words(heading)) & (_stems(_all_words(column)) | set(_others(column)))
    )


def _all_words(column: Column) -> Iterable[str]:
    return (word for text in column.headings for word in words(text))


def _others(column: Column) -> tuple[str, ...]:
    return _OTHER_WORDS.get(column.name, ())


def _stems(parts: Iterable[str]) -> set[str]:
    return {part[:_STEM] for part in parts if len(part) >= _STEM and part not in _GENERIC}
