"""Sentences about areas at the same age, with how sure they are."""

from collections.abc import Collection, Sequence
from datetime import date

from analytics.rollout.against_pilot import Comparison, comparisons
from analytics.rollout.aligned import Curve, Field
from analytics.scope.areas import NamedArea, said_name
from analytics.scope.sentences import PLURALS, just_started
from analytics.statistics.chance import Ratio
from charts.cards.chosen import not_started
from data.dutch import number
from data.grammar import (
    all_of,
    article,
    capital,
    counted,
    part_of,
    plural,
    relative,
    times,
)
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
NONE_YET = "Er is nog geen gebied dat een hele maand meedoet"
PILOT = "het pilotgebied op dezelfde leeftijd"
NO_PILOT = "Er is nog geen pilotgebied om mee te vergelijken."
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
        return just_started(area)
    return _against_pilot(compared, found)


def _no_curve(area: NamedArea, since: date | None, found: Field) -> str:
    if since is None:
        return not_started(area)
    if since > found.last:
        return just_started(area)
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
            f"In het pilotgebied waren op dezelfde leeftijd ({age}) 0"
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
    name = said_name(compared.curve.code, compared.curve.name)
    return f"In {name} {plural(count, 'is', 'zijn')} {number(count)} {done}"


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
        return f"{NONE_YET}."
    if not found.others or found.pilot is None:
        return ALONE if found.pilot or len(found.curves) == 1 else NO_PILOT
    asked = [row for row in comparisons(found) if row.curve.code in codes or not inside]
    about = [row for row in asked if row.pilot and row.pilot.value is not None]
    if not about:
        has_none = any(row.pilot for row in asked)
        return _pilot_has_none(found) if has_none else _none_about(found, codes, inside)
    is_all = not inside or len(about) == len(codes)
    return _behind(about, found, f"In {inside}: " if inside else "", is_all=is_all)


def _pilot_has_none(found: Field) -> str:
    nothing = f"In het pilotgebied waren op dezelfde leeftijd 0 {DONE[found.subject]}"
    return f"{nothing}; een verhouding is er dus niet."


def _none_about(found: Field, codes: Collection[str], inside: str) -> str:
    parts = [curve for curve in found.curves if curve.code in codes]
    if parts and all(curve.is_pilot for curve in parts):
        return f"{inside} hoort bij het pilotgebied, waarmee de andere worden vergeleken."
    where = f"In {inside} is" if inside else "Er is"
    return f"{where} nog geen gebied om met het pilotgebied te vergelijken."


def _behind(about: Sequence[Comparison], found: Field, where: str, *, is_all: bool) -> str:
    behind = [row for row in about if row.is_behind]
    sure = sum(row.is_real for row in behind)
    small = sum(not row.is_settled for row in about)
    if small == len(about):
        return f"{where}{_all_small(small, found.level, is_first=not where)}."
    subject = _subject(len(behind), len(about), small, found.level, is_all=is_all)
    return (
        f"{where}{subject if where else capital(subject)} achter op {PILOT}"
        f"{_real(len(behind), sure)}{_small(small)}."
    )


def _subject(behind: int, total: int, small: int, level: Level, *, is_all: bool) -> str:
    """Which part of the areas is behind, with its verb; none of those that can be compared.

    Whether these are all that there are, is_all says: else they are called those that can be.
    """
    verb, comparable = plural(behind, "loopt", "lopen"), total - small
    which = " die te vergelijken zijn,"
    if comparable == 1 and behind == total:
        return f"{_only(level)} loopt"
    if behind:
        some = part_of(behind, total, level, PLURALS[level])
        return f"{some} {verb}" if is_all or small else f"{some}{which} {verb}"
    if comparable == 1:
        return f"{_only(level)} loopt niet"
    none = f"geen van de {number(comparable)} {PLURALS[level]}"
    return f"{none} loopt" if is_all and not small else f"{none}{which} loopt"


def _only(level: Level) -> str:
    return f"{article(level)} enige {level} {relative(level)} te vergelijken is,"


def _all_small(small: int, level: Level, *, is_first: bool) -> str:
    """That of no area more can be said than rounding may have made."""
    every = all_of(small, level, PLURALS[level])
    amounts = plural(small, "is het aantal", "zijn de aantallen")
    words = f"van {every} {amounts} te klein om met het pilotgebied te vergelijken"
    return capital(words) if is_first else words


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
