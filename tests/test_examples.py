"""The examples in docstrings run, and rooms with a method of their own have some."""

import doctest
from importlib import import_module

import pytest

from tests.paths import ROOT

PACKAGES = ("analytics", "charts", "commands", "data", "exports", "geo", "pages")
WITH_EXAMPLES = {  # of each of these rooms so many modules at least
    "geo": 5,
    "analytics.statistics": 4,
    "analytics.gaps": 3,
}
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_come_out_as_they_are_written(name: str) -> None:
    outcome = doctest.testmod(import_module(name))
    assert outcome.attempted > 0
    assert outcome.failed == 0


@pytest.mark.parametrize("room", WITH_EXAMPLES)
def test_a_room_with_methods_shows_how_they_are_used(room: str) -> None:
    shown = [name for name in MODULES if name.startswith(f"{room}.")]
    assert len(shown) >= WITH_EXAMPLES[room]
