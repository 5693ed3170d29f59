"""The highest and the lowest: equals are named together, rounding decides nothing."""

import re
from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.figures.blur import Blurred
from analytics.scope.indicator.extremes import Scale, Standing, extremes_sentence, finding
from data.dutch import number
from data.reference.areas import Level

WIJKEN = Scale(Level.WIJK, 1)
BUURTEN = Scale(Level.BUURT, 0)
CHANGES = Scale(Level.WIJK, 1, is_change=True)
AMOUNTS = st.lists(st.integers(0, 9), min_size=2, max_size=30)


def exact(*values: float) -> list[Standing]:
    return [
        Standing(f"W{place}", Blurred(value, value, value)) for place, value in enumerate(values)
    ]


def rounded(*counts: int, threshold: int = 5) -> list[Standing]:
    """Counts that may each lie a threshold beside the true one."""
    return [
        Standing(f"W{place}", Blurred(n, max(n - threshold, 0), n + threshold, n))
        for place, n in enumerate(counts)
    ]


@pytest.mark.parametrize(
    ("found", "scale", "words"),
    [
        ([], BUURTEN, "Er zijn geen cijfers per buurt."),
        (exact(2.04), WIJKEN, "1 wijk: W0 (2,0)."),
        (exact(2.04, 12.2), WIJKEN, "2 wijken. Het hoogst: W1 (12,2). Het laagst: W0 (2,0)."),
        (exact(2.124, 2.1), WIJKEN, "Beide wijken staan op 2,1."),
        (exact(0, 0, 0), BUURTEN, "Alle 3 buurten staan op 0."),
        (
            exact(3, 3, 3, 1, 1),
            BUURTEN,
            "5 buurten. Het hoogst: W0, W1 en W2 (3). Het laagst: W3 en W4 (1).",
        ),
        (
            exact(*[0] * 105, 4, 4, 4, 4),
            BUURTEN,
            "109 buurten. Het hoogst: 4 buurten (4). Het laagst: 105 buurten (0).",
        ),
    ],
)
def test_equals_are_named_up_to_three_and_counted_from_there(
    found: list[Standing], scale: Scale, words: str
) -> None:
    assert extremes_sentence(found, scale) == words


NEW = "Nog geen hele maand gestart en daarom niet vergeleken:"


def new(name: str, value: float) -> Standing:
    return Standing(name, Blurred(value, value, value), is_new=True)


@pytest.mark.parametrize(
    ("found", "words", "title"),
    [
        (
            [*exact(2, 12), new("N", 0)],
            f"3 buurten. Het hoogst: W1 (12). Het laagst: W0 (2). {NEW} N.",
            "Het hoogst: W1 (12)",
        ),
        (
            [*exact(2, 1), new("N", 30), new("O", 0)],
            f"4 buurten. Het hoogst: W0 (2). Het laagst: W1 (1). {NEW} N en O.",
            "Het hoogst: W0 (2)",
        ),
        ([*exact(2, 2), new("N", 0)], f"3 buurten. Beide buurten staan op 2. {NEW} N.", ""),
        ([*exact(2), new("N", 0)], f"2 buurten. {NEW} N.", ""),
        ([new("N", 0), new("O", 1)], f"2 buurten. {NEW} N en O.", ""),
        ([new("N", 0), new("O", 0)], "Beide buurten staan op 0.", ""),
        ([new("N", 3)], "1 buurt: N (3).", ""),
    ],
)
def test_what_is_new_is_never_called_highest_or_lowest(
    found: list[Standing], words: str, title: str
) -> None:
    assert extremes_sentence(found, BUURTEN) == words
    assert finding(found, BUURTEN) == title


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (exact(2, -1), "2 wijken. Het meest erbij: W0 (+2,0). Het meest eraf: W1 (−1,0)."),
        (exact(2, 0), "2 wijken. Het meest erbij: W0 (+2,0). Nergens ging er iets af."),
        (exact(-2, 0), "2 wijken. Nergens kwam er iets bij. Het meest eraf: W0 (−2,0)."),
        (exact(0, 0.04), "Nergens kwam er iets bij of ging er iets af."),
        (exact(2, 2), "In beide wijken is het verschil +2,0."),
    ],
)
def test_changes_are_told_with_their_sign(found: list[Standing], words: str) -> None:
    assert extremes_sentence(found, CHANGES) == words


