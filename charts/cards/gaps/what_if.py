"""What the pages would show with some places more; drawn for the moment, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.figures.doors.marts import Audience
from analytics.gaps.advice.what_if import Addition, Gain, Prospect, gain_with, prospects_with
from analytics.scope.areas import NamedArea
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.statistics.classes import round_classes
from charts.card import Card, Column, Kind, Line, Table
from charts.cards.gaps.maps import boundary_level, map_areas
from charts.cards.gaps.words import (
    around,
    distance_words,
    names,
    not_started,
    of_parts,
    parts,
    reach_words,
)
from charts.cards.inside import inside_source, place_and_day
from charts.pictures import AreaMap
from charts.registry import card
from data.grammar import capital, counted, plural

MOMENTS = ("zonder nieuwe plekken", "met nieuwe plekken")
TITLE = "Wie geen plek binnen bereik heeft, zonder en met nieuwe plekken"
LIST_TITLE = "Zonder en met nieuwe plekken"
RANKS = "zonder en met de nieuwe plekken · nr. 1 is het grootste tekort"
INDICATORS = ("wachtend", "vrije_plekken")
COLUMNS = (
    Column("Nr. zonder", 0, kind=Kind.RANK),
    Column("Nr. met", 0, kind=Kind.RANK),
    Column("Geen plek, zonder", 0),
    Column("Geen plek, met", 0),
    Column("Vrije plekken per gezocht talent, zonder", 2),
    Column("Vrije plekken per gezocht talent, met", 2),
)


@card("witte_vlekken.wat_als", TITLE, Audience.INTERN)
def what_if_map(scope: Scope, additions: Sequence[Addition] = ()) -> Card:
    """Who has no place within reach, today and with the additions, beside each other."""
    sentence, scope = what_if_sentence(scope, additions), of_parts(scope)
    now, then = _prospects(scope, ()), _prospects(scope, additions)
    return Card(
        subtitle="inwoners die wachten met een talent waarvoor geen plek vrij is binnen"
        f" {reach_words(scope.view.catchment)} · elke inwoner een keer"
        f" · {place_and_day(scope)}",
        source=inside_source(scope, distance_words()),
        alt=f"Twee kaarten van wie geen plek binnen bereik heeft. {sentence}",
        sentence=sentence,
        file_name=scope.file_name("wat-als-kaart"),
        indicators=INDICATORS,
        picture=_map(scope, now, then),
        table=replace(_table(scope, now, then), caption=TITLE),
    )


@card("witte_vlekken.wat_als_lijst", LIST_TITLE, Audience.INTERN)
def what_if_table(scope: Scope, additions: Sequence[Addition] = ()) -> Card:
    """The ranking, who has no place and the reach of every area, today and with the additions."""
    sentence, scope = what_if_sentence(scope, additions), of_parts(scope)
    now, then = _prospects(scope, ()), _prospects(scope, additions)
    return Card(
        title=_list_title(scope),
        subtitle=f"{RANKS} · {place_and_day(scope)}",
        source=inside_source(scope, distance_words()),
        sentence=sentence,
        file_name=scope.file_name("wat-als"),
        indicators=INDICATORS,
        table=_table(scope, now, then),
    )


def _list_title(scope: Scope) -> str:
    return f"{LIST_TITLE} per {scope.level}"


def _prospects(scope: Scope, additions: Sequence[Addition]) -> list[Prospect]:
    day = scope.day
    found = scope.of(
        prospects_with, scope.level, day, scope.view.catchment.metres, tuple(additions)
    )
    codes = parts(scope)
    return [prospect for prospect in found if prospect.area in codes]


def what_if_sentence(scope: Scope, additions: Sequence[Addition]) -> str:
    """What the additions bring to the residents of the chosen area, or how it stands today."""
    place = scope.area
    gain = scope.of(gain_with, around(scope), tuple(additions))
    if not gain.waiting:
        return not_started(scope) or f"In {place.in_sentence} wacht niemand op een plek."
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


def _lacking(scope: Scope, area: str, found: Sequence[Prospect]) -> int | Mark:
    """Who lacks a place in an area, over all its parts; before the start nothing is no zero."""
    lacking = sum(prospect.lacking for prospect in found)
    progress = scope.progress(scope.known.areas[area].level)
    return lacking if lacking or progress[area].has_started else Mark.NOT_STARTED


def _map(scope: Scope, now: Sequence[Prospect], then: Sequence[Prospect]) -> AreaMap:
    pairs = {
        here.area: tuple(_lacking(scope, here.area, [one]) for one in (here, later))
        for here, later in zip(now, then, strict=True)
    }
    amounts = [prospect.lacking for prospect in (*now, *then)]
    return AreaMap(
        level=boundary_level(scope.level),
        areas=map_areas(scope, scope.level, pairs),
        classes=round_classes(amounts, 0),
        ramp="Purples",
        unit="inwoners zonder plek voor een talent",
        moments=MOMENTS,
        is_series=True,
        around=scope.around,
    )


def _table(scope: Scope, now: Sequence[Prospect], then: Sequence[Prospect]) -> Table:
    called = names(scope)
    pairs = sorted(zip(now, then, strict=True), key=lambda pair: pair[0].rank or len(now) + 1)
    lines = [
        Line(
            cells=[
                called[here.area],
                here.rank,
                later.rank,
                _lacking(scope, here.area, [here]),
                _lacking(scope, here.area, [later]),
                here.reach,
                later.reach,
            ],
            code=here.area,
            is_chosen=_is_marked(scope, here, later),
        )
        for here, later in pairs
    ]
    columns = [Column(capital(scope.level)), *COLUMNS]
    return Table(_list_title(scope), columns, [*lines, *_total(scope, now, then)])


def _is_marked(scope: Scope, here: Prospect, later: Prospect) -> bool:
    """Whether the additions change an area; among its like the chosen area alone is marked."""
    if scope.level is scope.area.level:
        return here.area == scope.view.area
    return here != later


def _total(scope: Scope, now: Sequence[Prospect], then: Sequence[Prospect]) -> list[Line]:
    """The chosen area as the sum of its parts: a resident lives in one of them."""
    if scope.level is scope.area.level:
        return []
    place = scope.area
    sums = [_lacking(scope, place.code, found) for found in (now, then)]
    return [Line([place.name, None, None, *sums, None, None], code=place.code)]
