"""The sentences of waits and stays: every branch, and that they follow from their own figures."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import pytest

from analytics.figures.durations import Course, Way
from analytics.statistics.spells import DAYS, MONTHS, Asked, Clock, Facet, Journey, Outcome, Spell
from analytics.statistics.survival import (
    Interval,
    aalen_johansen,
    kaplan_meier,
    life_table,
    share_of,
)
from charts.card import Value
from charts.cards.outcomes import spans
from charts.cards.outcomes.journeys import journey_words
from charts.cards.outcomes.span_groups import group_words
from charts.cards.outcomes.span_subjects import Groups, Subject
from charts.cards.outcomes.stays import course_words, verdict
from charts.cards.outcomes.waits import wait_words
from data.reference.areas import Level

Rows = list[tuple[int, str, int]]

STAYS, WAITS = Subject(Spell.STAY, Facet.NONE), Subject(Spell.WAIT, Facet.TALENT)


def course(rows: Rows, first: Outcome, clock: Clock = DAYS, fewest: int = 5) -> Course:
    """The course of spells (steps, outcome, number), all followed from their beginning."""
    frame = pd.DataFrame(rows, columns=["lasted", "outcome", "total"]).assign(entered=0)
    both = life_table(frame, clock, [first, Outcome.LEFT], fewest=fewest)
    alone = kaplan_meier(life_table(frame, clock, [first], fewest=fewest), first)
    steps = [clock.steps(month) for month in range(25)]
    return Course(
        ended={way: aalen_johansen(both, way) for way in (first, Outcome.LEFT)},
        alone=alone,
        followed=tuple(int(both.followed[step]) for step in steps if step <= both.known),
    )


def stays(*rows: tuple[int, int], running: tuple[int, int] = (400, 0)) -> Course:
    """Matches that ended after so many days, and so many that ran that long."""
    ended = [(days, str(Outcome.ENDED), count) for days, count in rows]
    return course([*ended, (running[0], "", running[1])], Outcome.ENDED)


def soon(found: Course) -> Interval:
    after = spans.after(found.alone, 3, is_lasting=True)
    assert after is not None
    return after


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (50.6, 90, "Ja, de meeste blijven minstens 3 maanden."),
        (50.4, 90, "Of de meeste 3 maanden blijven, is niet zeker."),  # it says "50%"
        (10, 49.4, "Nee, de meeste blijven geen 3 maanden."),
        (10, 49.6, "Of de meeste 3 maanden blijven, is niet zeker."),
        (50, 50, "Of de meeste 3 maanden blijven, is niet zeker."),
        (None, None, "Nee, de meeste blijven geen 3 maanden."),
    ],
)
def test_the_verdict_follows_from_the_ends_that_are_shown(
    low: float | None, high: float | None, words: str
) -> None:
    assert verdict(Interval(50, low, high)) == words


def test_a_course_with_a_half_and_a_later_moment() -> None:
    found = stays((30, 20), (120, 50), running=(400, 30))
    assert course_words(found, soon(found)) == (
        "Na 3 maanden loopt nog 80% (71% tot 87%) van de matches, na 6 maanden 30% (21% tot 39%)."
        " De helft is na 120 dagen (120 tot 120) voorbij."
    )


def test_a_course_that_is_known_for_three_months_only_and_has_no_half() -> None:
    found = stays((30, 2), running=(100, 8))
    assert course_words(found, soon(found)) == (
        "Na 3 maanden loopt nog 80% (41% tot 95%) van de matches;"
        " over 6 maanden is er te weinig om te zeggen."
    )


def test_nothing_of_stratum_on_a_day_with_few_at_risk() -> None:
    """17 matches of which 5 ended and 12 still run, for too short to judge them."""
    found = stays((20, 5), running=(60, 12))
    assert spans.after(found.alone, 3, is_lasting=True) is None
    assert spans.after(found.alone, 6, is_lasting=True) is None


def waits(rows: Rows) -> str:
    return wait_words(course(rows, Outcome.MATCH))


def test_a_wait_with_a_half_and_both_moments() -> None:
    assert waits([(27, "match", 60), (400, "", 40)]) == (
        "De helft van de inwoners heeft na 27 dagen (27 of meer) een match."
        " Na 3 maanden 60% (50% tot 69%) en na 6 maanden 60% (50% tot 69%)."
    )


def test_a_wait_that_is_known_for_less_than_three_months() -> None:
    assert waits([(27, "match", 2), (70, "", 8)]) == (
        "Binnen 2 maanden heeft minder dan de helft van de inwoners een match."
        " Over 3 en 6 maanden is er te weinig om te zeggen."
    )
    assert waits([(27, "match", 2), (31, "", 8)]) == (
        "Binnen 1 maand heeft minder dan de helft van de inwoners een match."
        " Over 3 en 6 maanden is er te weinig om te zeggen."
    )


def test_a_wait_that_is_known_for_three_months_but_not_six() -> None:
    assert waits([(27, "match", 2), (100, "", 8)]) == (
        "Binnen 3 maanden heeft minder dan de helft van de inwoners een match."
        " Na 3 maanden 20% (3% tot 47%); over 6 maanden is er te weinig om te zeggen."
    )


def test_what_reads_as_half_is_not_called_less() -> None:
    assert waits([(27, "match", 199), (100, "", 201)]).startswith(
        "Binnen 3 maanden heeft bijna de helft van de inwoners een match. Na 3 maanden 50%"
    )


def test_a_half_that_lies_flat_is_told_with_its_half_day() -> None:
    words = waits([(1, "match", 10), (2, "match", 10), (3, "match", 10), (60, "", 10)])
    assert words.startswith("De helft van de inwoners heeft na 2,5 dagen (2 tot 3) een match.")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Interval(1, 1, None), "1 dag (1 of meer)"),
        (Interval(2.5, 1, None), "2,5 dagen (1 of meer)"),
        (Interval(159, 136, 182), "159 dagen (136 tot 182)"),
        (Interval(0, 0, 1), "0 dagen (0 tot 1)"),
        (Interval(100.04, 12.3, 1234.5), "100 dagen (12 tot 1.234,5)"),
        (Interval(9, None, None), "9 dagen (0 of meer)"),
    ],
)
def test_days_in_words(found: Interval, words: str) -> None:
    assert spans.days_words(found) == words


def test_percentages_in_words() -> None:
    assert spans.percent_words(Interval(0, 0, 43.4)) == "0% (0% tot 43%)"
    assert spans.percent_words(Interval(41.2, 36.6, 45)) == "41% (37% tot 45%)"
    assert spans.percent_words(Interval(41.2, None, None)) == "41% (0% tot 0%)"


def test_a_lasting_part_is_what_has_not_ended() -> None:
    found = stays((30, 20), running=(400, 80))
    ended = spans.after(found.alone, 3, is_lasting=False)
    lasting = spans.after(found.alone, 3, is_lasting=True)
    assert ended is not None
    assert lasting is not None
    assert lasting.value == 100 - ended.value == pytest.approx(80)
    assert (lasting.low, lasting.high) == (100 - (ended.high or 0), 100 - (ended.low or 0))


def test_a_line_is_empty_after_its_last_value() -> None:
    series = spans.line("a", "accent", [Interval(5, 1, 9), None], steps=4)
    assert (series.values, series.low, series.high) == (
        [5, None, None, None],
        [1, None, None, None],
        [9, None, None, None],
    )
    assert spans.line("a", "accent", [Interval(5, 1, 9)]).values == [5]


def test_cells_say_why_there_is_no_number() -> None:
    assert spans.ends(Interval(5, 1, 9)) == [5, 1, 9]
    assert spans.ends(None) == ["te weinig om te zeggen", None, None]
    cells: list[Value] = [spans.cell(Interval(5, 1, 9)), spans.cell(None), spans.cell(None, "niet")]
    assert cells == [5, "te weinig om te zeggen", "niet"]


@pytest.mark.parametrize(("rows", "is_drawn"), [([(30, "", 5)], True), ([(29, "", 5)], False)])
def test_a_point_is_no_picture(rows: Rows, is_drawn: bool) -> None:
    assert spans.is_drawn(course(rows, Outcome.ENDED)) is is_drawn
    assert not spans.is_drawn(None)


def way(journey: Journey, fewest: int = 5) -> Way:
    pairs = [
        (journey.matched, journey.scanned),
        (journey.started, journey.matched),
        (journey.still_running, journey.judged),
    ]
    matched, started, lasting = (share_of(*pair, fewest=fewest) for pair in pairs)
    assert matched is not None
    return Way(journey, matched, started, lasting)


def test_a_journey_in_words() -> None:
    assert journey_words(way(Journey(1200, 300, 250, 200, 80))) == (
        "Van de 1.200 inwoners met een scan kreeg 25% een match. Van de 200 eerste matches die"
        " minstens 3 maanden geleden zijn gestart, liep 40% na 3 maanden nog."
    )
    assert journey_words(way(Journey(8, 4, 4, 4, 4))) == (
        "Van de 8 inwoners met een scan kreeg 50% een match. Te weinig eerste matches zijn"
        " minstens 3 maanden geleden gestart om te zeggen of ze blijven."
    )


def groups(found: Mapping[str, Course | None], one: str = "wijk") -> Groups:
    return Groups(one, found, Asked(Spell.STAY, Level.WIJK, date(2021, 1, 1)))


FAST, SLOW = stays((30, 60), running=(400, 40)), stays((30, 10), running=(400, 90))
YOUNG = stays((10, 2), running=(60, 8))


def test_groups_that_differ() -> None:
    words = (
        "Na 6 maanden is het deel dat nog loopt het grootst bij B, 90% (82% tot 94%), en het"
        " kleinst bij A,"
        " 40% (30% tot 49%)."
    )
    found = groups({"A": FAST, "B": SLOW, "C": None, "D": YOUNG})
    assert group_words(STAYS, found, 0.05) == (
        f"{words} Samen verschillen de wijken meer dan door toeval."
    )
    assert group_words(STAYS, found, 0.051) == (
        f"{words} De verschillen tussen de wijken kunnen toeval zijn."
    )
    assert list(found.told) == ["A", "B", "D"]


def test_groups_that_share_a_place_are_all_named_or_counted() -> None:
    few = groups({"A": FAST, "B": SLOW, "C": FAST}, "soort")
    assert "het kleinst bij A en C, 40%. " in group_words(STAYS, few, 1)
    many = groups({name: FAST for name in "ABCD"} | {"E": SLOW}, "soort")
    assert "het kleinst bij 4 soorten, 40%. " in group_words(STAYS, many, 1)


def test_groups_that_are_all_equal_have_no_order() -> None:
    assert group_words(STAYS, groups({"A": FAST, "B": FAST}), 1) == (
        "Na 6 maanden loopt nog bij beide wijken die lang genoeg zijn gevolgd 40%."
    )


@pytest.mark.parametrize("found", [{"A": FAST}, {"A": FAST, "B": YOUNG}, {"A": FAST, "B": None}])
def test_one_group_is_compared_with_nothing(found: dict[str, Course | None]) -> None:
    assert group_words(STAYS, groups(found), 0) == (
        "Er zijn te weinig wijken lang genoeg gevolgd om te vergelijken."
    )


def test_groups_of_waits_count_who_has_a_match() -> None:
    one, two = (
        course([(20, "match", count), (30, "left", 10), (400, "", 90 - count)], Outcome.MATCH)
        for count in (20, 60)
    )
    words = group_words(WAITS, groups({"A": one, "B": two}, "talent"), 1)
    assert words.startswith("Na 6 maanden is het deel met een match het grootst bij B, 60%")
    assert ", en het kleinst bij A, 20%" in words


def test_on_a_clock_of_months_days_are_those_of_the_months() -> None:
    found = course([(0, "match", 30), (2, "match", 30), (9, "", 40)], Outcome.MATCH, MONTHS, 20)
    half = spans.half_of(found.ended[Outcome.MATCH])
    assert half is not None
    assert half.value == pytest.approx((2 + 20 / 30) * 30.4375)
    in_months = found.ended[Outcome.MATCH].half()
    assert in_months is not None
    assert in_months.low is not None
    assert half.low == pytest.approx(in_months.low * 30.4375)
    assert found.followed[:4] == (100, 70, 70, 40)
