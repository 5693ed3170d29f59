"""witte_vlekken.advies and advies_stad: where one more place helps most, and for which talent."""

from analytics.gaps.advice import Step, advice, waiting_around
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.gaps.words import (
    around,
    buurten_of_area,
    day_words,
    inside_source,
    internal,
    names,
    near_words,
    not_started,
    reach_words,
)
from charts.cards.words import file_words
from data.dutch import number
from data.grammar import counted, plural

ID, TITLE = "witte_vlekken.advies", "Wat zou hier het meest helpen?"
CITY_ID, CITY_TITLE = "witte_vlekken.advies_stad", "De eerste tien voor de hele stad"
COUNT = 10
COLUMNS = (
    Column("Stap", 0),
    Column("Buurt"),
    Column("Talent"),
    Column("Erbij", 0, has_bars=True),
    Column("Samen", 0),
    Column("Wachten er", 0),
    Column("Andere even goed", 0),
)
HOW = "elke volgende plek telt wie na de vorige nog geen plek binnen bereik heeft"


@internal(ID, TITLE)
def area_advice(answers: Answers, view: View) -> Card:
    """The best next places in the chosen area, or in all the city."""
    return _card(answers, view, questions.area(view, answers.known), ID)


@internal(CITY_ID, CITY_TITLE)
def city_advice(answers: Answers, view: View) -> Card:
    """The best ten places in the city."""
    return _card(answers, view, answers.known.city, CITY_ID)


def steps_in(answers: Answers, view: View, place: NamedArea) -> list[Step]:
    """The best next places in an area, the best first; for the chosen talent when there is one."""
    return answers.of(advice, around(answers, view, place), COUNT)


def _card(answers: Answers, view: View, place: NamedArea, card_id: str) -> Card:
    steps = steps_in(answers, view, place)
    is_of_city = card_id == CITY_ID
    title = CITY_TITLE if is_of_city else TITLE
    mine = buurten_of_area(answers, view) if is_of_city else {view.area}
    marked = _marked(answers, view, steps) if is_of_city and view.area and steps else ""
    subtitle = (
        "erbij: inwoners die wachten en dan voor het eerst een plek voor dit talent hebben binnen"
        f" {reach_words(view.catchment)} · samen: elke inwoner een keer"
        f" · {day_words(view, answers.known)}{marked}"
    )
    if not steps:
        return Card(card_id, title, subtitle, note=_nothing(answers, view, place))
    return Card(
        id=card_id,
        title=title,
        subtitle=subtitle,
        source=inside_source(view, answers.known, HOW),
        sentence=_sentence(answers, steps, place),
        file_name=file_words(card_id.split(".")[1], view, answers.known),
        indicators=("wachtend", "vrije_plekken"),
        table=_table(answers, mine, steps, f"{title} ({place.name})"),
    )


def _marked(answers: Answers, view: View, steps: list[Step]) -> str:
    """Whether the chosen area is among the places of the city: then it is marked."""
    where = questions.area(view, answers.known).in_sentence
    is_there = any(step.buurt in buurten_of_area(answers, view) for step in steps)
    return f" · {f'plekken in {where} gemarkeerd' if is_there else f'geen ervan in {where}'}"


def nobody_waits(answers: Answers, view: View, place: NamedArea) -> str:
    """Why no place is lacking in or around an area where nobody waits; "" when somebody does."""
    if answers.of(waiting_around, around(answers, view, place)):
        return ""
    talent = f" met {view.talent}" if view.talent else ""
    nobody = f"{near_words(place)} wacht niemand{talent} op een plek."
    return not_started(answers, view, place) or nobody


def _nothing(answers: Answers, view: View, place: NamedArea) -> str:
    talent = f" met {view.talent}" if view.talent else ""
    return nobody_waits(answers, view, place) or (
        f"{near_words(place)} is voor iedereen die wacht{talent}, binnen"
        f" {reach_words(view.catchment)} een plek vrij die bij het talent past."
        " Hier helpt een match meer dan een nieuwe plek."
    )


def _sentence(answers: Answers, steps: list[Step], place: NamedArea) -> str:
    first = steps[0]
    where = names(answers)[first.buurt]
    gain = counted(first.gain, "wachtende inwoner", "wachtende inwoners")
    most = "" if first.equals else " het meest"
    words = (
        f"In {place.in_sentence} helpt een plek voor {first.talent} in {where}{most}:"
        f" {gain} {plural(first.gain, 'krijgt', 'krijgen')} dan een plek binnen bereik."
    )
    if first.equals:
        others = counted(first.equals, "andere keuze helpt", "andere keuzes helpen")
        words = f"{words} Nog {others} evenveel, geen enkele meer."
    together = steps[-1].together
    more = f" Met {len(steps)} plekken {plural(together, 'is', 'zijn')} het er {number(together)}."
    return words + (more if len(steps) > 1 else "")


def _table(answers: Answers, mine: set[str], steps: list[Step], caption: str) -> Table:
    called = names(answers)
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
