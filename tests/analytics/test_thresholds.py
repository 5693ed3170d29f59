"""The table of thresholds: every one is used, can be read aloud, and stands on the page."""

import re

import pytest

from analytics.thresholds import share, thresholds, whole
from commands.documents.limits import thresholds_page
from tests.paths import ROOT

USE = re.compile(r"\b(?:whole|share)\(\"(\w+)\"\)")


def used() -> set[str]:
    files = [path for room in ("analytics", "charts") for path in (ROOT / room).rglob("*.py")]
    return {name for path in files for name in USE.findall(path.read_text(encoding="utf-8"))}


def test_every_threshold_decides_something() -> None:
    assert used() == set(thresholds())


@pytest.mark.parametrize("name", thresholds())
def test_a_threshold_says_what_it_does_and_why(name: str) -> None:
    told = thresholds()[name]
    assert all((told.unit, told.meaning, told.reason))
    assert told.value > 0
    assert f"| {told.meaning} |" in thresholds_page()


def test_values_are_read_as_they_are_written() -> None:
    assert share("certain_gap") == 1 / 3
    assert share("false_discoveries") == 0.05
    assert whole("inhabitants_of_area") == 100


def test_a_part_is_no_count() -> None:
    with pytest.raises(ValueError, match="geen geheel getal"):
        whole("confidence")
