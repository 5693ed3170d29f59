"""Distances of the owner: kept when complete, refused in Dutch when not."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from data.reference.areas import Level, at_level
from data.reference.distances import (
    DistanceError,
    read_distances,
    supplied_distances,
)
from geo.distances import keep_distances

CODES = [area.code for area in at_level(Level.BUURT)]
FIRST, SECOND = CODES[:2]
Line = tuple[str, str, str]


def complete() -> list[Line]:
    pairs = [(one, other) for one, other in product(CODES, CODES) if one != other]
    return [(one, other, str(100 + number)) for number, (one, other) in enumerate(pairs)]


def written(path: Path, lines: list[Line], heading: str = "origin;destination;metres") -> Path:
    path.write_text("\n".join([heading, *map(";".join, lines)]) + "\n", encoding="utf-8-sig")
    return path


def test_a_complete_file_is_kept_and_read_back(tmp_path: Path) -> None:
    source, target = written(tmp_path / "bron.csv", complete()), tmp_path / "afstanden.csv"
    assert keep_distances(source, target) == len(CODES) ** 2
    found = supplied_distances(target)
    assert found is not None
    assert list(found.index) == list(found.columns) == sorted(CODES)
    assert [found.at[one, other] for one, other, _ in complete()] == [
        float(metres) for _, _, metres in complete()
    ]
    assert found.at[FIRST, FIRST] == 0


def test_a_distance_inside_a_buurt_and_decimals_are_read(tmp_path: Path) -> None:
    lines = [*complete(), (FIRST, FIRST, " 250,5 ")]
    assert read_distances(written(tmp_path / "a.csv", lines)).at[FIRST, FIRST] == 250.5


def test_the_order_of_lines_does_not_matter(tmp_path: Path) -> None:
    one = read_distances(written(tmp_path / "a.csv", complete()))
    other = read_distances(written(tmp_path / "b.csv", complete()[::-1]))
    assert one.equals(other)


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert supplied_distances(tmp_path / "afstanden.csv") is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: lines[1:], f"ontbreken 1 afstanden, zoals die van {FIRST} naar {SECOND}"),
        (lambda lines: [("BU1", SECOND, "5"), *lines], "Regel 2 heeft een onbekende buurt als or"),
        (lambda lines: [(FIRST, "", "5"), *lines], "Regel 2 heeft een onbekende buurt als dest"),
        (lambda lines: [(FIRST, SECOND, "-1"), *lines[1:]], "geen aantal meters is: .*; -1"),
        (lambda lines: [(FIRST, SECOND, "ver"), *lines[1:]], "geen aantal meters"),
        (lambda lines: [(FIRST, SECOND, ""), *lines[1:]], "geen aantal meters"),
        (lambda lines: [*lines, lines[0]], f"Regel {len(complete()) + 2} heeft een paar buurten"),
    ],
)
def test_a_wrong_file_is_refused_and_the_old_one_kept(
    tmp_path: Path, change: Callable[[list[Line]], list[Line]], said: str
) -> None:
    target = written(tmp_path / "afstanden.csv", complete())
    before = target.read_bytes()
    with pytest.raises(DistanceError, match=said):
        keep_distances(written(tmp_path / "bron.csv", change(complete())), target)
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["afstanden.csv", "bron.csv"]


def test_a_missing_column_or_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DistanceError, match="mist de kolom metres"):
        read_distances(written(tmp_path / "a.csv", [], "origin;destination;km"))
    with pytest.raises(DistanceError, match="kan niet worden gelezen"):
        read_distances(tmp_path / "nergens.csv")
