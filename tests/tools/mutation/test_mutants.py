"""The tool that changes the code: which tests it runs, what it counts, what it leaves out."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.tools.mutation import mutants, mutations
from tests.tools.mutation.mutants import copied, is_noticed, near_tests, report
from tests.tools.mutation.mutations import SETTINGS, Mutant, changes_nothing, rooms

STAND = "charts/cards/rollout/stand.py"


def test_every_module_is_in_one_room() -> None:
    found = rooms()
    assert {"charts", "charts/cards", "data/delivery", "analytics/statistics"} <= found.keys()
    modules = [module for room in found.values() for module in room]
    assert len(modules) == len({*modules})
    assert STAND in found["charts/cards"]
    assert all((ROOT / module).is_file() for module in modules)


def test_the_goals_are_of_rooms_that_exist() -> None:
    assert SETTINGS["goals"].keys() - {"rooms"} <= rooms().keys()
    assert all((ROOT / test).is_file() for test in SETTINGS["last"]["tests"])


@pytest.mark.parametrize(
    ("module", "nearest"),
    [
        ("data/grammar.py", "tests/data/test_grammar.py"),
        ("analytics/statistics/survival.py", "tests/analytics/statistics/test_survival.py"),
        (
            "charts/cards/rollout/changes_words.py",
            "tests/charts/cards/rollout/test_changes_words.py",
        ),
    ],
)
def test_the_tests_of_a_module_come_first(module: str, nearest: str) -> None:
    found = near_tests(module)
    assert found[0] == nearest
    assert len(found) == len({*found})


def test_the_examples_of_a_module_are_tried_too() -> None:
    own = mutants.EXAMPLES.format("analytics.gaps.moran")
    assert own in near_tests("analytics/gaps/moran.py")
    assert not [test for test in near_tests(STAND) if "::" in test]
    module, name = own.split("::")
    assert (ROOT / module).is_file()
    assert f"def {name.split('[')[0]}(" in (ROOT / module).read_text()


def test_a_module_that_no_test_imports_has_those_of_who_imports_it() -> None:
    assert "tests/charts/cards/rollout/test_uitrol.py" in near_tests(STAND)


def test_far_below_its_tests_a_module_still_has_some() -> None:
    assert near_tests("data/delivery/reading/date_columns.py")


@pytest.mark.parametrize(
    ("module", "test"),
    [
        ("commands/check.py", "tests/commands/test_check.py"),
        ("analytics/disclosure/proof.py", "tests/commands/test_proof.py"),
    ],
)
def test_what_a_command_does_is_tried_by_the_tests_of_commands(module: str, test: str) -> None:
    assert test in near_tests(module)


@pytest.mark.parametrize(
    ("module", "test"),
    [
        ("pages/uitrol/stand.py", "tests/pages/test_uitrol.py"),
        ("pages/_parts/breadcrumb.py", "tests/pages/test_pages.py"),
    ],
)
def test_a_page_is_tried_by_the_tests_that_open_it(module: str, test: str) -> None:
    assert test in near_tests(module)


def test_slow_tests_come_last_and_browsers_and_offices_never() -> None:
    found = near_tests("analytics/scope/view.py")
    slow = [test in SETTINGS["last"]["tests"] for test in found]
    assert any(slow)
    assert slow == sorted(slow)
    assert not [test for test in found if "/browser/" in test or "/office/" in test]


def test_a_share_is_held_against_the_goal_of_its_room() -> None:
    assert report("charts/cards", 16, 20).endswith("16 van 20    80%  doel 80%")
    assert report("charts/cards", 15, 20).endswith("75%  doel 80%  NIET GEHAALD")
    assert report("data/delivery", 17, 20).endswith("85%  doel 90%  NIET GEHAALD")


def test_what_changes_nothing_is_still_in_the_code_and_has_a_reason() -> None:
    for entry in SETTINGS.get("unchanged", ()):
        lines = [line.strip() for line in (ROOT / entry["path"]).read_text().splitlines()]
        assert entry["before"] in lines, entry
        assert entry["why"]
        mutant = Mutant(entry["path"], 1, entry["before"], entry["after"], "")
        assert changes_nothing(mutant)
        assert not changes_nothing(replace(mutant, after="pass"))


def test_a_change_is_noticed_by_a_failing_test_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutants, "near_tests", lambda path: ["tests/data/test_grammar.py"])
    house, path = copied(tmp_path), "data/grammar.py"
    text = (ROOT / path).read_text()
    before = "return one if amount == 1 else more"
    assert before in text
    turned = Mutant(path, 20, before, "", text.replace(before, before.replace("==", "!=")))
    assert is_noticed(turned, house)
    assert (house / path).read_text() == text
    assert not is_noticed(replace(turned, text=text + "\nUNUSED = 1\n"), house)
    monkeypatch.setattr(mutants, "near_tests", lambda path: [])
    assert not is_noticed(turned, house)


def test_the_star_of_a_signature_is_no_multiplication() -> None:
    line = "def read(cell: str, *, whole: bool = False) -> float:"
    assert mutations.is_signature(line, line.index("*"))
    assert not mutations.is_signature("    return a * b", len("    return a "))


def test_what_is_no_code_is_no_change() -> None:
    assert mutations.is_code("both = {**one, **other}")
    assert not mutations.is_code("both = {**one, *other}")


def test_lines_of_guards_are_not_tried() -> None:
    assert mutations.is_tried("    if amount == 1:")
    assert not mutations.is_tried("@dataclass(frozen=True)")
    assert not mutations.is_tried("    for one, other in zip(a, b, strict=True):")
