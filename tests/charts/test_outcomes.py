"""The cards of waits and stays: what they say, and that they stay calm whatever there is."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from analytics.figures.doors.marts import ExactMarts, Marts
from analytics.figures.durations import agreement, journey
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from analytics.statistics.spells import Asked, Spell
from charts.card import Card
from charts.cards import CARDS
from charts.cards.outcomes.journeys import journey_table
from charts.cards.outcomes.spans import TOO_FEW
from charts.cards.outcomes.stays import FEW, stay_answer, stay_curve
from charts.cards.outcomes.waits import wait_answer, wait_curve
from charts.pictures import Trend
from charts.screen import figure
from charts.theme import Mode
from data.file.database import write_database
from data.file.store import Store
from data.grammar import lower_first
from data.models.meta import Meta
from data.reference.areas import Level
from tests.cities import odd_frames

AS_OF = date(2021, 3, 31)
BUURT, CITY = "BU07723120", "GM0772"
OUTCOMES = {name: build for name, build in CARDS.items() if name.startswith("uitkomsten.")}

Scan = tuple[str, str, date, date | None]  # scan, resident, day, day of leaving
Match = tuple[str, date, date | None, date | None, date | None]  # scan, made, start, agreed, end
Asking = Callable[[Sequence[Scan], Sequence[Match]], DirectAnswers]


def day(number: int) -> date:
    return date(2020, 1, 1) + timedelta(days=number)


@pytest.fixture
def city(tmp_path: Path) -> Asking:
    """Makes a data file with these scans and matches, all of one wijk, and asks for its figures."""

    def made(scans: Sequence[Scan], matches: Sequence[Match]) -> DirectAnswers:
        rows: dict[str, list[tuple[object, ...]]] = {
            "scans": [(s, r, on, BUURT, None, None, left) for s, r, on, left in scans],
            "scan_talents": [(s, "groen en tuin") for s, *_ in scans],
            "matches": [
                (f"M{n}", s, None, on, "burenhulp", start, agreed, end, "klaar" if end else None)
                for n, (s, on, start, agreed, end) in enumerate(matches)
            ],
        }
        frames = odd_frames()
        for name, values in rows.items():
            frames[name] = pd.DataFrame(values, columns=frames[name].columns)
        path = tmp_path / "city.duckdb"
        write_database(path, frames, Meta(AS_OF, False, ()))
        return DirectAnswers(ExactMarts(Store(path)), is_demo=False)

    return made


def people(count: int, first: date = date(2020, 1, 1)) -> list[Scan]:
    return [(f"S{n}", f"R{n}", first, None) for n in range(count)]


def lasted(answers: DirectAnswers, spell: Spell) -> list[tuple[int, str, int]]:
    """Days, outcome and number of the spells of the city."""
    found = answers.of(Marts.spells, Asked(spell, Level.GEMEENTE, AS_OF, CITY))
    return list(zip(found["lasted"], found["outcome"], found["total"], strict=True))


LAST = (AS_OF - day(0)).days


def test_a_resident_waits_once_from_the_first_scan_to_a_match_or_to_leaving(city: Asking) -> None:
    scans = [
        ("S1", "two scans", day(0), None),
        ("S2", "two scans", day(30), None),
        ("S3", "left and came back", day(0), day(20)),
        ("S4", "left and came back", day(60), None),
        ("S5", "left one of two scans", day(0), day(20)),
        ("S6", "left one of two scans", day(20), None),
        ("S7", "matched on the day of leaving", day(0), day(25)),
        ("S8", "left on the day of the scan", day(9), day(9)),
    ]
    matches = [
        ("S2", day(50), day(50), None, None),
        ("S4", day(70), None, None, None),
        ("S7", day(25), None, None, None),
    ]
    assert lasted(city(scans, matches), Spell.WAIT) == [
        (0, "left", 1),
        (20, "left", 1),
        (25, "match", 1),
        (50, "match", 1),
        (LAST, "", 1),
    ]


def test_a_match_counts_from_its_start_or_else_from_the_day_it_was_made(city: Asking) -> None:
    matches = [
        ("S0", day(0), day(10), None, day(40)),
        ("S1", day(0), None, None, day(40)),
        ("S2", day(5), day(5), None, day(5)),
        ("S3", day(5), day(5), None, None),
    ]
    assert lasted(city(people(4), matches), Spell.STAY) == [
        (0, "ended", 1),
        (30, "ended", 1),
        (40, "ended", 1),
        (LAST - 5, "", 1),
    ]


def test_an_agreement_is_kept_by_who_runs_on_its_last_day(city: Asking) -> None:
    ends = [day(99), day(100), day(101), None, None]
    matches: list[Match] = [
        *((f"S{n}", day(0), day(0), day(100), end) for n, end in enumerate(ends)),
        ("S5", day(0), day(0), AS_OF + timedelta(days=1), day(9)),  # not over: not judged
    ]
    answers = city(people(6), matches)
    found = answers.of(agreement, Asked(Spell.STAY, Level.GEMEENTE, AS_OF, CITY))
    assert found is not None
    assert found.kept is not None
    assert (found.over, found.kept.value) == (5, 0.8)


def test_the_funnel_leaves_out_who_started_too_short_ago(city: Asking) -> None:
    just, ago = AS_OF - timedelta(days=90), AS_OF - timedelta(days=91)
    matches = [
        ("S0", day(0), day(0), None, day(91)),  # ends on the day itself: runs no more
        ("S1", day(0), day(0), None, day(92)),
        ("S2", ago, ago, None, None),
        ("S3", just, just, None, None),  # too young
        ("S4", day(0), None, None, None),  # its start is not known
    ]
    answers = city(people(6), matches)
    found = answers.of(journey, Asked(Spell.WAIT, Level.GEMEENTE, AS_OF, CITY), 3)
    assert found is not None
    counts = found.counts
    assert (counts.scanned, counts.matched, counts.started) == (6, 5, 4)
    assert (counts.judged, counts.still_running) == (3, 2)
    card = journey_table(Scope(answers, View()))
    assert "1 match is te jong" in card.source
    assert card.table is not None
    assert [list(line.cells[1:]) for line in card.table.lines] == [
        [6, 6, 100],
        [5, 6, pytest.approx(100 * 5 / 6)],
        [4, 5, 80],
        [TOO_FEW, 3, TOO_FEW],  # two of three say nothing
    ]
    assert card.sentence == (
        "Heel Eindhoven, sinds de start tot en met 31 maart 2021: van de 6 inwoners met een scan"
        " kreeg 83% een match. Te weinig eerste matches zijn minstens 3 maanden geleden gestart"
        " om te zeggen of ze blijven."
    )


def test_where_all_matches_ended_nobody_was_followed_for_three_months(city: Asking) -> None:
    ended = [(f"S{n}", day(0), day(0), None, day(10 + n)) for n in range(6)]
    answers = city(people(6), ended)
    assert stay_answer(Scope(answers, View())) == f"Heel Eindhoven: {lower_first(FEW)}"
    assert stay_curve(Scope(answers, View())).note == FEW


def test_no_match_that_ended_has_a_band_and_no_half(city: Asking) -> None:
    running = [(f"S{n}", day(0), day(0), None, None) for n in range(6)]
    answers = city(people(6), running)
    assert stay_answer(Scope(answers, View())) == (
        "Heel Eindhoven: ja, de meeste blijven minstens 3 maanden. Na 3 maanden loopt nog"
        " 100% (61% tot 100%) van de matches, na 6 maanden 100% (61% tot 100%)."
    )


def assert_calm(card: Card) -> None:
    """Either something is shown, or a sentence says why not."""
    if card.note:
        assert card.picture is None
        assert card.table is None
        assert card.note.endswith(".")
        return
    assert card.table is not None
    assert card.sentence
    assert card.source
    assert "nan" not in card.sentence
    if card.picture is not None:
        figure(card.picture, Mode.DARK)


@pytest.mark.parametrize(
    ("scans", "matches"),
    [
        ([], []),
        (people(1), []),
        (people(6), []),
        (people(6, AS_OF), [(f"S{n}", AS_OF, AS_OF, None, None) for n in range(6)]),
        (people(6), [(f"S{n}", day(0), day(0), day(0), day(0)) for n in range(6)]),
        (people(6), [(f"S{n}", day(0), None, None, day(400)) for n in range(6)]),
    ],
    ids=["nobody", "one", "no match", "this week", "the same day", "long"],
)
def test_every_card_is_calm(city: Asking, scans: Sequence[Scan], matches: Sequence[Match]) -> None:
    answers = city(scans, matches)
    for area in ("", BUURT, "WK077211"):
        for build in OUTCOMES.values():
            assert_calm(build(Scope(answers, View(area=area))))
        assert wait_answer(Scope(answers, View(area=area)))


def test_curves_say_how_many_they_rest_on(city: Asking) -> None:
    matches = [(f"S{n}", day(0), day(0), None, day(40 + n) if n < 3 else None) for n in range(8)]
    answers = city(people(10), matches)
    picture = stay_curve(Scope(answers, View())).picture
    assert isinstance(picture, Trend)
    assert list(picture.counts[:3]) == [8, 8, 5]
    assert picture.series[0].values[:3] == [100, 100, pytest.approx(100 * 5 / 8)]
    # eight of the ten had a match on the first day: two are too few to say more
    assert wait_curve(Scope(answers, View())).picture is None
