"""The guard against personal data: a delivery with such a column is refused as a whole."""

import re
from collections.abc import Iterator, Sequence

from data.delivery.personal.identifiers import identifier_kind
from data.delivery.recognition.headings import LocatedSheet
from data.delivery.recognition.vocabulary import Vocabulary
from data.delivery.text import squash, words
from data.grammar import listed
from data.problems import DeliveryRefused

_LONGEST_HEADING = 60  # a longer cell is a sentence, not a heading
_SHOWN = 10
_BY_HEADING = "persoonsgegeven volgens de kop"
_NAMES = frozenset({"naam", "namen", "name", "names"})

# Anywhere in a heading, spaces and punctuation left out.
_PARTS = re.compile(
    "voornaam(?!ste)|achternaam|roepnaam|familienaam|meisjesnaam|tussenvoegsel|voorletter|initialen"
    "|adres|straat|huisn(umme)?r|telefoon|mobiel|email|burgerservice|sofin(umme)?r"
    "|geboorte|geboren|geb(dat|dd)|contactpersoon|contactgegevens|rekeningnummer|paspoort"
    "|(first|last|full|given|family|middle|maiden|nick)name|surname|address|street"
    "|house(number|no|nr)|phone|mobile|birth|socialsecurity|passport"
)
# As a word of its own.
_WORDS = frozenset(
    (
        *("bsn", "tel", "telnr", "gsm", "fax", "mail", "iban", "dob", "sofi", "whatsapp"),
        *("name", "names", "namen", "initials"),
    )
)
# The name of something that is no person, and nothing besides: not `naam medewerker wijkteam`.
_NAME_OF_A_THING = re.compile(
    "(?:namen|naam|names?|van|de|het|of|the|s|code|ontwikkel|buurt|wijk|team|stadsdeel|gebieds?"
    "|gemeente|plaats|organisatie|bedrijf|vereniging|vacature|functie|sector|branche|talent"
    "|project|indicator|gebeurtenis|bestand|file|place|area|district|neighbou?rhood"
    "|organi[sz]ation|company|kolom|column|tabel|table|school|locatie|activiteit)+"
)


def refuse_personal_data(sheets: Sequence[LocatedSheet], vocabulary: Vocabulary) -> None:
    """Raises DeliveryRefused when a column of any sheet looks like personal data.

    Headings are judged by their words, and the cells of every column (recognised or not, with or
    without a heading) by e-mail addresses, telephone numbers and citizen service numbers.
    """
    found = [
        f"{sheet.raw.title()}: kolom {column} ({kind})"
        for sheet in sheets
        for column, kind in _suspects(sheet, vocabulary)
    ]
    if found:
        more = f" en nog {len(found) - _SHOWN}" if len(found) > _SHOWN else ""
        raise DeliveryRefused(
            f"De levering bevat persoonsgegevens en is geweigerd: {listed(found[:_SHOWN])}{more}."
            " Haal deze kolommen weg en lever opnieuw aan. Er is niets overgenomen."
        )


def _suspects(sheet: LocatedSheet, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    headings = {heading.position: heading.text for heading in sheet.headings()}
    start = sheet.header + 1 if sheet.table else 0
    for position in range(sheet.raw.width()):
        heading = headings.get(position, "")
        is_known = sheet.table is not None and vocabulary.in_contract(sheet.table, heading)
        kind = "" if is_known else heading_kind(heading)
        kind = kind or identifier_kind(sheet.raw.column(position, start).distinct)
        if kind:
            yield heading or sheet.raw.letters(position), kind


def heading_kind(heading: str) -> str:
    """What makes a heading look like personal data; empty when nothing does."""
    if len(heading) > _LONGEST_HEADING:
        return ""
    plain, parts = squash(heading), words(heading)
    if _PARTS.search(plain):
        return _BY_HEADING
    if _NAME_OF_A_THING.fullmatch(plain) and plain not in _NAMES:
        return ""
    is_name = any(re.search("^naam|(?<!ange)naam$", word) for word in parts)
    return _BY_HEADING if is_name or _WORDS.intersection(parts) else ""
