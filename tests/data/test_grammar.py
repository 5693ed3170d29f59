"""Computed Dutch reads well for nothing, one, two and many."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import grammar

AMOUNTS = st.integers(min_value=0, max_value=2000)
WORDS = st.lists(st.sampled_from(["Centrum", "Gestel", "Strijp", "'t Hofke"]), max_size=6)


def test_the_examples_in_the_docstrings_hold() -> None:
    outcome = doctest.testmod(grammar)
    assert outcome.attempted > 0
    assert outcome.failed == 0


@given(AMOUNTS)
def test_only_one_is_singular(amount: int) -> None:
    words = grammar.counted(amount, "wijk", "wijken")
    assert words.endswith(" wijk") == (amount == 1)
    assert words.startswith("geen ") == (amount == 0)
    assert (grammar.are(amount) == "is") == (amount == 1)


@given(WORDS)
def test_a_list_holds_every_word_and_one_and(words: list[str]) -> None:
    text = grammar.listed(words)
    assert all(word in text for word in words)
    assert text.count(" en ") == (len(words) > 1)


# Two of the talents, a kind of match, and the name of a buurt.
MEMBERS = [
    "Esp",
    "groen en tuin",
    "sport en bewegen",
    "cursus of training",
    "Muschberg, Geestenberg",
]


def read_back(text: str, last: str) -> list[str]:
    """The words of a list as a reader takes them apart: at the strongest sign that stands in it."""
    if "; " in text:
        return [word.removeprefix(f"{last} ") for word in text.split("; ")]
    head, _, tail = text.rpartition(f", {last} ")
    if not head:
        head, _, tail = text.partition(f" {last} ")
    return [*head.split(", "), tail]


@given(st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=5), st.sampled_from(["en", "of"]))
def test_of_a_list_it_is_clear_where_each_word_ends(words: list[str], last: str) -> None:
    assert read_back(grammar.listed(words, last), last) == words


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_part_says_both_numbers_or_all(part: int, more: int) -> None:
    total = part + more
    words = grammar.part_of(part, total, "wijk", "wijken")
    if part < total:
        assert words == f"{part} van de {total} {'wijk' if total == 1 else 'wijken'}"
    else:
        assert words == grammar.all_of(total, "wijk", "wijken")


@given(st.floats(0, 50), st.sampled_from([0, 1, 2]))
def test_equal_goes_with_als_and_more_with_dan(ratio: float, decimals: int) -> None:
    difference = grammar.compared(ratio - 1, decimals, "de stad")
    for words in (grammar.times(ratio, "de stad"), difference):
        word = "als" if words.startswith("evenveel") or "keer zo veel" in words else "dan"
        assert words.endswith(f" {word} de stad")


@given(st.floats(0, 5))
def test_what_reads_as_no_difference_is_called_equal(ratio: float) -> None:
    words = grammar.times(ratio, "de stad")
    assert not words.startswith(("0%", "1 keer", "1,0 keer"))


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.0, "100% minder dan de stad"),
        (0.996, "evenveel als de stad"),
        (0.994, "1% minder dan de stad"),
        (1.004, "evenveel als de stad"),
        (1.006, "1% meer dan de stad"),
        (1.994, "99% meer dan de stad"),
        (1.996, "2 keer zo veel als de stad"),
        (2.04, "2 keer zo veel als de stad"),
        (2.06, "2,1 keer zo veel als de stad"),
    ],
)
def test_a_ratio_in_words(ratio: float, words: str) -> None:
    assert grammar.times(ratio, "de stad") == words


@given(WORDS)
def test_three_are_named_and_more_are_counted(words: list[str]) -> None:
    found = grammar.named(words, "wijken")
    assert found == (grammar.listed(words) if len(words) < 4 else f"{len(words)} wijken")


@pytest.mark.parametrize(
    ("words", "capital"),
    [("", ""), ("é", "É"), ("'s-gravenhage", "'s-Gravenhage"), ("’t ven", "’t Ven"), ("'t", "'t")],
)
def test_a_sentence_begins_with_a_capital(words: str, capital: str) -> None:
    assert grammar.capital(words) == capital


@pytest.mark.parametrize(
    ("words", "lower"), [("", ""), ("A", "a"), ("De stad", "de stad"), ("BU telt", "BU telt")]
)
def test_after_a_colon_a_sentence_goes_on(words: str, lower: str) -> None:
    assert grammar.lower_first(words) == lower
