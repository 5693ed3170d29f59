"""What is said of a file whose rounding cannot be followed in its ledger."""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from analytics.disclosure import proof

FILE = Path("bloei.duckdb")


@dataclass
class Ledger:
    undecided: int


@pytest.mark.parametrize(
    ("undecided", "found", "is_demo", "told"),
    [
        (0, [], False, []),
        (3, [], False, ["Het grootboek mist 3 besluiten waarop dit bestand rust."]),
        (1200, [], False, ["Het grootboek mist 1.200 besluiten waarop dit bestand rust."]),
        (3, [], True, []),
        (3, ["Anders."], False, ["Anders."]),
        (0, ["Anders."], False, ["Anders."]),
    ],
)
def test_decisions_that_the_ledger_does_not_have_are_counted(
    monkeypatch: pytest.MonkeyPatch,
    undecided: int,
    found: list[str],
    *,
    is_demo: bool,
    told: list[str],
) -> None:
    monkeypatch.setattr(proof, "_protector", lambda path, place: Ledger(undecided))
    monkeypatch.setattr(proof, "problems", lambda path, protector: found)
    monkeypatch.setattr(proof, "standing", lambda path: SimpleNamespace(is_demo=is_demo))
    assert proof.all_problems(FILE) == told


def test_without_a_ledger_only_the_file_itself_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proof, "_protector", lambda path, place: None)
    monkeypatch.setattr(proof, "problems", lambda path, protector: ["Anders."])
    assert proof.all_problems(FILE) == ["Anders."]
