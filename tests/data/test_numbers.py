"""Dutch numbers: a true minus, and none for what reads as nothing, whatever was asked before."""

import pytest

from data.dutch import number


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (-0.0, 0, "0"),
        (0.0, 0, "0"),
        (-0.04, 1, "0,0"),
        (-0.0, 2, "0,00"),
        (-0.06, 1, "−0,1"),
        (-10, 0, "−10"),
        (-1000.5, 1, "−1.000,5"),
    ],
)
def test_nothing_has_no_sign(value: float, decimals: int, text: str) -> None:
    for first in (value, -value):
        number.cache_clear()
        number(first, decimals)
        assert number(value, decimals) == text
