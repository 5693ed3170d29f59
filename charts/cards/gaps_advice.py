"""witte_vlekken.advies and advies_stad: where one more place helps most, and for which talent."""

from itertools import accumulate

from analytics import questions
from analytics.answers import Answers
from analytics.areas import NamedArea
from analytics.gaps.advice import Step, advice
from analytics.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.gaps_words import (
    around,
    counted,
    day_words,
    inside_source,
    internal,
    names,
    reach_words,
)
from charts.cards.words import file_words

ID, TITLE = "witte_vlekken.advies", "Wat zou hier het meest helpen?"
CITY_ID, CITY_TITLE = "witte_vlekken.advies_stad", "De eerste tien voor de hele stad"
COUNT = 10
COLUMNS = (
    Column("Nr.", 0),
    Column("Buurt"),
    Column("Talent"),
    Column("Erbij", 0, has_bars=True),
    Column("Samen", 0),
    Column("Wachten er", 0),
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
    title = CITY_TITLE if card_id == CITY_ID else TITLE
    subtitle = (
        "erbij: wie wacht en dan voor het eerst een plek voor dit talent heeft binnen"
        f" {reach_words(view.catchment)} · {day_words(view, answers.known)}"
    )
    if not steps:
        return Card(card_id, title, subtitle, note=_nothing(place, view))
    return Card(
        id=card_id,
        title=title,
        subtitle=subtitle,
        source=inside_source(view, answers.known, HOW),
        sentence=_sentence(answers, steps, place),
        file_name=file_words(card_id.split(".")[1], view, answers.known),
        indicators=("wachtend", "vrije_plekken"),
        table=_table(answers, view, steps, f"{title} ({place.name})"),
    )


def _nothing(place: NamedArea, view: View) -> str:
    talent = f" met {view.talent}" if view.talent else ""
    return (
        f"Voor iedereen die in of rond {place.name} wacht{talent}, is binnen"
        f" {reach_words(view.catchment)} een plek vrij die bij het talent past."
        " Hier helpt een match meer dan een nieuwe plek."
    )


def _sentence(answers: Answers, steps: list[Step], place: NamedArea) -> str:
    first = steps[0]
    where = names(answers)[first.buurt]
    gain = counted(first.gain, "wachtende inwoner", "wachtende inwoners")
    words = (
        f"In {place.name} helpt een plek voor {first.talent} in {where} het meest:"
        f" {gain} {'krijgt' if first.gain == 1 else 'krijgen'} dan een plek binnen bereik."
    )
    if len(steps) == 1:
        return words
    together = sum(step.gain for step in steps)
    return f"{words} Met {len(steps)} plekken zijn het er {together}."


def _table(answers: Answers, view: View, steps: list[Step], caption: str) -> Table:
    called, together = names(answers), accumulate(step.gain for step in steps)
    lines = [
        Line(
            cells=[
                number,
                called[step.buurt],
                step.talent,
                step.gain,
                so_far,
                step.waiting,
            ],
            code=step.buurt,
            is_chosen=step.buurt == view.area,
        )
        for number, (step, so_far) in enumerate(zip(steps, together, strict=True), start=1)
    ]
    return Table(caption, COLUMNS, lines, head=1)
