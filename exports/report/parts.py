"""The parts that a report can have: one entry is one part, for the page and the command line."""

from analytics.catalog import find
from analytics.figures.marts import Audience
from analytics.profile.leads import rollout_lead
from analytics.scope.sentences import audience_words
from charts.cards import CARDS
from data.dutch import long_date
from exports.report.report import CardPart, Draft, Part, Text, TextPart
from exports.words import DEMO_WORDS


def summary(draft: Draft) -> Text:
    """What can be quoted: how far the rollout is, and what the cards say of themselves."""
    sentences = [card.sentence for card in draft.cards if card.sentence]
    return Text("Samenvatting", list(dict.fromkeys([rollout_lead(draft.scope), *sentences])))


def author(draft: Draft) -> Text | None:
    """What the author wrote, a paragraph per line; none when nothing was written."""
    lines = [line.strip() for line in draft.explanation.splitlines() if line.strip()]
    return Text("Toelichting", lines) if lines else None


def method(draft: Draft) -> Text:
    """Where the figures come from, and what each indicator means."""
    names = dict.fromkeys(name for card in draft.cards for name in card.indicators)
    day = long_date(draft.scope.day)
    sources = dict.fromkeys(find(name).source for name in names)
    return Text(
        "Werkwijze en begrippen",
        [
            f"Alle cijfers tonen wat op {day} bekend was.",
            *(f"De cijfers komen uit: {source}." for source in sources),
            "Een scan telt waar de inwoner woont, een vacature waar de ontwikkelplaats is.",
            "Waar Buurt in Bloei nog niet is gestart, staat geen nul maar een woord of streepje.",
        ],
        [(find(name).label.capitalize(), find(name).definition) for name in names],
    )


def protection(draft: Draft) -> Text:
    """What is rounded or withheld, and why."""
    demo = [DEMO_WORDS] if draft.scope.answers.is_demo else []
    if draft.scope.audience is Audience.INTERN:
        return Text("Bescherming van inwoners", [*demo, *INTERN_WORDS])
    rounded = audience_words(draft.scope.audience, draft.scope.threshold)
    return Text("Bescherming van inwoners", [*demo, rounded, *PROTECTED_WORDS])


INTERN_WORDS = (
    "Dit document is INTERN: het bevat exacte aantallen, ook kleine. Het is alleen voor wie met de"
    " registratie werkt en mag niet worden gedeeld.",
    "Voor anderen is er hetzelfde document met afgeronde aantallen.",
)
PROTECTED_WORDS = (
    "Dat gebeurt omdat een klein aantal in een kleine buurt over een herkenbaar mens kan gaan."
    " Ook wie verschillende tabellen, kaarten en documenten naast elkaar legt, kan het echte kleine"
    " aantal niet terugrekenen.",
    "Verhoudingen, rangordes en kleuren zijn berekend uit de afgeronde aantallen."
    " Aantallen vacatures en ontwikkelplaatsen gaan over organisaties en zijn niet afgerond.",
    "Waar te weinig mensen zijn voor een eerlijk cijfer, staat in plaats daarvan waarom."
    " Er zijn alleen cijfers over hele maanden.",
)

# In the order of a report; a card that the house does not have is not offered.
ALL_PARTS: dict[str, Part] = {
    "samenvatting": TextPart("Samenvatting", summary),
    "toelichting": TextPart("Toelichting van de schrijver", author),
    "kaart": CardPart("Kaart", "overzicht.kaart", inside=True),
    "verloop": CardPart("Verloop per maand", "overzicht.trend"),
    "vergelijking": CardPart("Vergelijking met andere gebieden", "overzicht.uitrol"),
    "binnen": CardPart("De gebieden erbinnen", "overzicht.uitrol", inside=True),
    "werkwijze": TextPart("Werkwijze en begrippen", method),
    "bescherming": TextPart("Bescherming van inwoners", protection),
}
PARTS: dict[str, Part] = {
    name: part
    for name, part in ALL_PARTS.items()
    if isinstance(part, TextPart) or part.card in CARDS
}
