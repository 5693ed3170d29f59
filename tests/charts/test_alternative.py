"""What a chart says to who cannot see it: how its lines run, not their last point alone."""

from datetime import date

import pytest

from charts.alternative import alternative
from charts.card import Card
from charts.pictures import Series, Trend

MONTHS = [date(2021, month, 1) for month in range(1, 7)]
QUARTERS = [date(2020, 10, 1), date(2021, 1, 1), date(2021, 4, 1)]


WITH_PEAK = [0, 4, 9, 2, 1, 3]
COURSE = "van 0 in januari 2021 naar 3 in juni 2021"
BY_QUARTER = (
    "van 1 in het 4e kwartaal van 2020 naar 2 in het 2e kwartaal van 2021,"
    " het meest 3 in het 1e kwartaal van 2021."
)


@pytest.mark.parametrize(
    ("steps", "values", "is_exact", "words"),
    [
        (MONTHS, WITH_PEAK, True, f"{COURSE}, het meest 9 in maart 2021."),
        (MONTHS, WITH_PEAK, False, f"{COURSE}."),
        (MONTHS, [None, None, 1, 2, 5, 7], True, "van 1 in maart 2021 naar 7 in juni 2021."),
        (QUARTERS, [1, 3, 2], True, BY_QUARTER),
    ],
)
def test_a_line_says_where_it_begins_ends_and_peaks(
    steps: list[date], values: list[float | None], words: str, *, is_exact: bool
) -> None:
    card = Card(alt="Zin.", picture=Trend(steps, [Series("scans", "line", values)]))
    assert alternative(card, is_exact=is_exact) == f"Zin. Scans: {words}"


def test_a_share_says_that_it_is_one() -> None:
    shares = Trend(MONTHS, [Series("wijken", "line", [2, 2, 3, 4, 5, 6])], unit="%")
    told = alternative(Card(alt="Zin.", picture=shares), is_exact=False)
    assert told == "Zin. Wijken: van 2% in januari 2021 naar 6% in juni 2021."


def test_what_does_not_move_or_is_background_is_not_told() -> None:
    level = Series("doel", "line", [5.0] * 6)
    quiet = Series("andere wijken", "line", [1.0, 2, 3, 4, 5, 6], is_quiet=True)
    card = Card(alt="Zin.", picture=Trend(MONTHS, [level, quiet]))
    assert alternative(card, is_exact=True) == "Zin."


def test_lines_over_a_number_have_their_sentence() -> None:
    days = Trend([0.0, 30.0, 60.0], [Series("deel", "line", [100, 60, 40])], "dagen")
    assert alternative(Card(alt="Zin.", picture=days), is_exact=True) == "Zin."
