"""A number in the name of an area is no count."""

import json
from pathlib import Path

import pytest

from exports.audit.words.geography import Geography
from tests.exports.audit.files import failed


@pytest.mark.parametrize("number", [25, 3])
@pytest.mark.parametrize("name", ["Zuid 2", "3e Kwartier", "Plan 4 Oost"])
def test_a_number_in_the_name_of_an_area_counts_nobody(
    tmp_path: Path, name: str, number: int
) -> None:
    """The file tells itself that it is a name: it stands in a column of areas."""
    told = {"wijk": name, "matches": 40, "uitleg": f"Samen met {name} had Kortonjo {number}."}
    assert failed(tmp_path, "a.json", json.dumps([told])) is (number == 3)


def test_a_count_behind_a_known_name_is_no_name() -> None:
    known = Geography({}, ["Zuid 2", "Kortonjo 3"])
    assert known.without_numbers("Zuid 2 en Kortonjo 3") == "Zuid  en Kortonjo 3"


def test_a_count_in_the_place_of_a_name_is_found(tmp_path: Path) -> None:
    rows = "team;wijk;matches\n{0} inwoners;{0} wachtenden;40\n"
    assert failed(tmp_path, "a.csv", rows.format(3))
    assert not failed(tmp_path, "a.csv", rows.format(30))
