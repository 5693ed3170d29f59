"""The rule that words are Dutch that reads well."""

import re

from analytics.figures.doors.marts import Audience
from analytics.scope.sentences import just_started
from charts.tabulate import table_of
from tests.charts.cards.rules.seen import Seen

NONSENSE = re.compile(r"\b(?:nan|None|inf|NaT)\b|\bin Zonder team\b|docs/|  |\.\.|!|\d{4} \d")
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
    re.compile(r"\bwijken\b[^.;:·]{0,20} in de wijken zonder team\b|\bin Zonder team\b"),
    re.compile(r"\bde enige (?:stadsdeel|team|gebied|doel)\b|\bhet enige wijk\b", re.IGNORECASE),
    re.compile(r"\b(\d+) doel(?:en)?\b[^.:;]*: \1 "),
    re.compile(r"\b(?:evenveel|keer zo veel) dan\b|\b(?:meer|minder|hoger|lager) als\b"),
)


NOW = re.compile(r"\b(?:nu|vandaag|gisteren|morgen|straks|onlangs|dit jaar|vorig jaar)\b", re.I)
ONE_MOMENT = re.compile(r"\b((?:\w+ )*\d{4}) tot en met \1\b")


def names_its_moment(seen: Seen) -> list[str]:
    """A card is about its peildatum, whenever it is read; a range has two ends that differ."""
    table = table_of(seen.card)
    headings = [column.heading for column in table.columns] if table else []
    texts = (seen.words, *headings)
    return [
        found.group()
        for text in texts
        for form in (NOW, ONE_MOMENT)
        for found in form.finditer(text)
    ]


ROUNDED_NOTHING = re.compile(
    r"\bgeen (?:inwoners?|match(?:es)?|(?:talenten)?scans?)\b|\bniemand\b|\bniets geteld\b"
)


def claims_no_rounded_nothing(seen: Seen) -> list[str]:
    """A count that is rounded to 0 may be a few: it is written as the figure 0."""
    if seen.known.audience is Audience.INTERN:
        return []
    return [found.group() for found in ROUNDED_NOTHING.finditer(seen.words)]


CLAIM = re.compile(
    r"\b(?:meer|minder|hoger|lager|keer zo veel|evenveel) (?:dan|als)\b"
    r"|\b(?:hoogst|laagst|grootst|valt op|achter op|springt|op plaats|bovenaan|onderaan)\b",
    re.IGNORECASE,
)


def claims_nothing_of_what_is_new(seen: Seen) -> list[str]:
    """Of an area that takes part for less than a full month nothing is said beside others.

    After a sentence that says so others may be told of.
    """
    day = seen.view.as_of or seen.known.as_of
    progress = seen.answers.progress(seen.place.level, day)[seen.place.code]
    if not seen.view.area or not progress.is_new(day) or "hele stad" in seen.card.title:
        return []
    said = re.split(r"(?<=\.) ", seen.card.sentence)
    own = said[:1] if just_started(seen.place) == said[0] else said
    return [found.group() for one in own for found in CLAIM.finditer(one)]


def has_a_title(seen: Seen) -> list[str]:
    """Every card says above it what it is about, also where it has nothing to show."""
    return [] if seen.card.title else ["geen titel"]


def reads_well(seen: Seen) -> list[str]:
    """No words of the machine, no plural beside one, no count after a year, "als" and "dan"."""
    texts = [seen.words, *(cell for row in seen.cells for cell in row)]
    forms = (NONSENSE, *SLIPS)
    return [found.group() for text in texts for form in forms for found in form.finditer(text)]
