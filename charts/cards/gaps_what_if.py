"""What the pages would show with some places more; drawn for the moment, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import replace

from analytics import questions
from analytics.answers import Answers
from analytics.classes import round_classes
from analytics.gaps.what_if import Addition, Prospect, prospects_with
from analytics.view import View
from charts.card import Card, Column, Line, Table
from charts.cards.gaps_maps import boundary_level, map_areas
from charts.cards.gaps_words import (
    counted,
    day_words,
    distance_words,
    inside_source,
    names,
    reach_words,
)
from charts.cards.words import file_words
from charts.pictures import AreaMap

ID, LIST = "witte_vlekken.wat_als", "witte_vlekken.wat_als_lijst"
MOMENTS = ("vandaag", "met de nieuwe plekken")
TITLE = "Wie geen plek binnen bereik heeft, vandaag en straks"
RANKS = "nr. 1 is het grootste tekort"
COLUMNS = (
    Column("Nr. nu", 0),
    Column("Nr. straks", 0),
    Column("Zonder plek nu", 0),
    Column("Zonder plek straks", 0),
    Column("Plekken per wachtende nu", 2),
    Column("Plekken per wachtende straks", 2),
)


def what_if_map(answers: Answers, view: View, additions: Sequence[Addition]) -> Card:
    """Who has no place within reach, today and with the additions, beside each other."""
    now, then = _prospects(answers, view, ()), _prospects(answers, view, additions)
    sentence = _sentence(now, then, additions)
    return Card(
        id=ID,
        title=TITLE,
        subtitle="inwoners die wachten zonder vrije plek voor hun talent binnen"
        f" {reach_words(view.catchment)} · wie meer talenten heeft, telt bij elk daarvan",
        source=inside_source(view, answers.known, distance_words()),
        alt=f"Twee kaarten van wie geen plek binnen bereik heeft. {sentence}",
        sentence=sentence,
        file_name=file_words("wat-als-kaart", view, answers.known),
        picture=_map(answers, view, now, then),
        table=replace(_table(answers, view, now, then), caption=TITLE),
    )


def what_if_table(answers: Answers, view: View, additions: Sequence[Addition]) -> Card:
    """The ranking, who has no place and the reach of every area, today and with the additions."""
    now, then = _prospects(answers, view, ()), _prospects(answers, view, additions)
    return Card(
        id=LIST,
        title=_list_title(view),
        subtitle=f"{RANKS} · {day_words(view, answers.known)}",
        source=inside_source(view, answers.known, distance_words()),
        sentence=_sentence(now, then, additions),
        file_name=file_words("wat-als", view, answers.known),
        table=_table(answers, view, now, then),
    )


def _list_title(view: View) -> str:
    return f"Vandaag en straks per {view.level}"


def _prospects(answers: Answers, view: View, additions: Sequence[Addition]) -> list[Prospect]:
    day = questions.as_of(view, answers.known)
    return answers.of(prospects_with, view.level, day, view.catchment.metres, tuple(additions))


def _sentence(
    now: Sequence[Prospect], then: Sequence[Prospect], additions: Sequence[Addition]
) -> str:
    before, after = (sum(area.lacking for area in areas) for areas in (now, then))
    if not additions:
        waiting = counted(before, "inwoner", "inwoners")
        wait = "wacht" if before <= 1 else "wachten"
        return f"Er {wait} nu {waiting} zonder plek voor hun talent binnen bereik."
    places = counted(len(additions), "nieuwe plek", "nieuwe plekken")
    gained = counted(before - after, "inwoner", "inwoners")
    get = "krijgt" if before - after <= 1 else "krijgen"
    return (
        f"Met {places} {get} {gained} een plek voor hun talent binnen bereik;"
        f" zonder blijven er dan {after}."
    )


def _map(
    answers: Answers, view: View, now: Sequence[Prospect], then: Sequence[Prospect]
) -> AreaMap:
    pairs = {
        here.area: (here.lacking, later.lacking) for here, later in zip(now, then, strict=True)
    }
    return AreaMap(
        level=boundary_level(view.level),
        areas=map_areas(answers, view, view.level, pairs),
        classes=round_classes([amount for pair in pairs.values() for amount in pair], 0),
        ramp="Purples",
        unit="inwoners zonder plek binnen bereik",
        moments=MOMENTS,
        is_series=True,
    )


def _table(
    answers: Answers, view: View, now: Sequence[Prospect], then: Sequence[Prospect]
) -> Table:
    called = names(answers)
    pairs = sorted(zip(now, then, strict=True), key=lambda pair: pair[0].rank or len(now) + 1)
    lines = [
        Line(
            cells=[
                called[here.area],
                here.rank,
                later.rank,
                here.lacking,
                later.lacking,
                here.reach,
                later.reach,
            ],
            code=here.area,
            is_chosen=here != later,
        )
        for here, later in pairs
    ]
    columns = [Column(view.level.capitalize()), *COLUMNS]
    return Table(_list_title(view), columns, lines)
