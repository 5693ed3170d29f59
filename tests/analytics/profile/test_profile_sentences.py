"""Sentences about one area: what they say, and when they say nothing."""

from datetime import date

import pytest

from analytics.catalog import find
from analytics.profile.profile import Comparison, Figure
from analytics.profile.profile_sentences import (
    change_sentence,
    similar_sentence,
    standout_sentence,
)
from analytics.profile.quarters import Change, Changes
from analytics.profile.similar import TRAITS, Portrait, Similar
from analytics.scope.areas import NO_TEAM
from analytics.scope.indicator.ranking import Mark
from analytics.scope.windows import Span
from data.dutch import rounded
from data.reference.areas import Level

QUARTER, BEFORE = (
    Span(date(2021, 7, 1), date(2021, 9, 30)),
    Span(date(2021, 4, 1), date(2021, 6, 30)),
)


def counted(indicator: str, amount: Figure, expected: float | None) -> Comparison:
    return Comparison(find(indicator), amount, None, None, None, None, expected)


def test_the_count_that_is_least_likely_by_chance_stands_out() -> None:
    # 30 against 15 is 3,9 standard deviations, 160 against 120 is 3,7, 9 against 3 are too few.
    found = [counted("scans", 160, 120), counted("matches", 30, 15), counted("vacatures", 9, 3)]
    assert standout_sentence(found, Level.WIJK) == (
        "Het meest valt op: 30 matches; met evenveel per inwoner en per maand als in vergelijkbare"
        " wijken zouden het er 15 zijn."
    )
    standing = standout_sentence([counted("lopende_matches", 30, 15)], Level.WIJK)
    assert "met evenveel per inwoner als in vergelijkbare wijken zouden" in standing


@pytest.mark.parametrize(
    ("expected", "read"), [(20.54, 20), (20.56, 21), (20.4, 20), (21.46, 22), (21.5, 22)]
)
def test_what_is_expected_is_rounded_from_what_the_table_shows(expected: float, read: int) -> None:
    sentence = standout_sentence([counted("matches", 60, expected)], Level.WIJK)
    shown = rounded(expected, 1)
    assert rounded(shown) == read
    assert f"zouden het er {read} zijn" in sentence


@pytest.mark.parametrize(("amount", "stands_out"), [(119, False), (120, True), (80, True)])
def test_two_standard_deviations_stand_out(amount: int, *, stands_out: bool) -> None:
    sentence = standout_sentence([counted("scans", amount, 100)], Level.BUURT)
    assert sentence.startswith("Het meest valt op") is stands_out
    assert stands_out or sentence.endswith("geen grote verschillen met vergelijkbare buurten.")


@pytest.mark.parametrize(
    "found", [[], [counted("scans", Mark.NOT_STARTED, 50)], [counted("scans", 3, 9)]]
)
def test_with_too_little_to_compare_nothing_stands_out(found: list[Comparison]) -> None:
    assert standout_sentence(found, Level.WIJK) == ""


def portrait(name: str) -> Portrait:
    return Portrait(name, name, (None,) * len(TRAITS))


def test_likeness_is_explained() -> None:
    found = Similar(
        portrait("Erp"), (portrait("Acht"), portrait("Blixembosch")), TRAITS[:2], TRAITS[2]
    )
    assert similar_sentence(found, Level.WIJK, 19) == (
        "Van de 19 andere wijken lijkt Erp het meest op Acht en Blixembosch, omdat het aantal"
        " inwoners en het aantal inwoners per hectare daar weinig verschillen. Het meest verschilt"
        " het deel dat eenzaam is."
    )


def test_the_wijken_without_a_team_are_like_teams() -> None:
    none = Portrait(NO_TEAM, NO_TEAM, ())
    found = Similar(none, (portrait("Team Gestel"),), TRAITS[:1], TRAITS[1])
    assert similar_sentence(found, Level.TEAM, 6).startswith(
        "Van de 6 teams lijken de wijken zonder team het meest op Team Gestel, omdat"
    )
    other = Similar(portrait("Team Gestel"), (none,), TRAITS[:1], TRAITS[1])
    assert "lijkt Team Gestel het meest op de wijken zonder team, omdat" in similar_sentence(
        other, Level.TEAM, 6
    )


