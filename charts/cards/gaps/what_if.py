"""What the pages would show with some places more; drawn for the moment, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.gaps.what_if import Addition, Gain, Prospect, gain_with, prospects_with
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.areas import NamedArea
from analytics.scope.ranking import Mark
from analytics.scope.view import View
from analytics.statistics.classes import round_classes
from charts.card import Card, Column, Line, Table
from charts.cards.gaps.maps import boundary_level, map_areas
from charts.cards.gaps.words import (
    around,
    day_words,
    distance_words,
    inside_source,
    names,
    not_started,
    of_parts,
    parts,
    reach_words,
)
from charts.cards.words import file_words
from charts.pictures import AreaMap
from data.grammar import counted, plural

ID, LIST = "witte_vlekken.wat_als", "witte_vlekken.wat_als_lijst"
MOMENTS = ("vandaag", "met de nieuwe plekken")
TITLE = "Wie geen plek binnen bereik heeft, vandaag en straks"
RANKS = "nr. 1 is het grootste tekort"
COLUMNS = (
    Column("Nr. nu", 0),
    Column("Nr. straks", 0),
    Column("Zonder plek nu", 0),
    Column("Zonder plek straks", 0),
    Column("Vrije plekken per gezocht talent nu", 2),
    Column("Vrije plekken per gezocht talent straks", 2),
)


def what_if_map(answers: Answers, view: View, additions: Sequence[Addition]) -> Card:
    """Who has no place within reach, today and with the additions, beside each other."""
    sentence, view = what_if_sentence(answers, view, additions), of_parts(answers, view)
    now, then = _prospects(answers, view, ()), _prospects(answers, view, additions)
    return Card(
        id=ID,
        title=TITLE,
        subtitle="inwoners die wachten met een talent waarvoor geen plek vrij is binnen"
        f" {reach_words(view.catchment)} · elke inwoner een keer"
        f" · {day_words(view, answers.known)}",
        source=inside_source(view, answers.known, distance_words()),
        alt=f"Twee kaarten van wie geen plek binnen bereik heeft. {sentence}",
        sentence=sentence,
        file_name=file_words("wat-als-kaart", view, answers.known),
        picture=_map(answers, view, now, then),
        table=replace(_table(answers, view, now, then), caption=TITLE),
    )


def what_if_table(answers: Answers, view: View, additions: Sequence[Addition]) -> Card:
    """The ranking, who has no place and the reach of every area, today and with the additions."""
    sentence, view = what_if_sentence(answers, view, additions), of_parts(answers, view)
    now, then = _prospects(answers, view, ()), _prospects(answers, view, additions)
    return Card(
        id=LIST,
        title=_list_title(view),
        subtitle=f"{RANKS} · {day_words(view, answers.known)}",
        source=inside_source(view, answers.known, distance_words()),
        sentence=sentence,
        file_name=file_words("wat-als", view, answers.known),
        table=_table(answers, view, now, then),
    )


def _list_title(view: View) -> str:
    return f"Vandaag en straks per {view.level}"


def _prospects(answers: Answers, view: View, additions: Sequence[Addition]) -> list[Prospect]:
    day = questions.as_of(view, answers.known)
    found = answers.of(prospects_with, view.level, day, view.catchment.metres, tuple(additions))
    codes = parts(answers, view)
    return [prospect for prospect in found if prospect.area in codes]


def what_if_sentence(answers: Answers, view: View, additions: Sequence[Addition]) -> str:
    """What the additions bring to the residents of the chosen area, or how it stands today."""
    place = questions.area(view, answers.known)
    gain = answers.of(gain_with, around(answers, view), tuple(additions))
    if not gain.waiting:
        return not_started(answers, view) or f"In {place.in_sentence} wacht niemand op een plek."
    return _with_additions(place, gain, additions) if additions else _today(place, gain)


def _today(place: NamedArea, gain: Gain) -> str:
    if not gain.lacking:
        return (
            f"In {place.in_sentence} is voor iedereen die wacht binnen bereik een plek vrij, voor"
            " elk talent."
        )
    wait = plural(gain.lacking, "wacht", "wachten")
    lacking = counted(gain.lacking, "inwoner", "inwoners")
    return (
        f"In {place.in_sentence} {wait} {lacking} met een talent waarvoor binnen bereik geen plek"
        " vrij is."
    )


def _with_additions(place: NamedArea, gain: Gain, additions: Sequence[Addition]) -> str:
    positions = sum(addition.positions for addition in additions)
    places = counted(positions, "nieuwe plek", "nieuwe plekken")
    gained = counted(gain.gained, "inwoner", "inwoners")
    left = counted(gain.left, "inwoner", "inwoners")
    return (
        f"Met {places} {plural(gain.gained, 'krijgt', 'krijgen')} {gained} van {place.in_sentence}"
        f" een plek voor een talent binnen bereik; {left} {plural(gain.left, 'mist', 'missen')} er"
        " dan nog een."
    )


def _lacking(answers: Answers, view: View, prospect: Prospect) -> int | Mark:
    """Who lacks a place in an area; before the start nothing is no zero."""
    progress = answers.progress(view.level, questions.as_of(view, answers.known))
    if prospect.lacking or progress[prospect.area].has_started:
        return prospect.lacking
    return Mark.NOT_STARTED


def _map(
    answers: Answers, view: View, now: Sequence[Prospect], then: Sequence[Prospect]
) -> AreaMap:
    pairs = {
        here.area: (_lacking(answers, view, here), _lacking(answers, view, later))
        for here, later in zip(now, then, strict=True)
    }
    amounts = [prospect.lacking for prospect in (*now, *then)]
    return AreaMap(
        level=boundary_level(view.level),
        areas=map_areas(answers, view, view.level, pairs),
        classes=round_classes(amounts, 0),
        ramp="Purples",
        unit="inwoners zonder plek voor een talent",
        moments=MOMENTS,
        is_series=True,
        around=questions.around(view, answers.known),
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
                _lacking(answers, view, here),
                _lacking(answers, view, later),
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
