"""The weights of the gap index: as the file has them, and a file that cannot be used."""

from pathlib import Path

import pytest

from analytics.gaps.index.components import Component, component_weights
from data.problems import DataFileProblem
from data.reference.gap_weights import gap_weights


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(["component;weight", *lines]) + "\n", encoding="utf-8-sig")
    return path


def test_the_file_names_every_component_and_no_other() -> None:
    assert set(gap_weights()) == set(Component)


def test_shares_add_up_to_one() -> None:
    weights = component_weights()
    assert sum(weights.values()) == pytest.approx(1)
    assert weights[Component.REACH] / weights[Component.WAITING] == pytest.approx(2)


def test_weights_are_read_with_a_comma_and_zero_is_a_weight(tmp_path: Path) -> None:
    found = gap_weights(written(tmp_path / "w.csv", "waiting;1,5", " reach ;0"))
    assert found == {"waiting": 1.5, "reach": 0.0}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("waiting;veel", "geen getal is: veel"),
        ("waiting;", "geen getal is: "),
        ("waiting;-1", "onder nul of zonder grens: -1"),
        ("waiting;inf", "onder nul of zonder grens: inf"),
        ("waiting;nan", "onder nul of zonder grens: nan"),
        ("waiting;0", "geen enkel gewicht boven nul"),
    ],
)
def test_a_weight_that_makes_no_sense_is_told(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(DataFileProblem, match=said):
        gap_weights(written(tmp_path / "w.csv", line))