@pytest.mark.parametrize(
    ("found", "scale", "words"),
    [
        (exact(2), WIJKEN, "1 wijk met een cijfer: W0 (2,0)."),
        (exact(0, 0), BUURTEN, "Beide buurten met een cijfer staan op 0."),
        (
            exact(3, 2),
            BUURTEN,
            "2 buurten met een cijfer. Het hoogst: W0 (3). Het laagst: W1 (2).",
        ),
        (
            exact(2, 0),
            CHANGES,
            "2 wijken met een cijfer. Het meest erbij: W0 (+2,0). Daar ging nergens iets af.",
        ),
        (
            exact(-2, 0),
            CHANGES,
            "2 wijken met een cijfer. Daar kwam nergens iets bij. Het meest eraf: W0 (−2,0).",
        ),
        (
            exact(0, 0),
            CHANGES,
            "Bij geen van de 2 wijken met een cijfer kwam er iets bij of ging er iets af.",
        ),
        (exact(2, 2), CHANGES, "In beide wijken met een cijfer is het verschil +2,0."),
    ],
)
def test_of_areas_without_a_figure_nothing_is_said(
    found: list[Standing], scale: Scale, words: str
) -> None:
    assert extremes_sentence(found, replace(scale, has_gaps=True)) == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        # 5 may be 0 to 10 and 0 may be 0 to 5: neither end is certain.
        (
            (5, 0, 0),
            "3 wijken. Waar het het hoogst en het laagst is, is door het afronden niet te zeggen.",
        ),
        ((11, 0, 0), "3 wijken. Het hoogst: W0 (11). Het laagst: W1 en W2 (0)."),
        ((30, 21, 20), "3 wijken. Het hoogst: W0 (30). Het laagst: W2 (20)."),
        (
            (40, 5, 0),
            "3 wijken. Het hoogst: W0 (40). Waar het het laagst is, is door het afronden niet te"
            " zeggen.",
        ),
        (
            (21, 20, 5),
            "3 wijken. Het hoogst: W0 (21). Het laagst: W2 (5).",
        ),
        (
            (19, 18, 0),
            "3 wijken. Waar het het hoogst is, is door het afronden niet te zeggen. Het laagst:"
            " W2 (0).",
        ),
        ((5, 5), "Beide wijken staan afgerond op 5."),
        ((20, 20), "Beide wijken staan op 20."),
    ],
)
def test_rounded_figures_claim_no_end_that_rounding_can_have_made(
    counts: tuple[int, ...], words: str
) -> None:
    assert extremes_sentence(rounded(*counts), Scale(Level.WIJK, 0, 5)) == words


@pytest.mark.parametrize(
    ("found", "scale", "words"),
    [
        ([], BUURTEN, "Nergens een cijfer om te tonen"),
        (exact(0, 0), BUURTEN, ""),
        (exact(0.04), WIJKEN, ""),
        (exact(3), BUURTEN, ""),
        (exact(3, 2), BUURTEN, "Het hoogst: W0 (3)"),
        (exact(3, 3, 2), BUURTEN, "Het hoogst: W0 en W1 (3)"),
        (exact(3, 3, 3, 3, 2), BUURTEN, "Het hoogst: 4 buurten (3)"),
        (exact(3, 3), BUURTEN, ""),
        (rounded(5, 0), Scale(Level.BUURT, 0, 5), ""),
        (rounded(11, 0), Scale(Level.BUURT, 0, 5), "Het hoogst: W0 (11)"),
    ],
)
def test_a_title_names_the_highest_when_there_is_one(
    found: list[Standing], scale: Scale, words: str
) -> None:
    assert finding(found, scale) == words


@given(AMOUNTS)
def test_the_ends_are_those_of_the_list(amounts: list[int]) -> None:
    sentence = extremes_sentence(exact(*amounts), BUURTEN)
    if len(set(amounts)) == 1:
        assert sentence.endswith(f"op {number(amounts[0])}.")
        return
    told = re.findall(r"Het (?:hoogst|laagst): (.*?) \((\d+)\)", sentence)
    for (names, value), end in zip(told, (max(amounts), min(amounts)), strict=True):
        assert int(value) == end
        shared = [f"W{place}" for place, amount in enumerate(amounts) if amount == end]
        few = {
            1: shared[0],
            2: " en ".join(shared),
            3: " en ".join(shared).replace(" en ", ", ", 1),
        }
        assert names == few.get(len(shared), f"{len(shared)} buurten")


@given(AMOUNTS, st.lists(st.integers(-5, 5), min_size=30, max_size=30))
def test_no_true_counts_behind_rounded_ones_contradict_a_claim(
    amounts: list[int], errors: list[int]
) -> None:
    """Of small counts, whatever the true ones were within the margin: who is named is highest."""
    words = finding(rounded(*amounts), Scale(Level.BUURT, 0, 5))
    true = [max(amount + error, 0) for amount, error in zip(amounts, errors, strict=False)]
    for place in range(len(amounts)):
        if re.search(rf"\bW{place}\b", words) and max(amounts) < 20:
            assert true[place] >= max(
                value for other, value in enumerate(true) if amounts[other] != amounts[place]
            )


def test_what_is_not_rounded_has_no_limits() -> None:
    found = [Standing("A", Blurred(1, 1, 1, inf)), Standing("B", Blurred(0, 0, 0, inf))]
    assert finding(found, Scale(Level.BUURT, 0, 5)) == "Het hoogst: A (1)"
