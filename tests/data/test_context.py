"""The context of buurten: a row per buurt, nothing where RIVM gives nothing."""

from data.areas import Level, at_level
from data.context import Context, context


def test_every_buurt_has_its_context() -> None:
    assert set(context()) == {area.code for area in at_level(Level.BUURT)}


def test_percentages_are_read_by_their_own_column() -> None:
    assert context()["BU07721110"] == Context(56.7, 15.5, 16.9, 18.7, 7.0, 83.7)


def test_what_is_not_known_is_none_and_not_zero() -> None:
    assert context()["BU07722310"] == Context(None, None, None, None, None, None)
