"""witte_vlekken.rangorde, kaart and blinde_vlekken: where it lacks most, and how sure that is."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.catalog import find
from analytics.figures.doors.marts import Audience
from analytics.gaps.index.ranking import BlindSpot, Gap, GapRanking, gap_ranking
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from analytics.statistics.classes import round_classes
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.cards.boundaries import with_boundaries
from charts.cards.chosen import advice
from charts.cards.gaps.maps import boundary_level, map_areas
from charts.cards.gaps.words import of_parts, parts, shown_words
from charts.cards.inside import day_words, inside_source
from charts.pictures import AreaMap
from charts.registry import card
from data.grammar import NAMED_AT_MOST, NEUTER, all_of, capital, counted, named
from data.reference.areas import Level

RANKING_TITLE = "Waar is te weinig?"
MAP_TITLE = "De witte vlekken op de kaart"
BLIND_TITLE = "Blinde vlekken: hier is te weinig bekend"
ABOVE = "index boven het gemiddelde; 0 is gemiddeld of beter"
NOT_NOTHING = "te weinig bekend is iets anders dan geen behoefte"
INDEX = "hoe ver een gebied boven het gemiddelde van de stad ligt; 0 is gemiddeld"
COLUMNS = (
    Column("Index", 2),
    Column("Plaats tussen"),
    Column("Zeker?"),
    Column("Drie redenen"),
)


@card("witte_vlekken.rangorde", RANKING_TITLE, Audience.INTERN)
def gap_list(scope: Scope) -> Card:
    """The areas of the level, the largest gap first, with the reasons and how sure it is."""
    scope = of_parts(scope)
    found = _shown(scope)
    subtitle = f"index: {INDEX} · {shown_words(scope, _codes(found.gaps))}"
    if not found.gaps:
        note = f"Er is nog geen gebied waarvan genoeg bekend is.{advice(scope, has_period=False)}"
        return empty(note, subtitle=subtitle)
    return Card(
        title=f"Van groot naar klein tekort per {scope.level}",
        subtitle=subtitle,
        source=inside_source(scope, "plaats tussen: negen van de tien keer, als toeval meespeelt"),
        sentence=_sentence(scope, found),
        file_name=scope.file_name("witte-vlekken"),
        indicators=("wachtend", "vrije_plekken"),
        table=_table(scope, found.gaps),
    )


@card("witte_vlekken.kaart", MAP_TITLE, Audience.INTERN)
def gap_map(scope: Scope) -> Card:
    """The index on the map; what is not known has its own mark."""
    scope = of_parts(scope)
    found = _shown(scope)
    if not found.gaps:
        return empty("Er is nog niets om op de kaart te zetten.")
    sentence = _sentence(scope, found)
    return Card(
        subtitle=f"{ABOVE} · {shown_words(scope, parts(scope))}",
        source=with_boundaries(scope.source(find("wachtend"))),
        alt=f"Kaart van de witte vlekken per {scope.level}. {sentence}",
        sentence=sentence,
        file_name=scope.file_name("witte-vlekken-kaart"),
        indicators=("wachtend", "vrije_plekken"),
        picture=_map(scope, found),
        table=_short(_table(scope, found.gaps)),
    )


@card("witte_vlekken.blinde_vlekken", BLIND_TITLE, Audience.INTERN)
def blind_spots(scope: Scope) -> Card:
    """The areas of which too little is known to say anything: not the same as no need."""
    scope = of_parts(scope)
    ranked = _shown(scope)
    found, subtitle = ranked.blind, f"{NOT_NOTHING} · {shown_words(scope, _codes(ranked.blind))}"
    if not found:
        every = all_of(len(ranked.gaps), scope.level, PLURALS[scope.level])
        note = f"Van {every}{_inside(scope)} is genoeg bekend."
        return empty(note, subtitle=subtitle)
    lines = [
        Line(
            [spot.area.name, spot.why], spot.area.code, is_chosen=spot.area.code == scope.view.area
        )
        for spot in found
    ]
    columns = [Column(capital(scope.level)), Column("Waarom er niets te zeggen is")]
    return Card(
        subtitle=subtitle,
        source=inside_source(scope),
        sentence=f"Van {_areas(len(found), scope.level)}{_inside(scope)} is te weinig bekend"
        " om iets te zeggen.",
        file_name=scope.file_name("blinde-vlekken"),
        indicators=("scans",),
        table=Table(f"Blinde vlekken per {scope.level}", columns, lines),
    )


def ranking(scope: Scope, level: Level) -> GapRanking:
    """The ranking of a level on the day of the view."""
    day = scope.day
    return scope.of(gap_ranking, level, day, scope.view.catchment.metres)


def _codes(found: Sequence[Gap | BlindSpot]) -> set[str]:
    return {one.area.code for one in found}


def _shown(scope: Scope) -> GapRanking:
    """Of the ranking of the whole city the parts that are shown."""
    found, codes = ranking(scope, scope.level), parts(scope)
    return GapRanking(
        gaps=tuple(gap for gap in found.gaps if gap.area.code in codes),
        blind=tuple(spot for spot in found.blind if spot.area.code in codes),
    )


def _sentence(scope: Scope, found: GapRanking) -> str:
    """About the chosen area: where it stands when it has no parts, else about its parts."""
    if scope.area.level is scope.level:
        return where_it_stands(scope)
    return where_first(found, scope.level, _inside(scope))


def _inside(scope: Scope) -> str:
    """The area whose parts are told of, behind a noun; "" for the city."""
    filled = scope.around
    return f" {scope.known.areas[filled].behind(scope.level)}" if filled else ""


def where_first(found: GapRanking, level: Level, inside: str = "") -> str:
    """Where the lack is largest, and of how many areas that is sure."""
    none = f"geen {'enkel' if level in NEUTER else 'enkele'} {level}{inside}"
    if not found.gaps:
        return f"Van {none} is genoeg bekend om te zeggen waar te weinig is."
    sure = [gap.area.in_sentence for gap in found.gaps if gap.is_certain]
    if sure:
        return f"Zeker te weinig is er in {named(sure, PLURALS[level] + inside)}."
    first = _first(found.gaps)
    if not first:
        return f"{capital(none)} heeft een groter tekort dan gemiddeld in de stad."
    where = named([gap.area.in_sentence for gap in first], PLURALS[level])
    return (
        f"Het tekort lijkt het grootst in {where}, maar van {none} is dat zeker:"
        " het kan toeval zijn."
    )


def _first(gaps: Sequence[Gap]) -> Sequence[Gap]:
    """At most three from the front above the mean, never one of equals without the others.

    All that are first when these are more than three.
    """
    above = [gap for gap in gaps if gap.index > 0]
    if len(above) <= NAMED_AT_MOST:
        return above
    border = max(above[NAMED_AT_MOST].rank, above[0].rank + 1)
    return [gap for gap in above if gap.rank < border]


def where_it_stands(scope: Scope) -> str:
    """Where the chosen area stands among others of its own level; "" when there are none."""
    place = scope.area
    if place.level is Level.GEMEENTE:
        return ""
    found = ranking(scope, place.level)
    if len(found.gaps) + len(found.blind) == 1:
        return ""
    mine = next((gap for gap in found.gaps if gap.area.code == place.code), None)
    if mine:
        return _standing(mine, found.gaps)
    [why] = [spot.why for spot in found.blind if spot.area.code == place.code]
    return f"Van {place.in_sentence} is te weinig bekend om iets te zeggen: {why}."


def _standing(mine: Gap, gaps: Sequence[Gap]) -> str:
    """The rank of an area, with whom it shares it and between which chance may move it."""
    equals = sum(gap.rank == mine.rank for gap in gaps) - 1
    shared = f", samen met {counted(equals, 'ander', 'andere')}" if equals else ""
    chance = f"; door toeval kan dat {mine.first} tot en met {mine.last} zijn"
    return (
        f"{capital(mine.area.in_sentence)} staat op plaats {mine.rank} van {len(gaps)}{shared}"
        f"{chance if mine.first < mine.last else ''}. Nummer 1 heeft het grootste tekort."
    )


def _areas(amount: int, level: Level) -> str:
    return counted(amount, level, PLURALS[level])


def _table(scope: Scope, gaps: Sequence[Gap]) -> Table:
    progress = scope.progress(scope.level)
    lines = [
        Line(
            cells=[
                gap.rank,
                gap.area.name,
                gap.index,
                f"{gap.first} en {gap.last}",
                gap.mark,
                reasons_words(gap),
            ],
            code=gap.area.code,
            is_chosen=gap.area.code == scope.view.area,
            is_pilot=progress[gap.area.code].is_pilot,
        )
        for gap in gaps
    ]
    columns = [Column("Nr.", 0, kind=Kind.RANK), Column(capital(scope.level)), *COLUMNS]
    return Table(f"Witte vlekken per {scope.level}", columns, lines, head=1)


def _short(table: Table) -> Table:
    """The same without the reasons, for beside a map."""
    lines = [replace(line, cells=line.cells[:-1]) for line in table.lines]
    caption = f"{table.caption}, zonder redenen"
    return replace(table, caption=caption, columns=table.columns[:-1], lines=lines)


def reasons_words(gap: Gap) -> str:
    """The reasons as one text."""
    return " ".join(gap.reasons)


def _map(scope: Scope, found: GapRanking) -> AreaMap:
    """The parts that are shown, in the colours that they have among all areas of the city."""
    city = ranking(scope, scope.level).gaps
    values: dict[str, list[float | str]] = {
        gap.area.code: [max(gap.index, 0.0)] for gap in found.gaps
    }
    values |= {spot.area.code: [spot.why] for spot in found.blind}
    return AreaMap(
        level=boundary_level(scope.level),
        areas=map_areas(scope, scope.level, values),
        classes=round_classes([max(gap.index, 0.0) for gap in city], 1),
        ramp="Purples",
        unit="boven het gemiddelde",
        moments=[day_words(scope)],
        around=scope.around,
    )
