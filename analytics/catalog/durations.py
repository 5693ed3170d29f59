"""The indicators that say how long something lasts: one entry for each moment."""

from analytics.catalog.indicator import Duration, Indicator, Time, Unit
from analytics.statistics.spells import Outcome, Spell

MOMENTS = (3, 6, 12)  # months

_WAIT = (
    "Van de eerste scan tot de eerste match, ook voor wie nog wacht (Aalen-Johansen); wie zonder"
    " match uitstroomt, blijft zonder."
)
_STAY = (
    "Van de start (of de match, als de start niet bekend is) tot het einde, ook voor matches die"
    " nog lopen (Kaplan-Meier)."
)


def _matched(months: int) -> Indicator:
    return Indicator(
        id=f"match_binnen_{months}_maanden",
        label=f"inwoners met een match binnen {months} maanden",
        question=f"Hoeveel procent van de inwoners heeft binnen {months} maanden een match?",
        definition=f"{_WAIT} Het deel met een match, {months} maanden na de scan.",
        unit="procent van de inwoners",
        time=Time.STOCK,
        measure="",
        counts=Unit.RESIDENTS,
        duration=Duration(Spell.WAIT, Outcome.MATCH, months),
    )


def _lasting(months: int) -> Indicator:
    return Indicator(
        id=f"nog_lopend_na_{months}_maanden",
        label=f"matches die na {months} maanden nog lopen",
        question=f"Hoeveel procent van de matches loopt na {months} maanden nog?",
        definition=f"{_STAY} Het deel dat {months} maanden na de start nog loopt.",
        unit="procent van de matches",
        time=Time.STOCK,
        measure="",
        counts=Unit.RESIDENTS,
        duration=Duration(Spell.STAY, Outcome.ENDED, months, is_lasting=True),
        ramp="Purples",
    )


DURATIONS = (
    Indicator(
        id="mediaan_dagen_tot_match",
        label="dagen tot de helft een match heeft",
        question="Hoe lang duurt het tot een match?",
        definition=f"{_WAIT} Het aantal dagen waarna de helft van de inwoners een match heeft.",
        unit="dagen",
        time=Time.STOCK,
        measure="",
        counts=Unit.RESIDENTS,
        duration=Duration(Spell.WAIT, Outcome.MATCH),
        more_is_better=False,
    ),
    *(_matched(months) for months in MOMENTS),
    Indicator(
        id="mediaan_dagen_looptijd",
        label="dagen tot de helft van de matches voorbij is",
        question="Hoe lang duurt een match?",
        definition=f"{_STAY} Het aantal dagen waarna de helft van de matches voorbij is.",
        unit="dagen",
        time=Time.STOCK,
        measure="",
        counts=Unit.RESIDENTS,
        duration=Duration(Spell.STAY, Outcome.ENDED),
        ramp="Purples",
    ),
    *(_lasting(months) for months in MOMENTS),
)
