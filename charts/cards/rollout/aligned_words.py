"""Sentences about areas at the same age, with how sure they are."""

from collections.abc import Collection, Sequence
from datetime import date

from analytics.rollout.against_pilot import Comparison, comparisons
from analytics.rollout.aligned import Curve, Field
from analytics.scope.areas import NamedArea, said_name
from analytics.scope.sentences import PLURALS
from analytics.statistics.chance import Ratio
from charts.cards.chosen import not_started
from data.dutch import number
from data.grammar import article, capital, counted, part_of, plural, times
from data.reference.areas import Level

DONE = {
    "inwoners_bereikt": "inwoners bereikt",
    "scans": "scans gedaan",
    "vacatures": "vacatures geopend",
    "matches": "matches gemaakt",
}
DONE_ONE = {
    "inwoners_bereikt": "inwoner bereikt",
    "scans": "scan gedaan",
    "vacatures": "vacature geopend",
    "matches": "match gemaakt",
}
JUST_STARTED = "is net gestart: er is nog geen hele maand om te vergelijken."
PILOT = "het pilotgebied op dezelfde leeftijd"
ALONE = "Naast het gebied waar het begon, is er nog geen ander om mee te vergelijken."


def area_sentence(area: NamedArea, since: date | None, found: Field) -> str:
    """How an area does against the pilot at its own age; why not, when it cannot.

    `found` is the field of the level of the area, `since` the month in which it started.
    """
    curve = next((curve for curve in found.curves if curve.code == area.code), None)
    if curve is None:
        return _no_curve(area, since, found)
    if curve.is_pilot:
        return f"{area.name} hoort bij het pilotgebied, waarmee de andere worden vergeleken."
    compared = next((row for row in comparisons(found) if row.curve == curve), None)
    if compared is None:
        return f"{area.name} {JUST_STARTED}"
    return _against_pilot(compared, found)


def _no_curve(area: NamedArea, since: date | None, found: Field) -> str:
    if since is None:
        return not_started(area)
    if since > found.last:
        return f"{area.name} {JUST_STARTED}"
    if area.level in (Level.BUURT, Level.OWN):
        return (
            f"{area.name} is een {area.level}; alleen wijken, en gebieden die uit hele wijken"
            " bestaan, hebben een eigen start."
        )
    return f"{area.name} heeft te weinig inwoners voor een cijfer per 1.000 inwoners."


def _against_pilot(compared: Comparison, found: Field) -> str:
    name, pilot = said_name(compared.curve.code, compared.curve.name), compared.pilot
    if found.pilot is None or pilot is None:
        return f"Er is nog geen pilotgebied om {name} mee te vergelijken."
    age = ages_words(compared.curve)
    if pilot.value is None:
        return (
            f"In het pilotgebied waren op dezelfde leeftijd ({age}) nog geen"
            f" {DONE[found.subject]}; een verhouding met {name} is er dus niet."
        )
    words = _counted_words(compared, found)
    if not compared.is_settled:
        return f"{words}: te weinig om met het pilotgebied te vergelijken, want het is afgerond."
    return (
        f"{words}. Per inwoner is dat {times(pilot.value, f'in {PILOT}')} ({age});"
        f" {_sure(pilot, is_real=compared.is_real)}."
    )


def _counted_words(compared: Comparison, found: Field) -> str:
    count = compared.curve.count()
    done = (DONE_ONE if count == 1 else DONE)[found.subject]
    amount = number(count) if count else "nog geen"
    name = said_name(compared.curve.code, compared.curve.name)
    return f"In {name} {plural(count, 'is', 'zijn')} {amount} {done}"


def _sure(pilot: Ratio, *, is_real: bool) -> str:
    if not is_real:
        return "dat verschil kan toeval zijn"
    if pilot.high is None:
        return f"dat is meer dan toeval (ten minste {number(pilot.low, 2)} keer zo veel)"
    between = f"{number(pilot.low, 2)} en {number(pilot.high, 2)}"
    return f"dat is meer dan toeval (tussen {between} keer zo veel)"


def ages_words(curve: Curve) -> str:
    """How old an area is: 1 maand, 8 maanden; of wijken that differ, 5 tot en met 30 maanden."""
    youngest, oldest = curve.ages
    months = counted(oldest, "maand", "maanden")
    return months if youngest == oldest else f"{youngest} tot en met {months}"


def field_sentence(found: Field, codes: Collection[str] = frozenset(), inside: str = "") -> str:
    """How many areas are behind the pilot at their age, and of how many that is no chance.

    With the name `inside` of an area it is about those only that lie in it, with these `codes`.
    """
    if not found.curves:
        return "Er is nog geen gebied gestart."
    if not found.others or found.pilot is None:
        return ALONE
    compared = [row for row in comparisons(found) if row.pilot and row.pilot.value is not None]
    about = [row for row in compared if row.curve.code in codes or not inside]
    if not about:
        return _none_about(found, codes, inside)
    return _behind(about, found, f"In {inside}: " if inside else "")


def _none_about(found: Field, codes: Collection[str], inside: str) -> str:
    parts = [curve for curve in found.curves if curve.code in codes]
    if parts and all(curve.is_pilot for curve in parts):
        return f"{inside} hoort bij het pilotgebied, waarmee de andere worden vergeleken."
    where = f"In {inside} is" if inside else "Er is"
    return f"{where} nog geen gebied om met het pilotgebied te vergelijken."


def _behind(about: Sequence[Comparison], found: Field, where: str) -> str:
    behind = [row for row in about if row.is_behind]
    subject = _subject(len(behind), len(about), found.level)
    sure = sum(row.is_real for row in behind)
    small = sum(not row.is_settled for row in about)
    return (
        f"{where}{subject if where else capital(subject)} achter op {PILOT}"
        f"{_real(len(behind), sure)}{_small(small)}."
    )


def _subject(behind: int, total: int, level: Level) -> str:
    """Which part of the areas is behind, with its verb."""
    if behind:
        part = part_of(behind, total, level, PLURALS[level])
        return f"{part} {plural(behind, 'loopt', 'lopen')}"
    if total == 1:
        return f"{article(level)} enige {level} loopt niet"
    return f"geen van de {number(total)} {PLURALS[level]} loopt"


def _real(behind: int, sure: int) -> str:
    """For how many of those behind it is no chance, in words."""
    if not behind:
        return ""
    if behind == 1:
        return "; dat is meer dan toeval" if sure else "; dat kan toeval zijn"
    return f"; bij {number(sure) if sure else 'geen'} is dat meer dan toeval"


def _small(small: int) -> str:
    """For how many areas rounding can have made the difference, in words."""
    if not small:
        return ""
    is_are = plural(small, "is het aantal", "zijn de aantallen")
    return f"; bij {number(small)} {is_are} te klein om te vergelijken"
