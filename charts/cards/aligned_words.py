"""Sentences about areas at the same age, with how sure they are."""

from analytics import questions
from analytics.aligned import Comparison, Curve, Field, comparison, comparisons
from analytics.answers import Answers
from analytics.areas import NamedArea
from analytics.chance import Ratio
from analytics.sentences import PLURALS, ratio_words
from analytics.view import View
from data.areas import Level

DONE = {
    "inwoners_bereikt": "inwoners bereikt",
    "scans": "scans gedaan",
    "vacatures": "vacatures geopend",
    "matches": "matches gemaakt",
}
SURE = 0.05


def aligned_sentence(answers: Answers, view: View, curve: Curve | None, found: Field) -> str:
    """How the chosen area does against the pilot at its own age; why not, when it cannot."""
    area = questions.area(view, answers.known)
    if curve is None:
        day = questions.as_of(view, answers.known)
        started = answers.progress(area.level, day)[area.code].has_started
        if not started:
            return f"{area.name} is nog niet gestart."
        return f"{area.name} heeft te weinig inwoners voor een cijfer per 1.000 inwoners."
    return _against_pilot(area, comparison(curve, found), found)


def _against_pilot(area: NamedArea, compared: Comparison, found: Field) -> str:
    curve, pilot = compared.curve, compared.pilot
    if curve.is_pilot:
        return f"{area.name} hoort bij het pilotgebied, waarmee de andere worden vergeleken."
    if not curve.age:
        return f"{area.name} is net gestart: er is nog geen hele maand om te vergelijken."
    if found.pilot is None or pilot is None:
        return f"Er is nog geen pilotgebied om {area.name} mee te vergelijken."
    done = DONE[found.subject]
    if pilot.value is None:
        return (
            f"In het pilotgebied waren op dezelfde leeftijd ({months_words(curve.age)})"
            f" nog geen {done}; een verhouding met {area.name} is er dus niet."
        )
    return (
        f"In {area.name} zijn per inwoner {ratio_words(pilot.value)} {done} dan in het"
        f" pilotgebied op dezelfde leeftijd ({months_words(curve.age)}); {_sure(pilot)}."
    )


def _sure(pilot: Ratio) -> str:
    if pilot.probability >= SURE:
        return "dat verschil kan toeval zijn"
    high = "" if pilot.high is None else f" en {ratio_words(pilot.high)}"
    if not high:
        return f"dat is meer dan toeval (ten minste {ratio_words(pilot.low)})"
    return f"dat is meer dan toeval (tussen {ratio_words(pilot.low)}{high})"


def months_words(months: int) -> str:
    """A number of months: 1 maand, 8 maanden."""
    return "1 maand" if months == 1 else f"{months} maanden"


def field_sentence(found: Field, view: View) -> str:
    """How many areas are behind the pilot at their age, and of how many that is no chance."""
    if not found.curves:
        return "Er is nog geen gebied gestart."
    if not found.others or found.pilot is None:
        return "Naast het gebied waar het begon, is er nog geen ander om mee te vergelijken."
    compared = [
        row.pilot for row in comparisons(found) if row.pilot and row.pilot.value is not None
    ]
    behind = [pilot for pilot in compared if pilot.value is not None and pilot.value < 1]
    sure = sum(pilot.probability < SURE for pilot in behind)
    plural = PLURALS[view.level if view.level is not Level.BUURT else Level.WIJK]
    return (
        f"{len(behind)} van de {len(compared)} {plural} lopen achter op het pilotgebied op"
        f" dezelfde leeftijd; bij {sure} is dat meer dan toeval."
    )
