"""Two series over the same months: what must never lie on one table.

Whoever has the same months rounded with two keys can average them. An export tells its series in
two ways: the manifest (kenmerk, vanaf, peildatum), and the line that says how figures are rounded.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from analytics.figures.doors.marts import Audience
from data.dutch import long_date

_IN_WORDS = re.compile(r"\breeks [^()\n]{1,40} \(([a-p]{8})\)", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What a file tells of its figures: of which series, and from which day to which."""

    file: str
    series: str
    first: date
    last: date


def of_manifest(file: str, text: str | bytes) -> Told | None:
    """What a manifest tells; None for exact figures, and for a text that is no such manifest."""
    try:
        told = json.loads(text)
        series = told["reeks"]["kenmerk"] if told["publiek"] == Audience.GEMEENTE else None
        days = (told["reeks"]["vanaf"], told["peildatum"]) if series else ()
        return Told(file, series, *(date.fromisoformat(day) for day in days)) if series else None
    except (ValueError, KeyError, TypeError):
        return None


def series_in(text: str) -> set[str]:
    """The series that a text names, as the line under an export does: Reeks eerste (kmbcafdp).

    >>> series_in("totalen kloppen met elkaar. Reeks eerste (kmbcafdp).")
    {'kmbcafdp'}
    """
    return set(_IN_WORDS.findall(text))


def overlaps(files: Iterable[Told]) -> list[tuple[Told, Told]]:
    """The pairs of files of two series that tell of the same days."""
    return [
        (one, other)
        for one, other in combinations(files, 2)
        if one.series != other.series and one.first <= other.last and other.first <= one.last
    ]


def alarm(one: Told, other: Told) -> str:
    """What is told of such a pair."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    return (
        f"{one.file} en {other.file} zijn van twee reeksen ({one.series} en {other.series}) en gaan"
        f" allebei over {long_date(first)} tot en met {long_date(last)}: naast elkaar zijn kleine"
        " aantallen terug te rekenen. Breng er een naar buiten, en trek het andere in."
    )
