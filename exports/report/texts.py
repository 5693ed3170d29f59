"""The texts of a report: what can be quoted, what happened, and how the figures came to be."""

from collections.abc import Iterator

from analytics.catalog import find
from analytics.figures.doors.marts import Audience
from analytics.profile.leads import rollout_lead
from analytics.rollout.timeline import happenings
from analytics.scope.sentences import audience_words
from data.dutch import long_date, number
from data.grammar import capital
from exports.report.report import Draft, Text, is_finding, sentences
from exports.words import DEMO_WORDS

MOST_SENTENCES = 5
# How far rounded totals are off, with a threshold of MEASURED_AT, as docs/privacy.md tells. They
# are not measured on the data at hand: that would tell about the exact counts.
MEASURED_AT, MEAN, MOSTLY, LARGEST = 5, 2.1, 5, 13


def summary(draft: Draft) -> Text:
    """What can be quoted, in five sentences: how far the rollout is, and a figure of each card."""
    found = dict.fromkeys([*sentences(rollout_lead(draft.scope)), *_with_figures(draft)])
    return Text("Samenvatting", [*found][:MOST_SENTENCES])


def _with_figures(draft: Draft) -> Iterator[str]:
    """The first sentence of each card that says a figure."""
    for card in draft.cards:
        if is_finding(card):
            yield sentences(card.sentence)[0]


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
        [(capital(find(name).label), find(name).definition) for name in names],
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


def events(draft: Draft) -> Text | None:
    """What happened in and around the area up to the peildatum; none when nothing is known."""
    found = draft.scope.of(happenings, draft.scope.view.area, draft.scope.day)
    if not found:
        return None
    terms = [(long_date(one.day), one.label) for one in found]
    return Text("Gebeurtenissen", ["Wat een buiging in een lijn kan verklaren:"], terms)


def accuracy(draft: Draft) -> Text:
    """How far a figure may be off, and what follows for who compares."""
    scope = draft.scope
    title = "Hoe ver een cijfer ernaast kan zitten"
    if scope.audience is Audience.INTERN:
        return Text(title, ["De aantallen zijn exact: zij zijn zo goed als de registratie."])
    doubled = "" if scope.threshold == MEASURED_AT else " Hier is de drempel hoger, en dat ook."
    return Text(
        title,
        [
            f"Bij afronden onder {MEASURED_AT} zat een totaal er in de voorbeeldlevering gemiddeld"
            f" {number(MEAN, 1)} naast; 95 van de 100 totalen zaten er hoogstens {MOSTLY} naast, en"
            f" geen enkel totaal meer dan {LARGEST}.{doubled}",
            f"Verschillen tussen aantallen onder {4 * scope.threshold} kunnen door het afronden"
            " komen: trek daar geen conclusies uit.",
        ],
    )
