"""The estimates of RIVM: every buurt that has them, and nothing half."""

import pytest

from data.reference.areas import Level, at_level
from data.reference.context import TRAITS, context, context_table

WITHOUT = {"BU07722310", "BU07722390", "BU07724360", "BU07726370", "BU07726380", "BU07727270"}


def test_every_buurt_has_estimates_but_the_six_that_rivm_leaves_out() -> None:
    assert set(context()) == {area.code for area in at_level(Level.BUURT)} - WITHOUT


def test_estimates_are_percentages() -> None:
    assert all(0 < value < 100 for traits in context().values() for value in traits.values())
    assert context()["BU07721110"]["moeite_rondkomen"] == 16.9
    assert {tuple(traits) for traits in context().values()} == {TRAITS}


def test_a_gemeente_without_estimates_has_the_same_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tuple(context_table().columns) == TRAITS
    monkeypatch.setattr("data.reference.context.context", dict)
    assert tuple(context_table().columns) == TRAITS
    assert context_table().empty