def test_no_likeness_is_explained_too() -> None:
    sentence = similar_sentence(Similar(portrait("Esp")), Level.BUURT, 115)
    assert sentence.startswith("Voor Esp zijn geen vergelijkbare buurten aan te wijzen")
    assert "ten minste 100 inwoners" in sentence


def change(indicator: str, now: float, before: float | None, relative: float | None) -> Change:
    return Change(find(indicator), now, before, relative)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (change("scans", 30, 20, 0.5), "het aantal talentenscans het meest: van 20 naar 30."),
        (change("scans", 14, 4, None), "het aantal talentenscans het meest: van 4 naar 14."),
        (change("scans", 13, 4, None), "In het 3e kwartaal van 2021 veranderde er weinig."),
        (change("scans", 20, 20, 0.0), "In het 3e kwartaal van 2021 veranderde er weinig."),
        (change("scans", 50, None, None), "In het 3e kwartaal van 2021 veranderde er weinig."),
        (change("open_vacatures_per_wachtende", 2, 1, 1.0), "veranderde er weinig."),
    ],
)
def test_what_changed_most(found: Change, words: str) -> None:
    assert change_sentence(Changes(QUARTER, BEFORE, [found])).endswith(words)


def test_without_quarters_nothing_is_said() -> None:
    assert change_sentence(None) == ""
    assert change_sentence(Changes(QUARTER, BEFORE, [])) == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        # Twice as large by percent: neither changed most.
        (
            [change("scans", 40, 20, 1.0), change("matches", 60, 30, 1.0)],
            "veranderde het aantal talentenscans: van 20 naar 40.",
        ),
        (
            [change("scans", 10, 40, -0.75), change("matches", 14, 4, None)],
            "veranderde het aantal talentenscans het meest: van 40 naar 10.",
        ),
        (
            [change("scans", 14, 4, None), change("matches", 15, 5, None)],
            "veranderde het aantal talentenscans: van 4 naar 14.",
        ),
        (
            [change("matches", 14, 3, None), change("scans", 14, 4, None)],
            "veranderde het aantal matches het meest: van 3 naar 14.",
        ),
        # Most by percent and not in number is said as that.
        (
            [change("scans", 55, 47, 8 / 47), change("matches", 90, 81, 1 / 9)],
            "veranderde het aantal talentenscans naar verhouding het meest: van 47 naar 55.",
        ),
        # What has no percent may have changed more.
        (
            [change("scans", 30, 20, 0.5), change("matches", 24, 4, None)],
            "veranderde het aantal talentenscans: van 20 naar 30.",
        ),
    ],
)
def test_of_equal_changes_none_is_the_largest(changes: list[Change], words: str) -> None:
    assert change_sentence(Changes(QUARTER, BEFORE, changes)).endswith(words)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (change("scans", 20, 10, 1.0), "veranderde er weinig."),  # 15 may be both
        (change("scans", 21, 10, 1.1), "talentenscans het meest: van 10 naar 21."),
        (change("scans", 30, 20, 0.5), "talentenscans het meest: van 20 naar 30."),
        (change("vacatures", 20, 10, 1.0), "geopende vacatures het meest: van 10 naar 20."),
    ],
)
def test_of_rounded_counts_no_change_is_told_that_rounding_can_have_made(
    found: Change, words: str
) -> None:
    assert change_sentence(Changes(QUARTER, BEFORE, [found]), 5).endswith(words)


def test_the_largest_certain_change_is_not_called_the_largest() -> None:
    found = [change("scans", 20, 10, 1.0), change("matches", 60, 40, 0.5)]
    assert change_sentence(Changes(QUARTER, BEFORE, found), 5).endswith(
        "veranderde het aantal matches: van 40 naar 60."
    )


@pytest.mark.parametrize(
    ("indicator", "amount", "expected", "stands_out"),
    [
        ("scans", 20, 10, False),  # ten apart: twice the margin
        ("scans", 21, 10, True),
        ("scans", 40, 20, True),
        ("vacatures", 18, 10, True),
    ],
)
def test_what_rounding_can_have_made_does_not_stand_out(
    indicator: str, amount: float, expected: float, *, stands_out: bool
) -> None:
    sentence = standout_sentence([counted(indicator, amount, expected)], Level.WIJK, 5)
    assert sentence.startswith("Het meest valt op") is stands_out
