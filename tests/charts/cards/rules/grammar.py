"""The rule that words are Dutch that reads well."""

import re

from tests.charts.cards.rules.seen import Seen

NONSENSE = re.compile(r"\b(?:nan|None|inf|NaT)\b|\bin Zonder team\b|docs/|  |\.\.|!")
SINGULARS = {
    "wijken": "wijk",
    "buurten": "buurt",
    "stadsdelen": "stadsdeel",
    "teams": "team",
    "matches": "match",
    "vacatures": "vacature",
    "inwoners": "inwoner",
    "scans": "scan",
    "plekken": "plek",
    "maanden": "maand",
    "dagen": "dag",
    "ontwikkelplaatsen": "ontwikkelplaats",
    "gebieden": "gebied",
    "doelen": "doel",
}
MANY = "|".join(SINGULARS)
ONE = "|".join(SINGULARS.values())
ALONE = r"(?<![\d.,:+−-])"
SLIPS = (
    re.compile(rf"{ALONE}1 (?:{MANY})\b"),
    re.compile(rf"{ALONE}(?:0|[2-9]|\d[\d.]*\d) (?:{ONE})\b"),
    re.compile(rf"\b[01] van de \d+ (?:{MANY}) zijn\b"),
    re.compile(rf"\bvan de 1 (?:{ONE}|{MANY})\b"),
    re.compile(rf"\balle [12] (?:{ONE}|{MANY})\b", re.IGNORECASE),
    re.compile(r"\b(?:evenveel|keer zo veel) dan\b|\b(?:meer|minder|hoger|lager) als\b"),
)


def reads_well(seen: Seen) -> list[str]:
    """No words of the machine, no plural beside one, "als" with equal and "dan" with more."""
    texts = [seen.words, *(cell for row in seen.cells for cell in row)]
    forms = (NONSENSE, *SLIPS)
    return [found.group() for text in texts for form in forms for found in form.finditer(text)]
