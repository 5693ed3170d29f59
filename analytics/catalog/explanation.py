"""What an indicator tells a reader: what it counts, how, and what to mind. From its one entry."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analytics.catalog import INDICATORS, MIN_INHABITANTS
from analytics.catalog.indicator import Indicator, Time, Unit

TERMS_FILE = Path(__file__).parent / "terms.csv"
INHABITANTS = "inhabitants"


@dataclass(frozen=True)
class Explanation:
    """An indicator in sentences: what it is, how it is counted, and what to mind."""

    title: str
    definition: str
    counted: str
    pitfalls: tuple[str, ...]
    source: str


def explanation(indicator: Indicator) -> Explanation:
    """The explanation of an indicator."""
    title = indicator.label[0].upper() + indicator.label[1:]
    return Explanation(
        title, indicator.definition, _counted(indicator), _pitfalls(indicator), indicator.source
    )


@cache
def terms() -> tuple[tuple[str, str], ...]:
    """The other words of the pages with their meaning, in the order of the alphabet."""
    with TERMS_FILE.open(encoding="utf-8", newline="") as file:
        found = [(row["word"], row["meaning"]) for row in csv.DictReader(file)]
    return tuple(sorted(found, key=lambda term: term[0].casefold()))


def explained() -> list[tuple[Indicator, Explanation]]:
    """All indicators of the catalogue with their explanation, in its order."""
    return [(indicator, explanation(indicator)) for indicator in INDICATORS]


def _counted(indicator: Indicator) -> str:
    return f"Geteld {_when(indicator)}, {indicator.where}; in {indicator.unit}."


def _when(indicator: Indicator) -> str:
    if indicator.duration:
        return "over wie in de gekozen periode is gevolgd"
    if indicator.time is Time.STOCK:
        return "op de peildatum"
    return "over de gekozen periode, tot en met de peildatum"


def _pitfalls(indicator: Indicator) -> tuple[str, ...]:
    """What a reader could get wrong, from the kind of figure that it is."""
    found = []
    if indicator.time is Time.STOCK and indicator.duration is None:
        found.append("Een stand: de gekozen periode verandert dit cijfer niet.")
    if indicator.denominator == INHABITANTS:
        found.append(
            "In een klein gebied maakt een enkele match al veel uit; onder"
            f" {MIN_INHABITANTS} inwoners staat er geen cijfer."
        )
    if indicator.more_is_better is False:
        found.append("Lager is beter.")
    if indicator.counts is Unit.RESIDENTS:
        found.append("In afgeronde cijfers zijn kleine aantallen niet precies.")
    return tuple(found)
