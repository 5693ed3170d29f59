"""witte_vlekken.stromen: from which wijk to which wijk the matches go."""

from collections import Counter
from collections.abc import Sequence

from analytics.figures.doors.marts import Audience
from analytics.gaps.flows import Stream, shares_outside, wijk_streams
from analytics.scope.indicator.ranking import Mark
from analytics.scope.scope import Scope
from analytics.statistics.classes import round_classes
from analytics.thresholds import whole
from charts.card import Card, Column, Kind, Line, Table, empty
from charts.cards.gaps.maps import map_areas
from charts.cards.gaps.words import names
from charts.cards.inside import inside_source
from charts.pictures import AreaMap, Flow
from charts.registry import card
from data.dutch import long_date, number
from data.grammar import NAMED_AT_MOST, counted, listed
from data.reference.areas import Level

TITLE = "Waar matches naartoe gaan"
LIST_TITLE = "Van wijk naar wijk"
NOTHING = "Hier is nog geen match met een ontwikkelplaats gemaakt."
FEWEST = whole("share_of_few")
MOST_LINES = 25  # on the map; the table has all streams
COLUMNS = (
    Column("Van"),
    Column("Naar"),
    Column("Matches", 0, has_bars=True),
    Column("Deel (%)", 0, kind=Kind.PERCENT),
)


@card("witte_vlekken.stromen", TITLE, Audience.INTERN)
def flow_map(scope: Scope) -> Card:
    """The streams from and to the wijken of the chosen area, or of all the city."""
    found = _streams(scope)
    mine = _of_area(scope, found)
    if not mine:
        return empty(NOTHING)
    sentence = _sentence(scope, mine)
    return Card(
        subtitle=f"{_until(scope)} · kleur: deel van de matches van inwoners buiten de eigen wijk",
        source=inside_source(scope, f"lijnen: de {MOST_LINES} grootste stromen"),
        alt=f"Kaart van stromen tussen wijken. {sentence}",
        sentence=sentence,
        file_name=scope.file_name("stromen-kaart"),
        indicators=("matches",),
        picture=_map(scope, found, mine),
        table=_table(scope, found, mine, TITLE),
    )


@card("witte_vlekken.stromen_lijst", LIST_TITLE, Audience.INTERN)
def flow_list(scope: Scope) -> Card:
    """The same streams as a list, the largest first."""
    found = _streams(scope)
    mine = _of_area(scope, found)
    if not mine:
        return empty(NOTHING)
    return Card(
        subtitle=f"{_until(scope)} · deel: van de matches van inwoners van daar",
        source=inside_source(scope),
        sentence=_sentence(scope, mine),
        file_name=scope.file_name("stromen"),
        indicators=("matches",),
        table=_table(scope, found, mine, LIST_TITLE),
    )


def _streams(scope: Scope) -> list[Stream]:
    return scope.of(wijk_streams, scope.day)


def _of_area(scope: Scope, found: Sequence[Stream]) -> list[Stream]:
    wijken = _wijken(scope)
    return [stream for stream in found if {stream.origin, stream.destination} & wijken]


def _until(scope: Scope) -> str:
    day = long_date(scope.day)
    return f"matches met een ontwikkelplaats · {scope.area.after_in} · tot en met {day}"


def _wijken(scope: Scope) -> set[str]:
    """The wijken of the chosen area; of a buurt the one around it."""
    area = scope.area
    return set(scope.progress(area.level)[area.code].wijken)


def _sentence(scope: Scope, found: Sequence[Stream]) -> str:
    where, called = _subject(scope), names(scope)
    mine = [stream for stream in found if stream.origin in _wijken(scope)]
    total = sum(stream.matches for stream in mine)
    away = [stream for stream in mine if stream.leaves]
    if total < FEWEST:
        made = counted(total, "match", "matches")
        few = " Dat is te weinig om er een deel van te noemen." if total else ""
        return f"Inwoners van {where} hebben {made} met een ontwikkelplaats.{few}"
    share = number(100 * sum(stream.matches for stream in away) / total)
    words = f"Van de {number(total)} matches van inwoners van {where} ligt {share}%"
    return f"{words} buiten de eigen wijk{_largest(called, away)}."


def _subject(scope: Scope) -> str:
    """Of whose residents the streams are: streams are known per wijk."""
    area = scope.area
    if area.level is Level.BUURT:
        around = scope.known.areas[area.parent].in_sentence
        return f"{around} (de wijk van {area.in_sentence})"
    return f"de wijken van {area.name}" if area.level is Level.OWN else area.in_sentence


def _largest(called: dict[str, str], away: Sequence[Stream]) -> str:
    """The largest stream that leaves its wijk; of more that are as large all, or how many.

    Where there is one, and where all are as large, none is the largest.
    """
    largest = [stream for stream in away if stream.matches == away[0].matches]
    if not largest:
        return ""
    amount, are_equal = number(largest[0].matches), len(largest) == len(away)
    if len(largest) > NAMED_AT_MOST:
        which = "even groot" if are_equal else "het grootst"
        return f"; {number(len(largest))} stromen zijn {which}, elk met {amount}"
    ways = listed([f"van {called[s.origin]} naar {called[s.destination]}" for s in largest])
    if len(largest) == 1:
        which = "enige" if are_equal else "grootste"
        return f"; de {which} stroom gaat {ways} ({amount})"
    if are_equal:
        return f"; de stromen {ways} zijn even groot (elk {amount})"
    return f"; de grootste stromen gaan {ways} (elk {amount})"


def _map(scope: Scope, found: Sequence[Stream], mine: Sequence[Stream]) -> AreaMap:
    day = scope.day
    shares = shares_outside(found, FEWEST)
    values: dict[str, list[float | str]] = {
        code: [shares.get(code, _unknown(progress.has_started))]
        for code, progress in scope.progress(Level.WIJK).items()
    }
    return AreaMap(
        level=Level.WIJK,
        areas=map_areas(scope, Level.WIJK, values),
        classes=round_classes(list(shares.values()), 0),
        ramp="Purples",
        unit="% van de matches buiten de eigen wijk",
        moments=[long_date(day)],
        flows=_lines(names(scope), mine),
    )


def _unknown(has_started: bool) -> Mark:
    return Mark.TOO_EARLY if has_started else Mark.NOT_STARTED


def _lines(called: dict[str, str], mine: Sequence[Stream]) -> list[Flow]:
    away = [stream for stream in mine if stream.leaves][:MOST_LINES]
    return [
        Flow(
            stream.origin,
            stream.destination,
            stream.matches,
            f"{called[stream.origin]} naar {called[stream.destination]}:"
            f" {counted(stream.matches, 'match', 'matches')}",
        )
        for stream in away
    ]


def _table(scope: Scope, found: Sequence[Stream], mine: Sequence[Stream], caption: str) -> Table:
    called = names(scope)
    totals: Counter[str] = Counter()
    for stream in found:
        totals[stream.origin] += stream.matches
    lines = [
        Line(
            cells=[
                called[stream.origin],
                called[stream.destination],
                stream.matches,
                _share(stream.matches, totals[stream.origin]),
            ],
            code=stream.origin,
        )
        for stream in mine
    ]
    return Table(caption, COLUMNS, lines)


def _share(part: int, total: int) -> float | Mark:
    return 100 * part / total if total >= FEWEST else Mark.TOO_EARLY
