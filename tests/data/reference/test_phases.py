"""The phases of the rollout: the rule in data/reference/phases.csv."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference.phases import phase_of, phases


@pytest.mark.parametrize(
    ("months", "matches", "name"),
    [
        (0, 0, "inventarisatie"),
        (11, 4, "inventarisatie"),
        (0, 5, "opbouw"),
        (11, 25, "opbouw"),
        (12, 24, "opbouw"),
        (12, 25, "lopend"),
        (48, 500, "lopend"),
        (60, 0, "inventarisatie"),
    ],
)
def test_a_phase_begins_when_both_conditions_are_met(months: int, matches: int, name: str) -> None:
    assert phase_of(months, matches).name == name


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 12), st.integers(0, 12))
def test_more_months_or_matches_never_bring_a_wijk_back(
    months: int, matches: int, later: int, more: int
) -> None:
    order = list(phases())
    before = order.index(phase_of(months, matches))
    assert order.index(phase_of(months + later, matches + more)) >= before
