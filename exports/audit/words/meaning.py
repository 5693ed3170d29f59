"""What a word says that a number counts: residents, organisations, or nothing of the kind."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from analytics.catalog import INDICATORS, Indicator, Time, Unit

INHABITANTS = "inhabitants"
FOLLOWED = " (gevolgd)"
# Stocks with the measures of what comes in and what goes out.
STOCK_FLOWS = {
    "running_matches": ("matches_started", "matches_ended"),
    "waiting": ("waiting_in", "waiting_out"),
}
_FLOW_NAMES = {
    "gestarte matches": "matches_started",
    "beëindigde matches": "matches_ended",
    "instroom wachtend": "waiting_in",
    "uitstroom wachtend": "waiting_out",
}
_RESIDENTS = re.compile(
    r"match|scan|\b(geen plek|inwoner|bewoner|wacht|bereikt|mensen\b|personen\b|persoon\b|resident"
    r"|uitstro|instroom|gekoppeld|koppeling|people|waiting|cli[eë]nt|bewoonster"
    r"|vrouw(en)?\b|mannen\b|deelne|jongeren\b|ouderen\b|kinderen\b|werkzoeken|statushouder|gezin|klant|kandida|senior"
    r"|buurtgeno|cursist|werkloz|nieuwkomer|iemand\b|hen\b|man\b|traject|vrijwilligers?\b)"
)
_ORGANISATIONS = re.compile(
    r"vacature|vacanc|ontwikkelplaats|organisatie|vereniging|bedrij"
    r"|\b(plek|position|wijken|buurten|stadsdelen|teams|gebieden|sectoren|gemeenten)"
)
_NEUTRAL = re.compile(
    r"jaar|year|maand|month|kwarta|quarter|\bweek|\bdag|\bday|datum|date|postcode|\bpc\d|\bha\b"
    r"|oppervlak|area|huishoud|household|\blat\b|\blon\b|breedte|lengte|\bx_|\bcode|\bid\b|fid"
    r"|_id\b|\brang|\brank|\bnr\b|nummer|volgorde|order|klasse|class|kleur|colou?r|versie|version"
    r"|pagina|page|bladzijde|drempel|threshold|doel|target|decima|aandeel|share|percent|%|mediaan"
    r"|median|gemiddeld|mean|niveau|level|geom|roundoff|bevolking|population|srs_|min_|max_|figuur|tabel"
    r"|grafiek|kaart|slide|dia\b|schaal|feature count"
)
_RATES = re.compile(
    r"\bper (1\.?000|100|duizend|inwoner|wacht|hectare)|x 1\.?000|%|aandeel|percent|procent"
    r"|gemiddeld|media|dagen"
)
_LENGTH = re.compile(r"^(aantal )?(jaren|maanden|weken|dagen)\b")  # as in `maanden na de scan`
_POPULATION = frozenset(("inwoners", "aantal inwoners", "inhabitants", "inwonertal"))


class Subject(Enum):
    """Whom a number is about, as far as the words around it tell."""

    RESIDENTS = "residents"
    ORGANISATIONS = "organisations"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Meaning:
    """A measure behind a name. A rate is measure / denominator x per."""

    measure: str
    is_stock: bool
    residents: bool
    denominator: str = ""
    per: int = 1


def plain(text: str) -> str:
    """A heading or name in lower case, without underscores and double spaces."""
    return " ".join(text.replace("_", " ").lower().split())


def _of_indicator(indicator: Indicator) -> Meaning:
    """What it counts; of a duration the residents who had it happen, out of those followed."""
    if indicator.duration is not None:
        return Meaning(indicator.id, False, True, f"{indicator.id}{FOLLOWED}")
    return Meaning(
        indicator.measure,
        indicator.time is Time.STOCK,
        residents_of().get(indicator.measure, True),
        indicator.denominator,
        indicator.per,
    )


@cache
def residents_of() -> dict[str, bool]:
    """Per measure of the catalogue whether it counts residents."""
    told = {i.measure: i.counts is Unit.RESIDENTS for i in INDICATORS if not i.is_rate}
    return told | {f"{i.id}{FOLLOWED}": True for i in INDICATORS if i.duration is not None}


@cache
def _names() -> dict[str, Meaning]:
    """Every name that the catalogue gives, with its meaning; measures are counts."""
    names = {name: Meaning(flow, False, True) for name, flow in _FLOW_NAMES.items()}
    names |= {plain(flow): Meaning(flow, False, True) for flow in _FLOW_NAMES.values()}
    for indicator in INDICATORS:
        names |= {plain(name): _of_indicator(indicator) for name in (indicator.id, indicator.label)}
        if not indicator.is_rate:
            names[plain(indicator.measure)] = _of_indicator(indicator)
    return names


@cache
def of_name(name: str) -> Meaning | None:
    """What a heading or an indicator column names; None when it names no count that we know.

    A name that is not in the catalogue and speaks of residents is a flow of its own.
    """
    text = plain(name).removeprefix("aantal ")
    if text in _names() and plain(name) not in _POPULATION:
        return _names()[text]
    if subject(text) is Subject.RESIDENTS and not is_rate(text):
        return Meaning(text, False, True)
    return None


def is_rate(text: str) -> bool:
    """Whether words name a share, a mean or a measure per so many."""
    return bool(_RATES.search(text))


@cache
def in_text(text: str) -> Meaning | None:
    """The measure that a title names: the longest name of the catalogue in it."""
    around = plain(text)
    found = [name for name in _names() if re.search(rf"\b{re.escape(name)}\b", around)]
    return _names()[max(found, key=len)] if found else None


@cache
def subject(words: str) -> Subject:
    """Whom a number beside these words is about."""
    text = plain(words)
    if text in _POPULATION or _LENGTH.search(text):
        return Subject.NEUTRAL
    known = _names().get(text.removeprefix("aantal "))
    if known:
        return Subject.RESIDENTS if known.residents else Subject.ORGANISATIONS
    return Subject.NEUTRAL if is_rate(text) else counted(text)


@cache
def counted(noun: str) -> Subject:
    """Whom a noun names that stands beside a number, as in `3 inwoners`."""
    text = plain(noun)
    if _RESIDENTS.search(text):
        return Subject.RESIDENTS
    if _ORGANISATIONS.search(text):
        return Subject.ORGANISATIONS
    return Subject.NEUTRAL if _NEUTRAL.search(text) else Subject.UNKNOWN
