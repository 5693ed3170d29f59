"""The words by which a reader finds pages, figures, areas and periods: labels, and synonyms."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from analytics.catalog import INDICATORS
from analytics.scope.areas import NamedArea
from data.delivery.text import squash
from data.reference.areas import Level, city

WORDS_FILE = Path(__file__).parent / "words.csv"
_WORD = re.compile(r"[a-z0-9+]+")

Kind = Literal["page", "indicator", "area", "level", "window", "period", "month"]


@dataclass(frozen=True)
class Meaning:
    """What a phrase stands for: a page by its path, an area by its code, and so on."""

    kind: Kind
    target: str


def tokens(text: str) -> list[str]:
    """The words of a question, without accents, capitals and signs.

    >>> tokens("Wachtend 't Hofke, 2020")
    ['wachtend', 't', 'hofke', '2020']
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(sign for sign in letters if not unicodedata.combining(sign)))


@cache
def fixed_words() -> dict[str, Meaning]:
    """Phrases, squashed, of what every data file has: pages, figures, levels, windows."""
    found = {squash(phrase): meaning for phrase, meaning in _from_file()}
    labels = {squash(one.label): Meaning("indicator", one.id) for one in INDICATORS}
    return {**found, **labels}


def area_words(areas: Mapping[str, NamedArea]) -> dict[str, list[NamedArea]]:
    """Areas by the ways to write their name, squashed; a name of two buurten is two names."""
    found: dict[str, list[NamedArea]] = {}
    for area in areas.values():
        for name in {area.name, *area.name.split(", ")}:
            for word in {squash(name), squash(name.removeprefix("'t ").removeprefix("Team "))}:
                if area.level is not Level.TEAM or word == squash(area.name):
                    found.setdefault(word, []).append(area)
    return found


def _from_file() -> Iterator[tuple[str, Meaning]]:
    """The phrases of words.csv; the only area that has any is the gemeente itself."""
    with WORDS_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind: Kind = row["kind"]  # type: ignore[assignment]
            target = city().code if kind == "area" else row["target"]
            for phrase in row["words"].split("|"):
                yield phrase, Meaning(kind, target)
