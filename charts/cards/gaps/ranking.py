"""witte_vlekken.rangorde, kaart and blinde_vlekken: where it lacks most, and how sure that is."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.catalog import find
from analytics.figures.doors.marts import Audience
from analytics.gaps.index.ranking import BlindSpot, Gap, GapRanking
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.scope.sentences import PLURALS
from analytics.statistics.classes import round_classes
from charts.card import Card, Column, Kind, Line, Table, Value, empty
from charts.cards.boundaries import with_boundaries
from charts.cards.chosen import advice
from charts.cards.gaps.maps import boundary_level, map_areas
from charts.cards.gaps.ranking_words import inside_words, ranking, ranking_sentence
from charts.cards.gaps.words import of_parts, parts, shown_words
from charts.cards.inside import day_words, inside_source
from charts.pictures import AreaMap
from charts.registry import card
from data.grammar import all_of, capital, counted
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
        sentence=ranking_sentence(scope, found),
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
    sentence = ranking_sentence(scope, found)
    return Card(
        subtitle=f"{ABOVE} · {shown_words(scope, parts(scope))}",
        source=with_boundaries(scope.source(find("wachtend"))),
        alt=f"Kaart van de witte vlekken per {scope.level}. {sentence}",
        sentence=sentence,
        file_name=scope.file_name("witte-vlekken-kaart"),
        indicators=("wachtend", "vrije_plekken"),
        picture=_map(scope, found),
        table=_of_map(scope, found),
    )


@card("witte_vlekken.blinde_vlekken", BLIND_TITLE, Audience.INTERN)
def blind_spots(scope: Scope) -> Card:
    """The areas of which too little is known to say anything: not the same as no need."""
    scope = of_parts(scope)
    ranked = _shown(scope)
    found, subtitle = ranked.blind, f"{NOT_NOTHING} · {shown_words(scope, _codes(ranked.blind))}"
    if not found:
        every = all_of(len(ranked.gaps), scope.level, PLURALS[scope.level])
        note = f"Van {every}{inside_words(scope)} is genoeg bekend."
        return empty(note, subtitle=subtitle)
    lines = [_blind_line(scope, spot, [spot.area.name, spot.why]) for spot in found]
    columns = [Column(capital(scope.level)), Column("Waarom er niets te zeggen is")]
    return Card(
        subtitle=subtitle,
        source=inside_source(scope),
        sentence=f"Van {_areas(len(found), scope.level)}{inside_words(scope)} is te weinig bekend"
        " om iets te zeggen.",
        file_name=scope.file_name("blinde-vlekken"),
        indicators=("scans",),
        table=Table(f"Blinde vlekken per {scope.level}", columns, lines),
    )


def _codes(found: Sequence[Gap | BlindSpot]) -> set[str]:
    return {one.area.code for one in found}


def _shown(scope: Scope) -> GapRanking:
    """Of the ranking of the whole city the parts that are shown."""
    found, codes = ranking(scope, scope.level), parts(scope)
    return GapRanking(
        gaps=tuple(gap for gap in found.gaps if gap.area.code in codes),
        blind=tuple(spot for spot in found.blind if spot.area.code in codes),
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


def _of_map(scope: Scope, found: GapRanking) -> Table:
    """What the map shows: the same without the reasons, and of what is not known why."""
    table = _table(scope, found.gaps)
    lines = [replace(line, cells=line.cells[:-1]) for line in table.lines]
    lines += [
        _blind_line(scope, spot, [None, spot.area.name, spot.why, None, None])
        for spot in found.blind
    ]
    caption = f"{table.caption}, zonder redenen"
    return replace(table, caption=caption, columns=table.columns[:-1], lines=lines)


def _blind_line(scope: Scope, spot: BlindSpot, cells: list[Value]) -> Line:
    return Line(cells, spot.area.code, is_chosen=spot.area.code == scope.view.area)


def reasons_words(gap: Gap) -> str:
    """The reasons as one text."""
    return " ".join(gap.reasons)


def _map(scope: Scope, found: GapRanking) -> AreaMap:
    """The parts that are shown, in the colours that they have among all areas of the city."""
    city, progress = ranking(scope, scope.level).gaps, scope.progress(scope.level)
    values: dict[str, list[float | str]] = {
        gap.area.code: [_above(gap, has_started=progress[gap.area.code].has_started)]
        for gap in found.gaps
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


def _above(gap: Gap, *, has_started: bool) -> float | str:
    """How far above average; who was scanned before the start makes no area average or better."""
    return max(gap.index, 0.0) if has_started or gap.index > 0 else Mark.NOT_STARTED
