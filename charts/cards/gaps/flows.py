"""witte_vlekken.stromen: from which wijk to which wijk the matches go."""

from collections import Counter
from collections.abc import Sequence

from analytics.gaps.flows import Stream, shares_outside, wijk_streams
from analytics.scope import questions
from analytics.scope.answers import Answers
from analytics.scope.ranking import Mark
from analytics.scope.view import View
from analytics.statistics.classes import round_classes
from charts.card import Card, Column, Line, Table
from charts.cards.gaps.maps import map_areas
from charts.cards.gaps.words import inside_source, internal, names
from charts.cards.words import file_words
from charts.pictures import AreaMap, Flow
from data.dutch import long_date, number
from data.grammar import NAMED_AT_MOST, counted, listed, plural
from data.reference.areas import Level

ID = "witte_vlekken.stromen"
TITLE = "Waar matches nu naartoe gaan"
LIST, LIST_TITLE = "witte_vlekken.stromen_lijst", "Van wijk naar wijk"
NOTHING = "Hier is nog geen match met een ontwikkelplaats gemaakt."
FEWEST = 5  # matches of which a part is told
MOST_LINES = 25  # on the map; the table has all streams
COLUMNS = (
    Column("Van"),
    Column("Naar"),
    Column("Matches", 0, has_bars=True),
    Column("Deel (%)", 0),
)


@internal(ID, TITLE)
def flow_map(answers: Answers, view: View) -> Card:
    """The streams from and to the wijken of the chosen area, or of all the city."""
    found = _streams(answers, view)
    mine = _of_area(answers, view, found)
    if not mine:
        return Card(ID, TITLE, note=NOTHING)
    sentence = _sentence(answers, view, mine)
    return Card(
        id=ID,
        title=TITLE,
        subtitle=f"{_until(answers, view)} · kleur: deel van de matches van inwoners buiten de"
        " eigen wijk",
        source=inside_source(view, answers.known, f"lijnen: de {MOST_LINES} grootste stromen"),
        alt=f"Kaart van stromen tussen wijken. {sentence}",
        sentence=sentence,
        file_name=file_words("stromen-kaart", view, answers.known),
        indicators=("matches",),
        picture=_map(answers, view, found, mine),
        table=_table(answers, found, mine, TITLE),
    )


@internal(LIST, LIST_TITLE)
def flow_list(answers: Answers, view: View) -> Card:
    """The same streams as a list, the largest first."""
    found = _streams(answers, view)
    mine = _of_area(answers, view, found)
    if not mine:
        return Card(LIST, LIST_TITLE, note=NOTHING)
    return Card(
        id=LIST,
        title=LIST_TITLE,
        subtitle=f"{_until(answers, view)} · deel: van de matches van inwoners van daar",
        source=inside_source(view, answers.known),
        sentence=_sentence(answers, view, mine),
        file_name=file_words("stromen", view, answers.known),
        indicators=("matches",),
        table=_table(answers, found, mine, LIST_TITLE),
    )


def _streams(answers: Answers, view: View) -> list[Stream]:
    return answers.of(wijk_streams, questions.as_of(view, answers.known))


def _of_area(answers: Answers, view: View, found: Sequence[Stream]) -> list[Stream]:
    wijken = _wijken(answers, view)
    return [stream for stream in found if {stream.origin, stream.destination} & wijken]


def _until(answers: Answers, view: View) -> str:
    day = long_date(questions.as_of(view, answers.known))
    return f"matches met een ontwikkelplaats tot en met {day}"


def _wijken(answers: Answers, view: View) -> set[str]:
    """The wijken of the chosen area; of a buurt the one around it."""
    area = questions.area(view, answers.known)
    day = questions.as_of(view, answers.known)
    return set(answers.progress(area.level, day)[area.code].wijken)


def _sentence(answers: Answers, view: View, found: Sequence[Stream]) -> str:
    where, called = _subject(answers, view), names(answers)
    mine = [stream for stream in found if stream.origin in _wijken(answers, view)]
    total = sum(stream.matches for stream in mine)
    away = [stream for stream in mine if stream.leaves]
    if total < FEWEST:
        made = counted(total, "match", "matches")
        few = " Dat is te weinig om er een deel van te noemen." if total else ""
        return f"Inwoners van {where} hebben {made} met een ontwikkelplaats.{few}"
    share = number(100 * sum(stream.matches for stream in away) / total)
    words = f"Van de {number(total)} matches van inwoners van {where} ligt {share}%"
    return f"{words} buiten de eigen wijk{_largest(called, away)}."


def _subject(answers: Answers, view: View) -> str:
    """Of whose residents the streams are: streams are known per wijk."""
    area = questions.area(view, answers.known)
    if area.level is Level.BUURT:
        around = answers.known.areas[area.parent].in_sentence
        return f"{around} (de wijk van {area.in_sentence})"
    return f"de wijken van {area.name}" if area.level is Level.OWN else area.in_sentence


def _largest(called: dict[str, str], away: Sequence[Stream]) -> str:
    """The largest stream that leaves its wijk; of more that are as large all, or how many."""
    largest = [stream for stream in away if stream.matches == away[0].matches]
    if not largest:
        return ""
    amount = number(largest[0].matches)
    if len(largest) > NAMED_AT_MOST:
        return f"; {number(len(largest))} stromen zijn het grootst, elk met {amount}"
    ways = [f"van {called[s.origin]} naar {called[s.destination]}" for s in largest]
    each = "elk " if len(largest) > 1 else ""
    go = plural(len(largest), "de grootste stroom gaat", "de grootste stromen gaan")
    return f"; {go} {listed(ways)} ({each}{amount})"


def _map(answers: Answers, view: View, found: Sequence[Stream], mine: Sequence[Stream]) -> AreaMap:
    day = questions.as_of(view, answers.known)
    shares = shares_outside(found, FEWEST)
    values: dict[str, list[float | str]] = {
        code: [shares.get(code, _unknown(progress.has_started))]
        for code, progress in answers.progress(Level.WIJK, day).items()
    }
    return AreaMap(
        level=Level.WIJK,
        areas=map_areas(answers, view, Level.WIJK, values),
        classes=round_classes(list(shares.values()), 0),
        ramp="Purples",
        unit="% van de matches buiten de eigen wijk",
        moments=[long_date(day)],
        flows=_lines(names(answers), mine),
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


def _table(
    answers: Answers, found: Sequence[Stream], mine: Sequence[Stream], caption: str
) -> Table:
    called = names(answers)
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
