"""witte_vlekken.advies and advies_stad: where one more place helps most, and for which talent."""

from analytics.figures.doors.marts import Audience
from analytics.gaps.advice.next_place import Step, advice, waiting_around
from analytics.scope.areas import NamedArea
from analytics.scope.scope import Scope
from charts.card import Card, Column, Line, Table, empty
from charts.cards.gaps.words import (
    around,
    buurten_of_area,
    names,
    near_words,
    not_started,
    reach_words,
)
from charts.cards.inside import day_words, inside_source, place_and_day
from charts.registry import card
from data.dutch import number
from data.grammar import counted, plural
from data.reference.areas import Level

TITLE = "Wat zou hier het meest helpen?"
CITY_TITLE = "De eerste tien voor de hele stad"
COUNT = 10
COLUMNS = (
    Column("Stap", 0),
    Column("Buurt"),
    Column("Talent"),
    Column("Erbij", 0, has_bars=True),
    Column("Samen", 0),
    Column("Wachten binnen bereik", 0),
    Column("Andere even goed", 0),
)
HOW = "elke volgende plek telt wie na de vorige nog geen plek binnen bereik heeft"


@card("witte_vlekken.advies", TITLE, Audience.INTERN)
def area_advice(scope: Scope) -> Card:
    """The best next places in the chosen area, or in all the city."""
    return _card(scope, scope.area)


@card("witte_vlekken.advies_stad", CITY_TITLE, Audience.INTERN)
def city_advice(scope: Scope) -> Card:
    """The best ten places in the city."""
    return _card(scope, scope.known.city, is_of_city=True)


def steps_in(scope: Scope, place: NamedArea) -> list[Step]:
    """The best next places in an area, the best first; for the chosen talent when there is one."""
    return scope.of(advice, around(scope, place), COUNT)


def _card(scope: Scope, place: NamedArea, *, is_of_city: bool = False) -> Card:
    steps = steps_in(scope, place)
    title = CITY_TITLE if is_of_city else TITLE
    mine = buurten_of_area(scope) if is_of_city else {scope.view.area}
    marked = _marked(scope, steps) if is_of_city and scope.view.area and steps else ""
    subtitle = (
        "erbij: inwoners die wachten en dan voor het eerst een plek voor dit talent hebben binnen"
        f" {reach_words(scope.view.catchment)} · samen: elke inwoner een keer"
        f" · {day_words(scope) if is_of_city else place_and_day(scope)}{marked}"
    )
    if not steps:
        return empty(_nothing(scope, place), title, subtitle)
    return Card(
        title=title,
        subtitle=subtitle,
        source=inside_source(scope, HOW),
        sentence=_sentence(scope, steps, place),
        file_name=scope.file_name("advies_stad" if is_of_city else "advies"),
        indicators=("wachtend", "vrije_plekken"),
        table=_table(scope, mine, steps, f"{title} ({place.name})"),
    )


def _marked(scope: Scope, steps: list[Step]) -> str:
    """Whether the chosen area is among the places of the city: then it is marked."""
    where = scope.area.in_sentence
    is_there = any(step.buurt in buurten_of_area(scope) for step in steps)
    return f" · {f'plekken in {where} gemarkeerd' if is_there else f'geen ervan in {where}'}"


def nobody_waits(scope: Scope, place: NamedArea) -> str:
    """Why no place is lacking in or around an area where nobody waits; "" when somebody does."""
    if scope.of(waiting_around, around(scope, place)):
        return ""
    talent = f" met {scope.view.talent}" if scope.view.talent else ""
    nobody = f"{near_words(place)} wacht niemand{talent} op een plek."
    return not_started(scope, place) or nobody


def _nothing(scope: Scope, place: NamedArea) -> str:
    talent = f" met {scope.view.talent}" if scope.view.talent else ""
    return nobody_waits(scope, place) or (
        f"{near_words(place)} is voor iedereen die wacht{talent}, binnen"
        f" {reach_words(scope.view.catchment)} een plek vrij die bij het talent past."
        " Hier helpt een match meer dan een nieuwe plek."
    )


def _sentence(scope: Scope, steps: list[Step], place: NamedArea) -> str:
    first = steps[0]
    where = names(scope)[first.buurt]
    gain = counted(first.gain, "wachtende inwoner", "wachtende inwoners")
    around_it = "" if place.level is Level.GEMEENTE else f" in en rond {place.in_sentence}"
    most = "" if first.equals else " het meest"
    words = (
        f"In {place.in_sentence} helpt een plek voor {first.talent} in {where}{most}:"
        f" {gain}{around_it} {plural(first.gain, 'krijgt', 'krijgen')} dan een plek binnen bereik."
    )
    if first.equals:
        others = counted(first.equals, "andere keuze helpt", "andere keuzes helpen")
        words = f"{words} Nog {others} evenveel, geen enkele meer."
    together = steps[-1].together
    needed = 1 + sum(step.together < together for step in steps)  # the fewest that bring as many
    more = f" Met {needed} plekken {plural(together, 'is', 'zijn')} het er {number(together)}."
    return words + (more if needed > 1 else "")


def _table(scope: Scope, mine: set[str], steps: list[Step], caption: str) -> Table:
    called = names(scope)
    lines = [
        Line(
            [
                place,
                called[step.buurt],
                step.talent,
                step.gain,
                step.together,
                step.waiting,
                step.equals or None,
            ],
            code=step.buurt,
            is_chosen=step.buurt in mine,
        )
        for place, step in enumerate(steps, start=1)
    ]
    return Table(caption, COLUMNS, lines, head=1)
